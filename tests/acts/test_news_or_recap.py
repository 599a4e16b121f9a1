"""What is news though it stands in a recap or beside an earlier year, and what is recalled."""

from __future__ import annotations

import pytest

from tests.acts.reading import read

_OPENING = "Chad on Tuesday closed its border with Sudan, its interior ministry said. "


def _flags(text: str, words: str, act_type: str | None = None) -> set[str]:
    found = read(text)
    at = found.text.index(words)
    return {
        flag
        for act in found.acts
        if any(s.start <= at < s.end for s in act.evidence)
        and (act_type is None or act.type == act_type)
        for flag in act.flags
    }


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "The presidents of Gabon and Benin met on Monday for the first time since "
            "border fighting in 2022.",
            "met",
        ),
        (
            "Peru and Chile on Monday held the longest talks since a quarrel over fishing in "
            "March 2019.",
            "held",
        ),
        (
            "Norway, at odds with Russia over crab since January, lodged a complaint with it.",
            "lodged",
        ),
    ],
)
def test_what_is_the_first_since_a_year_is_news(text: str, words: str) -> None:
    assert "historical" not in _flags(text, words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Laos refused for years to hold talks with Thailand.", "refused"),
        ("Chile closed its border with Peru in 2019.", "closed"),
        ("Norway has rejected Russian appeals since 2014.", "rejected"),
    ],
)
def test_what_an_earlier_year_stands_with_is_recalled(text: str, words: str) -> None:
    assert "historical" in _flags(text, words)


_RECAP = (
    _OPENING + '"We had no choice," the minister, Adoum Saleh, said.\n\n'
    "For years the two countries have quarrelled over the road. {}"
)


@pytest.mark.parametrize(
    "last",
    [
        "Sudan accuses Chad of arming rebels.",
        "Sudan is threatening Chad with an embargo.",
        "Egypt has offered to mediate between Chad and Sudan.",
    ],
)
def test_the_closing_recap_may_end_with_what_goes_on_now(last: str) -> None:
    assert "historical" not in _flags(_RECAP.format(last), last)


@pytest.mark.parametrize(
    "last",
    [
        "Sudan accused Chad of arming rebels.",
        "Sudan accuses Chad of arming rebels every year.",
        "Egypt has always offered to mediate between Chad and Sudan.",
    ],
)
def test_what_was_or_has_long_been_so_is_recalled(last: str) -> None:
    assert "historical" in _flags(_RECAP.format(last), last)


@pytest.mark.parametrize(
    ("said", "words", "flags"),
    [
        (
            "Gabon asked Benin last week for a meeting of experts.",
            "asked Benin",
            set(),
        ),
        (
            "Benin, which expelled two envoys of Gabon last week, was silent.",
            "expelled two",
            {"historical"},
        ),
        (
            "Gabon accused Benin of having detained three trawlers in 2021.",
            "accused Benin",
            set(),
        ),
    ],
)
def test_last_week_and_what_is_held_against_a_side(said: str, words: str, flags: set[str]) -> None:
    assert _flags(_OPENING + said, words) & {"historical"} == flags
