"""From an entry to its anchor, and from an anchor back to the entry, in whatever version."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from verbale.corrections.shadow import Shadow, levelled
from verbale.model import (
    Act,
    Anchor,
    Annotation,
    CorrectionKind,
    Position,
    Span,
    Statement,
    hull,
    words_at,
)

Entry = Statement | Act | Position
#: How much of a passage and an entry's words must be shared for the entry to be the one meant;
#: a rejection must not hit a neighbour that merely overlaps.
_SHARED, _SHARED_TO_REJECT = 0.5, 0.8


class Located(NamedTuple):
    """The number of the entry that an anchor means, or None and why.

    ``undrawn``: the passage is there, and no such entry is drawn from it.
    """

    number: int | None
    reason: str = ""
    undrawn: bool = False


def anchor_of(annotation: Annotation, kind: CorrectionKind, number: int = 0) -> Anchor:
    """The anchor of an entry of ``annotation``; of the report itself for kind ``report``.

    Raises ``KeyError`` for an entry that is not there or has no place in the text.
    """
    if kind == "report":
        return Anchor(kind=kind, subject=annotation.lineage)
    entry = next((e for e in entries(annotation, kind) if e.id == number), None)
    span = place(entry) if entry else None
    if entry is None or span is None:
        raise KeyError(number)
    return Anchor(
        kind=kind,
        subject=annotation.lineage,
        quote=Shadow(annotation.text).quote(span),
        facet=facet(entry, annotation.text),
    )


def entries(annotation: Annotation, kind: CorrectionKind) -> Sequence[Entry]:
    """The entries of one kind; none for kinds that stand in no report."""
    match kind:
        case "statement":
            return annotation.statements
        case "act":
            return annotation.acts
        case "position":
            return annotation.positions
    return ()


def place(entry: Entry) -> Span | None:
    """The stretch that stands for an entry: its content, else its cue, else its source."""
    if isinstance(entry, Statement):
        spans = entry.content or entry.cue or entry.source
    else:
        spans = entry.evidence
    return hull(spans) if spans else None


def facet(entry: Entry, text: str) -> str:
    """What tells an entry from others of the same passage, whatever the rules of the day."""
    match entry:
        case Statement():
            return levelled(words_at(text, entry.cue))
        case Act():
            return f"{entry.type} {' '.join(entry.actor)} > {' '.join(entry.recipient)}"
        case Position():
            return f"{entry.party} {entry.on} {entry.stance}"


def locate(anchor: Anchor, annotation: Annotation, shadow: Shadow, *, reject: bool) -> Located:
    """The one entry of ``annotation`` that ``anchor`` means. ``shadow`` is that of its text."""
    if anchor.kind == "report":
        return Located(0)
    spans = shadow.find(anchor.quote) if anchor.quote else ()
    if not spans:
        return Located(None, "its passage is not in the report any more")
    if len(spans) > 1:
        return Located(None, f"its passage stands {len(spans)} times in the report")
    least = _SHARED_TO_REJECT if reject else _SHARED
    near = {
        entry.id: share
        for entry in entries(annotation, anchor.kind)
        if (found := place(entry)) and (share := _share(found, spans[0])) >= least
    }
    if not near:
        told = f"no {anchor.kind} is drawn from its passage any more"
        return Located(None, told, undrawn=True)
    alike = {
        entry.id: near[entry.id]
        for entry in entries(annotation, anchor.kind)
        if entry.id in near and facet(entry, annotation.text) == anchor.facet
    }
    if not alike and reject:
        told = f"no such {anchor.kind} is drawn from its passage any more"
        return Located(None, told, undrawn=True)
    chosen = _only_best(alike or near)
    if chosen is None:
        return Located(None, f"several {anchor.kind}s are drawn from its passage")
    return Located(chosen)


def _share(one: Span, other: Span) -> float:
    """What two stretches have in common, of all that they cover."""
    common = min(one.end, other.end) - max(one.start, other.start)
    whole = max(one.end, other.end) - min(one.start, other.start)
    return max(common, 0) / whole if whole else 0.0


def _only_best(shares: dict[int, float]) -> int | None:
    best = max(shares.values())
    winners = [number for number, share in shares.items() if share == best]
    return winners[0] if len(winners) == 1 else None
