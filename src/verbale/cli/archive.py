"""``verbale archive``: who said what, in an archive."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from verbale.cli.asked import About, Anywhere, By, Held, InReport, Outlet, Worded
from verbale.cli.display.tables import Column, show
from verbale.cli.options import AsJson, Limit, Since, Until, limit_of
from verbale.cli.statements import COLUMNS
from verbale.record import StatementFilter, StatementRow


def archive(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="What annotate --out has made.")],
    by: By = None,
    country: Annotated[
        str | None,
        typer.Option("--country", "--party", metavar="PARTY", help="Of this state: Japan, JPN."),
    ] = None,
    about: About = None,
    matter: Annotated[
        str | None, typer.Option(metavar="WORDS", help="In reports with positions on this.")
    ] = None,
    since: Since = None,
    until: Until = None,
    kind: Worded = None,
    polarity: Held = None,
    text: Anywhere = None,
    outlet: Outlet = None,
    report: InReport = None,
    limit: Limit = 50,
    as_json: AsJson = False,
) -> None:
    """List who said what in an archive, by the day it was said. The tables are asked as they are.

    The filters are those of `verbale statements`; words fit wherever they stand, in the middle of
    others too. To work with some of the reports, read them into a record.

    Examples:

      verbale archive archive --country JPN --since 2025-07
      verbale archive archive --by "foreign minister" --about treaty --json
      verbale read archive --where 'party = Japan and matter ~ "peace treaty"'
    """
    from verbale.archive.query import Archive
    from verbale.lexicon.parties import code_of

    opened = Archive(folder)
    try:
        found = opened.statements(
            StatementFilter(
                by=by,
                country=code_of(country, opened.lexicon) if country else None,
                about=about,
                matter=matter,
                since=since,
                until=until,
                type=kind,
                polarity=polarity,
                text=text,
                outlet=outlet,
                report=report,
                limit=limit_of(limit),
            )
        )
    finally:
        opened.close()
    show(_COLUMNS, found, as_json=as_json)


def _from(row: StatementRow) -> str:
    """The report as a reader knows it; its outlet stands beside."""
    return row.headline or row.handle


#: Those of a record, with the report told by what it is called: it has no short id here.
_COLUMNS: tuple[Column[StatementRow], ...] = (
    *(column for column in COLUMNS if column.heading not in ("id", "report")),
    Column("in", _from, "dim"),
    Column("id", lambda row: row.id, "cyan", piped=True),
    Column("report", lambda row: row.report, "cyan", piped=True),
)
