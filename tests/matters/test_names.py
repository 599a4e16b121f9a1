"""The register of names, and what a sentence tells of names."""

from __future__ import annotations

from typing import Any

import pytest

from verbale import annotate
from verbale.lexicon import default_lexicon
from verbale.lexicon.matters import matter_book
from verbale.lexicon.rivals import rival_book
from verbale.matters.names import UsedName, register
from verbale.matters.naming import name_of, neutral_label, ordered
from verbale.model import Span
from verbale.topics.naming import merged, namings, place_key


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (
            "The islands, known in Poland as the Skarn Isles and in Belarus as the Lantern "
            "Islands, are small.",
            [("Skarn Isles", "POL"), ("Lantern Islands", "BLR")],
        ),
        (
            "A row over the Skarn Isles, known as the Lantern Islands in Belarus, goes on.",
            [("Skarn Isles", None), ("Lantern Islands", "BLR")],
        ),
        ("The islands, which Poland calls the Long Rocks, are bare.", [("Long Rocks", "POL")]),
        (
            "Orda Bay, referred to in Warsaw as the Bay of Herring, froze.",
            [("Orda Bay", None), ("Bay of Herring", "POL")],
        ),
        (
            "Boats met near Skarn Reef, a ring of coral that Minsk holds and knows as Zora Reef.",
            [("Skarn Reef", None), ("Zora Reef", "BLR")],
        ),
        ("Poland calls the region the Eastern Marches.", [("Eastern Marches", "POL")]),
        ("Skarn Bay (Zora Bay in Belarus) is deep.", [("Skarn Bay", None), ("Zora Bay", "BLR")]),
        (
            "Work goes on at the Skarn canal, which Poland calls the Zora canal, officials said.",
            [("Skarn canal", None), ("Zora canal", "POL")],
        ),
        (
            "Lena Brask said Poland will continue to call the waterway the Skarn canal.",
            [("Skarn canal", "POL")],
        ),
        ("Belarus still refers to the pass as Zora pass.", [("Zora pass", "BLR")]),
        (
            "The Skarn strait, known in Poland as the Zora strait, froze.",
            [("Skarn strait", None), ("Zora strait", "POL")],
        ),
        ("Boats left Zora bay, as Minsk has always called it.", [("Zora bay", "BLR")]),
        ("Warsaw uses the name Zora for the lake.", [("Zora", "POL")]),
        ("Poland has never called the lake Zora lake.", []),
        ("Poland will not call the lake Zora lake.", []),
        ("Poland called the talks Useful but did not say why.", []),
        ("The minister called Belarus a neighbour.", []),
    ],
)
def test_namings(sentence: str, names: list[tuple[str, str | None]]) -> None:
    place = [Span(0, len(sentence))]
    found = list(namings(sentence, place, default_lexicon(), matter_book()))
    assert [(n.name, n.party) for group in found for n in group] == names
    assert all(sentence[n.span.start : n.span.end] == n.name for group in found for n in group)


def test_place_key() -> None:
    book = matter_book()
    assert place_key("the Lantern Islands", book) == place_key("Lantern Isles", book)


def test_merged() -> None:
    home = merged([("b", "c"), ("a", "d"), ("c", "d")])
    assert set(home.values()) == {"a"}


def test_every_rival_name_has_a_known_party() -> None:
    lexicon = default_lexicon()
    for thing in rival_book().things.values():
        codes = {code for name in thing.names for code in name.by} | set(thing.parties)
        assert all(lexicon.party(code) for code in codes), (thing.id, codes)


def test_a_form_of_two_things_needs_their_parties() -> None:
    assert not list(rival_book().find("in the East Sea"))
    (found,) = rival_book().find("in the East Sea", ["VNM"])
    assert found.thing.id == "south china sea"


def test_a_report_and_a_speaker_use_names() -> None:
    text = (
        "Poland wants the Skarn Isles back\n\n"
        "The Skarn Isles, known in Belarus as the Lantern Islands, are disputed.\n\n"
        "“The Lantern Islands are ours,” the foreign minister of Belarus said."
    )
    uses = annotate(text).names
    assert [(u.name, u.party, u.own) for u in uses] == [
        ("Skarn Isles", None, False),
        ("Skarn Isles", None, False),
        ("Lantern Islands", "BLR", False),
        ("Lantern Islands", None, True),
    ]


def use(name: str, who: str, **more: object) -> UsedName:
    fields: dict[str, Any] = {"span": Span(0, len(name)), "report": "r1", **more}
    return UsedName(key=place_key(name, matter_book()), name=name, who=who, **fields)


def test_register() -> None:
    uses = [
        use("Skarn Isles", "Courier", also=("lantern island",), day="2024-03-01"),
        use("Skarn Isles", "Courier", day="2024-05-01"),
        use("Lantern Islands", "Gazette"),
        use("Lantern Islands", "Lena Brask", quoted=True, country="BLR"),
        use("Lantern Islands", "Courier", party="BLR"),
        use("Other Rocks", "Courier"),
    ]
    (thing,) = register(uses)
    assert thing.label == "Lantern Islands / Skarn Isles"
    lantern, skarn = thing.names
    assert lantern.told == ("BLR",)
    assert [(user.who, user.quoted) for user in lantern.users] == [
        ("Gazette", False),
        ("Lena Brask", True),
    ]
    assert [(place.report, place.span) for place in lantern.told_in] == [("r1", Span(0, 15))]
    assert (skarn.times, skarn.first, skarn.last) == (2, "2024-03-01", "2024-05-01")
    assert register(reversed(uses)) == (thing,)


def test_labels() -> None:
    assert neutral_label(["b", "A", "b"]) == "A / b"
    assert ordered({"Peace Treaty": 3, "peace treaty": 1, "PACT": 1}) == ("Peace Treaty", "PACT")
    assert name_of({"prisoners": 5, "prisoner exchange": 2}) == "prisoner exchange"
    assert name_of({"prisoners": 9, "prisoner exchange": 2}) == "prisoners"
