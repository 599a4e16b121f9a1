"""Keeps the topics of reports, and how many reports speak of each thing and how."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from verbale.matters import Bucket, TopicCount
from verbale.matters.assign import CENTRAL
from verbale.model import Topic
from verbale.record.connect import Db
from verbale.record.stored import from_json, to_json

Touched = set[tuple[str, str]]
_COUNTS = ("reports", "news", "weight", "central", "headlines", "disputed")


def take(db: Db, report: int) -> Touched:
    """Drop the topics of a report; the buckets and keys that it spoke of."""
    sql = "SELECT record FROM topics WHERE report = ? ORDER BY n"
    topics = [from_json(record, Topic) for (record,) in db.all(sql, (report,))]
    db.run("DELETE FROM topics WHERE report = ?", (report,))
    db.run("DELETE FROM same_places WHERE report = ?", (report,))
    return _count(db, topics, -1)


def put(db: Db, topics: Mapping[int, Sequence[Topic]]) -> Touched:
    """Keep the topics of some reports; the buckets and keys that they speak of."""
    kept = [(row, topic) for row, each in topics.items() for topic in each if topic.parties]
    db.many(
        "INSERT INTO topics (report, n, bucket, key, weight, record) VALUES (?, ?, ?, ?, ?, ?)",
        ((row, t.id, bucket_of(t.parties), t.key, t.weight, to_json(t)) for row, t in kept),
    )
    pairs = {
        (row, *sorted((topic.key, other)))
        for row, each in topics.items()
        for topic in each
        for other in topic.also
    }
    db.many("INSERT INTO same_places (report, one, other) VALUES (?, ?, ?)", sorted(pairs))
    return _count(db, (topic for _, topic in kept), 1)


def bucket_of(parties: Iterable[str]) -> str:
    """How a set of parties is written in the record."""
    return " ".join(sorted(parties))


def stored_bucket(db: Db, bucket: str) -> Bucket:
    """All that is stored about the dealings of a set of parties."""
    places = db.all(
        "SELECT DISTINCT one, other FROM same_places WHERE one IN"
        " (SELECT key FROM topic_counts WHERE bucket = ?) ORDER BY one, other",
        (bucket,),
    )
    return Bucket(
        parties=tuple(bucket.split()),
        topics=topic_counts(db, bucket),
        same_places=tuple((one, other) for one, other in places),
    )


def topic_counts(db: Db, bucket: str, keys: Sequence[str] | None = None) -> tuple[TopicCount, ...]:
    """How reports speak of the things in a bucket, or only of those of ``keys``."""
    among = "" if keys is None else " AND key IN (SELECT value FROM json_each(:keys))"
    rows = db.all(
        f"SELECT key, words, kind, place, {', '.join(_COUNTS)} FROM topic_counts"  # noqa: S608
        f" WHERE bucket = :bucket{among} ORDER BY key, words, kind, place",
        {"bucket": bucket, **({} if keys is None else {"keys": to_json(keys)})},
    )
    return tuple(_topic_count(*row) for row in rows)


def _count(db: Db, topics: Iterable[Topic], sign: int) -> Touched:
    """Count topics up (``sign`` 1) or down (-1)."""
    added: defaultdict[tuple[str, str, str, str, int], list[int]]
    added = defaultdict(lambda: [0] * len(_COUNTS))
    for topic in topics:
        counts = (
            1,
            topic.weight > 0,
            topic.weight,
            topic.weight >= CENTRAL,
            topic.headline,
            topic.disputed,
        )
        bucket = bucket_of(topic.parties)
        total = added[bucket, topic.key, topic.words, topic.kind, int(topic.place)]
        for at, count in enumerate(counts):
            total[at] += sign * int(count)
    summed = ", ".join(f"{name} = {name} + excluded.{name}" for name in _COUNTS)
    db.many(
        "INSERT INTO topic_counts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"  # noqa: S608
        f" ON CONFLICT (bucket, key, words, kind, place) DO UPDATE SET {summed}",
        ((*key, *counts) for key, counts in added.items()),
    )
    touched = {(bucket, key) for bucket, key, *_ in added}
    if sign < 0:
        sql = "DELETE FROM topic_counts WHERE bucket = ? AND key = ? AND reports = 0"
        db.many(sql, touched)
    return touched


def _topic_count(key: str, words: str, kind: str, place: int, *counts: int) -> TopicCount:
    reports, news, weight, central, headlines, disputed = counts
    return TopicCount(
        key=key,
        head=key.split()[-1],
        kind=kind,
        words=words,
        place=bool(place),
        reports=reports,
        news=news,
        weight=weight,
        central=central,
        headlines=headlines,
        disputed=disputed,
    )
