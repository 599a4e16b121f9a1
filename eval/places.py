"""From words copied out of a text to their place in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from eval.sentences import breaks
from verbale.model import Span, Spans

_MARKED = re.compile(r"(?s)(?P<words>.*?)@@(?P<nth>\d+)")


class Words(msgspec.Struct, frozen=True):
    """Words to look for; ``nth`` (from 1) is given where the text holds them more than once."""

    words: str
    nth: int | None = None

    def __str__(self) -> str:
        return f"{self.words}@@{self.nth}" if self.nth else self.words


def read_words(given: str) -> Words:
    """``"he@@3"`` is the third ``he``; without a mark, any."""
    marked = _MARKED.fullmatch(given)
    return Words(marked["words"], int(marked["nth"])) if marked else Words(given)


def occurrences(text: str, words: str) -> Spans:
    """Every place of ``words`` as whole words, case-sensitive; white space matches any."""
    pieces = words.split()
    if not pieces:
        return ()
    before = r"(?<!\w)" if re.match(r"\w", pieces[0]) else ""
    after = r"(?!\w)" if re.search(r"\w\Z", pieces[-1]) else ""
    pattern = before + r"\s+".join(map(re.escape, pieces)) + after
    return tuple(Span(*found.span()) for found in re.finditer(pattern, text))


def gap(one: Span, other: Span) -> int:
    """Characters between two places; 0 when they touch or overlap."""
    return max(0, other.start - one.end, one.start - other.end)


def nearest(text: str, candidates: Sequence[Span], anchors: Spans, taken: Spans = ()) -> Span:
    """The candidate nearest to any anchor: with the fewest sentence ends, then characters, between.

    One clear of ``anchors`` and ``taken`` comes before any that is not; of two alike the earlier
    wins. ``candidates`` must not be empty.
    """

    def rank(candidate: Span) -> tuple[bool, tuple[int, int], int]:
        blocked = any(candidate.overlaps(place) for place in (*anchors, *taken))
        away = ((breaks(text, candidate, a), gap(candidate, a)) for a in anchors)
        return blocked, min(away, default=(0, 0)), candidate.start

    return min(candidates, key=rank)


def inside(candidates: Sequence[Span], regions: Spans) -> Spans:
    """The candidates that lie wholly in one of ``regions``."""
    return tuple(c for c in candidates if any(region.covers(c) for region in regions))
