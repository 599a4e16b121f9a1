"""Reads from a record. Every call is one short look at one state of the file."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterator, Sequence
from typing import TypeVar

from verbale.corrections import apply
from verbale.model import Annotation
from verbale.record import conditions, identify, ledger, mistyped, tallies
from verbale.record.called import read_roster, roster_facets, row_with
from verbale.record.connect import BATCH, WRITTEN, Db
from verbale.record.facets import Facet, facets
from verbale.record.filters import ActorFilter, Page
from verbale.record.orders import order_of
from verbale.record.rows import Counts, Listing, RosterRow, SkipRow, VersionRow
from verbale.record.selects import VERSIONS, Select, version_row
from verbale.record.stored import read_annotation, storable_name, unpack
from verbale.record.walk import Number, Place, Slice, walk

T = TypeVar("T")


class View:
    """What can be asked of a record, over one connection. Use it from one thread."""

    def __init__(self, db: Db) -> None:
        self._db = db

    def close(self) -> None:
        """Close the connection."""
        self._db.close()

    def report_row(self, id: str) -> int:  # noqa: A002 - the reader's word for it
        """The row of the report that ``id`` names. Raises `NoSuchEntry`, `AmbiguousEntry`."""
        return identify.report_row(self._db, id)

    def entry(self, kind: Select[T], row: int) -> T:
        """One entry by its number. Raises `NoSuchEntry`."""
        found = self._db.one(kind.where(f"{kind.alias}.id = ?"), (row,))
        if found is None:
            raise identify.missing(f"{kind.letter}{row}")
        return kind.make(found)

    def page(self, kind: Select[T], found: conditions.Conditions, page: Page) -> Listing[T]:
        """A page of the entries that fit, in their usual order, with the number of all."""
        order = order_of(kind, page.order)
        ordered = f"{kind.where(found.sql)} ORDER BY {order} LIMIT :limit OFFSET :offset"
        with self._db.snapshot():
            rows = self._db.all(ordered, {**found.args, **_bounds(page)})
            total = len(rows)
            if page.limit is not None or page.offset:
                total = self._fitting(kind, found)
            undated = 0
            if found.days:
                undated = self._db.value(kind.number(found.undated(kind.alias)), found.args)
        return Listing(rows=tuple(map(kind.make, rows)), total=total, undated=undated)

    def walk(
        self,
        kind: Select[T],
        found: conditions.Conditions,
        page: Page,
        after: Place | None,
    ) -> Slice[T]:
        """At most ``page.limit`` of what fits, after a place; see `verbale.record.walk`."""
        limit = BATCH if page.limit is None else page.limit
        return walk(self._db, kind, found, limit, order=page.order, after=after)

    def order(self, kind: Select[T], found: conditions.Conditions, page: Page) -> Sequence[int]:
        """The numbers of all entries that fit, in the order asked for."""
        ordered = (
            f"SELECT {kind.alias}.id FROM {kind.tables}"  # noqa: S608 - our own names only
            f" WHERE {found.sql} ORDER BY {order_of(kind, page.order)}"
        )
        return array("q", (row[0] for row in self._db.all(ordered, found.args)))

    def these(self, kind: Select[T], numbers: Sequence[int]) -> tuple[T, ...]:
        """The entries of these numbers in their order, but for those that are gone."""
        sql = kind.where(f"{kind.alias}.id IN (SELECT value FROM json_each(?))")  # noqa: S608
        rows = {row[0]: row for row in self._db.all(sql, (json.dumps([*numbers]),))}
        return tuple(kind.make(rows[number]) for number in numbers if number in rows)

    def number(self, kind: Select[T], found: conditions.Conditions) -> Number:
        """How many entries fit."""
        with self._db.snapshot():
            fit = self._fitting(kind, found)
            undated = 0
            if found.days:
                undated = self._db.value(kind.number(found.undated(kind.alias)), found.args)
        return Number(fit, undated)

    def _fitting(self, kind: Select[T], found: conditions.Conditions) -> int:
        """How many entries fit: as kept, else counted."""
        if found.tallied is not None and kind.letter in tallies.TABLES:
            return tallies.total(self._db, kind.letter, found.tallied)
        return int(self._db.value(kind.number(found.sql), found.args))

    def facets(self, kind: Select[T], found: conditions.Conditions, by: str) -> tuple[Facet, ...]:
        """How the entries that fit divide by a property of theirs."""
        return facets(self._db, kind, found, by)

    def each(self, kind: Select[T]) -> Iterator[T]:
        """All entries by id, in short reads."""
        own = f"{kind.alias}.id"
        return map(kind.make, self._db.pages(f"{kind.where(f'{own} > :after')} ORDER BY {own}"))

    def roster(self, wanted: ActorFilter) -> Listing[RosterRow]:
        """Actors gathered by whom they are taken for, else by name, kind and country."""
        return read_roster(self._db, wanted, self.report_row)

    def speakers_like(self, name: str) -> tuple[str, ...]:
        """Names and offices that ``name`` may be mistyped for."""
        return mistyped.speakers_like(self._db, name)

    def roster_facets(self, wanted: ActorFilter, by: str) -> tuple[Facet, ...]:
        """How the rows of the roster that fit divide."""
        return roster_facets(self._db, wanted, self.report_row, by)

    def roster_row(self, actor: int) -> RosterRow | None:
        """The row of the roster that one actor stands in."""
        return row_with(self._db, actor)

    def annotation(
        self,
        id: str,  # noqa: A002
        version: str | None = None,
        *,
        corrected: bool = True,
    ) -> Annotation:
        """The annotation of a report's current version, or of the one whose sha256 begins so."""
        with self._db.snapshot():
            row = identify.version_row(self._db, self.report_row(id), version)
            ((packed, text, lineage),) = self._db.all(
                "SELECT v.annotation, t.text, r.lineage FROM versions v"
                " JOIN texts t ON t.version = v.id JOIN reports r ON r.id = v.report"
                " WHERE v.id = ?",
                (row,),
            )
            drawn = read_annotation(unpack(packed), text)
            decided = ledger.of_report(self._db, lineage) if corrected else ()
        return apply(drawn, decided).annotation

    def original(self, id: str, version: str | None = None) -> bytes:  # noqa: A002
        """The bytes of a report as they came."""
        with self._db.snapshot():
            row = identify.version_row(self._db, self.report_row(id), version)
            ((data, size),) = self._db.all("SELECT data, size FROM versions WHERE id = ?", (row,))
        return unpack(data, size)

    def places(self, id: str) -> tuple[str, ...]:  # noqa: A002
        """Every path and address that a report was read from, the one it is named by first."""
        report = self.report_row(id)
        rows = self._db.all(
            "SELECT g.origin FROM readings g JOIN versions v ON v.id = g.version"
            " JOIN reports r ON r.id = v.report WHERE r.id = ?"
            " ORDER BY g.origin <> r.origin, g.origin",
            (report,),
        )
        return tuple(origin for (origin,) in rows)

    def versions(self, id: str) -> tuple[VersionRow, ...]:  # noqa: A002
        """All versions of a report in the order of reading."""
        report = self.report_row(id)
        return tuple(version_row(report, row) for row in self._db.all(VERSIONS, (report,)))

    def skips(self) -> tuple[SkipRow, ...]:
        """Inputs that were not read, by name."""
        rows = self._db.all("SELECT name, kind, reason, at FROM skips ORDER BY name")
        return tuple(SkipRow(name=n, kind=k, reason=r, at=a) for n, k, r, a in rows)

    def counts(self) -> Counts:
        """How much there is of each kind."""
        with self._db.snapshot():
            sizes = {name: tallies.total(self._db, kind) for name, kind in _TALLIED.items()}
            for name, table in _COUNTED.items():
                sizes[name] = int(self._db.value(f"SELECT count(*) FROM {table}"))  # noqa: S608
            days = self._db.one("SELECT min(first_day), max(last_day) FROM reports")
            outlets = tallies.divided(self._db, "r", "outlet", -1)
        first, last = days or (None, None)
        return Counts(**sizes, first_day=first, last_day=last, outlets=tuple(outlets))

    def fingerprints(self) -> set[bytes]:
        """What each place gave last, to tell unchanged inputs at a glance."""
        return {row[0] for row in self._db.all("SELECT fingerprint FROM readings")}

    def has_fingerprint(self, wanted: bytes) -> bool:
        """Whether a place gave this last."""
        sql = "SELECT count(*) FROM readings WHERE fingerprint = ?"
        return bool(self._db.value(sql, (wanted,)))

    def was_read(self, place: str) -> bool:
        """Whether a place gave a report before."""
        sql = "SELECT 1 FROM readings WHERE origin = ? LIMIT 1"
        return self._db.value(sql, (storable_name(place),)) is not None

    def drawn_by(self) -> dict[str, int]:
        """How many reports are shown as each code version drew them."""
        return dict(
            self._db.all(
                "SELECT v.code, count(*) FROM reports r JOIN versions v ON v.id = r.current"
                " GROUP BY v.code ORDER BY v.code"
            )
        )

    def state(self) -> str:
        """What was last written, as letters that mean nothing; "" before this version wrote."""
        return self._db.value("SELECT value FROM meta WHERE key = ?", (WRITTEN,)) or ""

    def meta(self) -> dict[str, str]:
        """The facts kept about the file itself."""
        return dict(self._db.all("SELECT key, value FROM meta ORDER BY key"))


#: What is counted as it is written, by the letter of its kind, and what is counted when asked.
_TALLIED = {"reports": "r", "statements": "s", "actors": "a", "acts": "e", "positions": "p"}
_COUNTED = {"versions": "versions", "skips": "skips", "forgotten": "tombstones"}


def _bounds(page: Page) -> dict[str, int]:
    return {"limit": -1 if page.limit is None else page.limit, "offset": page.offset}
