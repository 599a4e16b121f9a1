"""Words to places: whole words, counted occurrences, the nearest of several."""

import pytest

from eval.places import gap, inside, nearest, occurrences, read_words
from verbale.model import Span

TEXT = "He said that the tide\n  rose. The others, he said, agreed; she said nothing."


@pytest.mark.parametrize(
    ("words", "starts"),
    [
        ("he", [42]),
        ("He", [0]),
        ("the tide rose", [13]),
        ("said", [3, 45, 63]),
        ("aid", []),
        ("  ", []),
    ],
)
def test_occurrences_are_whole_words_in_their_own_case(words, starts):
    assert [place.start for place in occurrences(TEXT, words)] == starts


def test_white_space_in_the_words_matches_any():
    (place,) = occurrences(TEXT, "tide rose.")
    assert place.of(TEXT) == "tide\n  rose."


@pytest.mark.parametrize(
    ("given", "words", "nth"),
    [("he@@3", "he", 3), ("he", "he", None), ("a@b", "a@b", None), ("x\ny@@12", "x\ny", 12)],
)
def test_the_mark_tells_which_occurrence(given, words, nth):
    read = read_words(given)
    assert (read.words, read.nth) == (words, nth)
    assert str(read) == given


def test_nearest_prefers_a_place_clear_of_the_anchors():
    content, within, outside = Span(10, 30), Span(12, 14), Span(40, 44)
    assert nearest(TEXT, [within, outside], (content,)) == outside
    assert nearest(TEXT, [within], (content,)) == within


def test_nearest_does_not_reach_into_the_next_sentence():
    text = "He swore that it sank. He wept."
    content = occurrences(text, "it sank")
    assert nearest(text, occurrences(text, "He"), content).start == 0


def test_of_two_at_one_distance_the_earlier_is_nearest():
    assert nearest(" " * 40, [Span(24, 26), Span(4, 6)], (Span(10, 20),)) == Span(4, 6)


def test_gap_and_inside():
    assert gap(Span(0, 3), Span(5, 9)) == gap(Span(5, 9), Span(0, 3)) == 2
    assert gap(Span(0, 5), Span(5, 9)) == gap(Span(0, 9), Span(2, 3)) == 0
    assert inside([Span(1, 2), Span(8, 11)], (Span(0, 10),)) == (Span(1, 2),)
