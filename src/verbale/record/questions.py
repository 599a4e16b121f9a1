"""Open questions: what the record cannot tell, gathered for a person to settle."""

from __future__ import annotations

from verbale.record.filters import ReportFilter, StatementFilter
from verbale.record.rows import OpenQuestions, ReportRow, StatementRow
from verbale.record.view import View

_UNREAD = {"unserved-language", "no-body", "paywalled", "truncated"}


def open_questions(view: View) -> OpenQuestions:
    """All of them, each list in the order of days."""
    reports = view.reports(ReportFilter()).rows
    statements = view.statements(StatementFilter(open=True)).rows
    return OpenQuestions(
        undated=tuple(row for row in reports if _undated(row)),
        inferred=tuple(row for row in reports if _inferred(row)),
        unread=tuple(
            row for row in reports if not row.statements and _UNREAD & set(row.report.flags)
        ),
        undated_statements=tuple(row for row in statements if _said_without_year(row)),
        unresolved=tuple(row for row in statements if row.statement.speaker is None),
    )


def _undated(row: ReportRow) -> bool:
    published = row.report.published
    return published is None or not published.full


def _inferred(row: ReportRow) -> bool:
    published = row.report.published
    return published is not None and published.full and published.how == "inferred"


def _said_without_year(row: StatementRow) -> bool:
    return row.dated_by == "said" and row.date is not None and row.date.startswith("XXXX")
