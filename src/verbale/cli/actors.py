"""List who speaks and acts, and decide who is who.

What is no command below is a name to list: see verbale actors list --help for the options.

Examples:

  verbale actors --country RUS --kind person
  verbale actors "foreign minister"
  verbale actors merge a12 "Akira Muto"
"""

from __future__ import annotations

from typing import Annotated

import typer

from verbale.cli.asked import Country, code_asked
from verbale.cli.authors import Author, Reason, author_of
from verbale.cli.display.decisions import tell_decided
from verbale.cli.display.tables import Column, show, show_rows
from verbale.cli.display.terminal import note, write_json
from verbale.cli.options import (
    DEFAULT_RECORD,
    AsJson,
    Limit,
    RecordPath,
    limit_of,
    open_to_decide,
    open_view,
)
from verbale.model import ActorKind
from verbale.record import ActorFilter, ActorRow, RosterRow


def _called(row: RosterRow) -> str:
    """The name, with the others decided to mean the same."""
    also = f" = {', '.join(row.also)}" if row.also else ""
    return f"{row.name}{also} (apart)" if row.apart else f"{row.name}{also}"


_ROSTER: tuple[Column[RosterRow], ...] = (
    Column("name", _called, "bold"),
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


def list_actors(
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help="Words of a name, alias or office.")
    ] = None,
    record: RecordPath = DEFAULT_RECORD,
    country: Country = None,
    kind: Annotated[ActorKind | None, typer.Option(help="Only of this kind.")] = None,
    report: Annotated[
        str | None, typer.Option(metavar="ID", help="Only in this report, with their aliases.")
    ] = None,
    limit: Limit = 50,
    as_json: AsJson = False,
) -> None:
    """List who speaks and acts, those in most reports first.

    Actors of different reports stand in one row when name, kind and country agree. That is not to
    say that they are one person; merge and split are for those who know.

    Examples:

      verbale actors --country RUS --kind person
      verbale actors "foreign minister"
      verbale actors --report r1
    """
    with open_view(record) as opened:
        wanted = ActorFilter(
            name=name,
            kind=kind,
            country=code_asked(country, opened),
            report=report,
            limit=limit_of(limit),
        )
        if report is not None:
            show(_IN_REPORT, opened.actors(wanted), as_json=as_json)
            return
        roster = opened.roster(wanted)
        near = opened.speakers_like(name) if name and not roster else ()
    if as_json:
        write_json(roster.rows)
        return
    show_rows(_ROSTER, roster.rows)
    if not roster:
        note("Nothing fits.", "dim")
        if near:
            note(f"Did you mean {' or '.join(near)}?", "yellow")
    elif roster.total > len(roster):
        note(f"At most {limit} are shown; --limit 0 shows all.", "dim")


def merge(
    one: Annotated[str, typer.Argument(metavar="A", help="A name, or a12: that report's.")],
    other: Annotated[str, typer.Argument(metavar="B", help="Who that is: a name or an id.")],
    record: RecordPath = DEFAULT_RECORD,
    reason: Reason = "",
    author: Author = None,
) -> None:
    """Decide that A is B. The roster then has them in one row, and statements --by B finds what A
    said. The reports' words stay as they are, and the decision can be undone.

    A name means whoever has that name, kind and country in any report; an id means the one that
    this report speaks of.

    Examples:

      verbale actors merge a12 "Akira Muto" --reason "his only ambassador of that name"
      verbale actors merge "Iro Salm-Veld" "Iro Salm"
    """
    with open_to_decide(record) as opened:
        row = opened.corrections.merge(one, other, author=author_of(author), reason=reason)
    tell_decided(row)


def split(
    one: Annotated[str, typer.Argument(metavar="A", help="a12 for that report's, or a name.")],
    record: RecordPath = DEFAULT_RECORD,
    reason: Reason = "",
    author: Author = None,
) -> None:
    """Decide that A is nobody else: the actor of one report (a12) then stands apart from others of
    the same name; a name is no longer taken for another one.

    Examples:

      verbale actors split a12 --reason "a namesake in the navy"
      verbale actors split "Iro Salm-Veld"
    """
    with open_to_decide(record) as opened:
        row = opened.corrections.split(one, author=author_of(author), reason=reason)
    tell_decided(row)
