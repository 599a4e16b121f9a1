"""``verbale acts``: who did what to whom."""

from __future__ import annotations

from typing import Annotated, get_args

import typer

from verbale.cli.asked import (
    Matter,
    Outlet,
    code_asked,
    codes_asked,
    matter_asked,
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
from verbale.errors import UsageError
from verbale.lexicon.kinds import EventType
from verbale.record import ActFilter, ActRow
from verbale.record.wording import day, deed, sides

COLUMNS: tuple[Column[ActRow], ...] = (
    Column("id", lambda row: row.id, "cyan", narrow=True),
    Column("day", day, narrow=True),
    Column("who > whom", sides, "bold"),
    Column("act", deed),
    Column("words", lambda row: row.evidence_words, wide=True),
    Column("outlet", lambda row: row.outlet, "dim"),
    Column("report", lambda row: row.report, "cyan", narrow=True),
    Column("contexts", lambda row: ", ".join(row.act.contexts), piped=True),
    Column("statement", lambda row: row.statement, piped=True),
)


def acts(
    record: RecordPath = DEFAULT_RECORD,
    kind: Annotated[
        str | None, typer.Option("--type", metavar="TYPE", help="A PLOVER type, such as REJECT.")
    ] = None,
    actor: Annotated[
        str | None,
        typer.Option(
            "--actor", "--by", metavar="PARTY", help="Who acts: a side, as Japan, Tokyo, JPN, EU."
        ),
    ] = None,
    recipient: Annotated[
        str | None, typer.Option("--recipient", "--to", metavar="PARTY", help="On whom.")
    ] = None,
    party: Annotated[
        list[str] | None,
        typer.Option(
            "--party",
            "--country",
            metavar="PARTY",
            help="Who acts or is acted on. Twice: between the two.",
        ),
    ] = None,
    matter: Matter = None,
    outlet: Outlet = None,
    report: Annotated[str | None, typer.Option(metavar="ID", help="Only in this report.")] = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = 50,
    as_json: AsJson = False,
) -> None:
    """List who did what to whom, by day, as PLOVER events.

    A day in brackets is that of publication. "A = B" is an act in which neither is the actor. In
    brackets after the act stands what sets it apart from news: historical, future, hypothetical,
    negated, alleged.

    Examples:

      verbale acts --actor RUS --recipient JPN
      verbale acts --type SANCTION --since 2024
      verbale acts --report r1 --json
    """
    with open_view(record) as opened:
        sides = codes_asked(party, opened)
        by, on = code_asked(actor, opened), code_asked(recipient, opened)
        wanted = ActFilter(
            type=_type_asked(kind),
            actor=by,
            recipient=on,
            parties=sides,
            matter=matter_asked(matter, opened, by, on, *sides),
            outlet=outlet_asked(outlet, opened),
            report=report,
            since=since,
            until=until,
            limit=limit_of(limit),
        )
        found = opened.acts(wanted)
        show(carried(COLUMNS, found, opened), found, as_json=as_json)


def _type_asked(kind: str | None) -> str | None:
    """A type in capitals. Raises `UsageError`, which lists all."""
    if kind is None or kind.upper() in get_args(EventType):
        return kind and kind.upper()
    known = ", ".join(get_args(EventType))
    raise UsageError(f"--type {kind}", f"no type of act; there are {known}")
