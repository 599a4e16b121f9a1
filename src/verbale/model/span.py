"""Places in a text: half-open character ranges."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Span(NamedTuple):
    """``[start, end)`` in characters (Python ``str`` indices) of a report's text.

    On the wire it is the two-element array ``[start, end]``.
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words at this place."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def stripped(self, text: str) -> Span:
        """This span without white space at either end (empty at its start if all is white)."""
        words = self.of(text)
        start = self.start + len(words) - len(words.lstrip())
        return Span(start, max(start, self.start + len(words.rstrip())))

    def __bool__(self) -> bool:
        return self.end > self.start


Spans = tuple[Span, ...]


def hull(spans: Iterable[Span]) -> Span:
    """The smallest span around all of ``spans``. Raises ``ValueError`` when there are none."""
    starts, ends = zip(*spans, strict=True)
    return Span(min(starts), max(ends))


def words_at(text: str, spans: Iterable[Span], joint: str = " … ") -> str:
    """The words at several places, joined for reading."""
    return joint.join(span.of(text) for span in spans)


def without(whole: Span, holes: Iterable[Span]) -> Spans:
    """What is left of ``whole`` without ``holes``, in order, empty pieces dropped."""
    left: list[Span] = []
    at = whole.start
    for hole in sorted(holes):
        if hole.end <= at or hole.start >= whole.end:
            continue
        if hole.start > at:
            left.append(Span(at, hole.start))
        at = max(at, hole.end)
    if at < whole.end:
        left.append(Span(at, whole.end))
    return tuple(left)
