"""``verbale sources``: the outlets and agencies of a record, and how much rests on each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verbale.cli.display.tables import Column, show
from verbale.cli.options import DEFAULT_RECORD, AsJson, Limit, RecordPath, limit_of, open_view
from verbale.record import Listing

if TYPE_CHECKING:
    from verbale.desk.outlets import SourceRow

COLUMNS: tuple[Column[SourceRow], ...] = (
    Column("source", lambda row: row.name, "bold", wide=True),
    Column("kind", lambda row: row.kind, narrow=True),
    Column("seat", lambda row: row.country, narrow=True),
    Column("reports", lambda row: str(row.printed), narrow=True),
    Column("carried", lambda row: str(row.carried) if row.carried else "", narrow=True),
    Column("said", lambda row: str(row.statements), narrow=True),
    Column("belongs to", lambda row: row.parent, piped=True),
    Column("also", lambda row: ", ".join(row.also), piped=True),
)


def sources(
    record: RecordPath = DEFAULT_RECORD, limit: Limit = 50, as_json: AsJson = False
) -> None:
    """List the outlets and agencies of a record: what they are, how many reports they printed, how
    many reports of others have words from them, and how many statements came by them.

    What an outlet is comes from the lexicon, which --lexicon extends when reports are read. No
    outlet is scored.

    Examples:

      verbale sources
      verbale sources --json
    """
    from verbale.desk.extensions import lexicon_of
    from verbale.desk.outlets import sources_of

    with open_view(record) as opened:
        rows = sources_of(opened, lexicon_of(opened))
    show(COLUMNS, Listing(rows=rows[: limit_of(limit)], total=len(rows)), as_json=as_json)
