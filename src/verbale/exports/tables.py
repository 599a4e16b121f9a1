"""The tables that can be exported: their columns in order, and where each value comes from.

The names are a contract with whoever reads the files: add at the end, rename never.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from operator import attrgetter
from typing import Any, Literal, NamedTuple

import msgspec

from verbale.exports import polecat
from verbale.model import Dated
from verbale.record import Record

#: text, whole number, number, truth value, list of texts, list of [start, end), other JSON.
Kind = Literal["text", "int", "float", "bool", "texts", "spans", "json"]
Value = Any


class Column(NamedTuple):
    """A column: its name, its kind, and how to take it from a row of the record."""

    name: str
    kind: Kind
    take: Callable[[Any], Value]


class Table(NamedTuple):
    """A table: columns, and the record's rows they are taken from, in the order of ids."""

    columns: tuple[Column, ...]
    source: Callable[[Record], Iterator[Any]]

    def rows(self, record: Record) -> Iterator[Sequence[Value]]:
        """The values of each row, in the order of the columns; None where there is none."""
        for row in self.source(record):
            yield [column.take(row) for column in self.columns]


class _Text(NamedTuple):
    """A version's text, for the offsets of the other tables to count in."""

    report: str
    version: str
    current: bool
    text: str


def _columns(kind: Kind, names: str, inside: str = "") -> list[Column]:
    """Columns named as the attributes they come from, ``inside`` one of the row's own."""
    prefix = f"{inside}." if inside else ""
    return [Column(name, kind, attrgetter(prefix + name)) for name in names.split()]


def _maybe(name: str, kind: Kind, path: str, inner: str) -> Column:
    """A column from a part of the row that may be missing."""
    outer, last = attrgetter(path), attrgetter(inner)

    def take(row: Any) -> Value:
        part = outer(row)
        return None if part is None else last(part)

    return Column(name, kind, take)


def _dated(name: str) -> list[Column]:
    """Day, time, zone, how it is known and on what basis."""
    fields = [field.name for field in msgspec.structs.fields(Dated) if field.name != "span"]
    return [
        _maybe(name if field == "date" else f"{name}_{field}", "text", f"report.{name}", field)
        for field in fields
    ]


def _texts(record: Record) -> Iterator[_Text]:
    for report in record.each_report():
        for version in record.versions(report.id):
            text = record.annotation(report.id, version.version).text
            yield _Text(report.id, version.version, version.current, text)


def _versions(record: Record) -> Iterator[Any]:
    for report in record.each_report():
        yield from record.versions(report.id)


def _drawn(inside: str) -> list[Column]:
    """How sure the conclusion is, and what drew it."""
    return [*_columns("float", "score", inside), *_columns("text", "rule", inside)]


def _nothing(_: Any) -> None:
    """What the record does not hold."""


def _given(name: str, kind: Kind) -> Column:
    return Column(f"given_{name}", kind, attrgetter(f"given.{name}"))


_WHERE = _columns("text", "id report handle headline outlet published")
_DATED = _columns("text", "date dated_by")

TABLES: dict[str, Table] = {
    "reports": Table(
        (
            *_columns("text", "id handle lineage origin headline outlet"),
            *_columns("text", "outlet_how", "report"),
            *_columns("texts", "authors agencies", "report"),
            _maybe("dateline_place", "text", "report.dateline", "place"),
            _maybe("dateline_date", "text", "report.dateline", "date"),
            _maybe("dateline_agency", "text", "report.dateline", "agency"),
            *_dated("published"),
            *_dated("updated"),
            *_columns("text", "language url", "report"),
            *_columns("texts", "flags notes", "report"),
            *_columns("spans", "body", "report"),
            *_columns("text", "version code read_at"),
            *_columns("int", "versions statements acts positions"),
        ),
        lambda record: record.each_report(),
    ),
    "versions": Table(
        (
            *_columns("text", "report version"),
            *_columns("bool", "current"),
            *_columns("text", "origin media charset code read_at drawn_at"),
            *_columns("int", "size"),
            *(_given(name, "text") for name in ("url", "outlet", "published", "title")),
            _given("authors", "texts"),
            *(_given(name, "text") for name in ("language", "key", "basis")),
        ),
        _versions,
    ),
    "texts": Table(
        (
            *_columns("text", "report version"),
            *_columns("bool", "current"),
            *_columns("text", "text"),
        ),
        _texts,
    ),
    "statements": Table(
        (
            *_WHERE,
            *_DATED,
            *_columns("text", "source_words cue_words content_words"),
            *_columns("text", "zone", "statement"),
            *_columns("bool", "speech", "statement"),
            *_columns("text", "type speaker office country", "statement"),
            *_columns("texts", "via", "statement"),
            *_columns("text", "to venue said_on said_how polarity", "statement"),
            *_columns("text", "nested_in"),
            *_columns("bool", "background", "statement"),
            *_columns("spans", "source cue content", "statement"),
            *_drawn("statement"),
        ),
        lambda record: record.each_statement(),
    ),
    "actors": Table(
        (
            *_WHERE,
            *_columns("text", "kind name country", "actor"),
            *_columns("texts", "aliases", "actor"),
            Column("offices", "json", lambda row: msgspec.to_builtins(row.actor.offices)),
            *_columns("spans", "mentions", "actor"),
        ),
        lambda record: record.each_actor(),
    ),
    "acts": Table(
        (
            *_WHERE,
            *_DATED,
            *_columns("text", "evidence_words"),
            *_columns("text", "type mode", "act"),
            *_columns("texts", "contexts actor recipient mediator", "act"),
            *_columns("bool", "symmetric", "act"),
            *_columns("texts", "flags", "act"),
            *_columns("text", "statement"),
            *_columns("spans", "evidence actor_span recipient_span", "act"),
            *_drawn("act"),
        ),
        lambda record: record.each_act(),
    ),
    "positions": Table(
        (
            *_WHERE,
            *_DATED,
            *_columns("text", "evidence_words"),
            *_columns("text", "party matter on stance condition", "position"),
            *_columns("bool", "background", "position"),
            *_columns("text", "statement"),
            *_columns("spans", "evidence", "position"),
            *_drawn("position"),
        ),
        lambda record: record.each_position(),
    ),
    "skips": Table(
        tuple(_columns("text", "name kind reason at")), lambda record: iter(record.skips())
    ),
    "origins": Table(
        (
            *_columns("text", "entry report relation object role channel"),
            Column("span", "spans", lambda row: (row.span,) if row.span else ()),
            *_columns("text", "why"),
        ),
        lambda record: record.relations(),
    ),
    "polecat": Table(
        tuple(
            Column(
                name,
                "float" if field == "intensity" else "text",
                attrgetter(field) if field else _nothing,
            )
            for name, field in polecat.COLUMNS
        ),
        polecat.rows,
    ),
}
