"""Steps between two wordings of one stance (``data/steps.txt``), and runs of several reports."""

from pathlib import Path
from typing import Any

import pytest

from tests.positions.test_shifts import held, kinds, told
from verbale.positions.firmness import FIRM, MILD, PLAIN, PRESSING, firmness

_FILE = Path(__file__).parent / "data" / "steps.txt"


def _cases() -> list[tuple[str, ...]]:
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    return [
        tuple(part.strip() for part in line.split("|"))
        for line in lines
        if line.strip() and not line.startswith("#")
    ]


@pytest.mark.parametrize("case", _cases(), ids=lambda case: f"{case[0]}: {case[-1][:50]}")
def test_step(case: tuple[str, ...]) -> None:
    kind, stance, before, after = case
    field = "condition" if stance == "conditional" else "words"
    first: dict[str, Any] = {field: before}
    second: dict[str, Any] = {field: after}
    found = told(held("2024-03-01", stance, **first), held("2024-05-01", stance, **second))
    assert kinds(found) == ["first", kind]


def test_thirty_cases_and_more() -> None:
    assert len(_cases()) > 30


@pytest.mark.parametrize(
    ("words", "frame", "level"),
    [
        ("There will be no talks", "", PLAIN),
        ("There will never be talks", "said", FIRM),
        ("There will be no talks", "said flatly", PRESSING),
        ("There will be no talks for now", "Nobody was surprised", MILD),
        ("There will be no talks", "a colleague said that he would never forget it", PRESSING),
        ("There will never be talks at this stage", "", PLAIN),
    ],
)
def test_own_words_decide_before_those_around_them(words: str, frame: str, level: int) -> None:
    assert firmness(held("2024-03-01", "refuses", words, frame=frame)) == level


def test_a_firm_word_is_compared_with_the_last_marked_one() -> None:
    words = ("We never talk to them", "We do not talk to them", "For now we do not talk")
    days = ("2024-03-01", "2024-04-01", "2024-05-01")
    found = told(*(held(d, "refuses", w) for d, w in zip(days, words, strict=True)))
    assert kinds(found) == ["first", "repeated", "softened"]


def test_a_recap_between_two_words_changes_nothing() -> None:
    found = told(
        held("2024-03-01", "refuses"),
        held("2024-04-01", "open", background=True),
        held("2024-05-01", "refuses"),
    )
    assert kinds(found) == ["first", "repeated"]


def test_the_other_sides_account_between_two_words_changes_nothing() -> None:
    found = told(
        held("2024-03-01", "open"),
        held("2024-04-01", "refuses", account="other", teller="XVE"),
        held("2024-05-01", "open"),
    )
    assert kinds(found) == ["first", "repeated"]
