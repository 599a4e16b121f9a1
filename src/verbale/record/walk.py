"""A walk through entries, a piece at a time, that nothing added meanwhile can shift.

A page with an offset shows a row twice, or never, when others come before it. So a piece begins
after a place: the values of its last row in the order of the walk, with the row's number at the
end, which no other row has.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Generic, NamedTuple, TypeVar

import msgspec

from verbale.record.conditions import Conditions
from verbale.record.connect import Db
from verbale.record.orders import order_of
from verbale.record.selects import Select

T = TypeVar("T")
#: The values of a row in the order of a walk.
Place = tuple[str | int | float | None, ...]


class Slice(msgspec.Struct, Generic[T], frozen=True, kw_only=True):
    """Some rows of a walk. ``last`` is the place of the last of them, None where there are none;
    ``more`` tells whether others follow."""

    rows: tuple[T, ...]
    last: Place | None
    more: bool


class Number(NamedTuple):
    """How many entries fit, and how many were left out for having no day with a year alone."""

    fit: int
    undated: int


class _Term(NamedTuple):
    """One thing to order by."""

    sql: str
    down: bool

    @property
    def ordered(self) -> str:
        return f"{self.sql} {'DESC' if self.down else 'ASC'}"


def walk(
    db: Db,
    kind: Select[T],
    found: Conditions,
    limit: int,
    *,
    order: str | None = None,
    after: Place | None = None,
) -> Slice[T]:
    """At most ``limit`` entries that fit, those after a place.

    Without an order they come by number, which is the order in which they were read. Raises
    `UsageError` for an order that there is not, ``ValueError`` for a place of another order.
    """
    terms = _terms(kind, order)
    if after is not None and len(after) != len(terms):
        raise ValueError(after)
    args = {f"after{number}": value for number, value in enumerate(after or ())}
    beyond = _beyond(terms, after) if after is not None else "1"
    keys = ", ".join(term.sql for term in terms)
    sql = (
        f"SELECT {keys}, {kind.columns} FROM {kind.tables}"  # noqa: S608 - our own names only
        f" WHERE {found.sql} AND {beyond}"
        f" ORDER BY {', '.join(term.ordered for term in terms)} LIMIT :most"
    )
    rows = db.all(sql, {**found.args, **args, "most": limit + 1})
    kept = rows[:limit]
    return Slice(
        rows=tuple(kind.make(row[len(terms) :]) for row in kept),
        last=tuple(kept[-1][: len(terms)]) if kept else None,
        more=len(rows) > limit,
    )


def _terms(kind: Select[T], order: str | None) -> list[_Term]:
    own = _Term(f"{kind.alias}.id", down=False)
    if order is None:
        return [own]
    return [*map(_term, _parts(order_of(kind, order))), own]


def _parts(order: str) -> Iterator[str]:
    """The pieces between commas that stand in no parentheses."""
    depth = start = 0
    for at, letter in enumerate(order):
        depth += (letter == "(") - (letter == ")")
        if letter == "," and not depth:
            yield order[start:at]
            start = at + 1
    yield order[start:]


def _term(part: str) -> _Term:
    words = part.strip()
    bare = words.removesuffix(" DESC")
    return _Term(f"({bare.removesuffix(' ASC')})", down=bare != words)


def _beyond(terms: list[_Term], place: Place) -> str:
    """The condition for what comes after a place: SQLite puts NULL before all values."""
    sql = "0"
    for number in reversed(range(len(terms))):
        term, name = terms[number], f":after{number}"
        if place[number] is None:
            later = "0" if term.down else f"{term.sql} IS NOT NULL"
        else:
            later = f"{term.sql} < {name} OR {term.sql} IS NULL" if term.down else ""
            later = later or f"{term.sql} > {name}"
        sql = f"({later} OR ({term.sql} IS {name} AND {sql}))"
    return sql
