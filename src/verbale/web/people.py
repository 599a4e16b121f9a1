"""What an actor's page tells over all reports: offices with their days, what was said on what."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from verbale.model import Matter
from verbale.record import ActorFilter, ActorRow, Record, StatementFilter, StatementRow

#: So many reports that name somebody are looked through, and so many of their statements shown.
_REPORTS, _STATEMENTS = 400, 60


class Held(NamedTuple):
    """An office as reports call it, from the first to the last day of those that do (EDTF, None
    where none is known), and where it stands first."""

    title: str
    country: str | None
    former: bool
    first: str | None
    last: str | None
    reports: int
    entry: str


class Spoken(NamedTuple):
    """What was said on a matter, the latest first; None gathers what is about none."""

    matter: Matter | None
    rows: tuple[StatementRow, ...]


class Person(NamedTuple):
    """``total`` counts all statements, of which the latest are in ``spoken``."""

    offices: tuple[Held, ...]
    spoken: tuple[Spoken, ...]
    total: int


def person(record: Record, found: ActorRow) -> Person:
    """Whoever goes by the name of an actor, in all reports."""
    actor = found.actor
    named = record.actors(ActorFilter(name=actor.name, limit=_REPORTS)).rows
    same = [row for row in named if (row.actor.name, row.actor.kind) == (actor.name, actor.kind)]
    said = record.statements(StatementFilter(by=actor.name, order="-day", limit=_STATEMENTS))
    return Person(tuple(_offices(same)), tuple(_by_matter(record, said.rows)), said.total)


def _offices(rows: Iterable[ActorRow]) -> list[Held]:
    """By the first day they are told of, those without one last."""
    gathered: dict[tuple[str, str | None, bool], list[ActorRow]] = {}
    for row in rows:
        for office in row.actor.offices:
            key = (office.title.casefold(), office.country, office.former)
            gathered.setdefault(key, []).append(row)
    found = [_held(key, carried) for key, carried in gathered.items()]
    return sorted(found, key=lambda held: (held.first is None, held.first or "", held.title))


def _held(key: tuple[str, str | None, bool], rows: list[ActorRow]) -> Held:
    folded, country, former = key
    titles = [o.title for o in rows[0].actor.offices if o.title.casefold() == folded]
    days = sorted(row.published for row in rows if row.published and row.published[0] != "X")
    begins, ends = (days[0], days[-1]) if days else (None, None)
    first = min(rows, key=lambda row: (row.published is None, row.published or ""))
    reports = len({row.report for row in rows})
    return Held(titles[0], country, former, begins, ends, reports, first.id)


def _by_matter(record: Record, rows: Iterable[StatementRow]) -> list[Spoken]:
    """Under the matter that each is most surely about, those with most first."""
    gathered: dict[str, tuple[Matter | None, list[StatementRow]]] = {}
    for row in rows:
        links = record.matters_of(row.id)
        matter = links[0].matter if links else None
        gathered.setdefault(matter.id if matter else "", (matter, []))[1].append(row)
    found = [Spoken(matter, tuple(carried)) for matter, carried in gathered.values()]
    return sorted(found, key=lambda each: (each.matter is None, -len(each.rows)))
