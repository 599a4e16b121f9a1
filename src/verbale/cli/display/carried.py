"""A column for what rests on several reports: how many there are, and how many origins."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from verbale.cli.display.tables import Column
from verbale.record import InReport, Listing, Record, Standing

R = TypeVar("R", bound=InReport)


def carried(
    columns: Sequence[Column[R]], listing: Listing[R], record: Record
) -> tuple[Column[R], ...]:
    """``columns`` with one for reports and origins; on a terminal only where a row has several."""
    found = record.standing(row.id for row in listing)

    def words(row: R) -> str:
        return resting(found.get(row.id))

    return (*columns, Column("rests on", words, "dim", piped=not found))


def resting(standing: Standing | None) -> str:
    """``3 reports, 1 origin``, or ``1 report`` for what one report alone tells."""
    return standing.words.partition(":")[0] if standing else "1 report"
