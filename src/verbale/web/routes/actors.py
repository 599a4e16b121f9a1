"""The table of actors: those of one name, kind and country together, as in `Record.roster`."""

from __future__ import annotations

from operator import attrgetter

import msgspec

from verbale.exports.tables import Column
from verbale.record import ActorFilter, Listing, Record, RosterRow
from verbale.web.table import Box, Table, handlers


def _listed(record: Record, wanted: ActorFilter) -> Listing[RosterRow]:
    rows = record.roster(msgspec.structs.replace(wanted, limit=None, offset=0))
    limit = wanted.limit or len(rows)
    return Listing(rows=rows[wanted.offset : wanted.offset + limit], total=len(rows))


TABLE = Table(
    noun="actors",
    title="Actors",
    kind=ActorFilter,
    listed=_listed,
    boxes=(Box("name", "Name or office", "ambassador"), Box("country", "State", "Japan")),
    facets=(("kind", "Kind"), ("country", "State")),
    orders=(),
    columns=(
        *(Column(name, "text", attrgetter(name)) for name in ("name", "kind", "country")),
        Column("offices", "texts", attrgetter("offices")),
        Column("reports", "int", attrgetter("reports")),
        Column("also", "texts", attrgetter("also")),
        Column("ids", "texts", attrgetter("ids")),
    ),
)
HANDLERS = handlers(TABLE)
