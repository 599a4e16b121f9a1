"""The table of positions, one row for each report that supports one."""

from __future__ import annotations

from verbale.exports.tables import TABLES
from verbale.record import PositionFilter, Record
from verbale.web.table import Box, Table, handlers, ordered

TABLE = Table(
    noun="positions",
    title="Positions",
    kind=PositionFilter,
    listed=lambda record, wanted: record.positions(wanted),
    divided=Record.facets,
    whole=ordered,
    boxes=(
        Box("matter", "Matter", "peace treaty"),
        Box("since", "From", "2025-04"),
        Box("until", "Until", "2025"),
    ),
    facets=(("party", "Party"), ("on", "On"), ("stance", "Stance"), ("outlet", "Outlet")),
    orders=(
        ("", "oldest first"),
        ("-day", "newest first"),
        ("party", "party"),
        ("stance", "stance"),
        ("outlet", "outlet"),
    ),
    columns=TABLES["positions"].columns,
)
HANDLERS = handlers(TABLE)
