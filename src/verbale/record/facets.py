"""How the entries that fit a question divide: by outlet, country, type and the like."""

from __future__ import annotations

from typing import Any

import msgspec

from verbale.errors import UsageError
from verbale.record import tallies
from verbale.record.conditions import Conditions
from verbale.record.connect import Db
from verbale.record.selects import Select

#: So many values of a property are told.
MOST_FACETS = 40


class Facet(msgspec.Struct, frozen=True):
    """A value and how many entries have it."""

    value: str
    number: int


def facets(db: Db, kind: Select[Any], found: Conditions, by: str) -> tuple[Facet, ...]:
    """The most frequent values of ``by`` among the entries that fit, each with its number.

    Raises `UsageError` where such entries have no ``by``.
    """
    column = tallies.COLUMNS[kind.letter].get(by)
    if column is None:
        raise UsageError(by, "nothing to divide these entries by")
    if found.tallied is not None:
        kept = tallies.divided(db, kind.letter, by, MOST_FACETS, found.tallied)
        return tuple(Facet(value, number) for value, number in kept)
    tables = kind.needed(f"{found.sql} {column}")
    rows = db.all(
        f"SELECT {column}, count(*) FROM {tables}"  # noqa: S608 - our own names only
        f" WHERE {found.sql} AND {column} IS NOT NULL"
        f" GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT {MOST_FACETS}",
        found.args,
    )
    return tuple(Facet(str(value), int(number)) for value, number in rows)
