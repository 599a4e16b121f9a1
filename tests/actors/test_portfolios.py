"""Ministers of what no list holds: whose minister it is stands in front of all of it."""

from __future__ import annotations

import pytest

from verbale import annotate
from verbale.model import RawDocument, Statement

FILED = "BANDAR SERI BEGAWAN, May 30, 2023 (EP) - The two sides signed a pact on Tuesday.\n\n"


def _last(text: str) -> Statement:
    found = annotate(RawDocument(data=text.encode(), origin="report.txt", media="text"))
    return found.statements[-1]


@pytest.mark.parametrize(
    ("source", "country", "office"),
    [
        ("Indonesian Manpower Minister Harun Siregar", "IDN", "Manpower Minister"),
        ("Peruvian Horticulture Minister Ana Ruiz", "PER", "Horticulture Minister"),
        (
            "Kenyan Water and Irrigation Minister Paul Mwangi",
            "KEN",
            "Water and Irrigation Minister",
        ),
        ("Nepal’s Hydrology and Meteorology Minister Hari Rai", "NPL", None),
    ],
)
@pytest.mark.parametrize("filed", ["", FILED])
def test_the_state_in_front_of_an_unlisted_portfolio(
    filed: str, source: str, country: str, office: str | None
) -> None:
    said = _last(f"{filed}{source} said that the quota would be kept.")
    assert said.country == country
    assert office is None or said.office == office


def test_a_firm_between_a_state_and_a_title_is_no_portfolio() -> None:
    said = _last(f"{FILED}Japanese Hanamura President Ken Ito said that sales had grown.")
    assert said.office != "Hanamura President"


def test_an_old_refusal_that_a_minister_tells_of_is_the_other_sides() -> None:
    text = (
        "ASMARA, 27 February 2024 - Eritrea and Djibouti will not meet this spring.\n\n"
        "Tesfalem Woldu, the Minister of Information, noted that Djibouti had turned down direct "
        "contact three times.\n"
    )
    assert _last(text).country == "ERI"
