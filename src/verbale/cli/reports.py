"""``verbale reports``: the reports of a record."""

from __future__ import annotations

from typing import Annotated

import typer

from verbale.cli.asked import outlet_asked
from verbale.cli.display.tables import Column, show
from verbale.cli.options import (
    DEFAULT_RECORD,
    AsJson,
    Limit,
    RecordPath,
    Since,
    Until,
    limit_of,
    open_view,
)
from verbale.record import ReportFilter, ReportRow


def _day(row: ReportRow) -> str | None:
    """The day of publication; a tilde marks one that was worked out and not stated."""
    dated = row.report.published
    return None if dated is None else f"{dated.date}{'~' if dated.how == 'inferred' else ''}"


def _origin(row: ReportRow) -> str:
    """Outlet and agencies, the way the words came."""
    agencies = [name for name in row.report.agencies if name != row.outlet]
    return " < ".join(filter(None, (row.outlet, *agencies)))


COLUMNS: tuple[Column[ReportRow], ...] = (
    Column("id", lambda row: row.id, "cyan", narrow=True),
    Column("published", _day, narrow=True),
    Column("outlet < agency", _origin),
    Column("headline", lambda row: row.headline, wide=True),
    Column("statements", lambda row: str(row.statements), narrow=True),
    Column("flags", lambda row: ", ".join(row.report.flags), "dim"),
    Column("versions", lambda row: str(row.versions), piped=True),
    Column("language", lambda row: row.report.language, piped=True),
    Column("handle", lambda row: row.handle, piped=True),
    Column("origin", lambda row: row.origin, piped=True),
)


def reports(
    record: RecordPath = DEFAULT_RECORD,
    outlet: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only of this outlet or agency.")
    ] = None,
    language: Annotated[
        str | None, typer.Option(metavar="CODE", help="Only in this language, such as en.")
    ] = None,
    flag: Annotated[
        str | None, typer.Option(metavar="FLAG", help="Only with this flag, such as paywalled.")
    ] = None,
    text: Annotated[
        str | None,
        typer.Option(metavar="WORDS", help='Only with these words, "phrases" or beginnings*.'),
    ] = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = 50,
    as_json: AsJson = False,
) -> None:
    """List the reports of a record by day of publication.

    A day with a tilde (2025-04-12~) was worked out and is not stated; XXXX is a year that nothing
    supplies.

    Examples:

      verbale reports
      verbale reports --outlet TASS --since 2025-07
      verbale reports --text '"peace treaty"' --json
    """
    with open_view(record) as opened:
        wanted = ReportFilter(
            outlet=outlet_asked(outlet, opened),
            language=language,
            flag=flag,
            text=text,
            since=since,
            until=until,
            limit=limit_of(limit),
        )
        show(COLUMNS, opened.reports(wanted), as_json=as_json)
