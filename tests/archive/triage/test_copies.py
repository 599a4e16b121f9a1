"""Copies, nearly copies, and what is none."""

from __future__ import annotations

from random import Random

import pytest

from verbale.archive.triage.marks import marks_of
from verbale.archive.triage.seen import Seen

WORDS = [f"word{number}" for number in range(5_000)]
TEXT = Random(1).choices(WORDS, k=400)


def changed(share: float, seed: int = 2) -> str:
    """The text with so many of its words, in one place, replaced."""
    count = int(share * len(TEXT))
    return " ".join([*Random(seed).choices(WORDS, k=count), *TEXT[count:]])


@pytest.fixture
def seen() -> Seen:
    seen = Seen()
    seen.add("a", marks_of(" ".join(TEXT)))
    return seen


def test_the_same_words_in_another_dress(seen: Seen) -> None:
    assert seen.same(marks_of("\n\n".join(TEXT).upper() + "!")) == "a"
    assert seen.same(marks_of(changed(0.02))) is None


@pytest.mark.parametrize("share", [0.0, 0.01, 0.03, 0.05])
def test_nearly_the_same_words(seen: Seen, share: float) -> None:
    assert seen.near(marks_of(changed(share))) == "a"


@pytest.mark.parametrize("share", [0.2, 0.3, 0.5, 1.0])
def test_another_text_with_shared_passages(seen: Seen, share: float) -> None:
    assert seen.near(marks_of(changed(share))) is None


def test_the_first_of_several_is_named(seen: Seen) -> None:
    seen.add("b", marks_of(changed(0.01)))
    assert seen.near(marks_of(changed(0.02))) == "a"


def test_a_few_words_are_like_nothing(seen: Seen) -> None:
    seen.add("c", marks_of("One two."))
    assert seen.near(marks_of("One two three.")) is None
    assert seen.same(marks_of("one, two")) == "c"
