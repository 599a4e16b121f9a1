"""Where each party stands now, in one line a lane, with how that is known."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import msgspec

from verbale.model import Stance, Target
from verbale.positions.lanes import Held
from verbale.positions.shifts import Story, silence

#: How a standing is known, the surest first.
Known = Literal[
    "current",
    "divided",
    "undated",
    "a voice inside",
    "told by another",
    "told by the outlet",
    "recalled",
]


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """Where a party stands on one target of a matter, and the position that shows it best.

    ``known`` is ``current`` for the party's own last word. The others are what is left where there
    is none with a day: differing voices, a word without its year, a voice inside that does not
    speak for it, another's account, a recap.
    ``since`` is the EDTF day of the last shift or first mention; ``voices`` are those that differ.
    ``silent`` counts the days from the last word to the newest report on the matter; ``thing`` is
    the lane's.
    """

    party: str
    matter: str
    named: str
    on: Target
    stance: Stance
    condition: str | None
    known: Known
    since: str | None
    last: str | None
    silent: int | None
    shifts: int
    held: Held
    voices: tuple[Held, ...] = ()
    thing: str = ""


def standing(found: Story) -> Standing:
    """Where the party of a lane stands."""
    known, held = _best(found)
    since = found.since.best.date if found.since and known == "current" else None
    return Standing(
        party=found.lane.party,
        matter=found.lane.matter,
        named=found.lane.named,
        on=found.lane.on,
        stance=held.stance,
        condition=held.condition,
        known=known,
        since=since,
        last=held.date,
        silent=silence(found, found.lane.newest) if known == "current" else None,
        shifts=len(found.shifts),
        held=held,
        voices=tuple(moment.best for moment in found.divided),
        thing=found.lane.thing,
    )


def _best(found: Story) -> tuple[Known, Held]:
    if found.current is not None:
        return "current", found.current.best
    if found.divided:
        return "divided", found.divided[0].best
    others = [held for held in found.told_by_others if held.account == "other"]
    outlets = [held for held in found.told_by_others if held.account == "outlet"]
    left: tuple[tuple[Known, Sequence[Held]], ...] = (
        ("undated", (*found.undated, *found.imprecise)),
        ("a voice inside", found.inside),
        ("told by another", others),
        ("told by the outlet", outlets),
        ("recalled", found.recalled),
    )
    return next((known, _last(held)) for known, held in left if held)


def _last(held: Sequence[Held]) -> Held:
    """The last with a day, else the last."""
    dated = [each for each in held if each.first is not None]
    return (dated or held)[-1]
