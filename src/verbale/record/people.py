"""Actors as a person names them: by the id of one, or by a name of the roster."""

from __future__ import annotations

from verbale.errors import AmbiguousEntry, NoSuchEntry
from verbale.model import ActorKey
from verbale.record import identify
from verbale.record.connect import Db
from verbale.record.filters import ActorFilter
from verbale.record.rows import RosterRow
from verbale.record.view import View

_SHOWN = 5


def actor_key(db: Db, view: View, name: str) -> ActorKey:
    """One report's actor for ``a12``, whoever has the name otherwise.

    Raises `NoSuchEntry`, `AmbiguousEntry`.
    """
    numbered = identify.parse(name)
    if numbered is None or numbered[0] != "actor":
        return roster_key(view, name)
    found = db.one(
        "SELECT e.name, e.kind, e.country, r.lineage FROM actors e"
        " JOIN reports r ON r.id = e.report WHERE e.id = ?",
        (numbered[1],),
    )
    if found is None:
        raise identify.missing(name)
    return ActorKey(name=found[0], kind=found[1], country=found[2], lineage=found[3])


def roster_key(view: View, name: str) -> ActorKey:
    """The row of the roster that a name, or the id of one in it, means.

    Raises `NoSuchEntry`, `AmbiguousEntry`.
    """
    row = _only(name, view)
    return ActorKey(name=row.name, kind=row.kind, country=row.country, lineage=row.apart)


def _only(name: str, view: View) -> RosterRow:
    numbered = identify.parse(name)
    if numbered:
        row = view.roster_row(numbered[1]) if numbered[0] == "actor" else None
        found = [row] if row else []
    else:
        roster = view.roster(ActorFilter(name=name))
        exact = [row for row in roster if row.name.lower() == name.strip().lower()]
        near = exact or list(roster)
        found = [row for row in near if row.apart is None] or near
    if not found:
        alike = view.speakers_like(name)
        told = f"did you mean {' or '.join(alike)}?" if alike else "see verbale actors"
        raise NoSuchEntry(name, f"no actor of this name; {told}")
    if len(found) > 1:
        raise AmbiguousEntry(name, f"fits {', '.join(map(_told, found[:_SHOWN]))}")
    return found[0]


def _told(row: RosterRow) -> str:
    return " ".join(filter(None, (row.name, row.country, f"({row.ids[0]})")))
