"""How much is open in a record: the first of it, and numbers, without reading the rest."""

from __future__ import annotations

import msgspec

from verbale.record.conditions import LACKS
from verbale.record.connect import Db
from verbale.record.questions import open_questions
from verbale.record.rows import ReportRow
from verbale.record.selects import REPORTS

_SHOWN = 50
#: Of all reports only those that may be open: without one day, or without a statement. Which these
#: are, two indexes tell between them, without a look at the reports themselves.
_MAY_BE_OPEN = (
    "r.id IN (SELECT o.id FROM reports o INDEXED BY reports_late"
    " WHERE o.first_day IS NULL OR o.first_day <> o.last_day"
    " OR NOT EXISTS (SELECT 1 FROM statements s WHERE s.report = o.id))"
)


class Openings(msgspec.Struct, frozen=True, kw_only=True):
    """Reports without a full day and reports that could not be read, fifty at most; how many
    statements are by nobody identified, and how many were made on a day whose year is open: those
    that `StatementFilter.lacks` lists."""

    undated: tuple[ReportRow, ...]
    unread: tuple[ReportRow, ...]
    unresolved: int
    undated_statements: int


def openings(db: Db) -> Openings:
    """What is open."""
    with db.snapshot():
        rows = db.all(f"{REPORTS.where(_MAY_BE_OPEN)} ORDER BY {REPORTS.order} LIMIT {10 * _SHOWN}")
        unresolved, undated = (
            db.value(f"SELECT count(*) FROM statements e WHERE {LACKS[name]}")  # noqa: S608
            for name in ("speaker", "year")
        )
    found = open_questions([REPORTS.make(row) for row in rows], ())
    return Openings(
        undated=found.undated[:_SHOWN],
        unread=found.unread[:_SHOWN],
        unresolved=int(unresolved),
        undated_statements=int(undated),
    )
