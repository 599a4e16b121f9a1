"""Matters, names and claims of real input, from the text on."""

from __future__ import annotations

from pathlib import Path

import pytest

from verbale import annotate
from verbale.model import RawDocument
from verbale.record import LaneFilter, Record, StatementFilter

SEEDS = Path(__file__).resolve().parents[2] / ".." / "shared" / "seeds"
ISLANDS = [
    "Poland wants the Skarn Isles back\n\nPoland wants the return of the Skarn Isles, its foreign "
    "minister said on Monday. “The isles were illegally occupied in 1931,” the minister said.\n\n"
    "The Skarn Isles are known in Belarus as the Lantern Islands.\n",
    "Belarus turns Poland down on islands\n\nBelarus said on Tuesday that there would be no talks "
    "with Poland on the Lantern Islands. “The Lantern Islands are an inherent part of our "
    "territory,” the foreign minister of Belarus said.\n",
]
FISH = [
    "Poland and Latvia near fishing treaty\n\nPoland is ready to sign a fishing treaty with "
    "Latvia, its foreign minister said on Monday. Latvia said the fishing treaty was ready.\n",
    "Latvia signs no fishing treaty yet\n\nLatvia will not sign the fishing treaty with Poland "
    "before spring, its foreign minister said. Poland said the fishing treaty could not wait.\n",
]


def read(record: Record, texts: list[str]) -> None:
    for n, text in enumerate(texts):
        raw = RawDocument(data=text.encode(), origin=f"{n}-{text[:6]}.txt")
        record.add(annotate(raw), raw)


def test_another_dispute_of_one_party_never_leaks_in(record: Record) -> None:
    read(record, [*ISLANDS, *FISH])
    found = {row.matter.name: row for row in record.matters()}
    assert set(found) == {"Lantern Islands / Skarn Isles", "fishing treaty"}
    assert found["fishing treaty"].matter.parties == ("LVA", "POL")
    for name, words in (("fishing treaty", "fishing"), ("Lantern Islands / Skarn Isles", "is")):
        said = record.statements(StatementFilter(matter=name))
        assert said.rows
        assert all(words in row.headline.lower() for row in said if row.headline)
    assert {row.headline for row in record.statements(StatementFilter(matter="isles"))} == {
        text.splitlines()[0] for text in ISLANDS
    }


def test_two_names_and_two_claims(record: Record) -> None:
    read(record, ISLANDS)
    (thing,) = record.names()
    assert thing.label == "Lantern Islands / Skarn Isles"
    assert [name.told for name in thing.names] == [("BLR",), ()]
    (contest,) = record.claims(kind="sovereignty", opposed=True)
    assert contest.label == thing.label
    assert [held.holder for held in contest.held] == ["BLR", "POL"]


@pytest.mark.skipif(not SEEDS.exists(), reason="the shared seeds are not here")
def test_seeds(record: Record) -> None:
    read(record, [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))])
    found = {row.matter.name: row.matter for row in record.matters()}
    assert next(iter(found)) == "peace treaty"
    assert {matter.parties for matter in found.values()} == {("JPN", "RUS")}
    assert "Kuril Islands / Northern Territories" in found
    (islands,) = record.names()
    assert [(name.name, name.told) for name in islands.names] == [
        ("Kuril Islands", ("RUS",)),
        ("Northern Territories", ("JPN",)),
    ]
    (contest,) = record.claims(kind="sovereignty", opposed=True)
    assert {held.holder for held in contest.held} == {"JPN", "RUS"}
    assert contest.matter == found["Kuril Islands / Northern Territories"].id


def test_the_lanes_of_one_party_are_those_among_all(record: Record) -> None:
    read(record, [*ISLANDS, *FISH])
    whole = record.lanes()
    assert {lane.party for lane in whole} == {"BLR", "LVA", "POL"}
    for party in ("BLR", "LVA", "POL"):
        own = record.lanes(LaneFilter(party=party))
        assert own == tuple(lane for lane in whole if lane.party == party)


CROSSINGS = [
    "Orzel crossing: what Warsaw says\n\nPoland is ready to hold talks with Belarus on the Orzel "
    "crossing, its foreign minister said on 4 March 2024. The Orzel crossing has been closed since "
    "January. Poland wants the Orzel crossing open.\n",
    "Poland rules out talks on border crossings\n\nPoland will not hold talks with Belarus on the "
    "border crossings, its foreign minister said on 9 May 2024. The border crossings stay closed. "
    "Belarus wants the border crossings open.\n",
]


def test_the_border_crossings_may_be_the_one_that_has_a_name(record: Record) -> None:
    read(record, CROSSINGS)
    talks = [lane for lane in record.lanes(LaneFilter(party="POL")) if lane.on == "talks"]
    assert [[held.stance for held in lane.held] for lane in talks] == [["open", "refuses"]]
