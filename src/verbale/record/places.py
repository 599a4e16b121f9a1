"""The same bytes from two places: one report that was read at both.

A report is its address or key, else its path. Where nothing but a path tells two apart, and both
gave the same bytes, somebody has saved one report twice; two outlets that print the same words
have an address or an outlet each, and stay two.
"""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from verbale.model import Annotation, Given, RawDocument
from verbale.record import ledger
from verbale.record.connect import Db
from verbale.record.stored import from_json
from verbale.sources.held import handed_name


class Twin(NamedTuple):
    """The report that has these bytes from elsewhere: rows of it, of the version that holds them
    and of the current one; ``given`` is what is said of it beside them."""

    report: int
    version: int
    current: int
    lineage: str
    origin: str
    given: Given

    @property
    def bare(self) -> bool:
        """Whether nothing but the place it was read from names it."""
        return self.lineage == self.origin


def holders(db: Db, version: str, media: str) -> list[Twin]:
    """The reports that have these bytes, the first to come first."""
    rows = db.all(
        "SELECT r.id, v.id, r.current, r.lineage, v.origin, v.given FROM versions v"
        " JOIN reports r ON r.id = v.report WHERE v.sha256 = ? AND v.media = ? ORDER BY r.id",
        (version, media),
    )
    return [Twin._make((*row[:5], from_json(row[5], Given))) for row in rows]


def twin_of(db: Db, told: Annotation, raw: RawDocument) -> Twin | None:
    """The first report with the same bytes that is no other one by what is said of it."""
    twins = holders(db, told.version, raw.media)
    return next((twin for twin in twins if _one_report(told, raw.given, twin)), None)


def _one_report(told: Annotation, given: Given, twin: Twin) -> bool:
    """Whether no address, key or outlet tells the two apart."""
    if told.lineage != told.origin and not twin.bare:
        return False
    return None in (given.outlet, twin.given.outlet) or given.outlet == twin.given.outlet


def names_better(told: Annotation, given: Given, twin: Twin) -> bool:
    """Whether the new place tells more of the report: an address or a key, where it lies on the
    disk, or what a sidecar says. Among equals the first place stays."""
    new = _told_by(told.lineage, told.origin, given)
    return new > _told_by(twin.lineage, twin.origin, twin.given)


def _told_by(lineage: str, origin: str, given: Given) -> tuple[bool, bool, int]:
    said = sum(bool(value) for value in msgspec.structs.astuple(given)[:-1])
    return lineage != origin, handed_name(origin) == origin, said


def rename(db: Db, twin: Twin, lineage: str, origin: str) -> None:
    """Let the report be known by the new place, with what was decided about it."""
    db.run("UPDATE versions SET origin = ? WHERE id = ?", (origin, twin.version))
    if lineage != twin.lineage:
        db.run("UPDATE reports SET lineage = ? WHERE id = ?", (lineage, twin.report))
        ledger.move(db, twin.lineage, lineage)


def as_twin(told: Annotation, twin: Twin, held: Annotation) -> Annotation:
    """What was drawn at the new place, under the name that the report goes by."""
    return msgspec.structs.replace(told, id=held.id, origin=held.origin, lineage=twin.lineage)
