"""Keeps matters and links up to date: only the buckets that a report speaks of are counted anew.

Matters are a function of all topics of their bucket, links one of a report's topics and the
matters; so the order in which reports come makes no difference, and starting anew ends the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

import msgspec

from verbale.corrections import current
from verbale.matters import (
    Bucket,
    Decided,
    LinkedEntry,
    Placed,
    TopicCount,
    assign,
    decided,
    links_of,
    matter_of,
)
from verbale.matters.links import Key
from verbale.model import Annotation, Correction, LinkKind, Matter, Topic
from verbale.record import ledger
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


def redecide(db: Db, correction: Correction) -> None:
    """Bring matters up to date after a decision about one, which stands in the ledger already."""
    meant = {correction.anchor.subject}
    meant |= {value for value in (correction.old, correction.new) if isinstance(value, str)}
    touched = set(_decided(db).buckets)
    for value in (correction.old, correction.new):
        if isinstance(value, tuple) and value:
            touched.add(value[0])
    for matter in sorted(meant):
        rows = db.all("SELECT DISTINCT bucket FROM matter_keys WHERE matter = ?", (matter,))
        touched |= {bucket for (bucket,) in rows}
    _update(db, touched, set())


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
    pairs = {tuple(sorted((t.key, other))) for t in annotation.topics for other in t.also}
    db.many(
        "INSERT INTO same_places (report, one, other) VALUES (?, ?, ?)",
        ((report, *pair) for pair in sorted(pairs)),
    )


def bucket_of(parties: Iterable[str]) -> str:
    """How a set of parties is written in the record."""
    return " ".join(sorted(parties))


def _buckets(db: Db, report: int) -> Iterator[str]:
    sql = "SELECT DISTINCT bucket FROM topics WHERE report = ?"
    return (bucket for (bucket,) in db.all(sql, (report,)))


def _decided(db: Db) -> Decided:
    return decided(current(ledger.of_kind(db, "matter")))


def _update(db: Db, buckets: Iterable[str], reports: set[int]) -> None:
    """Count ``buckets`` anew, and link ``reports`` and all others whose topics moved."""
    decisions = _decided(db)
    stale = set(reports)
    for bucket in sorted(buckets):
        stale |= _count(db, bucket, decisions)
    for report in sorted(stale):
        _link(db, report)


def _count(db: Db, bucket: str, decisions: Decided) -> set[int]:
    """Bring the matters of a bucket up to date; the reports whose links this may change."""
    sql = "SELECT key, matter, core FROM matter_keys WHERE bucket = ?"
    before = {key: Placed(*place) for key, *place in db.all(sql, (bucket,))}
    after = assign(_stored_bucket(db, bucket), decisions)
    moved = sorted(k for k in before.keys() | after.keys() if before.get(k) != after.get(k))
    stale: set[int] = set()
    for key in moved:
        db.run("DELETE FROM matter_keys WHERE bucket = ? AND key = ?", (bucket, key))
        if key in after:
            db.run("INSERT INTO matter_keys VALUES (?, ?, ?, ?)", (bucket, key, *after[key]))
        rows = db.all("SELECT report FROM topics WHERE bucket = ? AND key = ?", (bucket, key))
        stale.update(report for (report,) in rows)
    for matter in sorted({place.matter for place in (*before.values(), *after.values())}):
        _describe(db, matter, decisions)
    return stale


def _describe(db: Db, id: str, decisions: Decided) -> None:  # noqa: A002
    """Write down anew what a matter is, or that it is none any more."""
    db.run("DELETE FROM matters WHERE id = ?", (id,))
    rows = db.all(
        "SELECT bucket, key, core FROM matter_keys WHERE matter = ? ORDER BY bucket, key", (id,)
    )
    if not rows:
        return
    home = decisions.pinned.get(id) or decisions.apart.get(id)
    core = home.keys[0] if home else rows[0][2]
    parties = tuple(sorted({code for bucket, _, _ in rows for code in bucket.split()}))
    topics = [
        topic
        for bucket in sorted({bucket for bucket, _, _ in rows})
        for topic in _topic_counts(db, bucket, [key for other, key, _ in rows if other == bucket])
    ]
    reports = db.value(
        "SELECT count(DISTINCT t.report) FROM matter_keys k JOIN topics t"
        " ON t.bucket = k.bucket AND t.key = k.key WHERE k.matter = ?",
        (id,),
    )
    matter = matter_of(Placed(id, core), parties, topics, reports)
    if id in decisions.names:
        matter = msgspec.structs.replace(matter, name=decisions.names[id])
    db.run(
        "INSERT INTO matters (id, bucket, key, words, record) VALUES (?, ?, ?, ?, ?)",
        (id, bucket_of(parties), core, _words(matter), to_json(matter)),
    )


def _words(matter: Matter) -> str:
    return "".join(map(folded, (matter.name, *matter.wordings)))


def _stored_bucket(db: Db, bucket: str) -> Bucket:
    places = db.all(
        "SELECT DISTINCT one, other FROM same_places WHERE one IN"
        " (SELECT key FROM topics WHERE bucket = ?) ORDER BY one, other",
        (bucket,),
    )
    return Bucket(
        parties=tuple(bucket.split()),
        topics=_topic_counts(db, bucket),
        same_places=tuple((one, other) for one, other in places),
    )


def _topic_counts(db: Db, bucket: str, keys: Sequence[str] | None = None) -> tuple[TopicCount, ...]:
    """How reports speak of the things in a bucket, or only of those of ``keys``."""
    among = "" if keys is None else " AND key IN (SELECT value FROM json_each(:keys))"
    rows = db.all(
        "SELECT key, min(head), min(kind), words, max(place), count(DISTINCT report),"  # noqa: S608
        " count(DISTINCT CASE WHEN weight > 0 THEN report END), sum(weight), max(weight),"
        " sum(json_extract(record, '$.headline')), sum(json_extract(record, '$.disputed'))"
        f" FROM topics WHERE bucket = :bucket{among} GROUP BY key, words ORDER BY key, words",
        {"bucket": bucket, **({} if keys is None else {"keys": to_json(keys)})},
    )
    return tuple(_topic_count(*row) for row in rows)


def _topic_count(
    key: str, head: str, kind: str, words: str, place: int, *counts: int
) -> TopicCount:
    reports, news, weight, most, headlines, disputed = counts
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
        disputed=disputed,
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
