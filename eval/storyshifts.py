"""Scores shifts against storylines: from gold positions, and from what Verbale itself reads.

``shift.given``    steps of the lanes that gold's positions make: the rules for shifts alone
``shift.read``     steps of a record into which the reports were read: everything together
``shift.*.kind``   the kind of change too

A shift is right when party, target and both reports are those of a gold shift (``given``: both
positions).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal, NamedTuple

from eval.sentences import sentences
from eval.statements import Counts
from eval.storylines import GoldPosition, Storyline, StoryReport
from verbale.desk import read
from verbale.model import Span, words_at
from verbale.positions.lanes import JOINT, Account, Held, lanes
from verbale.positions.shifts import Step, story
from verbale.record import Record
from verbale.record.days import period

Table = dict[str, Counts]


class Turn(NamedTuple):
    """A shift as it is compared: its lane's party and target, and where it went from and to."""

    party: str
    on: str
    before: frozenset[str]
    after: frozenset[str]
    kind: str

    def meets(self, other: Turn) -> bool:
        """Whether both tell of the same step."""
        here, there = (self.party, self.on), (other.party, other.on)
        return here == there and bool(self.before & other.before and self.after & other.after)


def score_shifts(told: Storyline) -> Table:
    """All figures of one storyline."""
    by_id, by_file = gold_turns(told, by="id"), gold_turns(told)
    return {
        **compared("shift.given", by_id, given_turns(told)),
        **compared("shift.read", by_file, read_turns(told)),
    }


def given_turns(told: Storyline) -> list[Turn]:
    """The shifts in the lanes of gold's own positions, by their ids."""
    held = [
        _held(report, position, number)
        for report in told.reports
        for number, position in enumerate(report.positions, 1)
    ]
    return [_turn(step, lambda one: one.id) for lane in lanes(held) for step in story(lane).shifts]


def read_turns(told: Storyline) -> list[Turn]:
    """The shifts of a record into which the storyline's reports were read, by their files."""
    with TemporaryDirectory() as folder, Record(Path(folder) / "story.vrb") as record:
        read([str(report.path) for report in told.reports], record)
        files = {row.handle: Path(row.origin).name for row in record.reports()}
        found = [step for lane in record.lanes() for step in story(lane).shifts]
    return [_turn(step, lambda one: files[one.report]) for step in found]


def gold_turns(told: Storyline, by: Literal["id", "file"] = "file") -> list[Turn]:
    """The shifts that gold lists, by the ids of their positions or by the files of these."""
    files = {p.given.id: r.given.file for r in told.reports for p in r.positions}

    def named(one: str) -> frozenset[str]:
        return frozenset({one if by == "id" else files[one]})

    return [
        Turn(shift.party, shift.on, named(shift.before), named(shift.after), shift.kind)
        for shift in told.given.shifts
    ]


def _turn(step: Step, name: Callable[[Held], str]) -> Turn:
    before = step.before.carried if step.before else ()
    return Turn(
        step.party,
        step.on,
        frozenset(map(name, before)),
        frozenset(map(name, step.after.carried)),
        step.kind,
    )


def compared(name: str, gold: Iterable[Turn], drawn: Iterable[Turn]) -> Table:
    """How many of ``drawn`` are among ``gold``, and of how many of these the kind is right."""
    due, found = list(gold), list(drawn)
    pairs = [(one, next((g for g in due if g.meets(one)), None)) for one in found]
    hit = {id(g) for _, g in pairs if g is not None}
    alike = {id(g) for one, g in pairs if g is not None and g.kind == one.kind}
    return {
        name: Counts(len(hit), len(found), len(due)),
        f"{name}.kind": Counts(len(alike), len(hit), len(hit)),
    }


def _held(report: StoryReport, position: GoldPosition, number: int) -> Held:
    given, day = position.given, period(report.given.published)
    return Held(
        id=given.id,
        party=given.party,
        matter=given.matter,
        on=given.on,
        stance=given.stance,
        condition=given.condition,
        date=report.given.published,
        dated_by="published",
        first=day[0] if day else None,
        last=day[1] if day else None,
        report=report.given.file,
        number=number,
        outlet=report.given.outlet,
        words=words_at(report.text, position.places, JOINT),
        frame=words_at(report.text, _around(report.text, position.places), JOINT),
        account=_account(given.told_by),
        teller=given.told_by,
        background=given.background,
    )


def _around(text: str, places: Iterable[Span]) -> list[Span]:
    """The sentences that hold ``places``."""
    wanted = list(places)
    whole = sentences(text, [Span(0, len(text))])
    return [one for one in whole if any(one.overlaps(place) for place in wanted)]


def _account(told_by: str | None) -> Account:
    if told_by is None:
        return "own"
    return "outlet" if told_by == "outlet" else "other"
