"""Keeps the roster: actors of all reports under one name, kind and country, with their reports.

Whom a person decided an actor to be counts first. Without a decision, an actor whose country its
report does not tell stands with the one country that others of the name and kind have; with several
such countries, or none, it stands without. So a new report may move actors of others, from the day
on which a name gets its first country, or its second.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from verbale.model import ActorKey
from verbale.record.connect import Db
from verbale.record.stored import from_json, to_json

_RULE = "1"
#: An actor whose country nobody tells: neither its report, nor a person.
_OPEN = "name = ? AND kind = ? AND country IS NULL AND identity IS NULL"
_Key = tuple[str, str, str, str]
_Name = tuple[str, str]
#: What an actor's place depends on: name, kind, country and identity as its row has them.
_Told = tuple[str, str, str | None, str | None]


class Stood(NamedTuple):
    """The rows of the roster that a report's actors stood in, and the names they had."""

    rows: frozenset[int]
    names: frozenset[_Name]


def stood(db: Db, report: int) -> Stood:
    """Where a report's actors stand now, before they change."""
    rows = db.all("SELECT roster, name, kind FROM actors WHERE report = ?", (report,))
    return Stood(
        frozenset(row for row, _, _ in rows if row is not None),
        frozenset((name, kind) for _, name, kind in rows),
    )


def update(db: Db, report: int, before: Stood) -> None:
    """Place a report's actors, which have changed or gone since ``before``."""
    sql = "SELECT id, name, kind, country, identity FROM actors WHERE report = ?"
    for actor, name, kind, country, identity in db.all(sql, (report,)):
        row = _row(db, _key(db, name, kind, country, identity))
        db.run("UPDATE actors SET roster = ? WHERE id = ?", (row, actor))
    after = stood(db, report)
    _count(db, before.rows - after.rows, -1)
    _count(db, after.rows - before.rows, +1)
    for name, kind in sorted(before.names | after.names):
        _settle(db, name, kind, report)
    db.run("DELETE FROM roster WHERE reports = 0")


def add(db: Db, reports: Iterable[int]) -> None:
    """Place the actors of new reports, whose rows are there."""
    sql = "SELECT name, kind, country, identity, id FROM actors WHERE report = ?"
    actors: defaultdict[_Told, list[int]] = defaultdict(list)
    for report in reports:
        for *told, actor in db.all(sql, (report,)):
            name, kind, country, identity = told
            actors[name, kind, country, identity].append(actor)
    for name, kind in sorted({told[:2] for told in actors}):
        _settle(db, name, kind, 0)
    rows = {told: _row(db, _key(db, *told)) for told in actors}
    db.many(
        "UPDATE actors SET roster = ? WHERE id = ?",
        ((rows[told], actor) for told, each in actors.items() for actor in each),
    )
    _recount(db, set(rows.values()))
    db.run("DELETE FROM roster WHERE reports = 0")


def _key(db: Db, name: str, kind: str, country: str | None, identity: str | None) -> _Key:
    if identity is not None:
        taken = from_json(identity, ActorKey)
        return taken.name, taken.kind, taken.country or "", taken.lineage or ""
    return name, kind, country or _sole(db, name, kind), ""


def _sole(db: Db, name: str, kind: str) -> str:
    """The only country that actors of a name and kind have; "" for none or several. Two looks into
    an index, however many actors there are."""
    ends = {
        db.value(
            f"SELECT {end}(country) FROM actors"  # noqa: S608
            " WHERE name = ? AND kind = ? AND country IS NOT NULL",
            (name, kind),
        )
        for end in ("min", "max")
    }
    only = ends.pop()
    return "" if ends or only is None else str(only)


def _row(db: Db, key: _Key) -> int:
    sql = "SELECT id FROM roster WHERE name = ? AND kind = ? AND country = ? AND apart = ?"
    found = db.value(sql, key)
    if found is not None:
        return int(found)
    new = "INSERT INTO roster (name, kind, country, apart, reports) VALUES (?, ?, ?, ?, 0)"
    return db.run(new, key)


def _count(db: Db, rows: Iterable[int], by: int) -> None:
    db.many("UPDATE roster SET reports = reports + ? WHERE id = ?", ((by, row) for row in rows))


def _settle(db: Db, name: str, kind: str, report: int) -> None:
    """Move the actors of other reports that the country of a name no longer holds for, or now
    does. They all stand in one row, so that the first tells of all."""
    sql = f"SELECT roster FROM actors WHERE {_OPEN} AND report <> ? AND roster IS NOT NULL LIMIT 1"  # noqa: S608
    held = db.value(sql, (name, kind, report))
    if held is None:
        return
    due = _row(db, (name, kind, _sole(db, name, kind), ""))
    if due != held:
        db.run(f"UPDATE actors SET roster = ? WHERE {_OPEN}", (due, name, kind))  # noqa: S608
        _recount(db, (held, due))


def _recount(db: Db, rows: Iterable[int]) -> None:
    db.run(
        "UPDATE roster SET reports ="
        " (SELECT count(DISTINCT a.report) FROM actors a WHERE a.roster = roster.id)"
        " WHERE id IN (SELECT value FROM json_each(?))",
        (to_json(list(rows)),),
    )


def bring_up_to_date(db: Db) -> None:
    """Place all actors anew if another rule placed them, or none."""
    if db.value("SELECT value FROM meta WHERE key = 'roster_rule'") == _RULE:
        return
    with db.transaction():
        fill(db)
        db.run("INSERT OR REPLACE INTO meta VALUES ('roster_rule', ?)", (_RULE,))


def fill(db: Db) -> None:
    """Place all actors, inside the caller's transaction."""
    db.run("UPDATE actors SET roster = NULL")
    db.run("DELETE FROM roster")
    known = f"SELECT DISTINCT {_NAMED}, 0 FROM actors a WHERE {_TOLD}"  # noqa: S608
    db.run(f"INSERT INTO roster (name, kind, country, apart, reports) {known}")
    nameless = "SELECT DISTINCT name, kind FROM actors WHERE country IS NULL AND identity IS NULL"
    for name, kind in db.all(nameless):
        row = _row(db, (name, kind, _sole(db, name, kind), ""))
        db.run(f"UPDATE actors SET roster = ? WHERE {_OPEN}", (row, name, kind))  # noqa: S608
    db.run(
        "UPDATE actors AS a SET roster = (SELECT id FROM roster r"  # noqa: S608
        f" WHERE (r.name, r.kind, r.country, r.apart) = ({_NAMED})) WHERE {_TOLD}"
    )
    db.run(
        "UPDATE roster SET reports ="
        " (SELECT count(DISTINCT a.report) FROM actors a WHERE a.roster = roster.id)"
    )


#: Whose country is told, and the key of such a one.
_TOLD = "a.country IS NOT NULL OR a.identity IS NOT NULL"
_NAMED = (
    "coalesce(json_extract(a.identity, '$.name'), a.name),"
    " coalesce(json_extract(a.identity, '$.kind'), a.kind),"
    " coalesce(CASE WHEN a.identity IS NULL THEN a.country"
    " ELSE json_extract(a.identity, '$.country') END, ''),"
    " coalesce(json_extract(a.identity, '$.lineage'), '')"
)


def problems(db: Db) -> Iterator[tuple[int, str]]:
    """Actors with what is wrong with where they stand."""
    sql = (
        "SELECT a.id, a.name, a.kind, a.country, a.identity, r.name, r.kind, r.country, r.apart"
        " FROM actors a LEFT JOIN roster r ON r.id = a.roster WHERE a.id > :after ORDER BY a.id"
    )
    sole: dict[_Name, str] = {}
    for actor, name, kind, country, identity, *held in db.pages(sql):
        if identity is None and country is None:
            if (name, kind) not in sole:
                sole[name, kind] = _sole(db, name, kind)
            country = sole[name, kind]
        if tuple(held) != _key(db, name, kind, country, identity):
            yield actor, "it stands in another row of the roster than its name says"
    counted = (
        "SELECT min(a.id) FROM roster r LEFT JOIN actors a ON a.roster = r.id GROUP BY r.id"
        " HAVING r.reports <> count(DISTINCT a.report)"
    )
    for (actor,) in db.all(counted):
        yield actor or 0, "its row of the roster counts other reports than name it"
