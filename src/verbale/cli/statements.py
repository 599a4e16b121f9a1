"""``verbale statements``: who said what."""

from __future__ import annotations

from verbale.cli.asked import (
    About,
    Anywhere,
    By,
    Country,
    Held,
    InReport,
    Matter,
    Outlet,
    Worded,
    code_asked,
    matter_asked,
    note_nobody,
    outlet_asked,
)
from verbale.cli.display.carried import carried
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
from verbale.record import StatementFilter, StatementRow
from verbale.record.wording import content, day, speaker, way

COLUMNS: tuple[Column[StatementRow], ...] = (
    Column("id", lambda row: row.id, "cyan", narrow=True),
    Column("said", day, narrow=True),
    Column("by", speaker, "bold"),
    Column("what", content, wide=True),
    Column("according to", way, "dim"),
    Column("report", lambda row: row.report, "cyan", narrow=True),
    Column("country", lambda row: row.statement.country, piped=True),
    Column("speaker", lambda row: row.statement.speaker, piped=True),
    Column("office", lambda row: row.statement.office, piped=True),
    Column("type", lambda row: row.statement.type, piped=True),
    Column("polarity", lambda row: row.statement.polarity, piped=True),
)


def statements(
    record: RecordPath = DEFAULT_RECORD,
    by: By = None,
    country: Country = None,
    about: About = None,
    matter: Matter = None,
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
    """List who said what, by the day it was said.

    A day in brackets is that of publication: the report does not say when the words were spoken.
    WORDS are words that must all be there, "quoted phrases", or beginnings*.

    Examples:

      verbale statements --country JPN --since 2025-07
      verbale statements --by "foreign minister" --about treaty
      verbale statements --outlet TASS --polarity denies
      verbale statements --text '"peace treaty" negotiat*' --type direct --json
    """
    with open_view(record) as opened:
        code = code_asked(country, opened)
        wanted = StatementFilter(
            by=by,
            country=code,
            about=about,
            matter=matter_asked(matter, opened, code),
            since=since,
            until=until,
            type=kind,
            polarity=polarity,
            text=text,
            outlet=outlet_asked(outlet, opened),
            report=report,
            limit=limit_of(limit),
        )
        found = opened.statements(wanted)
        show(carried(COLUMNS, found, opened), found, as_json=as_json)
        if not found:
            note_nobody(by, opened)
