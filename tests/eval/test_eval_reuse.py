"""The scorer of reuse: when a passage counts as found, and what the benchmark plants."""

from __future__ import annotations

from eval.bench.pressroom import Pressroom
from eval.reuse import Found, level, matches
from eval.reusegold import SharedPassage
from verbale.model import Span


def due(a: tuple[int, int], b: tuple[int, int]) -> SharedPassage:
    return SharedPassage("a", a, "b", b, "uncredited-copy", 0.0, ())


def test_a_passage_counts_where_more_than_half_is_the_same_on_both_sides() -> None:
    passage = due((0, 100), (50, 150))
    assert matches(passage, Found(Span(0, 60), Span(50, 150), ""))
    assert not matches(passage, Found(Span(0, 50), Span(50, 150), ""))
    assert not matches(passage, Found(Span(0, 100), Span(200, 300), ""))


def test_edited_shares_fall_into_classes() -> None:
    assert [level(share) for share in (0.0, 0.06, 0.15, 0.3, 0.7)] == [
        "verbatim",
        "6%",
        "15%",
        "30%",
        "reworded",
    ]


def test_a_planted_passage_stands_in_both_reports() -> None:
    written = list(Pressroom(41, 0.0).reports())
    planted = [one for one in written if one.planted]
    assert [one.number for one in planted] == [10, 20, 30, 40]
    for one in planted:
        assert one.planted is not None
        theirs = one.planted.there.of(written[one.planted.source].text)
        assert one.planted.here.of(one.text).split() == theirs.split()
        assert one.annotation().report.body[0].covers(one.planted.here)
