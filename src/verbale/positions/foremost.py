"""Of several stances in one sentence those that say the most."""

from __future__ import annotations

from collections.abc import Sequence

from verbale.positions.stand import Stand
from verbale.positions.things import Found


def foremost(stands: Sequence[Stand]) -> list[Stand]:
    """Of the stances with one head those whose thing is no part of another's way."""
    kept: list[Stand] = []
    for stand in stands:
        rivals = [other for other in stands if other is not stand and other.head is stand.head]
        if not any(_outdoes(other, stand) for other in rivals):
            kept.append(stand)
    return kept


def _outdoes(other: Stand, stand: Stand) -> bool:
    """Whether ``other`` says the same better: its way leads over the thing, or of two alike
    it has the likelier."""
    if stand.thing.phrase or other.thing.phrase:
        return not stand.thing.phrase and other.head is stand.head
    if stand.thing.word in other.trail and len(other.trail) > len(stand.trail):
        return True
    if other.thing.word in stand.trail and not stand.thing.made:
        return False  # "turned down an invitation to discuss it": the way of the latter is longer
    if (stand.thing.on, stand.value) != (other.thing.on, other.value):
        return False
    return _likelihood(other.thing) > _likelihood(stand.thing)


def _likelihood(thing: Found) -> tuple[bool, bool, int]:
    """How likely a thing is what a stance is toward: a treaty before the dam that it is about."""
    return thing.word.pos in {"NOUN", "PROPN"}, not thing.made, thing.word.i
