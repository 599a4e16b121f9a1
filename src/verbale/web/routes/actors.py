"""The table of actors: those of one name, kind and country together, as in `Record.roster`."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

from msgspec.structs import replace

from verbale.exports.tables import Column
from verbale.record import ActorFilter, Record, RosterRow
from verbale.web.reader import Reader
from verbale.web.table import Box, Table, handlers

_BATCH = 500


def _whole(reader: Reader, wanted: ActorFilter) -> Iterator[RosterRow]:
    """All rows that fit, in short reads."""
    offset = 0
    while found := reader.record().roster(replace(wanted, limit=_BATCH, offset=offset)).rows:
        yield from found
        offset += _BATCH


TABLE = Table(
    noun="actors",
    title="Actors",
    kind=ActorFilter,
    listed=lambda record, wanted: record.roster(wanted),
    divided=Record.roster_facets,
    whole=_whole,
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
