"""Sentences cut by full stops and line breaks alone.

Crude on purpose: gold and figures must not lean on the sentence splitter that is being measured.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import takewhile

from verbale.model import Span

_BREAK = re.compile(r"(?<=[.!?])[\"”’»“')\]]*\s+(?=[\"“‘„«'(\[]*[^\W\d_a-z])|\s*\n\s*")


def sentences(text: str, zones: Iterable[Span]) -> list[Span]:
    """The sentences of ``zones`` that hold a letter."""
    found = []
    for zone in zones:
        at = zone.start
        for gap in _BREAK.finditer(text, zone.start, zone.end):
            found.append(Span(at, gap.start()))
            at = gap.end()
        found.append(Span(at, zone.end))
    return [place for place in found if re.search(r"[^\W\d_]", place.of(text))]


def breaks(text: str, one: Span, other: Span) -> int:
    """How many sentence ends lie between two places; 0 where they overlap."""
    start, end = min(one.end, other.end), max(one.start, other.start)
    # The whole text is searched on, since what follows a full stop tells whether it ends anything.
    ends = takewhile(lambda gap: gap.start() < end, _BREAK.finditer(text, start))
    return sum(1 for _ in ends)
