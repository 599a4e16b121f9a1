"""Whose the office is: in a ministry's own release, behind two states, for two matters."""

from __future__ import annotations

import pytest

from tests.statements.reading import read, report_of

TALK = (
    "Today the Minister of Trade and Integration, Dana Aras, telephoned the Minister of Economy "
    "of the Kyrgyz Republic, Bakyt Toland. The Minister stated that the gate was open. She "
    "proposed that experts should meet."
)
SEA = (
    "The Minister of Foreign Affairs, YB Datuk Seri Zul Hashim, received the Minister of Foreign "
    "Affairs of Indonesia, H.E. Wira Toland. H.E. Toland stated that the boat had no papers. The "
    "Minister rejected the view that the boat was at fault."
)


@pytest.mark.parametrize(
    ("text", "outlet", "place", "speakers"),
    [
        (
            TALK,
            "Ministry of Trade and Integration of the Republic of Kazakhstan",
            None,
            ["Dana Aras | KAZ", "Dana Aras | KAZ"],
        ),
        (
            f"PUTRAJAYA - {SEA}",
            "Ministry of Foreign Affairs",
            "PUTRAJAYA",
            ["Wira Toland | IDN", "Zul Hashim | MYS"],
        ),
    ],
)
def test_the_minister_of_a_release_is_its_own(
    text: str, outlet: str, place: str | None, speakers: list[str]
) -> None:
    found = read(report_of(text, outlet=outlet, place=place)).statements
    told = [f"{s.speaker} | {s.country}" for s in found if s.speaker]
    assert told == speakers


def test_the_minister_of_a_paper_may_be_anybody_s() -> None:
    text = (
        "Trade Minister Dana Aras met people. Kyrgyz Economy Minister Bakyt Toland came. The "
        "Kyrgyz minister said that the gate was open."
    )
    (found,) = read(report_of(text, outlet="The Norland Courier")).statements
    assert found.speaker == "Bakyt Toland"


@pytest.mark.parametrize(
    ("office", "country"),
    [
        ("US Iran envoy", "USA"),
        ("UN Libya envoy", "UN"),
        ("The EU's China envoy", "EU"),
        ("former White House Russia adviser", "USA"),
        ("The Pentagon's Ukraine director", "USA"),
        ("Iran nuclear negotiator", "IRN"),
        ("Iran envoy", "IRN"),
        ("Iran's Syria envoy", "IRN"),
        ("Turkish Cypriot leader", "TRNC"),
    ],
)
def test_of_two_states_in_front_the_first_is_whose_it_is(office: str, country: str) -> None:
    (found,) = read(report_of(f"{office} Ann Reed said that it rained.")).statements
    assert found.country == country


@pytest.mark.parametrize(
    ("text", "office"),
    [
        (
            "The Minister of Water and Sanitation, Dana Reed, came.",
            "Minister of Water and Sanitation",
        ),
        ("The Minister for Trade & Weights, Dana Reed, came.", "Minister for Trade & Weights"),
    ],
)
def test_a_minister_for_two_matters(text: str, office: str) -> None:
    (found,) = read(report_of(f"{text} Reed said that it rained.")).statements[-1:]
    assert found.office == office
