"""What one record has that an earlier one has not: reports, entries, shifts, other values."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from typing import Generic, TypeVar

import msgspec

from verbale.positions.shifts import Step, story
from verbale.record import ActRow, Change, PositionRow, Record, ReportRow, StatementRow

R = TypeVar("R")
#: What of an entry may have another value while its words stand: they are its name.
_STATEMENT = ("speaker", "office", "country", "polarity", "said_on", "to", "via", "background")
_ACT = ("mode", "actor", "recipient", "mediator", "date", "flags")
_POSITION = ("stance", "condition", "matter", "background")
_REPORT = ("outlet", "published")


class ChangedEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A value that differs between an entry of the earlier record and the same of the later."""

    id: str
    report: str
    change: Change


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """What is new, what has other values, and how much is gone. Ids are those of the later record.

    An entry is the same in both if its report is, and its words are.
    """

    reports: tuple[ReportRow, ...]
    positions: tuple[PositionRow, ...]
    shifts: tuple[Step, ...]
    statements: tuple[StatementRow, ...]
    acts: tuple[ActRow, ...]
    changed: tuple[ChangedEntry, ...]
    gone: Mapping[str, int]

    def __bool__(self) -> bool:
        fields = (self.reports, self.positions, self.shifts, self.statements, self.acts)
        return any(fields) or bool(self.changed) or any(self.gone.values())


def difference(earlier: Record, later: Record) -> Difference:
    """What ``later`` has that ``earlier`` has not."""
    reports = _Kind(earlier.each_report(), later.each_report(), lambda row: row.handle)
    statements = _Kind(earlier.each_statement(), later.each_statement(), _statement_key)
    acts = _Kind(earlier.each_act(), later.each_act(), _act_key)
    positions = _Kind(earlier.each_position(), later.each_position(), _position_key)
    known = {_step_key(step) for step in _shifts(earlier)}
    return Difference(
        reports=tuple(reports.new),
        positions=tuple(positions.new),
        shifts=tuple(step for step in _shifts(later) if _step_key(step) not in known),
        statements=tuple(statements.new),
        acts=tuple(acts.new),
        changed=(
            *reports.changed(lambda row: row, _REPORT, lambda row: row.headline),
            *statements.changed(lambda row: row.statement, _STATEMENT, lambda r: r.content_words),
            *acts.changed(lambda row: row.act, _ACT, lambda row: row.evidence_words),
            *positions.changed(lambda row: row.position, _POSITION, lambda r: r.evidence_words),
        ),
        gone={
            "reports": reports.gone,
            "statements": statements.gone,
            "acts": acts.gone,
            "positions": positions.gone,
        },
    )


class _Kind(Generic[R]):
    """The entries of one kind in both records, by what names them."""

    def __init__(
        self, earlier: Iterable[R], later: Iterable[R], key: Callable[[R], Hashable]
    ) -> None:
        held = {key(row): row for row in earlier}
        self.new: list[R] = []
        self._both: list[tuple[R, R]] = []
        for row in later:
            before = held.pop(key(row), None)
            if before is None:
                self.new.append(row)
            else:
                self._both.append((before, row))
        self.gone = len(held)

    def changed(
        self, entry: Callable[[R], object], fields: Iterable[str], words: Callable[[R], str | None]
    ) -> Iterator[ChangedEntry]:
        """The values among ``fields`` that differ; ``words`` tell a person which entry it is."""
        wanted = tuple(fields)
        for before, after in self._both:
            for field in wanted:
                old, new = _value(entry(before), field), _value(entry(after), field)
                if old != new:
                    change = Change(what=field, how="changed", old=old, new=new, about=words(after))
                    yield ChangedEntry(id=_id(after), report=_handle(after), change=change)


def _value(entry: object, field: str) -> str | None:
    value = getattr(entry, field)
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or None
    return None if value is None else str(value)


def _id(row: object) -> str:
    return str(getattr(row, "id"))  # noqa: B009 - every row has one


def _handle(row: object) -> str:
    return str(getattr(row, "handle"))  # noqa: B009


def _statement_key(row: StatementRow) -> Hashable:
    return row.handle, row.source_words, row.cue_words, row.content_words


def _act_key(row: ActRow) -> Hashable:
    return row.handle, row.act.type, row.evidence_words


def _position_key(row: PositionRow) -> Hashable:
    return row.handle, row.position.party, row.position.on, row.evidence_words


def _shifts(record: Record) -> list[Step]:
    return [step for lane in record.lanes() for step in story(lane).shifts]


def _step_key(step: Step) -> Hashable:
    before = step.before.best.words if step.before else ""
    return step.party, step.on, step.kind, before, step.after.best.report, step.after.best.words
