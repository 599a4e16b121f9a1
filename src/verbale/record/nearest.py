"""Which reports are matched with each other: each with the few that have most keys in common.

Of a story that all print, each copy leads to all others; so a report keeps its nearest `_MOST`, and
a pair is matched where either keeps the other. Which these are follows from what the record holds
and not from the order in which it came: whatever comes pushes out what is farther, and what goes
makes room for the next.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
#: Keys that are asked for at once, and the bits that the number of an entry takes.
_AT_ONCE, _ENTRY_BITS = 500, 42

Pair = tuple[int, int]
Keys = Mapping[str, frozenset[int]]
Names = Mapping[int, Sequence[str]]
Numbers = NDArray[np.int64]


def keys_kept(db: Db, report: int) -> Keys:
    """The keys of each entry of a report."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for entry, key in db.all("SELECT entry, key FROM telling_keys WHERE report = ?", (report,)):
        found[entry].add(key)
    return {entry: frozenset(keys) for entry, keys in found.items()}


def by_key(keys: Keys) -> Names:
    """The entries that have each key."""
    found: defaultdict[int, list[str]] = defaultdict(list)
    for entry, each in keys.items():
        for key in each:
            found[key].append(entry)
    return found


def alike(here: Keys, there: Names) -> tuple[set[str], set[str]]:
    """The entries of two reports, by their keys, that may tell of one utterance: of one kind, and
    with two keys in common."""
    ones: set[str] = set()
    others: set[str] = set()
    having = there.keys()
    for one, keys in here.items():
        hits = keys & having
        if len(hits) < _LEAST:
            continue
        met: set[str] = set()
        for key in hits:
            for other in there[key]:
                if other not in met:
                    met.add(other)
                elif other[0] == one[0]:
                    ones.add(one)
                    others.add(other)
    return ones, others


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
    common = _common(db, {report: keys_kept(db, report)})[report]
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


def come_together(db: Db, news: Mapping[int, Keys]) -> set[Pair]:
    """Let several in whose keys are not yet written, as if one by one; the pairs that are matched
    no more."""
    common = _common(db, news, unwritten=True)
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
    for other, common in _common(db, {row: keys_kept(db, row) for row in lonely}).items():
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
    """The entries that have each of some keys, as numbers."""

    def __init__(self, table: Numbers) -> None:
        """``table`` has a row for each key of an entry: the key, the entry, its report."""
        table = table[np.argsort(table[:, 0], kind="stable")]
        self._keys, firsts = np.unique(table[:, 0], return_index=True)
        self._ends = np.append(firsts, len(table))
        self._entries = table[:, 1]
        self._known, at = np.unique(table[:, 1], return_index=True)
        self._reports = table[at, 2]
        #: Of the rows of each key, how many are looked at.
        self._shown = np.diff(self._ends)

    def hide(self, table: Numbers) -> None:
        """Look no more at the last rows of these keys: so many as ``table`` has."""
        keys, number = np.unique(table[:, 0], return_counts=True)
        at, known = self._at(keys)
        self._shown[at] -= number[known]

    def show(self, keys: Numbers) -> None:
        """Look at the next row of each of ``keys``, which may be named several times."""
        at, _ = self._at(keys)
        np.add.at(self._shown, at, 1)

    def reports(self, entries: Numbers) -> Numbers:
        """The reports of entries that have any of the keys."""
        found: Numbers = self._reports[np.searchsorted(self._known, entries)]
        return found

    def __call__(self, keys: Numbers) -> tuple[Numbers, Numbers]:
        """For each entry that has one of ``keys``: the place of the key among them, the entry."""
        at, known = self._at(keys)
        first, number = self._ends[at], self._shown[at]
        begun = np.repeat(first - np.cumsum(number) + number, number)
        rows = np.arange(len(begun)) + begun
        places = np.repeat(np.flatnonzero(known), number)
        return places, self._entries[rows]

    def _at(self, keys: Numbers) -> tuple[Numbers, NDArray[np.bool_]]:
        """Where the rows are of those of ``keys`` that have any, and which these are."""
        at = np.searchsorted(self._keys, keys)
        known = np.zeros(len(keys), np.bool_)
        inside = at < len(self._keys)
        known[inside] = self._keys[at[inside]] == keys[inside]
        return at[known], known


def _holding(db: Db, reports: Mapping[int, Keys], *, unwritten: bool) -> Numbers:
    """Who has the keys of ``reports``, these among them, as a table for `Holders`; common wording
    left out. ``unwritten``: the record does not have their keys yet."""
    mine = _table(reports)
    keys, own = np.unique(mine[:, 0], return_counts=True)
    written = _how_many(db, keys)
    rare = (written + own if unwritten else written) <= _COMMON
    held = [
        np.array(db.all(_HOLDING, (to_json(some),)), np.int64).reshape(-1, 3)
        for some in _batches(keys[rare & (written > 0)])
    ]
    known = mine[np.isin(mine[:, 0], keys[rare])] if unwritten else mine[:0]
    return np.concatenate([*held, known])


def _table(reports: Mapping[int, Keys]) -> Numbers:
    """The keys of entries as they are written: key, number of the entry, report;
    report after report."""
    rows = [
        (key, _number(entry), report)
        for report, entries in sorted(reports.items())
        for entry, keys in entries.items()
        for key in keys
    ]
    return np.array(rows, np.int64).reshape(-1, 3)


def _how_many(db: Db, keys: Numbers) -> Numbers:
    """How many entries have each key, so far as it is not common."""
    found = [row for some in _batches(keys) for row in db.all(_HOW_MANY, (to_json(some),))]
    return np.array(found, np.int64).reshape(-1)


def _batches(keys: Numbers) -> Iterator[list[int]]:
    """So many that their rows take little memory at a time, however many hold each."""
    return (keys[at : at + _AT_ONCE].tolist() for at in range(0, len(keys), _AT_ONCE))


#: In the order of the keys that are asked for.
_HOW_MANY = (
    "SELECT (SELECT count(*) FROM"  # noqa: S608
    f" (SELECT 1 FROM telling_keys WHERE key = k.value LIMIT {_COMMON + 1}))"
    " FROM json_each(?) k ORDER BY k.key"
)
#: An entry as a number: even for statements, odd for acts.
_HOLDING = (
    "SELECT key, 2 * CAST(substr(entry, 2) AS INTEGER) + (substr(entry, 1, 1) = 'e'), report"
    " FROM telling_keys WHERE key IN (SELECT value FROM json_each(?))"
)


def _number(entry: str) -> int:
    """The same, of an entry's public id."""
    return 2 * int(entry[1:]) + (entry[0] == "e")


def _common(
    db: Db, reports: Mapping[int, Keys], *, unwritten: bool = False
) -> dict[int, dict[int, int]]:
    """For each report with its keys, others with the number of keys that entries which may be of
    one utterance share."""
    held = Holders(_holding(db, reports, unwritten=unwritten))
    if not unwritten:
        return {report: _shared(report, mine, held) for report, mine in reports.items()}
    held.hide(_table(reports))
    found: dict[int, dict[int, int]] = {}
    # What two new ones share is counted once, by the later of them.
    for report, mine in sorted(reports.items()):
        found[report] = _shared(report, mine, held)
        for other in found[report].keys() & found.keys():
            found[other][report] = found[report][other]
        held.show(_table({report: mine})[:, 0])
    return found


def _shared(report: int, mine: Keys, held: Holders) -> dict[int, int]:
    if not mine:
        return {}
    numbers = np.repeat(np.arange(len(mine)), [len(keys) for keys in mine.values()])
    acts = np.array([entry[0] == "e" for entry in mine])[numbers]
    keys = np.fromiter((key for each in mine.values() for key in each), np.int64, len(numbers))
    places, others = held(keys)
    alike = others % 2 == acts[places]
    # A pair for each key that both have: those that come together in order are one.
    pairs = np.sort(numbers[places[alike]] << _ENTRY_BITS | others[alike])
    firsts = np.flatnonzero(np.diff(pairs, prepend=-1))
    common = np.diff(firsts, append=len(pairs))
    enough = common >= _LEAST
    reports = held.reports(pairs[firsts[enough]] & ((1 << _ENTRY_BITS) - 1))
    found, at = np.unique(reports, return_inverse=True)
    totals = np.bincount(at, weights=common[enough]).astype(np.int64)
    shared = dict(zip(found.tolist(), totals.tolist(), strict=True))
    shared.pop(report, None)
    return shared
