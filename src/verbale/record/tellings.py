"""Keeps the chains of a report's entries, and which of them tell what others tell too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from verbale.model import Annotation
from verbale.model.origin import Chain
from verbale.provenance.outline import Outline, unpack
from verbale.provenance.tellings import (
    TELLING_RULE,
    keys_of,
    shared_prose,
    tellings_of,
    ways_of,
)
from verbale.provenance.utterances import Join, Shared, Telling, match
from verbale.record import apart, cuts, reuse
from verbale.record.connect import Db
from verbale.record.grouping import regroup
from verbale.record.shown import shown
from verbale.record.stored import from_json, to_json

#: A key that more entries have is common wording and leads nowhere.
_COMMON = 2000
#: Keys that two entries must share to be looked at.
_LEAST = 2
#: Reports that one is matched with, those with most keys in common first: of a story that all
#: print, each copy leads to all others.
_MOST = 8
_RULE = f"tellings {TELLING_RULE}"


class _Own(NamedTuple):
    """A report with its tellings under their public ids."""

    row: int
    tellings: dict[str, Telling]


def replace(db: Db, report: int, annotation: Annotation) -> None:
    """Make what is kept of a report that of ``annotation``, once its rows are drawn."""
    touched = _take(db, report)
    own = _own(db, report, annotation)
    ids = _public(db, report)
    db.many(
        "INSERT INTO chains VALUES (?, ?, ?)",
        (
            (ids[name], report, to_json(chain))
            for name, chain in ways_of(annotation).items()
            if name in ids
        ),
    )
    keys = {id: keys_of(telling) for id, telling in own.tellings.items()}  # noqa: A001
    db.many(
        "INSERT INTO telling_keys VALUES (?, ?, ?)",
        ((key, entry, report) for entry, found in keys.items() for key in sorted(found)),
    )
    joins = list(_joins(db, own, keys))
    db.many("INSERT INTO joins VALUES (?, ?, ?, ?, ?, ?, ?)", joins)
    regroup(db, touched | own.tellings.keys())


def remove(db: Db, report: int) -> None:
    """Let go of a report, before its rows go."""
    regroup(db, _take(db, report))


def _take(db: Db, report: int) -> set[str]:
    """Take a report out; the entries of others that were joined to its own."""
    rows = db.all(
        "SELECT one, other FROM joins WHERE one_report = ? OR other_report = ?", (report, report)
    )
    db.run("DELETE FROM joins WHERE one_report = ? OR other_report = ?", (report, report))
    for table in ("chains", "telling_keys"):
        db.run(f"DELETE FROM {table} WHERE report = ?", (report,))  # noqa: S608
    old = db.all("SELECT entry FROM utterances WHERE report = ?", (report,))
    return {entry for row in (*rows, *old) for entry in row}


def bring_up_to_date(db: Db) -> None:
    """Match the reports of the file anew if another rule matched them."""
    if db.value("SELECT value FROM meta WHERE key = 'telling_rule'") == _RULE:
        return
    with db.transaction():
        for table in ("chains", "telling_keys", "joins", "utterances"):
            db.run(f"DELETE FROM {table}")  # noqa: S608
        for (report,) in db.all("SELECT id FROM reports ORDER BY id"):
            replace(db, report, shown(db, report)[0])
        db.run("INSERT OR REPLACE INTO meta VALUES ('telling_rule', ?)", (_RULE,))


# Matching


def _joins(
    db: Db, own: _Own, keys: dict[str, frozenset[int]]
) -> Iterator[tuple[str, str, int, int, str, float, int]]:
    cut = cuts.everything(db)
    likely = set(reuse.candidates(db, own.row))
    separate = apart.among(db, own.row, likely)
    for other, (mine, theirs) in sorted(_candidates(db, own, keys).items()):
        there = _own(db, other, shown(db, other)[0])
        shared: Shared = ()
        if other in likely and other not in separate:
            shared = shared_prose(*(_outline(db, row) for row in (own.row, other)))
        found = match(_some(own, mine), _some(there, theirs), shared)
        for join in found:
            if not cuts.holds(cut, own.tellings[join.one], there.tellings[join.other]):
                yield _row(join, own.row, other)


def _row(join: Join, here: int, there: int) -> tuple[str, str, int, int, str, float, int]:
    ends = sorted(((join.one, here), (join.other, there)))
    (one, one_report), (other, other_report) = ends
    return one, other, one_report, other_report, join.how, join.score, int(join.copied)


def _some(own: _Own, entries: Iterable[str]) -> list[Telling]:
    return [own.tellings[entry] for entry in sorted(entries) if entry in own.tellings]


def _candidates(
    db: Db, own: _Own, keys: dict[str, frozenset[int]]
) -> dict[int, tuple[set[str], set[str]]]:
    """Other reports -> the entries here and there that may tell of one utterance."""
    hits: Counter[tuple[str, str, int]] = Counter()
    sql = f"SELECT entry, report FROM telling_keys WHERE key = ? LIMIT {_COMMON + 1}"  # noqa: S608
    for entry, found in keys.items():
        for key in found:
            holders = db.all(sql, (key,))
            if len(holders) > _COMMON:
                continue
            for other, report in holders:
                if report != own.row and other[0] == entry[0]:
                    hits[entry, other, report] += 1
    found_in: dict[int, tuple[set[str], set[str]]] = {}
    for (entry, other, report), number in hits.items():
        if number >= _LEAST:
            mine, theirs = found_in.setdefault(report, (set(), set()))
            mine.add(entry)
            theirs.add(other)
    shared: Counter[int] = Counter()
    for (_, _, report), number in hits.items():
        shared[report] += number if number >= _LEAST else 0
    names: dict[int, str] = (
        dict(db.all("SELECT id, lineage FROM reports")) if len(found_in) > _MOST else {}
    )
    ranked = sorted(found_in, key=lambda other: (-shared[other], names.get(other, "")))
    return {other: found_in[other] for other in ranked[:_MOST]}


def _outline(db: Db, report: int) -> Outline:
    return unpack(db.value("SELECT packed FROM outlines WHERE report = ?", (report,)))


def _own(db: Db, report: int, annotation: Annotation) -> _Own:
    ids = _public(db, report)
    return _Own(
        report,
        {
            ids[each.id]: each._replace(id=ids[each.id])
            for each in tellings_of(annotation)
            if each.id in ids
        },
    )


def _public(db: Db, report: int) -> dict[str, str]:
    """Kind and number within the report -> public id."""
    return {
        f"{letter}{n}": f"{letter}{row}"
        for letter, table in (("s", "statements"), ("e", "acts"))
        for n, row in db.all(f"SELECT n, id FROM {table} WHERE report = ?", (report,))  # noqa: S608
    }


def chain_of(db: Db, entry: str) -> Chain | None:
    """The chain of an entry, None for one that has none."""
    record = db.value("SELECT record FROM chains WHERE entry = ?", (entry,))
    return from_json(record, Chain) if record else None
