"""Claims: found in what is said, set against each other, never judged."""

from __future__ import annotations

import pytest

from verbale import annotate
from verbale.matters.claims import find_claims
from verbale.matters.rivalry import HEADINGS, KINDS, MadeClaim, contests
from verbale.model import Claim, Span


def claims(body: str) -> list[tuple[str, str, str]]:
    annotation = annotate(f"Two accounts\n\n{body}")
    return [(c.holder, c.kind, c.says) for c in find_claims(annotation.text, annotation.statements)]


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        (
            "Poland said its sovereignty over the islands was indisputable.",
            ("POL", "sovereignty", "own"),
        ),
        (
            "Poland said that the islands were an integral part of its territory.",
            ("POL", "sovereignty", "own"),
        ),
        (
            "Belarus said the islands were illegally occupied in 1931.",
            ("BLR", "sovereignty", "other"),
        ),
        (
            "Belarus said that Poland had no claim to the islands.",
            ("BLR", "sovereignty", "denies"),
        ),
        ("Belarus said that Poland had broken off the talks.", ("BLR", "talks", "other")),
        ("Poland said that its door remained open.", None),
        (
            "Belarus said that Polish border guards had opened fire.",
            ("BLR", "first shot", "other"),
        ),
        ("Poland said that its guards had returned fire.", ("POL", "first shot", "own")),
        (
            "Belarus said that Poland had violated the ceasefire.",
            ("BLR", "compliance", "other"),
        ),
        (
            "Poland denied that it had violated the ceasefire.",
            ("POL", "compliance", "denies"),
        ),
        (
            "Belarus said that the seizure was a violation of international law.",
            ("BLR", "legality", "other"),
        ),
        ("Poland said that the weather on the islands was fine.", None),
    ],
)
def test_found(sentence: str, claim: tuple[str, str, str] | None) -> None:
    assert claims(sentence) == ([claim] if claim else [])


def made(holder: str, words: str, day: str | None, entry: str, **more: object) -> MadeClaim:
    claim = Claim(kind="sovereignty", says="own", holder=holder, statement=1, span=Span(0, 1))
    return MadeClaim(
        claim=claim,
        entry=entry,
        report="r1",
        outlet="Courier",
        speaker=f"minister of {holder}",
        office=None,
        day=day,
        said=f"the rocks {words}",
        words=words,
        matter="m1",
        label="rocks",
        parties=("BLR", "POL"),
    )


def test_claims_of_two_parties_are_opposed() -> None:
    listed = [
        made("POL", "are ours", "2024-05-01", "s2"),
        made("POL", "are ours", "2024-03-01", "s1"),
        made("BLR", "belong to us", "2024-04-01", "s3"),
    ]
    (contest,) = contests(listed)
    assert contest.opposed
    first, second = contest.held
    assert (first.holder, first.said) == ("BLR", "the rocks belong to us")
    assert (second.first, second.last) == ("2024-03-01", "2024-05-01")
    assert second.entries == ("s1", "s2")
    assert contests(reversed(listed)) == (contest,)
    assert not contests(listed[:2])[0].opposed
    assert not contests([listed[0], made("FRA", "are French", None, "s4")])[0].opposed


@pytest.mark.parametrize(
    ("one", "other", "claims"),
    [
        ("are ours, as the old treaty tells", "are, as the old treaty tells, ours", 1),
        ("are ours, as the old treaty tells", "are not ours, as the old treaty tells", 2),
        ("are ours, as the old treaty tells", "were sold to us in a hard winter", 2),
    ],
)
def test_nearly_the_same_words_are_one_claim(one: str, other: str, claims: int) -> None:
    (contest,) = contests([made("POL", one, "2024-03-01", "s1"), made("POL", other, None, "s2")])
    assert len(contest.held) == claims


def test_every_kind_has_a_heading() -> None:
    assert set(KINDS) == set(HEADINGS)
