"""Whose words a passage is part of."""

from __future__ import annotations

from collections.abc import Sequence

from verbale.model import Span, Statement


def voice_at(place: Span, statements: Sequence[Statement]) -> Statement | None:
    """The smallest statement whose content holds ``place``; an attitude only if no speech does."""
    best: Statement | None = None
    least = (True, 0)
    first, last = place
    for statement in statements:
        for start, end in statement.content:
            if start <= first and last <= end:
                size = sum(span.end - span.start for span in statement.content)
                rank = (not statement.speech, size)
                if best is None or rank < least:
                    best, least = statement, rank
                break
    return best


def told_by(place: Span, statements: Sequence[Statement]) -> Statement | None:
    """The statement whose cue is at ``place``: the act of saying it itself."""
    first, last = place
    for statement in statements:
        for start, end in statement.cue:
            if start < last and first < end:
                return statement
    return None


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
