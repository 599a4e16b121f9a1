"""Keeps the chains of a report's entries, and which of them tell what others tell too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from types import MappingProxyType
from typing import NamedTuple

from verbale.model import Annotation
from verbale.model.origin import Chain
from verbale.provenance.tellings import (
    TELLING_RULE,
    keys_of,
    tellings_of,
    ways_of,
)
from verbale.record import matching, nearest
from verbale.record.connect import Db
from verbale.record.grouping import misgathered, regroup
from verbale.record.nearest import Pair
from verbale.record.shown import shown
from verbale.record.stored import from_json, to_json

_RULE = f"tellings {TELLING_RULE}"
_NOTHING: Mapping[int, matching.Read] = MappingProxyType({})


class Kept(NamedTuple):
    """What follows from one report alone: rows of ``chains`` and of ``telling_keys``."""

    chains: frozenset[tuple[str, int, str]]
    keys: frozenset[tuple[int, str, int]]


def kept_of(report: int, annotation: Annotation, ids: Mapping[str, str]) -> Kept:
    """What is to be kept of a report that shows ``annotation``, with the public ids of its
    entries."""
    chains = (
        (ids[name], report, to_json(way))
        for name, way in ways_of(annotation).items()
        if name in ids
    )
    keys = (
        (key, ids[telling.id], report)
        for telling in tellings_of(annotation)
        if telling.id in ids
        for key in keys_of(telling)
    )
    return Kept(frozenset(chains), frozenset(keys))


class New(NamedTuple):
    """A report that is new to the record, its rows drawn: what it is matched by, and the JSON of
    the chain of each of its statements and acts by kind and number."""

    read: matching.Read
    chains: Mapping[str, str]


def replace(db: Db, report: int, annotation: Annotation) -> None:
    """Make what is kept of a report that of ``annotation``, once its rows are drawn."""
    touched = _unjoin(db, report)
    kept = kept_of(report, annotation, matching.public_ids(db, report))
    db.run("DELETE FROM chains WHERE report = ?", (report,))
    db.many("INSERT INTO chains VALUES (?, ?, ?)", sorted(kept.chains))
    changed: set[Pair] = set()
    if kept.keys != _keys(db, report):
        changed = _let_go(db, report)
        db.many("INSERT INTO telling_keys VALUES (?, ?, ?)", sorted(kept.keys))
        changed |= nearest.come(db, report)
    pairs = changed | {(report, other) for other in nearest.partners(db, report)}
    _bring(db, touched, pairs)


def add(
    db: Db, news: Mapping[int, New], known: Mapping[int, matching.Read] = _NOTHING
) -> dict[int, matching.Read]:
    """Keep what is to be kept of new reports, and match them: the same as one by one.

    ``known`` are others as they stand in the record, which need not be read again. Returns the new
    ones and all that were read, to be known the next time.
    """
    db.many(
        "INSERT INTO chains VALUES (?, ?, ?)",
        (
            (new.read.ids[name], report, way)
            for report, new in sorted(news.items())
            for name, way in new.chains.items()
            if name in new.read.ids
        ),
    )
    keys = {
        report: {new.read.ids[name]: keys for name, keys in new.read.keys.items()}
        for report, new in news.items()
    }
    rows = (
        (key, entry, report)
        for report, entries in keys.items()
        for entry, each in entries.items()
        for key in each
    )
    dropped = nearest.come_together(db, keys)
    db.many("INSERT INTO telling_keys VALUES (?, ?, ?)", sorted(rows))
    reader = matching.Reader(db)
    for report, read in (*known.items(), *((report, new.read) for report, new in news.items())):
        reader.hold(report, read)
    pairs = {
        (min(report, other), max(report, other))
        for report in news
        for other in nearest.partners(db, report)
    }
    found = [row for pair in sorted(pairs) for row in matching.joins(reader, *pair)]
    db.many("INSERT INTO joins VALUES (?, ?, ?, ?, ?, ?, ?)", sorted(found))
    _bring(db, {end for row in found for end in row[:2]}, dropped)
    return dict(reader.held())


def remove(db: Db, report: int) -> None:
    """Let go of a report, before its rows go."""
    touched = _unjoin(db, report)
    db.run("DELETE FROM chains WHERE report = ?", (report,))
    _bring(db, touched, _let_go(db, report))


def _keys(db: Db, report: int) -> frozenset[tuple[int, str, int]]:
    sql = "SELECT key, entry, report FROM telling_keys WHERE report = ?"
    return frozenset(db.all(sql, (report,)))


def _let_go(db: Db, report: int) -> set[Pair]:
    """Take a report's keys out; the pairs of others that are now matched instead."""
    db.run("DELETE FROM telling_keys WHERE report = ?", (report,))
    return nearest.leave(db, report)


def _unjoin(db: Db, report: int) -> set[str]:
    """Undo the joins of a report; the entries, its own and others', that they held together."""
    where = "WHERE one_report = ? OR other_report = ?"
    rows = db.all(f"SELECT one, other FROM joins {where}", (report, report))  # noqa: S608
    db.run(f"DELETE FROM joins {where}", (report, report))  # noqa: S608
    old = db.all("SELECT entry FROM utterances WHERE report = ?", (report,))
    return set(chain.from_iterable([*rows, *old]))


def _bring(db: Db, touched: set[str], pairs: Iterable[Pair]) -> None:
    """Make the joins of some pairs of reports those that are due, and gather anew."""
    reader = matching.Reader(db)
    for one, other in sorted(pairs):
        rows = db.all(
            "SELECT one, other FROM joins"
            " WHERE one_report IN (?1, ?2) AND other_report IN (?1, ?2)",
            (one, other),
        )
        db.many("DELETE FROM joins WHERE one = ? AND other = ?", rows)
        touched |= set(chain.from_iterable(rows))
        if other in nearest.partners(db, one):
            found = list(matching.joins(reader, one, other))
            db.many("INSERT INTO joins VALUES (?, ?, ?, ?, ?, ?, ?)", found)
            touched |= {end for row in found for end in row[:2]}
    regroup(db, touched)


def bring_up_to_date(db: Db) -> None:
    """Match the reports of the file anew if another rule matched them."""
    if db.value("SELECT value FROM meta WHERE key = 'telling_rule'") == _RULE:
        return
    with db.transaction():
        for table in ("chains", "telling_keys", "nearest", "joins", "utterances"):
            db.run(f"DELETE FROM {table}")  # noqa: S608
        for (report,) in db.all("SELECT id FROM reports ORDER BY id"):
            replace(db, report, shown(db, report)[0])
        db.run("INSERT OR REPLACE INTO meta VALUES ('telling_rule', ?)", (_RULE,))


def problems(db: Db, report: int, annotation: Annotation) -> Iterator[str]:
    """What is wrong with what is kept of a report that shows ``annotation``."""
    due = kept_of(report, annotation, matching.public_ids(db, report))
    sql = "SELECT entry, report, record FROM chains WHERE report = ?"
    if due.chains != frozenset(db.all(sql, (report,))):
        yield "its chains are not those that its text gives"
    if due.keys != _keys(db, report):
        yield "its tellings are not found by their words"


def gathering_problems(db: Db) -> Iterator[tuple[str, str]]:
    """Entries with what is wrong with how they are gathered."""
    for report in nearest.too_long(db):
        yield f"r{report}", "it is matched with too many others"
    sql = (
        "SELECT one, other FROM joins j WHERE NOT EXISTS (SELECT 1 FROM nearest n WHERE"
        " (n.report, n.other) IN ((j.one_report, j.other_report), (j.other_report, j.one_report)))"
    )
    for one, other in db.all(sql):
        yield one, f"it is joined to {other}, but their reports are not matched"
    for entry in misgathered(db):
        yield entry, "it is not gathered as its joins say"


def chain_of(db: Db, entry: str) -> Chain | None:
    """The chain of an entry, None for one that has none."""
    record = db.value("SELECT record FROM chains WHERE entry = ?", (entry,))
    return from_json(record, Chain) if record else None
