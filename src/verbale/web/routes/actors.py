"""The table of actors: those of one name, kind and country together, as in `Record.roster`."""

from __future__ import annotations

from operator import attrgetter

from verbale.exports.tables import Column
from verbale.record import ActorFilter
from verbale.web.table import Box, Table, handlers

TABLE = Table(
    noun="actors",
    title="Actors",
    kind=ActorFilter,
    listed=lambda record, wanted: record.roster(wanted),
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
