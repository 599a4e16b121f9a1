"""What the footer says of people's corrections: how many there are, how many find nothing."""

from __future__ import annotations

from collections.abc import Collection

from verbale.brief.model import Sentence
from verbale.brief.names import counted
from verbale.record import Record

_COUNTING = ("applied", "agrees")


def decided(record: Record, reports: Collection[str]) -> tuple[Sentence, ...]:
    """Sentences on the corrections of the reports with these ids, and of none in the record."""
    rows = record.corrections.rows()
    applied = sum(row.state in _COUNTING and row.report in reports for row in rows)
    lost = sum(
        row.state == "orphaned" and (row.report is None or row.report in reports) for row in rows
    )
    told = []
    if applied:
        values = {"corrections": counted(applied, "correction")}
        told.append(Sentence(template="footer.corrected", values=values))
    if lost:
        values = {"corrections": counted(lost, "correction")}
        told.append(Sentence(template="footer.orphaned", values=values))
    return tuple(told)
