"""The orders that entries can be listed in, by a name that a person may give.

A name stands for the values of a column from the least to the greatest; with ``-`` before it the
other way round. What has no value comes last both ways: an undated entry is neither old nor new.
``read`` is the order in which the record came to know them.
"""

from __future__ import annotations

from typing import Any

from verbale.errors import UsageError
from verbale.record.selects import Select

#: The letter of a kind of entry -> name -> columns. Days have two ends.
ORDERS: dict[str, dict[str, tuple[str, ...]]] = {
    "r": {
        "read": ("r.id",),
        "day": ("r.first_day", "r.last_day"),
        "outlet": ("r.outlet",),
        "headline": ("json_extract(r.record, '$.headline.text')",),
    },
    "s": {
        "read": ("e.id",),
        "day": ("e.first_day", "e.last_day"),
        "speaker": ("e.speaker",),
        "country": ("e.country",),
        "outlet": ("r.outlet",),
    },
    "e": {
        "read": ("e.id",),
        "day": ("e.first_day", "e.last_day"),
        "type": ("e.type",),
        "outlet": ("r.outlet",),
    },
    "p": {
        "read": ("e.id",),
        "day": ("e.first_day", "e.last_day"),
        "party": ("e.party",),
        "stance": ("e.stance",),
        "outlet": ("r.outlet",),
    },
}


def order_of(kind: Select[Any], asked: str | None) -> str:
    """The SQL of the order that is asked for, the usual one where none is. Raises `UsageError`."""
    if asked is None:
        return kind.order
    known = ORDERS.get(kind.letter, {})
    columns = known.get(asked.removeprefix("-"))
    if columns is None:
        raise UsageError(asked, f"no order to list in; there are {', '.join(known) or 'none'}")
    way = "DESC" if asked.startswith("-") else "ASC"
    return ", ".join(
        [f"{columns[0]} IS NULL", *(f"{column} {way}" for column in columns), kind.order]
    )
