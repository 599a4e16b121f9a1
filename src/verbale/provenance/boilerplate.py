"""Boilerplate: what one outlet prints under many stories, learned from its reports."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from verbale.provenance.outline import STANDING, Outline
from verbale.provenance.shared import Stretch

#: Reports of an outlet, this one included, that print it under different stories.
_LEAST = 3
#: How much of a stretch has to lie within boilerplate to be it.
_WITHIN = 0.7


class Known(NamedTuple):
    """Tokens ``[first, end)`` of a report that are boilerplate, and why in a sentence."""

    first: int
    end: int
    reason: str


def learned(outlet: str, others: Iterable[Sequence[Stretch]], size: int) -> tuple[Known, ...]:
    """The tokens of a report of ``size`` tokens that its outlet prints under other stories, too.

    ``others`` are what it shares with each of the outlet's reports on other stories.
    """
    depth = [0] * size
    for shared in others:
        places = {p for s in shared if not s.quoted for p in range(*s.here)}
        for place in places:
            depth[place] += 1
    found: list[Known] = []
    first = 0
    while first < size:
        end = first
        while end < size and depth[end] >= _LEAST - 1:
            end += 1
        if end > first:
            stories = max(depth[first:end]) + 1
            found.append(Known(first, end, f"{outlet} prints it under {stories} stories"))
        first = end + 1
    return tuple(found)


def boilerplate_of(stretch: Stretch, known: Sequence[Known], outline: Outline) -> str | None:
    """Why a stretch is boilerplate of the report with ``outline``, None where it is none."""
    first, end = stretch.here
    if int((outline.marks[first:end] & STANDING > 0).sum()) >= _WITHIN * (end - first):
        return "the outlet speaks of itself"
    for each in known:
        if min(end, each.end) - max(first, each.first) >= _WITHIN * (end - first):
            return each.reason
    return None
