"""List what parties deal with, and decide what is what.

What is no command below are words to look for: see verbale matters list --help for the options.

Examples:

  verbale matters --party JPN
  verbale matters "peace treaty"
  verbale matters rename m36761ba3 "the peace treaty"
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from verbale.cli.asked import Party, code_asked
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
from verbale.record import MatterFilter, MatterRow

MatterId = Annotated[
    str, typer.Argument(metavar="ID", help="Its id, a beginning of it, or words that fit one only.")
]
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


def list_matters(
    words: Annotated[
        str | None, typer.Argument(metavar="[WORDS]", help="Words of a name, or an id.")
    ] = None,
    record: RecordPath = DEFAULT_RECORD,
    party: Party = None,
    desk: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Only what this desk.toml follows.")
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
      verbale matters --desk desk.toml
      verbale statements --matter "peace treaty" --country RUS
    """
    if desk is not None:
        _show_followed(record, desk, as_json=as_json)
        return
    with open_view(record) as opened:
        code = code_asked(party, opened)
        wanted = MatterFilter(words=words, party=code, limit=limit_of(limit))
        show(COLUMNS, opened.matters_held(wanted), as_json=as_json)


def _show_followed(record: Path, desk: Path, *, as_json: bool) -> None:
    from verbale.desk import lexicon_of
    from verbale.desk.config import followed, read_desk

    with open_view(record) as opened:
        found = followed(opened, read_desk(desk, lexicon_of(opened)))
    if as_json:
        write_json(found)
        return
    rows = [(each.follow.name, row) for each in found for row in each.matters]
    followed_as = Column[tuple[str, MatterRow]]("followed as", lambda pair: pair[0])
    show_rows((followed_as, *map(_of_pair, COLUMNS)), rows)
    for each in found:
        if not each.matters:
            note(f"Nothing was found yet of {each.follow.name!r}.", "yellow")


def _of_pair(column: Column[MatterRow]) -> Column[tuple[str, MatterRow]]:
    return Column(
        column.heading,
        lambda pair: column.words(pair[1]),
        column.style,
        column.narrow,
        column.wide,
        column.piped,
    )


def rename(
    matter: MatterId,
    name: Annotated[str, typer.Argument(metavar="NAME", help="What to call it.")],
    record: RecordPath = DEFAULT_RECORD,
    reason: Reason = "",
    author: Author = None,
) -> None:
    """Call a matter by another name. It keeps its id and the name, whatever reports come.

    Examples:

      verbale matters rename "peace treaty" "peace treaty and borders"
    """
    with open_to_decide(record) as opened:
        row = opened.matter_decisions.rename(matter, name, author=author_of(author), reason=reason)
    tell_decided(row)


def merge(
    one: Annotated[str, typer.Argument(metavar="A", help="The matter that is another one.")],
    into: Annotated[str, typer.Argument(metavar="B", help="The one it is.")],
    record: RecordPath = DEFAULT_RECORD,
    reason: Reason = "",
    author: Author = None,
) -> None:
    """Decide that matter A is matter B: what is about A is then about B, in reports to come, too.

    Examples:

      verbale matters merge "water-sharing treaty" "Sellan treaty"
    """
    with open_to_decide(record) as opened:
        row = opened.matter_decisions.merge(one, into, author=author_of(author), reason=reason)
    tell_decided(row)


def split(
    matter: MatterId,
    words: Annotated[
        list[str], typer.Argument(metavar="WORDS...", help="What reports call the other thing.")
    ],
    record: RecordPath = DEFAULT_RECORD,
    reason: Reason = "",
    author: Author = None,
) -> None:
    """Decide that what reports call by these words is a matter of its own. The list with --json
    has all wordings of a matter.

    Examples:

      verbale matters split "Ambry dam" reservoir
    """
    with open_to_decide(record) as opened:
        row = opened.matter_decisions.split(matter, words, author=author_of(author), reason=reason)
    tell_decided(row)


def pin(
    matter: MatterId,
    record: RecordPath = DEFAULT_RECORD,
    reason: Reason = "",
    author: Author = None,
) -> None:
    """Let a matter keep its id, however few reports speak of it and whatever else joins it.

    Examples:

      verbale matters pin "peace treaty"
    """
    with open_to_decide(record) as opened:
        row = opened.matter_decisions.pin(matter, author=author_of(author), reason=reason)
    tell_decided(row)
