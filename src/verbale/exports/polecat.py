"""Acts as rows of a table with the columns of POLECAT, for programs that read those. It is lossy.

One row a pair of sides. Left out are acts that are negated, hypothetical, future or only alleged,
which such tables have no way to mark, and those without a day; lost are statements and speakers, in
whose words an act stands, places in the text, and how sure anything is. Places, sectors and
identifiers are not in the record and stay empty. ``export plover`` loses none of that.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from verbale.exports.scale import QUADS, quad_of, scale_of
from verbale.record import ActRow, Record
from verbale.record.days import period
from verbale.version import __version__

#: The columns in their order; a field of `Row` or None for what the record does not hold.
COLUMNS: tuple[tuple[str, str | None], ...] = (
    ("Event ID", "id"),
    ("Event Date", "date"),
    ("Event Type", "type"),
    ("Event Mode", "mode"),
    ("Intensity", "intensity"),
    ("Quad Code", "quad"),
    ("Contexts", "contexts"),
    ("Actor Name", None),
    ("Actor Country", "actor"),
    ("Actor COW", None),
    ("Primary Actor Sector", None),
    ("Actor Sectors", None),
    ("Actor Title", None),
    ("Actor Name Raw", None),
    ("Wikipedia Actor ID", None),
    ("Recipient Name", None),
    ("Recipient Country", "recipient"),
    ("Recipient COW", None),
    ("Primary Recipient Sector", None),
    ("Recipient Sectors", None),
    ("Recipient Title", None),
    ("Recipient Name Raw", None),
    ("Wikipedia Recipient ID", None),
    ("Placename", None),
    ("City", None),
    ("District", None),
    ("Province", None),
    ("Country", None),
    ("Latitude", None),
    ("Longitude", None),
    ("GeoNames ID", None),
    ("Raw Placename", None),
    ("Feature Type", None),
    ("Source", "source"),
    ("Publication Date", "published"),
    ("Story People", None),
    ("Story Organizations", None),
    ("Story Locations", None),
    ("Language", None),
    ("Version", "version"),
)
_UNSURE = frozenset({"negated", "hypothetical", "future", "alleged"})
_VERSION = f"verbale {__version__}, lossy"


class Row(NamedTuple):
    """What is known of one pair."""

    id: str
    date: str
    type: str
    mode: str | None
    intensity: float | None
    quad: str | None
    contexts: str | None
    actor: str | None
    recipient: str | None
    source: str | None
    published: str | None
    version: str = _VERSION


def rows(record: Record) -> Iterator[Row]:
    """A row for each pair of sides of each act that is told as a fact with its day."""
    for act in record.each_act():
        days = period(act.date)
        if days is not None and not _UNSURE.intersection(act.act.flags):
            yield from _pairs(act, days[0])


def _pairs(row: ActRow, day: str) -> Iterator[Row]:
    act = row.act
    quad = quad_of(act.type)
    sides = product(act.actor or (None,), act.recipient or (None,))
    for number, (actor, recipient) in enumerate(sides, 1):
        yield Row(
            id=f"{row.handle}-{act.id}-{number}",
            date=day,
            type=act.type,
            mode=act.mode,
            intensity=scale_of(act.type, act.mode),
            quad=QUADS[quad] if quad else None,
            contexts=";".join(act.contexts) or None,
            actor=actor,
            recipient=recipient,
            source=row.outlet,
            published=row.published,
        )
