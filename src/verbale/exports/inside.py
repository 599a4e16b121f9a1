"""A report with everything drawn from it, one at a time, for exports that need the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from verbale.model import Annotation
from verbale.record import (
    ActFilter,
    ActRow,
    PositionFilter,
    PositionRow,
    Record,
    ReportRow,
    StatementFilter,
    StatementRow,
)


class Inside(NamedTuple):
    """A report, its text, and its entries in the order of their ids."""

    row: ReportRow
    annotation: Annotation
    statements: tuple[StatementRow, ...]
    acts: tuple[ActRow, ...]
    positions: tuple[PositionRow, ...]

    @property
    def text(self) -> str:
        """What offsets count in."""
        return self.annotation.text


def each_inside(record: Record) -> Iterator[Inside]:
    """Every report, by id."""
    for row in record.each_report():
        statements = record.statements(StatementFilter(report=row.id))
        acts = record.acts(ActFilter(report=row.id))
        positions = record.positions(PositionFilter(report=row.id))
        yield Inside(
            row,
            record.annotation(row.id),
            tuple(sorted(statements, key=lambda each: int(each.id[1:]))),
            tuple(sorted(acts, key=lambda each: int(each.id[1:]))),
            tuple(sorted(positions, key=lambda each: int(each.id[1:]))),
        )
