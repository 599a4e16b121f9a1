"""Open questions: what the record cannot tell, gathered for a person to settle."""

from __future__ import annotations

from collections.abc import Sequence

from verbale.record.rows import OpenQuestions, ReportRow, StatementRow

_UNREAD = {"unserved-language", "no-body", "paywalled", "truncated"}


def open_questions(
    reports: Sequence[ReportRow], statements: Sequence[StatementRow]
) -> OpenQuestions:
    """All of them, each list in the order given. ``statements`` need only be the open ones."""
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
