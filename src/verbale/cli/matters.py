"""``verbale matters``: what parties deal with."""

from __future__ import annotations

from typing import Annotated

import typer

from verbale.cli.display.tables import Column, show
from verbale.cli.options import DEFAULT_RECORD, AsJson, Limit, RecordPath, limit_of, open_view
from verbale.record import MatterFilter, MatterRow

COLUMNS: tuple[Column[MatterRow], ...] = (
    Column("id", lambda row: row.matter.id, "cyan", narrow=True),
    Column("parties", lambda row: "-".join(row.matter.parties), narrow=True),
    Column("matter", lambda row: row.matter.name, "bold", wide=True),
    Column("reports", lambda row: str(row.matter.reports), narrow=True),
    Column("said", lambda row: str(row.statements), narrow=True),
    Column("done", lambda row: str(row.acts), narrow=True),
    Column("positions", lambda row: str(row.positions), narrow=True),
    Column("from", lambda row: row.first_day, "dim", narrow=True),
    Column("to", lambda row: row.last_day, "dim", narrow=True),
    Column("also called", lambda row: "; ".join(row.matter.wordings), piped=True),
)


def matters(
    words: Annotated[
        str | None, typer.Argument(metavar="[WORDS]", help="Words of a name, or an id.")
    ] = None,
    record: RecordPath = DEFAULT_RECORD,
    party: Annotated[
        str | None, typer.Option(metavar="CODE", help="Only of this state or organisation.")
    ] = None,
    limit: Limit = 50,
    as_json: AsJson = False,
) -> None:
    """List what parties deal with, the matters that most reports speak of first.

    A matter is found where several reports, or one at length, have the same parties deal with the
    same thing. It is called what the reports call it; a place that has several names has them all,
    in alphabetical order, since none of them is the name.

    Examples:

      verbale matters
      verbale matters --party JPN
      verbale statements --matter "peace treaty" --country RUS
    """
    wanted = MatterFilter(
        words=words, party=party.upper() if party else None, limit=limit_of(limit)
    )
    with open_view(record) as opened:
        show(COLUMNS, opened.matters(wanted), as_json=as_json)
