"""Discrepancies of number and of time: of one thing or of two."""

from __future__ import annotations

import pytest

from verbale.model import Span
from verbale.provenance.discrepancies import discrepancies
from verbale.provenance.utterances import Telling


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("The weir closes for 5 years", "The weir closes for four years", ("5 year", "4 year")),
        ("The weir closes for five years", "The weir closes for 5 years", None),
        ("Twenty-five boats were let in", "25 boats were let in", None),
        ("It took 4,000 tonnes", "It took 4000 tonnes", None),
        ("Thirty boats came", "Thirty-one boats came", ("30 boat", "31 boat")),
        ("It took six days and 4 boats", "It took six boats", ("4 boat", "6 boat")),
        ("No one boat came", "Two of us came", None),
    ],
)
def test_numbers_before_one_word(one: str, other: str, told: tuple[str, str] | None) -> None:
    tellings = [
        Telling(id=name, span=Span(0, 0), words=words)
        for name, words in (("s1", one), ("s2", other))
    ]
    found = [each.told for each in discrepancies(tellings) if each.kind == "number"]
    assert [tuple(words for _, words in each) for each in found] == ([told] if told else [])


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (
            "The weir closes in the spring of 2031",
            "The weir closes in autumn 2031",
            ("spring of 2031", "autumn 2031"),
        ),
        ("The boats came on Monday", "On Tuesday the boats came", ("Monday", "Tuesday")),
        ("The boats came on Monday", "The boats came", None),
    ],
)
def test_times_of_what_is_told(one: str, other: str, told: tuple[str, str] | None) -> None:
    tellings = [
        Telling(id=name, span=Span(0, 0), words=words)
        for name, words in (("s1", one), ("s2", other))
    ]
    found = [each.told for each in discrepancies(tellings) if each.kind == "date"]
    assert [tuple(words for _, words in each) for each in found] == ([told] if told else [])
