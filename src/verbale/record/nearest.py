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
    common = _common(db, report)
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
            db.run("DELETE FROM nearest WHERE report = ? AND other = ?", (other, last))
            dropped.add(_pair(other, last))
        db.run("INSERT INTO nearest VALUES (?, ?, ?)", (other, report, number))
    return {pair for pair in dropped if pair[1] not in partners(db, pair[0])}


def leave(db: Db, report: int) -> set[Pair]:
    """Take a report out whose keys are gone; the pairs that are matched instead of its own."""
    lonely = [row for (row,) in db.all("SELECT report FROM nearest WHERE other = ?", (report,))]
    had = {other: partners(db, other) for other in lonely}
    db.run("DELETE FROM nearest WHERE report = ? OR other = ?", (report, report))
    for other in lonely:
        common = _common(db, other)
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


def _common(db: Db, report: int) -> dict[int, int]:
    """Other reports with the number of keys that entries which may be of one utterance share."""
    hits: Counter[tuple[str, str, int]] = Counter()
    sql = f"SELECT entry, report FROM telling_keys WHERE key = ? LIMIT {_COMMON + 1}"  # noqa: S608
    for entry, keys in keys_kept(db, report).items():
        for key in keys:
            holders = db.all(sql, (key,))
            if len(holders) > _COMMON:
                continue
            for other, holder in holders:
                if holder != report and other[0] == entry[0]:
                    hits[entry, other, holder] += 1
    found: Counter[int] = Counter()
    for (_, _, holder), number in hits.items():
        if number >= _LEAST:
            found[holder] += number
    return dict(found)
