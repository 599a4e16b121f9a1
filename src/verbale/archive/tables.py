"""The tables of an archive and their columns, in order.

The names are a contract with whoever reads the files, told in docs/archive.md: add at the end,
rename never; raise `SCHEMA` with every change.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

#: The version of the tables. 2 added what is prepared for a record.
SCHEMA = 2
#: The oldest that is read, too.
OLDEST = 1
#: The first that says what a record would keep of each report.
PREPARED = 2

Kind = Literal["text", "int", "float", "bool", "texts", "spans", "bytes"]
TableName = Literal["reports", "statements", "acts", "positions", "drops"]


class Column(NamedTuple):
    """A column: its name and its kind."""

    name: str
    kind: Kind


def _columns(kind: Kind, names: str) -> tuple[Column, ...]:
    return tuple(Column(name, kind) for name in names.split())


#: The columns that say when, separated by spaces.
DAYS = "date dated_by first_day last_day"
#: What joins the tables.
KEY = _columns("text", "report")
_ENTRY = (*KEY, *_columns("int", "number"), *_columns("text", DAYS))

#: Every table's columns, ``report`` (its key in this archive) first.
TABLES: dict[TableName, tuple[Column, ...]] = {
    "reports": (
        *KEY,
        *_columns("text", "id lineage origin version code headline outlet outlet_how"),
        *_columns("texts", "authors agencies"),
        *_columns("text", "dateline_place dateline_date dateline_agency"),
        *_columns("text", "published published_how published_time updated"),
        *_columns("text", "first_day last_day language url"),
        *_columns("texts", "flags parties matters"),
        *_columns("int", "statements acts positions"),
        *_columns("text", "media charset given text"),
        *_columns("bytes", "data annotation"),
        *_columns("text", "prepared_by"),
        *_columns("bytes", "prepared"),
    ),
    "statements": (
        *_ENTRY,
        *_columns("text", "source_words cue_words content_words zone"),
        *_columns("bool", "speech"),
        *_columns("text", "type speaker office country"),
        *_columns("texts", "via"),
        *_columns("text", "to venue said_on said_how polarity"),
        *_columns("int", "nested_in"),
        *_columns("bool", "background"),
        *_columns("spans", "source cue content"),
        *_columns("float", "score"),
        *_columns("text", "rule"),
    ),
    "acts": (
        *_ENTRY,
        *_columns("text", "evidence_words type mode"),
        *_columns("texts", "contexts actor recipient mediator"),
        *_columns("bool", "symmetric"),
        *_columns("texts", "flags"),
        *_columns("int", "statement"),
        *_columns("spans", "evidence actor_span recipient_span"),
        *_columns("float", "score"),
        *_columns("text", "rule"),
    ),
    "positions": (
        *_ENTRY,
        *_columns("text", "evidence_words party matter on stance condition"),
        *_columns("int", "statement"),
        *_columns("bool", "background"),
        *_columns("spans", "evidence"),
        *_columns("float", "score"),
        *_columns("text", "rule"),
    ),
    "drops": _columns("text", "place origin url version stage reason detail like"),
}
