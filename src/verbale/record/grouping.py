"""Gathers joined entries to utterances, and counts the independent origins of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import NamedTuple

from verbale.model import Statement
from verbale.model.origin import Chain, Origins
from verbale.provenance.origins import Carrier, origins
from verbale.record import cuts
from verbale.record.connect import Db
from verbale.record.cuts import Cuts
from verbale.record.stored import from_json, to_json

#: Entries whose joins are checked at once.
_AT_ONCE = 1000


class Joined(NamedTuple):
    """A stored join of two entries."""

    one: str
    other: str
    how: str
    score: float
    copied: bool


class Utterance(NamedTuple):
    """Entries of one utterance and the joins among them."""

    entries: tuple[str, ...]
    joins: tuple[Joined, ...]


def regroup(db: Db, touched: Iterable[str]) -> None:
    """Gather anew whatever is, or was, connected to some entries."""
    todo = set(touched)
    sql = (
        "SELECT DISTINCT o.entry FROM utterances u JOIN utterances o ON o.utterance = u.utterance"
        " WHERE u.entry IN (SELECT value FROM json_each(?))"
    )
    todo |= {entry for (entry,) in db.all(sql, (to_json(sorted(todo)),))}
    joins = connected(db, todo)
    todo |= {end for join in joins for end in (join.one, join.other)}
    sql = "DELETE FROM utterances WHERE entry IN (SELECT value FROM json_each(?))"
    db.run(sql, (to_json(sorted(todo)),))
    db.many("INSERT INTO utterances VALUES (?, ?, ?)", _rows(db, _gathered(db, joins)))


def connected(db: Db, entries: Iterable[str]) -> list[Joined]:
    """All joins that lead from entries to others, and on from those."""
    rows = db.all(
        "WITH RECURSIVE near (entry) AS (SELECT value FROM json_each(?)"
        " UNION SELECT j.other FROM near JOIN joins j ON j.one = near.entry"
        " UNION SELECT j.one FROM near JOIN joins j ON j.other = near.entry)"
        " SELECT j.one, j.other, j.how, j.score, j.copied FROM near"
        " JOIN joins j ON j.one = near.entry ORDER BY j.one, j.other",
        (to_json(sorted(entries)),),
    )
    return [Joined(one, other, how, score, bool(copied)) for one, other, how, score, copied in rows]


def _gathered(db: Db, joins: Sequence[Joined]) -> list[Utterance]:
    """The utterances that joins make."""
    cut = cuts.everything(db)
    return [part for group in _chains(joins) for part in _apart(db, group, cut)]


def _chains(joins: Sequence[Joined]) -> list[list[Joined]]:
    """Joins that hang together, in their order."""
    led: dict[str, str] = {}

    def leader(entry: str) -> str:
        while (above := led.setdefault(entry, entry)) != entry:
            led[entry] = led[above]
            entry = above
        return entry

    for join in joins:
        led[leader(join.one)] = leader(join.other)
    found: defaultdict[str, list[Joined]] = defaultdict(list)
    for join in joins:
        found[leader(join.one)].append(join)
    return list(found.values())


def _apart(db: Db, joins: Sequence[Joined], cut: Cuts) -> list[Utterance]:
    """Joins gathered, the surest first, so that nothing a person cut comes together."""
    ends = {end for join in joins for end in (join.one, join.other)}
    if not cut:  # all hang together, however long the list of those who print it
        return [Utterance(tuple(sorted(ends)), tuple(joins))]
    names = _stable(db, ends)
    words = _words(db, names)
    group = {entry: {entry} for entry in names}
    kept: list[Joined] = []
    ranked = sorted(joins, key=lambda j: (-j.score, sorted((names[j.one], names[j.other]))))
    for join in ranked:
        one, other = group[join.one], group[join.other]
        if one is not other:
            if any(_is_cut(cut, words, a, b) for a in one for b in other):
                continue
            one |= other
            for entry in other:
                group[entry] = one
        kept.append(join)
    gathered = {id(members): members for members in group.values()}
    return [
        Utterance(tuple(sorted(members)), tuple(j for j in kept if j.one in members))
        for members in gathered.values()
    ]


def _is_cut(cut: Cuts, words: dict[str, str], one: str, other: str) -> bool:
    return frozenset((words[one], words[other])) in cut


def _stable(db: Db, entries: Iterable[str]) -> dict[str, tuple[str, str, int]]:
    """Entries with what orders them in any order of reading: lineage, kind, number."""
    found: dict[str, tuple[str, str, int]] = {}
    told = list(entries)
    for letter, table in (("s", "statements"), ("e", "acts")):
        rows = [int(entry[1:]) for entry in told if entry[0] == letter]
        sql = (
            f"SELECT e.id, r.lineage, e.n FROM {table} e JOIN reports r ON r.id = e.report"  # noqa: S608
            " WHERE e.id IN (SELECT value FROM json_each(?))"
        )
        for row, lineage, n in db.all(sql, (to_json(rows),)) if rows else ():
            found[f"{letter}{row}"] = (lineage, letter, n)
    return found


def _words(db: Db, entries: Iterable[str]) -> dict[str, str]:
    return {entry: cuts.hashed(said(db, entry)) for entry in entries}


def said(db: Db, entry: str) -> str:
    """The words of an entry."""
    column = "content_words" if entry[0] == "s" else "evidence_words"
    sql = f"SELECT {column} FROM {_table(entry)} WHERE id = ?"  # noqa: S608
    return " ".join(str(db.value(sql, (int(entry[1:]),)) or "").split())


def _table(entry: str) -> str:
    return "statements" if entry[0] == "s" else "acts"


def _rows(db: Db, groups: Sequence[Utterance]) -> list[tuple[str, str, int]]:
    """The rows of ``utterances`` for some groups; none for what one report alone carries."""
    reports = _reports(db, [entry for group in groups for entry in group.entries])
    found = []
    for group in groups:
        if len({reports[entry] for entry in group.entries if entry in reports}) > 1:
            first = min(group.entries, key=lambda entry: int(entry[1:]))
            found += [(entry, first, reports[entry]) for entry in group.entries]
    return found


def misgathered(db: Db) -> list[str]:
    """The entries whose utterance is not the one that the joins make."""
    held = set(db.all("SELECT entry, utterance, report FROM utterances"))
    due: set[tuple[str, str, int]] = set()
    todo = {end for row in db.all("SELECT one, other FROM joins") for end in row}
    while todo:
        joins = connected(db, islice(todo, _AT_ONCE))
        due |= set(_rows(db, _gathered(db, joins)))
        todo -= {end for join in joins for end in (join.one, join.other)}
    return sorted({row[0] for row in held ^ due})


def utterance_of(db: Db, entry: str) -> Utterance:
    """The utterance of an entry, with the joins that hold it together; it alone where nobody else
    carries it."""
    rows = db.all(
        "SELECT o.entry FROM utterances u JOIN utterances o ON o.utterance = u.utterance"
        " WHERE u.entry = ?",
        (entry,),
    )
    entries = {entry, *(each for (each,) in rows)}
    joins = [j for j in connected(db, [entry]) if {j.one, j.other} <= entries] if rows else []
    return Utterance(tuple(sorted(entries, key=lambda each: int(each[1:]))), tuple(joins))


def label(found: Origins) -> str:
    """The hearings in words, the certain ones first."""
    ranked = sorted(found.groups, key=lambda group: not group.certain)
    return "; ".join(dict.fromkeys(group.label for group in ranked))


def count(db: Db, group: Utterance) -> Origins:
    """The independent origins of an utterance."""
    names = _stable(db, group.entries)
    ordered = sorted(group.entries, key=lambda entry: names[entry])
    carriers = [each for entry in ordered if (each := carrier(db, entry)) is not None]
    return origins(carriers, [(join.one, join.other) for join in group.joins if join.copied])


def carrier(db: Db, entry: str) -> Carrier | None:
    """An entry as a carrier, with its chain."""
    row = db.one(
        "SELECT c.record, c.report, r.outlet FROM chains c JOIN reports r ON r.id = c.report"
        " WHERE c.entry = ?",
        (entry,),
    )
    if row is None:
        return None
    recalled = False
    if entry[0] == "s":
        sql = "SELECT record FROM statements WHERE id = ?"
        recalled = from_json(db.value(sql, (int(entry[1:]),)), Statement).background
    return Carrier(entry, f"r{row[1]}", row[2], from_json(row[0], Chain), recalled)


def _reports(db: Db, entries: Iterable[str]) -> dict[str, int]:
    sql = "SELECT entry, report FROM chains WHERE entry IN (SELECT value FROM json_each(?))"
    return dict(db.all(sql, (to_json(list(entries)),)))
