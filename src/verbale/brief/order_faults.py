"""Whether what a brief tells as last, as said before or without a day is so by the record."""

from __future__ import annotations

from collections.abc import Iterator

from verbale.brief.choose import remarks
from verbale.brief.material import Material, among
from verbale.brief.model import Section
from verbale.record import StatementRow
from verbale.record.days import period


class Order:
    """Knows on which days the party of each section spoke."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._days: dict[tuple[tuple[str, ...], str | None], list[str]] = {}

    def faults(self, row: StatementRow, section: Section) -> Iterator[str]:
        """Why ``row`` does not belong in a section of this kind."""
        found, days = period(row.date), self.days(section)
        if (section.kind == "undated") != (found is None):
            yield "its year is not known" if found is None else "its day is known"
        elif found and section.kind == "last" and found[1] != days[-1]:
            yield "not the last that was said"
        elif found and section.kind == "before" and found[1] >= days[-1]:
            yield "not before the last that was said"

    def days(self, section: Section) -> list[str]:
        """The days on which the section's party said something, ascending."""
        key = (section.scope, section.side)
        if key not in self._days:
            self._days[key] = self._counted(section)
        return self._days[key]

    def _counted(self, section: Section) -> list[str]:
        rows = among(self._material.statements, section.scope)
        own = (
            row
            for row in rows
            if self._material.said(row)
            and row.statement.speaker is not None
            and self._material.side_of(row.statement) == section.side
        )
        return sorted(remark.day for remark in remarks(own) if remark.day)
