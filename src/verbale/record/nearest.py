"""Which reports are matched with each other: each with the few that have most keys in common.

Of a story that all print, each copy leads to all others; so a report keeps its nearest `_MOST`, and
a pair is matched where either keeps the other. Which these are follows from what the record holds
and not from the order in which it came: whatever comes pushes out what is farther, and what goes
makes room for the next.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from verbale.record.connect import Db
from verbale.record.stored import to_json

#: Reports that one keeps.
_MOST = 8
#: A key that more entries have is common wording and leads nowhere.
_COMMON = 2000
#: Keys that two entries must share to be looked at.
_LEAST = 2

Pair = tuple[int, int]
Keys = Mapping[str, frozenset[int]]
Numbers = NDArray[np.int64]


def keys_kept(db: Db, report: int) -> Keys:
    """The keys of each entry of a report."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for entry, key in db.all("SELECT entry, key FROM telling_keys WHERE report = ?", (report,)):
        found[entry].add(key)
    return {entry: frozenset(keys) for entry, keys in found.items()}


def alike(here: Keys, there: Keys) -> tuple[set[str], set[str]]:
    """The entries of two reports that may tell of one utterance."""
    pairs = [
        (one, other)
        for one, mine in here.items()
        for other, theirs in there.items()
        if one[0] == other[0] and len(mine & theirs) >= _LEAST
    ]
    return {one for one, _ in pairs}, {other for _, other in pairs}


def partners(db: Db, report: int) -> set[int]:
    """The reports that one is matched with."""
    rows = db.all(
        "SELECT other FROM nearest WHERE report = ? UNION SELECT report FROM nearest"
        " WHERE other = ?",
        (report, report),
    )
    return {row for (row,) in rows}


def come(db: Db, report: int) -> set[Pair]:
    """Let a report in whose keys have been written; the pairs that are matched no more."""
    common = _common(db, report, Holders(db))
    lists = _lists(db, common)
    ties = _ties(db, {report, *common, *(each for kept in lists.values() for each in kept)})
    _keep(db, report, _first(common, ties))
    dropped = set()
    for other, number in common.items():
        kept = {**lists[other], report: number}
        if len(kept) > _MOST:
            last = max(kept, key=lambda each: (-kept[each], ties[each]))
            if last == report:
                continue
            _drop(db, other, [last])
            dropped.add(_pair(other, last))
        db.run("INSERT INTO nearest VALUES (?, ?, ?)", (other, report, number))
    return {pair for pair in dropped if pair[1] not in partners(db, pair[0])}


def come_together(db: Db, reports: Iterable[int]) -> set[Pair]:
    """Let several in whose keys have been written, as if one by one; the pairs that are matched
    no more."""
    held = Holders(db)
    common = {report: _common(db, report, held) for report in sorted(reports)}
    near: defaultdict[int, dict[int, int]] = defaultdict(dict)
    for report, others in common.items():
        for other in others.keys() - common.keys():
            near[other][report] = others[other]
    lists = _lists(db, near)
    ties = _ties(db, {*common, *(one for each in lists.values() for one in each), *near})
    for report, others in common.items():
        _keep(db, report, _first(others, ties))
    dropped = set()
    for other, kept in lists.items():
        best = _first({**kept, **near[other]}, ties)
        gone = kept.keys() - best.keys()
        _drop(db, other, gone)
        _keep(db, other, {report: best[report] for report in best.keys() - kept.keys()})
        dropped |= {_pair(other, report) for report in gone}
    return {pair for pair in dropped if pair[1] not in partners(db, pair[0])}


def leave(db: Db, report: int) -> set[Pair]:
    """Take a report out whose keys are gone; the pairs that are matched instead of its own."""
    lonely = [row for (row,) in db.all("SELECT report FROM nearest WHERE other = ?", (report,))]
    had = {other: partners(db, other) for other in lonely}
    db.run("DELETE FROM nearest WHERE report = ? OR other = ?", (report, report))
    held = Holders(db)
    for other in lonely:
        common = _common(db, other, held)
        db.run("DELETE FROM nearest WHERE report = ?", (other,))
        _keep(db, other, _first(common, _ties(db, common)))
    return {_pair(other, new) for other in lonely for new in partners(db, other) - had[other]}


def too_long(db: Db) -> list[int]:
    """The reports that keep more than they should."""
    sql = "SELECT report FROM nearest GROUP BY report HAVING count(*) > ? ORDER BY report"
    return [row for (row,) in db.all(sql, (_MOST,))]


def _pair(one: int, other: int) -> Pair:
    return min(one, other), max(one, other)


def _first(common: Mapping[int, int], ties: Mapping[int, bytes]) -> dict[int, int]:
    ranked = sorted(common, key=lambda other: (-common[other], ties[other]))
    return {other: common[other] for other in ranked[:_MOST]}


def _keep(db: Db, report: int, kept: Mapping[int, int]) -> None:
    db.many(
        "INSERT INTO nearest VALUES (?, ?, ?)",
        ((report, other, number) for other, number in kept.items()),
    )


def _drop(db: Db, report: int, others: Iterable[int]) -> None:
    sql = "DELETE FROM nearest WHERE report = ? AND other = ?"
    db.many(sql, ((report, other) for other in others))


def _lists(db: Db, reports: Iterable[int]) -> dict[int, dict[int, int]]:
    found: dict[int, dict[int, int]] = {report: {} for report in reports}
    sql = (
        "SELECT report, other, common FROM nearest WHERE report IN (SELECT value FROM json_each(?))"
    )
    for report, other, number in db.all(sql, (to_json(list(found)),)):
        found[report][other] = number
    return found


def _ties(db: Db, reports: Iterable[int]) -> dict[int, bytes]:
    """What ranks reports that are equally near: their lineage, hashed, so that a run of new
    addresses in order of name does not push out what was there each time."""
    sql = "SELECT id, lineage FROM reports WHERE id IN (SELECT value FROM json_each(?))"
    rows = db.all(sql, (to_json(list(reports)),))
    return {row: blake2b(lineage.encode(), digest_size=8).digest() for row, lineage in rows}


class Holders:
    """The entries that have a key, as numbers, with their reports; none for common wording."""

    def __init__(self, db: Db) -> None:
        self._db = db
        self._known: dict[int, tuple[Numbers, Numbers]] = {}

    def __call__(self, key: int) -> tuple[Numbers, Numbers]:
        """Entries, each once, and the report of each."""
        if key not in self._known:
            rows = self._db.all(_HOLDING, (key, _COMMON + 1))
            if len(rows) > _COMMON:
                rows = []
            table = np.array(rows, np.int64).reshape(-1, 2)
            self._known[key] = (table[:, 0], table[:, 1])
        return self._known[key]


#: An entry as a number: even for statements, odd for acts.
_HOLDING = (
    "SELECT 2 * CAST(substr(entry, 2) AS INTEGER) + (substr(entry, 1, 1) = 'e'), report"
    " FROM telling_keys WHERE key = ? LIMIT ?"
)


def _common(db: Db, report: int, held: Holders) -> dict[int, int]:
    """Other reports with the number of keys that entries which may be of one utterance share."""
    found: Counter[int] = Counter()
    for entry, keys in keys_kept(db, report).items():
        holders = [held(key) for key in keys]
        entries, owners = (np.concatenate(column) for column in zip(*holders, strict=True))
        others, first, number = np.unique(entries, return_index=True, return_counts=True)
        reports = owners[first]
        alike = (number >= _LEAST) & (others % 2 == (entry[0] == "e")) & (reports != report)
        for other, shared in zip(reports[alike].tolist(), number[alike].tolist(), strict=True):
            found[other] += shared
    return dict(found)
