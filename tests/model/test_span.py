"""Spans: half-open places, and what is asked of several."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.model import Span, hull, without, words_at

TEXT = "  the border\n is shut "
_SPANS = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda pair: Span(*sorted(pair)))


def test_words_at_a_place() -> None:
    assert Span(2, 5).of(TEXT) == "the"
    assert words_at(TEXT, [Span(2, 5), Span(17, 21)]) == "the … shut"
    assert words_at(TEXT, [Span(2, 5), Span(17, 21)], joint="/") == "the/shut"
    assert words_at(TEXT, []) == ""


@pytest.mark.parametrize(
    ("one", "other", "covers", "overlaps"),
    [
        (Span(2, 8), Span(2, 8), True, True),
        (Span(2, 8), Span(3, 5), True, True),
        (Span(2, 8), Span(7, 9), False, True),
        (Span(2, 8), Span(8, 9), False, False),
        (Span(2, 8), Span(5, 5), True, True),
    ],
)
def test_two_spans(one: Span, other: Span, covers: bool, overlaps: bool) -> None:
    assert one.covers(other) is covers
    assert one.overlaps(other) is other.overlaps(one) is overlaps


@pytest.mark.parametrize(
    ("span", "stripped"),
    [(Span(0, 14), "the border"), (Span(2, 5), "the"), (Span(0, 2), ""), (Span(3, 3), "")],
)
def test_stripped_leaves_no_white_space(span: Span, stripped: str) -> None:
    found = span.stripped(TEXT)
    assert found.of(TEXT) == stripped
    assert bool(found) is bool(stripped)


def test_hull() -> None:
    assert hull([Span(7, 9), Span(2, 3), Span(4, 8)]) == Span(2, 9)
    with pytest.raises(ValueError, match="not enough values"):
        hull([])


@pytest.mark.parametrize(
    ("holes", "left"),
    [
        ([], ["the border is shut"]),
        ([(4, 11)], ["the ", "is shut"]),
        ([(11, 30), (0, 4)], ["border "]),
        ([(4, 9), (6, 11)], ["the ", "is shut"]),
        ([(0, 18)], []),
        ([(18, 30)], ["the border is shut"]),
    ],
)
def test_without_holes(holes: list[tuple[int, int]], left: list[str]) -> None:
    text = "the border is shut"
    pieces = without(Span(0, len(text)), [Span(*hole) for hole in holes])
    assert [piece.of(text) for piece in pieces] == left


@given(whole=_SPANS, holes=st.lists(_SPANS, max_size=6))
def test_what_is_left_is_whole_less_holes(whole: Span, holes: list[Span]) -> None:
    left = {place for piece in without(whole, holes) for place in range(*piece)}
    assert left == set(range(*whole)) - {place for hole in holes for place in range(*hole)}
