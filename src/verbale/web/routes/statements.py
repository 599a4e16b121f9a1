"""The table of statements."""

from __future__ import annotations

from verbale.exports.tables import TABLES
from verbale.record import Record, StatementFilter
from verbale.web.table import Box, Table, handlers, ordered

TABLE = Table(
    noun="statements",
    title="Statements",
    kind=StatementFilter,
    listed=lambda record, wanted: record.statements(wanted),
    divided=Record.facets,
    whole=ordered,
    boxes=(
        Box("text", "Words", 'ferry "joint patrol*"'),
        Box("by", "Speaker", "foreign minister"),
        Box("matter", "Matter", "peace treaty"),
        Box("since", "From", "2025-04"),
        Box("until", "Until", "2025"),
    ),
    facets=(("country", "State"), ("type", "Wording"), ("outlet", "Outlet")),
    orders=(
        ("", "oldest first"),
        ("-day", "newest first"),
        ("speaker", "speaker"),
        ("country", "state"),
        ("outlet", "outlet"),
    ),
    columns=TABLES["statements"].columns,
)
HANDLERS = handlers(TABLE)
