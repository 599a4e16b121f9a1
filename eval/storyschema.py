"""The TOML of a storyline, validated but not yet placed in its reports."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from verbale.lexicon.kinds import EventType
from verbale.model import ActFlag, Stance, Target

ShiftKind = Literal["reversal", "stance", "condition", "strengthened", "softened"]
NonShiftReason = Literal[
    "repeated", "recap", "other-target", "other-party", "undated", "other-matter", "other-voice"
]


class RawMatter(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What parties deal with; ``rivals`` groups names that sides use for one thing."""

    id: str
    parties: tuple[str, ...]
    names: tuple[str, ...]
    rivals: tuple[tuple[str, ...], ...] = ()


class RawAct(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One ``[[reports.acts]]`` table."""

    words: str
    type: EventType
    alt: tuple[EventType, ...] = ()
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    mediator: tuple[str, ...] = ()
    symmetric: bool = False
    date: str | None = None
    flags: tuple[ActFlag, ...] = ()
    optional: bool = False


class RawPosition(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One ``[[reports.positions]]`` table."""

    id: str
    party: str
    matter: str
    on: Target
    stance: Stance
    words: str | tuple[str, ...]
    condition: str | None = None
    background: bool = False
    told_by: str | None = None
    optional: bool = False

    @property
    def places(self) -> tuple[str, ...]:
        """The words of every place it rests on."""
        return (self.words,) if isinstance(self.words, str) else self.words


class RawStoryReport(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One ``[[reports]]`` table."""

    file: str
    published: str
    outlet: str | None = None
    matters: tuple[str, ...] = ()
    acts: tuple[RawAct, ...] = ()
    positions: tuple[RawPosition, ...] = ()


class RawShift(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A step from one position to another; both are named by their ids."""

    party: str
    matter: str
    on: Target
    before: str
    after: str
    kind: ShiftKind


class RawNonShift(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Two positions that make no shift, and why not."""

    before: str
    after: str
    why: NonShiftReason


class RawStoryline(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A whole ``storyline.toml``."""

    parties: tuple[str, ...]
    matters: tuple[RawMatter, ...]
    reports: tuple[RawStoryReport, ...]
    note: str = ""
    states: Literal["fiction", "invented"] = "fiction"
    shifts: tuple[RawShift, ...] = ()
    non_shifts: tuple[RawNonShift, ...] = ()

    def positions(self) -> dict[str, tuple[RawStoryReport, RawPosition]]:
        """Every position by its id, with the report it stands in."""
        return {p.id: (report, p) for report in self.reports for p in report.positions}


def misfits(story: RawStoryline) -> Iterator[str]:
    """What does not hold together: ids used twice or unknown, shifts across lanes."""
    matters = {matter.id for matter in story.matters}
    known = story.positions()
    ids = [position.id for report in story.reports for position in report.positions]
    yield from (f"position {one} stands twice" for one in sorted(set(ids)) if ids.count(one) > 1)
    for report in story.reports:
        for name in (*report.matters, *(position.matter for position in report.positions)):
            if name not in matters:
                yield f"{report.file}: matter {name!r} is not listed"
        for position in report.positions:
            if (position.stance == "conditional") != (position.condition is not None):
                yield f"{position.id}: a condition goes with the stance conditional, and only there"
    steps = [(step.before, step.after) for step in story.shifts]
    steps += [(step.before, step.after) for step in story.non_shifts]
    for before, after in steps:
        for one in (before, after):
            if one not in known:
                yield f"{before} -> {after}: position {one!r} is not there"
    for shift in story.shifts:
        yield from _off_lane(shift, known)


def _off_lane(
    shift: RawShift, known: dict[str, tuple[RawStoryReport, RawPosition]]
) -> Iterator[str]:
    lane = (shift.party, shift.matter, shift.on)
    for one in (shift.before, shift.after):
        if one not in known:
            continue
        report, position = known[one]
        step = f"{shift.before} -> {shift.after}"
        if (position.party, position.matter, position.on) != lane:
            yield f"{step}: {one} is not on {' '.join(lane)}"
        if position.background or position.told_by:
            yield f"{step}: {one} is recalled or another's account and makes no shift"
        if report.published.startswith("XXXX"):
            yield f"{step}: {one} is undated and makes no shift"
