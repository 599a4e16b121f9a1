"""``verbale actors``: who speaks and acts."""

from __future__ import annotations

from typing import Annotated

import typer

from verbale.cli.display.tables import Column, show, show_rows
from verbale.cli.display.terminal import note, write_json
from verbale.cli.options import DEFAULT_RECORD, AsJson, Limit, RecordPath, limit_of, open_view
from verbale.model import ActorKind
from verbale.record import ActorFilter, ActorRow, RosterRow

_ROSTER: tuple[Column[RosterRow], ...] = (
    Column("name", lambda row: row.name, "bold"),
    Column("kind", lambda row: row.kind),
    Column("country", lambda row: row.country, narrow=True),
    Column("offices", lambda row: "; ".join(row.offices), wide=True),
    Column("reports", lambda row: str(row.reports), narrow=True),
    Column("ids", lambda row: " ".join(row.ids), "cyan"),
)
_IN_REPORT: tuple[Column[ActorRow], ...] = (
    Column("id", lambda row: row.id, "cyan", narrow=True),
    Column("name", lambda row: row.actor.name, "bold"),
    Column("kind", lambda row: row.actor.kind),
    Column("country", lambda row: row.actor.country, narrow=True),
    Column("offices", lambda row: "; ".join(office.title for office in row.actor.offices)),
    Column("also called", lambda row: "; ".join(row.actor.aliases), wide=True),
    Column("mentions", lambda row: str(len(row.actor.mentions)), narrow=True),
)


def actors(
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help="Words of a name, alias or office.")
    ] = None,
    record: RecordPath = DEFAULT_RECORD,
    country: Annotated[
        str | None, typer.Option(metavar="CODE", help="Only of this state or organisation.")
    ] = None,
    kind: Annotated[ActorKind | None, typer.Option(help="Only of this kind.")] = None,
    report: Annotated[
        str | None, typer.Option(metavar="ID", help="Only in this report, with their aliases.")
    ] = None,
    limit: Limit = 50,
    as_json: AsJson = False,
) -> None:
    """List who speaks and acts, those in most reports first.

    Actors of different reports stand in one row when name, kind and country agree. That is not to
    say that they are one person.

    Examples:

      verbale actors --country RUS --kind person
      verbale actors "foreign minister"
      verbale actors --report r1
    """
    wanted = ActorFilter(
        name=name,
        kind=kind,
        country=country.upper() if country else None,
        report=report,
        limit=limit_of(limit),
    )
    with open_view(record) as opened:
        if report is not None:
            show(_IN_REPORT, opened.actors(wanted), as_json=as_json)
            return
        roster = opened.roster(wanted)
    if as_json:
        write_json(roster)
        return
    show_rows(_ROSTER, roster)
    if not roster:
        note("Nothing fits.", "dim")
    elif len(roster) == wanted.limit:
        note(f"At most {limit} are shown; --limit 0 shows all.", "dim")
