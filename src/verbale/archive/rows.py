"""The rows that an annotation gives rise to, each value from its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter
from typing import Any

from verbale.archive.results import Rows
from verbale.archive.tables import DAYS, KEY, TABLES, Column, TableName
from verbale.model import Annotation, RawDocument, Span
from verbale.record import prepared
from verbale.record.draw import Drawn, draw
from verbale.record.stored import annotation_json, storable_given

_OWN_WORDS = ("source_words", "cue_words", "content_words", "evidence_words", *DAYS.split())


def rows_of(annotation: Annotation, raw: RawDocument) -> Rows:
    """The rows of one report. ``annotation`` must be storable."""
    rows = draw(annotation)
    drawn = {(row.kind, row.number): row for row in rows}
    return Rows(
        _report(annotation, raw, rows),
        [_entry(s, drawn["statement", s.id], _STATEMENTS) for s in annotation.statements],
        [_entry(a, drawn["act", a.id], _ACTS) for a in annotation.acts],
        [_entry(p, drawn["position", p.id], _POSITIONS) for p in annotation.positions],
    )


_Take = Callable[[Any, Drawn], Any]


def _takers(table: TableName) -> tuple[_Take, ...]:
    return tuple(_taker(column) for column in TABLES[table][len(KEY) :])


def _taker(column: Column) -> _Take:
    """How a value is taken from an entry and what was drawn of it."""
    name = "id" if column.name == "number" else column.name
    if name in _OWN_WORDS:
        return lambda _, drawn: drawn.columns[name]
    value = attrgetter(name)
    if column.kind == "spans":
        return lambda entry, _: _pairs(value(entry))
    return lambda entry, _: value(entry)


_STATEMENTS, _ACTS, _POSITIONS = (_takers(table) for table in ("statements", "acts", "positions"))


def _entry(entry: object, drawn: Drawn, takers: Iterable[_Take]) -> list[Any]:
    return [take(entry, drawn) for take in takers]


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


_OWN = ("id", "lineage", "origin", "version", "code")


def _report(annotation: Annotation, raw: RawDocument, rows: Sequence[Drawn]) -> list[Any]:
    report = annotation.report
    line, published = report.dateline, report.published
    whole = annotation.text.encode("utf-8") == raw.data
    values: dict[str, Any] = {
        **{
            name: getattr(annotation, name)
            for name in ("id", "lineage", "origin", "version", "code")
        },
        "headline": report.headline.text if report.headline else None,
        **{name: getattr(report, name) for name in ("outlet", "outlet_how", "authors", "agencies")},
        "dateline_place": line.place if line else None,
        "dateline_date": line.date if line else None,
        "dateline_agency": line.agency if line else None,
        "published": published.date if published else None,
        "published_how": published.how if published else None,
        "published_time": published.time if published else None,
        "updated": report.updated.date if report.updated else None,
        **rows[0].columns,
        **{name: getattr(report, name) for name in ("language", "url", "flags")},
        "parties": _parties(annotation),
        "matters": sorted({position.matter for position in annotation.positions}),
        "statements": len(annotation.statements),
        "acts": len(annotation.acts),
        "positions": len(annotation.positions),
        "media": raw.media,
        "charset": raw.charset,
        "given": storable_given(raw),
        "text": annotation.text,
        # A plain text in UTF-8 is its own bytes.
        "data": None if whole else raw.data,
        "annotation": annotation_json(annotation),
        "prepared_by": prepared.prepared_by(),
        "prepared": prepared.write(prepared.prepare(annotation, rows)),
    }
    return [values[column.name] for column in TABLES["reports"][len(KEY) :]]


def _parties(annotation: Annotation) -> list[str]:
    """The codes of all who speak, act or take a position in a report."""
    found = {statement.country for statement in annotation.statements if statement.country}
    for act in annotation.acts:
        found.update(act.actor, act.recipient, act.mediator)
    found.update(position.party for position in annotation.positions)
    return sorted(found)
