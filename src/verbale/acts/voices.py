"""Whose words a passage is part of."""

from __future__ import annotations

from collections.abc import Sequence

from verbale.model import Span, Statement


def voice_at(place: Span, statements: Sequence[Statement]) -> Statement | None:
    """The smallest statement whose content holds ``place``; an attitude only if no speech does."""
    best: tuple[bool, int, Statement] | None = None
    for statement in statements:
        if any(span.start <= place.start and place.end <= span.end for span in statement.content):
            size = sum(span.end - span.start for span in statement.content)
            rank = (not statement.speech, size, statement)
            if best is None or rank[:2] < best[:2]:
                best = rank
    return best[2] if best is not None else None


def told_by(place: Span, statements: Sequence[Statement]) -> Statement | None:
    """The statement whose cue is at ``place``: the act of saying it itself."""
    return next((s for s in statements if any(span.overlaps(place) for span in s.cue)), None)


def is_unsaid(statement: Statement | None, statements: Sequence[Statement]) -> bool:
    """Whether the passage only tells what somebody left unmentioned."""
    by_id = {s.id: s for s in statements}
    seen: set[int] = set()
    while statement is not None and statement.id not in seen:
        seen.add(statement.id)
        if statement.polarity == "omits":
            return True
        statement = by_id.get(statement.nested_in or 0)
    return False


def speaker_of(statement: Statement | None, statements: Sequence[Statement]) -> str | None:
    """Who really speaks: the speaker of the nearest speech around an attitude."""
    by_id = {s.id: s for s in statements}
    seen: set[int] = set()
    while statement is not None and not statement.speech and statement.id not in seen:
        seen.add(statement.id)
        statement = by_id.get(statement.nested_in or 0)
    return statement.speaker if statement is not None else None
