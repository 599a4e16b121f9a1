"""Integrity: whether the file is sound and every row says what its report says."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from itertools import zip_longest

from verbale.corrections import apply
from verbale.errors import RecordError
from verbale.model import Annotation, Span
from verbale.record import ledger, reuse, roster, tallies, tellings
from verbale.record.connect import Db, Row
from verbale.record.draw import TABLES, Drawn, EntryKind, draw, public_id, spans_of
from verbale.record.index import index_rows, stored_rows
from verbale.record.migrate import migrate
from verbale.record.rows import Problem
from verbale.record.stored import read_annotation, unpack

_MANY = 100


def check(db: Db) -> Iterator[Problem]:
    """All problems of the first thing that has any: the file, its schema, its rows, its index.

    Each is looked at with the one before it sound. ``db`` must be allowed temporary tables.
    """
    with db.snapshot():  # a long one, for once: a writer meanwhile must not look like damage
        for look in (_file, _schema, _reports, _gathered, _kept, _index):
            found = list(look(db))
            yield from found
            if found:
                return


def _file(db: Db) -> Iterator[Problem]:
    for (line,) in db.all(f"PRAGMA integrity_check({_MANY})"):
        if line != "ok":
            yield Problem(entry="record", reason=line)
    for table, row, parent, _ in db.all("PRAGMA foreign_key_check"):
        yield Problem(entry="record", reason=f"{table} row {row} points to no row of {parent}")


def _schema(db: Db) -> Iterator[Problem]:
    """The schema against that of the migrations: nothing gone, nothing slipped in."""
    sql = "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_stat%'"
    blank = Db(db.path, sqlite3.connect(":memory:", isolation_level=None))
    try:
        migrate(blank)
        for kind, name, _ in set(blank.all(sql)) ^ set(db.all(sql)):
            yield Problem(entry="record", reason=f"{kind} {name} is not as the schema has it")
    finally:
        blank.close()


def _reports(db: Db) -> Iterator[Problem]:
    for row, packed, text, data, size, sha256 in db.pages(
        "SELECT r.id, v.annotation, t.text, v.data, v.size, v.sha256 FROM reports r"
        " JOIN versions v ON v.id = r.current LEFT JOIN texts t ON t.version = v.id"
        " WHERE r.id > :after ORDER BY r.id"
    ):
        entry = f"r{row}"
        if text is None:
            yield Problem(entry=entry, reason="its text is missing")
            continue
        try:
            annotation = read_annotation(unpack(packed), text)
            yield from _original(entry, unpack(data, size), size, sha256)
        except RecordError as error:
            yield Problem(entry=entry, reason=error.reason)
            continue
        yield from _places(entry, annotation)
        yield from _rows(db, row, annotation)
        yield from _reuse(db, row, annotation)
    yield from (
        Problem(entry=f"r{row}", reason="has no current version")
        for (row,) in db.all(
            "SELECT id FROM reports WHERE current NOT IN (SELECT id FROM versions)"
        )
    )


def _original(entry: str, data: bytes, size: int, sha256: str) -> Iterator[Problem]:
    if len(data) != size or hashlib.sha256(data).hexdigest() != sha256:
        yield Problem(entry=entry, reason="the original bytes are not those that were read")


def _places(entry: str, annotation: Annotation) -> Iterator[Problem]:
    report, whole = annotation.report, Span(0, len(annotation.text))
    own = [*report.body, *(junk.span for junk in report.junk)]
    own += [span for span in (report.standfirst, report.headline and report.headline.span) if span]
    named = [(f"{entry} report", own)]
    for kind, entries in (
        ("statement", annotation.statements),
        ("actor", annotation.actors),
        ("act", annotation.acts),
        ("position", annotation.positions),
    ):
        named += [(f"{entry} {kind} {e.id}", list(spans_of(e))) for e in entries]
    for name, spans in named:
        for span in spans:
            if not whole.covers(span) or span.start > span.end:
                yield Problem(entry=entry, reason=f"{name}: {tuple(span)} is outside the text")


def _rows(db: Db, report: int, annotation: Annotation) -> Iterator[Problem]:
    """Stored rows against those that the stored annotation, corrected, gives rise to."""
    shown = apply(annotation, ledger.of_report(db, annotation.lineage)).annotation
    rows = draw(shown, ledger.identities(db).in_report(shown))
    for kind, table in TABLES.items():
        expected = {drawn.number: drawn for drawn in rows if drawn.kind == kind}
        columns = ["record", *next(iter(expected.values())).columns] if expected else ["record"]
        which = ("0", "id") if kind == "report" else ("n", "report")
        sql = f"SELECT {which[0]}, id, {', '.join(columns)} FROM {table} WHERE {which[1]} = ?"  # noqa: S608
        held = db.all(sql, (report,))
        yield from _compared(report, kind, expected, held, columns)


def _reuse(db: Db, report: int, annotation: Annotation) -> Iterator[Problem]:
    """The index of reused words, chains and keys against those made from the annotation,
    corrected."""
    shown = apply(annotation, ledger.of_report(db, annotation.lineage)).annotation
    for look in (reuse.index_problems, tellings.problems):
        for reason in look(db, report, shown):
            yield Problem(entry=f"r{report}", reason=reason)


def _gathered(db: Db) -> Iterator[Problem]:
    """Neighbours, joins and utterances of all reports against those made anew."""
    for entry, reason in tellings.gathering_problems(db):
        yield Problem(entry=entry, reason=reason)


def _kept(db: Db) -> Iterator[Problem]:
    """The roster and the counts against those made anew."""
    for actor, reason in roster.problems(db):
        yield Problem(entry=f"a{actor}", reason=reason)
    for what in tallies.problems(db):
        yield Problem(entry="record", reason=f"{what} is not as counted")


def _compared(
    report: int,
    kind: EntryKind,
    expected: dict[int, Drawn],
    held: Iterable[Row],
    columns: list[str],
) -> Iterator[Problem]:
    left = dict(expected)
    for number, row, *values in held:
        name = public_id(kind, row)
        drawn = left.pop(number, None)
        if drawn is None:
            yield Problem(entry=name, reason="not in the annotation of its report")
            continue
        wanted = {"record": drawn.record, **drawn.columns}
        for column, value in zip(columns, values, strict=True):
            if value != wanted[column]:
                yield Problem(entry=name, reason=f"{column} is not what the report says")
    for number in left:
        yield Problem(entry=f"r{report}", reason=f"{kind} {number} is missing")


def _index(db: Db) -> Iterator[Problem]:
    """Both indexes against ones built anew."""
    rows = index_rows(stored_rows(db))
    yield from _compared_words(db, "words", "headline, body, content, frame", rows)
    who = "SELECT id, who FROM statements UNION ALL SELECT -id, who FROM actors"
    yield from _compared_words(db, "called", "who", db.stream(who))


def _compared_words(db: Db, table: str, columns: str, rows: Iterable[Row]) -> Iterator[Problem]:
    """An index against one of these rows: both list every word with its place, in one order."""
    expected, has, due = (f"{name}_{table}" for name in ("expected", "has", "due"))
    db.run(
        f"CREATE VIRTUAL TABLE temp.{expected} USING fts5 ({columns},"
        " content = '', tokenize = 'unicode61 remove_diacritics 2')"
    )
    db.run(f"CREATE VIRTUAL TABLE temp.{has} USING fts5vocab (main, {table}, instance)")
    db.run(f"CREATE VIRTUAL TABLE temp.{due} USING fts5vocab (temp, {expected}, instance)")
    places = ", ".join("?" * (columns.count(",") + 2))
    try:
        db.many(f"INSERT INTO temp.{expected} (rowid, {columns}) VALUES ({places})", rows)  # noqa: S608
        ours, theirs = (
            db.stream(f"SELECT term, doc, col, offset FROM temp.{name}")  # noqa: S608
            for name in (has, due)
        )
        for mine, other in zip_longest(ours, theirs):
            if mine != other:
                entry = _indexed_as(table, int((mine or other)[1]))
                yield Problem(entry=entry, reason="the full-text index is out of step")
                return
    except RecordError as error:
        yield Problem(entry="record", reason=f"the full-text index is damaged: {error.reason}")


def _indexed_as(table: str, row: int) -> str:
    """The public id of what stands in an index under a row id."""
    if row > 0:
        return public_id("statement", row)
    return public_id("report" if table == "words" else "actor", -row)
