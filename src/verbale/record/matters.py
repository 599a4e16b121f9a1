"""Keeps matters and links up to date: only what a report speaks of is counted anew.

Matters are a function of all topics of their bucket and of what people decided, links one of a
report's topics and the matters; so the order in which reports come makes no difference, and
starting anew ends the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

import msgspec

from verbale.corrections import current
from verbale.matters import Decided, Placed, assign, decided, matter_of
from verbale.model import Annotation, Correction, Matter
from verbale.record import ledger, linking, tallies, topics
from verbale.record.connect import Db
from verbale.record.fulltext import key as folded
from verbale.record.stored import from_json, to_json
from verbale.record.topics import Touched, bucket_of, stored_bucket, topic_counts


def replace(db: Db, report: int, annotation: Annotation) -> None:
    """Make a report's topics those of ``annotation``, whose rows are drawn already, and bring
    matters and links up to date."""
    before = _spoken_of(db, report)
    touched = topics.take(db, report) | topics.put(db, {report: annotation.topics})
    _update(db, touched, report, before)
    linking.link(db, report)


def add(db: Db, news: Mapping[int, linking.Linkable]) -> None:
    """Let matters learn of new reports, whose rows are drawn already: the same as one by one."""
    decisions, moved = _decided(db), _Moved()
    touched = topics.put(db, {report: new.topics for report, new in news.items()})
    for bucket in sorted({bucket for bucket, _ in touched}):
        _place(db, bucket, decisions, moved)
    for matter in sorted(moved.matters | _placed(db, touched)):
        _describe(db, matter, decisions, _speaking(db, matter))
    for report in sorted(moved.reports - news.keys()):
        _link_again(db, report)
    linking.add(db, news)


def remove(db: Db, report: int) -> None:
    """Let matters forget a report, before its rows go."""
    before = _spoken_of(db, report)
    touched = topics.take(db, report)
    db.run("DELETE FROM links WHERE report = ?", (report,))
    _update(db, touched, report, before)


def redecide(db: Db, correction: Correction) -> None:
    """Bring matters up to date after a decision about one, which stands in the ledger already."""
    decisions = _decided(db)
    values = (correction.anchor.subject, correction.old, correction.new)
    buckets = set(decisions.buckets) | {v[0] for v in values if isinstance(v, tuple) and v}
    for matter in sorted({value for value in values if isinstance(value, str)}):
        rows = db.all("SELECT DISTINCT bucket FROM matter_keys WHERE matter = ?", (matter,))
        buckets |= {bucket for (bucket,) in rows}
    moved = _Moved()
    for bucket in sorted(buckets):
        _place(db, bucket, decisions, moved)
        rows = db.all("SELECT DISTINCT matter FROM matter_keys WHERE bucket = ?", (bucket,))
        moved.matters |= {matter for (matter,) in rows}
    for matter in sorted(moved.matters):
        _describe(db, matter, decisions, _speaking(db, matter))
    for report in sorted(moved.reports):
        _link_again(db, report)


class _Moved:
    """Matters whose keys changed, and reports that speak of keys that went elsewhere."""

    def __init__(self) -> None:
        self.matters: set[str] = set()
        self.reports: set[int] = set()


def _update(db: Db, touched: Touched, report: int, before: frozenset[str]) -> None:
    """Place the keys of all buckets touched anew, and describe the matters that this changes."""
    decisions = _decided(db)
    moved = _Moved()
    for bucket in sorted({bucket for bucket, _ in touched}):
        _place(db, bucket, decisions, moved)
    after = _spoken_of(db, report)
    for matter in sorted(moved.matters | before | after | _placed(db, touched)):
        if matter in moved.matters:
            reports = _speaking(db, matter)
        else:  # what others said of it stands: no need to read it all
            known = db.value("SELECT record FROM matters WHERE id = ?", (matter,))
            held = from_json(known, Matter).reports if known else 0
            reports = held + (matter in after) - (matter in before)
        _describe(db, matter, decisions, reports)
    for other in sorted(moved.reports - {report}):
        _link_again(db, other)


def _link_again(db: Db, report: int) -> None:
    """Link a report that is not being drawn itself."""
    with tallies.moved(db, report):
        linking.link(db, report)


def _placed(db: Db, touched: Touched) -> set[str]:
    """The matters of some keys."""
    sql = "SELECT matter FROM matter_keys WHERE bucket = ? AND key = ?"
    return {matter for each in touched for (matter,) in db.all(sql, each)}


def _place(db: Db, bucket: str, decisions: Decided, moved: _Moved) -> None:
    """Give each key of a bucket its matter."""
    sql = "SELECT key, matter, core FROM matter_keys WHERE bucket = ?"
    before = {key: Placed(*place) for key, *place in db.all(sql, (bucket,))}
    after = assign(stored_bucket(db, bucket), decisions)
    for key in sorted(before.keys() | after.keys()):
        old, new = before.get(key), after.get(key)
        if old == new:
            continue
        db.run("DELETE FROM matter_keys WHERE bucket = ? AND key = ?", (bucket, key))
        if new is not None:
            db.run("INSERT INTO matter_keys VALUES (?, ?, ?, ?)", (bucket, key, *new))
        moved.matters |= {place.matter for place in (old, new) if place is not None}
        rows = db.all("SELECT report FROM topics WHERE bucket = ? AND key = ?", (bucket, key))
        moved.reports |= {report for (report,) in rows}


def _describe(db: Db, id: str, decisions: Decided, reports: int) -> None:  # noqa: A002
    """Write down anew what a matter is, or that it is none any more."""
    db.run("DELETE FROM matters WHERE id = ?", (id,))
    rows = db.all(
        "SELECT bucket, key, core FROM matter_keys WHERE matter = ? ORDER BY bucket, key", (id,)
    )
    if not rows:
        return
    home = decisions.pinned.get(id) or decisions.apart.get(id)
    core = home.keys[0] if home else rows[0][2]
    keys: defaultdict[str, list[str]] = defaultdict(list)
    for bucket, key, _ in rows:
        keys[bucket].append(key)
    counted = [topic for bucket in keys for topic in topic_counts(db, bucket, keys[bucket])]
    if not counted:
        return
    parties = tuple(sorted({code for bucket in keys for code in bucket.split()}))
    matter = matter_of(Placed(id, core), parties, counted, reports)
    if id in decisions.names:
        matter = msgspec.structs.replace(matter, name=decisions.names[id])
    db.run(
        "INSERT INTO matters (id, bucket, key, words, record) VALUES (?, ?, ?, ?, ?)",
        (id, bucket_of(parties), core, _words(matter), to_json(matter)),
    )


def _words(matter: Matter) -> str:
    return "".join(map(folded, (matter.name, *matter.wordings)))


def _speaking(db: Db, matter: str) -> int:
    """How many reports speak of a matter."""
    return int(
        db.value(
            "SELECT count(DISTINCT t.report) FROM matter_keys k JOIN topics t"
            " ON t.bucket = k.bucket AND t.key = k.key WHERE k.matter = ?",
            (matter,),
        )
    )


def _spoken_of(db: Db, report: int) -> frozenset[str]:
    """The matters that a report speaks of."""
    rows = db.all(
        "SELECT DISTINCT k.matter FROM topics t JOIN matter_keys k"
        " ON k.bucket = t.bucket AND k.key = t.key WHERE t.report = ?",
        (report,),
    )
    return frozenset(matter for (matter,) in rows)


def _decided(db: Db) -> Decided:
    return decided(current(ledger.of_kind(db, "matter")))


def dump(db: Db) -> Iterator[str]:
    """Lines of the canonical dump for all matters."""
    for (record,) in db.all("SELECT record FROM matters ORDER BY id"):
        yield to_json({"matter": msgspec.Raw(record.encode())})
