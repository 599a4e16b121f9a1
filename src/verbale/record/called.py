"""Looks at the roster: who is called what, over all reports, those in most reports first."""

from __future__ import annotations

import msgspec

from verbale.errors import UsageError
from verbale.model import Actor
from verbale.record.conditions import Conditions, Locate, for_actors
from verbale.record.connect import Db, Row
from verbale.record.facets import MOST_FACETS, Facet
from verbale.record.filters import ActorFilter
from verbale.record.rows import Listing, RosterRow
from verbale.record.stored import from_json

_COLUMNS = "SELECT w.id, w.name, w.kind, w.country, w.apart, w.reports FROM roster w"
_ORDER = "w.reports DESC, w.name, w.kind, w.country, w.apart"
#: So many actors of a row are looked through for other names and offices, the first read first.
MOST = 200
#: What the rows of the roster can be divided by.
_DIVIDED = frozenset({"kind", "country"})


def read_roster(db: Db, wanted: ActorFilter, locate: Locate) -> Listing[RosterRow]:
    """The rows of the roster that have an actor who fits; each is told of whole."""
    found = _conditions(wanted, locate)
    page = {"limit": -1 if wanted.limit is None else wanted.limit, "offset": wanted.offset}
    sql = f"{_COLUMNS} WHERE {found.sql} ORDER BY {_ORDER} LIMIT :limit OFFSET :offset"
    with db.snapshot():
        rows = db.all(sql, {**found.args, **page})
        total = len(rows)
        if wanted.limit is not None or wanted.offset:
            number = f"SELECT count(*) FROM roster w WHERE {found.sql}"  # noqa: S608
            total = int(db.value(number, found.args))
        told = tuple(_row(db, row) for row in rows)
    return Listing(rows=told, total=total)


def roster_facets(db: Db, wanted: ActorFilter, locate: Locate, by: str) -> tuple[Facet, ...]:
    """The most frequent values of ``by`` among the rows that fit, each with how many have it.

    Raises `UsageError` where rows have no ``by``.
    """
    if by not in _DIVIDED:
        raise UsageError(by, "nothing to divide actors by")
    found = _conditions(wanted, locate)
    rows = db.all(
        f"SELECT w.{by}, count(*) FROM roster w WHERE {found.sql} AND w.{by} <> ''"  # noqa: S608
        f" GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT {MOST_FACETS}",
        found.args,
    )
    return tuple(Facet(str(value), int(number)) for value, number in rows)


def row_with(db: Db, actor: int) -> RosterRow | None:
    """The row of the roster that an actor stands in; None where there is no such actor."""
    with db.snapshot():
        sql = f"{_COLUMNS} WHERE w.id = (SELECT roster FROM actors WHERE id = ?)"  # noqa: S608
        row = db.one(sql, (actor,))
        return _row(db, row) if row else None


def _conditions(wanted: ActorFilter, locate: Locate) -> Conditions:
    """Over ``roster w``: what names and countries tell without looking at anybody, and the rest
    by the actors who fit."""
    found = Conditions()
    found.equal("w.kind", wanted.kind)
    found.equal("w.country", wanted.country)
    if wanted.name is not None or wanted.report is not None:
        own = msgspec.structs.replace(wanted, kind=None, country=None)
        actors = for_actors(own, locate)
        args = {f"of_{name}": value for name, value in actors.args.items()}
        sql = actors.sql.replace(":", ":of_")
        found.where(f"w.id IN (SELECT e.roster FROM actors e WHERE {sql})", **args)  # noqa: S608
    return found


def _row(db: Db, row: Row) -> RosterRow:
    number, name, kind, country, apart, reports = row
    sql = "SELECT id, record FROM actors WHERE roster = ? ORDER BY id LIMIT ?"
    actors = [(own, from_json(record, Actor)) for own, record in db.all(sql, (number, MOST))]
    titles = (office.title for _, actor in actors for office in actor.offices)
    return RosterRow(
        name=name,
        kind=kind,
        country=country or None,
        offices=tuple(dict.fromkeys(titles)),
        reports=reports,
        ids=tuple(f"a{own}" for own, _ in actors),
        also=tuple(sorted({actor.name for _, actor in actors} - {name})),
        apart=apart or None,
    )
