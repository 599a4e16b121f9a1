"""``verbale positions``: where a party stands on a matter."""

from __future__ import annotations

from typing import Annotated

import typer

from verbale.cli.display.tables import Column, show
from verbale.cli.display.wording import day, stance
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
from verbale.model import Stance, Target
from verbale.record import PositionFilter, PositionRow

COLUMNS: tuple[Column[PositionRow], ...] = (
    Column("id", lambda row: row.id, "cyan", narrow=True),
    Column("day", day, narrow=True),
    Column("party", lambda row: row.position.party, "bold"),
    Column("matter", lambda row: row.position.matter),
    Column("on", lambda row: row.position.on),
    Column("stance", stance, "bold"),
    Column("words", lambda row: row.evidence_words, wide=True),
    Column("outlet", lambda row: row.outlet, "dim"),
    Column("report", lambda row: row.report, "cyan", narrow=True),
    Column("statement", lambda row: row.statement, piped=True),
)


def positions(
    record: RecordPath = DEFAULT_RECORD,
    party: Annotated[str | None, typer.Option(metavar="CODE", help="Whose: JPN, RUS, EU.")] = None,
    matter: Annotated[str | None, typer.Option(metavar="WORDS", help="On which matter.")] = None,
    on: Annotated[Target | None, typer.Option(help="On which side of the matter.")] = None,
    held: Annotated[Stance | None, typer.Option("--stance", help="Only this stance.")] = None,
    report: Annotated[str | None, typer.Option(metavar="ID", help="Only in this report.")] = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = 50,
    as_json: AsJson = False,
) -> None:
    """List where each party stood, by day.

    A day in brackets is that of publication; "(recalled)" marks an older position that a report
    only recalls. Refusing to talk and favouring a treaty are positions on different things, which
    --on keeps apart: talks, outcome, terms or relations.

    Examples:

      verbale positions --party RUS
      verbale positions --matter "peace treaty" --on talks --since 2025
      verbale positions --stance conditional --json
    """
    wanted = PositionFilter(
        party=party.upper() if party else None,
        matter=matter,
        on=on,
        stance=held,
        report=report,
        since=since,
        until=until,
        limit=limit_of(limit),
    )
    with open_view(record) as opened:
        show(COLUMNS, opened.positions(wanted), as_json=as_json)
