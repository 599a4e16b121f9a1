"""The table of acts."""

from __future__ import annotations

from verbale.exports.tables import TABLES
from verbale.record import ActFilter, Record
from verbale.web.table import Box, Table, handlers, ordered

TABLE = Table(
    noun="acts",
    title="Acts",
    kind=ActFilter,
    listed=lambda record, wanted: record.acts(wanted),
    divided=Record.facets,
    whole=ordered,
    boxes=(
        Box("actor", "By", "Japan"),
        Box("recipient", "To", "Russia"),
        Box("matter", "Matter", "peace treaty"),
        Box("since", "From", "2025-04"),
        Box("until", "Until", "2025"),
    ),
    facets=(("type", "Type"), ("outlet", "Outlet")),
    orders=(
        ("", "oldest first"),
        ("-day", "newest first"),
        ("type", "type"),
        ("outlet", "outlet"),
    ),
    columns=TABLES["acts"].columns,
)
HANDLERS = handlers(TABLE)
