"""Looks at matters: lists them, finds the one that an id names."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from verbale.errors import AmbiguousEntry, NoSuchEntry
from verbale.model import Matter
from verbale.record.conditions import Conditions
from verbale.record.connect import Db, Row
from verbale.record.filters import MatterFilter
from verbale.record.fulltext import key
from verbale.record.rows import Listing, MatterLinkRow, MatterRow
from verbale.record.selects import Select
from verbale.record.stored import from_json

_ID = re.compile(r"m[0-9a-f]{2,8}")
_LISTED = 8
_LETTERS = ("s", "e", "p")
_COUNTS = ", ".join(
    "coalesce((SELECT t.number FROM tallies t WHERE t.matter = m.id AND t.facet = ''"  # noqa: S608
    f" AND t.kind = '{letter}'), 0)"
    for letter in _LETTERS
)
_DAYS = ", ".join(
    f"(SELECT {extreme} FROM matter_reports o WHERE o.matter = m.id)"  # noqa: S608
    for extreme in ("min(o.first_day)", "max(o.last_day)")
)
_ORDER = (
    "json_extract(m.record, '$.reports') DESC, json_extract(m.record, '$.weight') DESC,"
    " m.name, m.id"
)


def matters(db: Db, wanted: MatterFilter) -> Listing[MatterRow]:
    """Matters, those that most reports speak of first."""
    found = for_matters(wanted)
    page = {"limit": -1 if wanted.limit is None else wanted.limit, "offset": wanted.offset}
    with db.snapshot():
        # Which are shown is settled first: what is counted of each is counted for those alone.
        shown = (
            f"SELECT m.id FROM matters m WHERE {found.sql}"  # noqa: S608 - our own names only
            f" ORDER BY {MATTERS.order} LIMIT :limit OFFSET :offset"
        )
        rows = db.all(
            f"{MATTERS.where(f'm.id IN ({shown})')} ORDER BY {MATTERS.order}",
            {**found.args, **page},
        )
        total = db.value(MATTERS.number(found.sql), found.args)
    return Listing(rows=tuple(map(_row, rows)), total=total)


def for_matters(wanted: MatterFilter) -> Conditions:
    """Over ``matters m``."""
    found = Conditions()
    if wanted.party is not None:
        side = "instr(' ' || m.bucket || ' ', ' ' || :party || ' ') > 0"
        found.where(side, party=wanted.party)
    if wanted.words is not None:
        if _ID.fullmatch(wanted.words):
            found.where("m.id GLOB :words", words=f"{wanted.words}*")
        else:
            found.where("instr(m.words, :words)", words=key(wanted.words))
    return found


def matter(db: Db, id: str, parties: Collection[str] = ()) -> MatterRow:  # noqa: A002
    """The one matter that ``id`` names: an id or a beginning of one, a name, a part of a name, or
    of what reports call it; the first of these that fits. Of several that fit alike it is the only
    one that all ``parties`` have.

    Raises `NoSuchEntry`, `AmbiguousEntry`, which list what there is.
    """
    asked = id.strip()
    found = matters(db, MatterFilter(words=asked)).rows
    own = asked.casefold()
    named = [row for row in found if own in (row.matter.id, row.matter.name.casefold())]
    parts = [row for row in found if key(asked) in key(row.matter.name)]
    for fitting in (named, parts, list(found)):
        shared = [row for row in fitting if set(parties) <= set(row.matter.parties)]
        if len(fitting) == 1 or len(shared) == 1:
            return (shared or fitting)[0]
        if fitting:
            raise AmbiguousEntry(id, f"fits {_listed(shared or fitting)}")
    known = matters(db, MatterFilter()).rows
    there = f"there are {_listed(known)}" if known else "there is none yet"
    raise NoSuchEntry(id, f"no such matter in this record; {there}")


def _listed(rows: Sequence[MatterRow]) -> str:
    """The first of them by name and id; the rest counted."""
    told = [f"{row.label} ({row.matter.id}, {_size(row)})" for row in rows]
    more = [f"{len(told) - _LISTED} more (verbale matters)"] if len(told) > _LISTED else []
    return "; ".join((*told[:_LISTED], *more))


def _size(row: MatterRow) -> str:
    number = row.matter.reports
    return f"{number:,} report{'' if number == 1 else 's'}"


def links_of(db: Db, entry: str) -> tuple[MatterLinkRow, ...]:
    """The matters that an entry (``s12``) is about, the surest first."""
    rows = db.all(
        "SELECT m.record, l.score, l.reason FROM links l JOIN matters m ON m.id = l.matter"
        " WHERE l.kind = ? AND l.entry = ? ORDER BY l.score DESC, m.id",
        (entry[:1], int(entry[1:])),
    )
    return tuple(
        MatterLinkRow(entry=entry, matter=from_json(record, Matter), score=score, reason=reason)
        for record, score, reason in rows
    )


def _row(row: Row) -> MatterRow:
    record, statements, acts, positions, first, last = row
    return MatterRow(
        matter=from_json(record, Matter),
        statements=statements,
        acts=acts,
        positions=positions,
        first_day=first,
        last_day=last,
    )


MATTERS = Select(
    letter="m",
    alias="m",
    columns=f"m.record, {_COUNTS}, {_DAYS}",
    tables="matters m",
    order=_ORDER,
    make=_row,
)
