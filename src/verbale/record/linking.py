"""Draws the links of a report: which of its entries are about which matter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

import msgspec

from verbale.matters import LinkedEntry, links_of
from verbale.matters.links import Key, Matters
from verbale.model import LinkKind, Topic
from verbale.record.connect import Db
from verbale.record.stored import from_json, to_json

T = TypeVar("T")
_LETTERS: Mapping[LinkKind, str] = {"statement": "s", "act": "e", "position": "p"}


class Linkable(NamedTuple):
    """A report as its links are drawn: what it speaks of, and its entries with their rows."""

    topics: Sequence[Topic]
    entries: Mapping[LinkedEntry, int]


def link(db: Db, report: int) -> None:
    """Draw the links of a report anew."""
    topics = [topic for _, topic in _read(db, "topics", report, Topic)]
    db.run("DELETE FROM links WHERE report = ?", (report,))
    add(db, {report: Linkable(topics, dict(_entries(db, report)))})


def add(db: Db, reports: Mapping[int, Linkable]) -> None:
    """Draw the links of reports that have none; their topics stand in the record already."""
    sql = (
        "SELECT t.report, k.bucket, k.key, k.matter FROM matter_keys k JOIN topics t"
        " ON t.bucket = k.bucket AND t.key = k.key"
        " WHERE t.report IN (SELECT value FROM json_each(?))"
    )
    matters: defaultdict[int, dict[Key, str]] = defaultdict(dict)
    for report, bucket, key, matter in db.all(sql, (to_json(list(reports)),)):
        matters[report][tuple(bucket.split()), key] = matter
    db.many(
        "INSERT INTO links (kind, entry, matter, report, score, reason) VALUES (?, ?, ?, ?, ?, ?)",
        (row for report, each in reports.items() for row in _rows(report, each, matters[report])),
    )


def _rows(
    report: int, linkable: Linkable, matters: Matters
) -> Iterator[tuple[str, int, str, int, float, str]]:
    ids = {(entry.kind, entry.number): row for entry, row in linkable.entries.items()}
    for link in links_of(linkable.topics, list(linkable.entries), matters):
        row = ids[link.kind, link.number]
        yield _LETTERS[link.kind], row, link.matter, report, link.score, link.reason


def _read(db: Db, table: str, report: int, kind: type[T]) -> list[tuple[int, T]]:
    number = "n" if table == "topics" else "id"
    sql = f"SELECT {number}, record FROM {table} WHERE report = ? ORDER BY n"  # noqa: S608
    return [(row, from_json(record, kind)) for row, record in db.all(sql, (report,))]


class _Statement(msgspec.Struct):
    id: int
    nested_in: int | None = None
    country: str | None = None


class _Act(msgspec.Struct):
    id: int
    statement: int | None = None
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()


class _Position(msgspec.Struct):
    id: int
    party: str
    statement: int | None = None


def _entries(db: Db, report: int) -> Iterator[tuple[LinkedEntry, int]]:
    """The entries of a report with their rows."""
    for row, said in _read(db, "statements", report, _Statement):
        codes = (said.country,) if said.country else ()
        yield _entry("statement", said.id, said.nested_in, codes), row
    for row, act in _read(db, "acts", report, _Act):
        yield _entry("act", act.id, act.statement, (*act.actor, *act.recipient)), row
    for row, position in _read(db, "positions", report, _Position):
        yield _entry("position", position.id, position.statement, (position.party,)), row


def _entry(kind: LinkKind, number: int, around: int | None, codes: tuple[str, ...]) -> LinkedEntry:
    return LinkedEntry(kind=kind, number=number, around=around, codes=codes)


def dump_report(db: Db, report: int, lineage: str) -> Iterator[str]:
    """Lines of the canonical dump for the links of a report."""
    for letter, table in (("s", "statements"), ("e", "acts"), ("p", "positions")):
        rows = db.all(
            f"SELECT e.n, l.matter, l.score, l.reason FROM links l JOIN {table} e"  # noqa: S608
            " ON e.id = l.entry WHERE l.report = ? AND l.kind = ? ORDER BY e.n, l.matter",
            (report, letter),
        )
        for row in rows:
            yield to_json({"link": lineage, "kind": letter, "value": row})
