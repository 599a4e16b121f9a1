"""Keeps matters and links up to date: only the buckets that a report speaks of are counted anew.

Matters are a function of all topics of their bucket, links one of a report's topics and the
matters; so the order in which reports come makes no difference, and starting anew ends the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

import msgspec

from verbale.matters import Bucket, LinkedEntry, TopicCount, assign, links_of
from verbale.matters.links import Key
from verbale.model import Annotation, LinkKind, Matter, Topic
from verbale.record.connect import Db
from verbale.record.fulltext import key as folded
from verbale.record.stored import from_json, to_json

T = TypeVar("T")
_LETTERS: Mapping[LinkKind, str] = {"statement": "s", "act": "e", "position": "p"}


def replace(db: Db, report: int, annotation: Annotation) -> None:
    """Make a report's topics those of ``annotation``, whose rows are drawn already, and bring
    matters and links up to date."""
    touched = _take(db, report)
    _put(db, report, annotation)
    touched |= set(_buckets(db, report))
    _update(db, touched, {report})


def remove(db: Db, report: int) -> None:
    """Let matters forget a report, before its rows go."""
    touched = _take(db, report)
    db.run("DELETE FROM links WHERE report = ?", (report,))
    _update(db, touched, set())


def rebuild(db: Db) -> None:
    """Compute all matters and links anew from the stored topics."""
    for table in ("matters", "matter_keys", "links"):
        db.run(f"DELETE FROM {table}")  # noqa: S608
    buckets = {bucket for (bucket,) in db.all("SELECT DISTINCT bucket FROM topics")}
    reports = {report for (report,) in db.all("SELECT DISTINCT report FROM topics")}
    _update(db, buckets, reports)


def _take(db: Db, report: int) -> set[str]:
    touched = set(_buckets(db, report))
    db.run("DELETE FROM topics WHERE report = ?", (report,))
    db.run("DELETE FROM same_places WHERE report = ?", (report,))
    return touched


def _put(db: Db, report: int, annotation: Annotation) -> None:
    db.many(
        "INSERT INTO topics (report, n, bucket, key, weight, record) VALUES (?, ?, ?, ?, ?, ?)",
        (
            (report, t.id, bucket_of(t.parties), t.key, t.weight, to_json(t))
            for t in annotation.topics
            if t.parties
        ),
    )


def bucket_of(parties: Iterable[str]) -> str:
    """How a set of parties is written in the record."""
    return " ".join(sorted(parties))


def _buckets(db: Db, report: int) -> Iterator[str]:
    sql = "SELECT DISTINCT bucket FROM topics WHERE report = ?"
    return (bucket for (bucket,) in db.all(sql, (report,)))


def _update(db: Db, buckets: Iterable[str], reports: set[int]) -> None:
    """Count ``buckets`` anew, and link ``reports`` and all others whose topics moved."""
    stale = set(reports)
    for bucket in sorted(buckets):
        stale |= _count(db, bucket)
    for report in sorted(stale):
        _link(db, report)


def _count(db: Db, bucket: str) -> set[int]:
    """Bring the matters of a bucket up to date; the reports whose links this may change."""
    found = assign(_stored_bucket(db, bucket))
    before: dict[str, str] = dict(
        db.all("SELECT key, matter FROM matter_keys WHERE bucket = ?", (bucket,))
    )
    after = {key: matter.id for matter in found for key in matter.keys}
    db.run("DELETE FROM matters WHERE bucket = ?", (bucket,))
    db.many(
        "INSERT INTO matters (id, bucket, key, words, record) VALUES (?, ?, ?, ?, ?)",
        ((m.id, bucket, m.key, _words(m), to_json(m)) for m in found),
    )
    moved = {k for k in before.keys() | after.keys() if before.get(k) != after.get(k)}
    stale: set[int] = set()
    for key in sorted(moved):
        db.run("DELETE FROM matter_keys WHERE bucket = ? AND key = ?", (bucket, key))
        if key in after:
            db.run("INSERT INTO matter_keys VALUES (?, ?, ?)", (bucket, key, after[key]))
        rows = db.all("SELECT report FROM topics WHERE bucket = ? AND key = ?", (bucket, key))
        stale.update(report for (report,) in rows)
    return stale


def _words(matter: Matter) -> str:
    return "".join(map(folded, (matter.name, *matter.wordings)))


def _stored_bucket(db: Db, bucket: str) -> Bucket:
    topics = db.all(
        "SELECT key, min(head), min(kind), words, max(place), count(DISTINCT report),"
        " count(DISTINCT CASE WHEN weight > 0 THEN report END), sum(weight), max(weight),"
        " sum(json_extract(record, '$.headline'))"
        " FROM topics WHERE bucket = ? GROUP BY key, words ORDER BY key, words",
        (bucket,),
    )
    places = db.all(
        "SELECT DISTINCT one, other FROM same_places WHERE one IN"
        " (SELECT key FROM topics WHERE bucket = ?) ORDER BY one, other",
        (bucket,),
    )
    return Bucket(
        parties=tuple(bucket.split()),
        topics=tuple(_topic_count(*row) for row in topics),
        same_places=tuple((one, other) for one, other in places),
    )


def _topic_count(
    key: str, head: str, kind: str, words: str, place: int, *counts: int
) -> TopicCount:
    reports, news, weight, most, headlines = counts
    return TopicCount(
        key=key,
        head=head,
        kind=kind,
        words=words,
        place=bool(place),
        reports=reports,
        news=news,
        weight=weight,
        most=most,
        headlines=headlines,
    )


def _link(db: Db, report: int) -> None:
    """Draw the links of a report anew."""
    topics = _read(db, "topics", report, Topic)
    matters: dict[Key, str] = {
        (tuple(bucket.split()), key): matter
        for bucket, key, matter in db.all(
            "SELECT k.bucket, k.key, k.matter FROM matter_keys k JOIN topics t"
            " ON t.bucket = k.bucket AND t.key = k.key WHERE t.report = ?",
            (report,),
        )
    }
    rows = dict(_entries(db, report))
    links = links_of([t for _, t in topics], list(rows), matters)
    ids = {(entry.kind, entry.number): row for entry, row in rows.items()}
    db.run("DELETE FROM links WHERE report = ?", (report,))
    db.many(
        "INSERT INTO links (kind, entry, matter, report, score, reason) VALUES (?, ?, ?, ?, ?, ?)",
        (
            (_LETTERS[k.kind], ids[k.kind, k.number], k.matter, report, k.score, k.reason)
            for k in links
        ),
    )


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


def dump(db: Db) -> Iterator[str]:
    """Lines of the canonical dump for all matters."""
    for (record,) in db.all("SELECT record FROM matters ORDER BY id"):
        yield to_json({"matter": msgspec.Raw(record.encode())})
