"""What a report shares with others, computed from the index when it is looked at."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from verbale.model import Correction, Report
from verbale.model.reuse import Relation, SharedPassage
from verbale.provenance.carriers import Printed
from verbale.provenance.compare import Compared, compare
from verbale.provenance.outline import unpack
from verbale.record import apart
from verbale.record.connect import Db
from verbale.record.reuse import candidates
from verbale.record.stored import from_json, to_json


class RelatedRow(msgspec.Struct, frozen=True, kw_only=True):
    """A report that shares words with the one looked at. ``report`` is its ``r`` id; ``agencies``
    are those it credits; passages are by place in the one looked at (``here``)."""

    report: str
    handle: str
    headline: str | None
    outlet: str | None
    agencies: tuple[str, ...]
    published: str | None
    relation: Relation
    passages: tuple[SharedPassage, ...]


class ApartRow(msgspec.Struct, frozen=True, kw_only=True):
    """A report that a person decided has nothing from the one looked at, and the decision."""

    report: str
    handle: str
    decision: Correction


class ReuseRow(msgspec.Struct, frozen=True, kw_only=True):
    """What of a report stands elsewhere.

    ``related`` begins with copies, then come the others by how much is shared. ``elsewhere`` is
    the share of its words that stand in any of them, quotations and boilerplate left out.
    """

    report: str
    handle: str
    headline: str | None
    outlet: str | None
    agencies: tuple[str, ...]
    published: str | None
    words: int
    elsewhere: float
    related: tuple[RelatedRow, ...]
    apart: tuple[ApartRow, ...] = ()


class Shelf:
    """The reports of a record as they are compared, each read once."""

    def __init__(self, db: Db) -> None:
        self._db = db
        self._read: dict[int, Printed] = {}
        self._rows: dict[str, int] = {}

    def printed(self, row: int) -> Printed:
        """The report of a row."""
        if row not in self._read:
            ((packed, record, lineage, text, given),) = self._db.all(
                "SELECT o.packed, r.record, r.lineage, t.text,"
                " json_extract(v.given, '$.published') FROM reports r"
                " JOIN outlines o ON o.report = r.id JOIN versions v ON v.id = r.current"
                " JOIN texts t ON t.version = v.id WHERE r.id = ?",
                (row,),
            )
            report = msgspec.structs.replace(from_json(record, Report), text=text)
            self._read[row] = Printed(lineage, report, unpack(packed), given)
            self._rows[lineage] = row
        return self._read[row]

    def row(self, printed: Printed) -> int:
        """The row of a report that was read."""
        return self._rows[printed.lineage]

    def neighbours(self, printed: Printed) -> Sequence[Printed]:
        """The reports that may share words with one."""
        return [self.printed(row) for row in candidates(self._db, self.row(printed))]


def reuse_of(db: Db, row: int) -> ReuseRow:
    """What of the report in ``row`` stands in others."""
    with db.snapshot():
        shelf = Shelf(db)
        here = shelf.printed(row)
        rows = candidates(db, row)
        cut = apart.among(db, row, rows)
        others = [shelf.printed(other) for other in rows if other not in cut]
        found = [each for each in compare(here, others, shelf.neighbours) if each.passages]
        handles = _handles(db, [*cut, *(shelf.row(each.there) for each in found)])
    report = here.report
    return ReuseRow(
        report=f"r{row}",
        handle=_handles(db, [row])[row],
        headline=report.headline.text if report.headline else None,
        outlet=report.outlet,
        agencies=report.agencies,
        published=report.published.date if report.published else None,
        words=len(here.outline),
        elsewhere=_elsewhere(here, found),
        related=tuple(
            _related(each, shelf.row(each.there), handles) for each in sorted(found, key=_weight)
        ),
        apart=tuple(
            ApartRow(report=f"r{other}", handle=handles[other], decision=decision)
            for other, decision in sorted(cut.items())
        ),
    )


def relation_between(db: Db, one: int, other: int) -> Relation:
    """What the report in row ``other`` is to the one in row ``one``, whether they share or not."""
    with db.snapshot():
        shelf = Shelf(db)
        here, there = shelf.printed(one), shelf.printed(other)
        around = [shelf.printed(row) for row in candidates(db, one) if row != other]
        return compare(here, [there, *around], shelf.neighbours)[0].relation


def _weight(compared: Compared) -> tuple[float, str]:
    relation = compared.relation
    return -max(relation.here_share, relation.there_share), compared.there.lineage


def _related(compared: Compared, row: int, handles: dict[int, str]) -> RelatedRow:
    report = compared.there.report
    return RelatedRow(
        report=f"r{row}",
        handle=handles[row],
        headline=report.headline.text if report.headline else None,
        outlet=report.outlet,
        agencies=report.agencies,
        published=report.published.date if report.published else None,
        relation=compared.relation,
        passages=compared.passages,
    )


def _elsewhere(here: Printed, found: Sequence[Compared]) -> float:
    """The share of the characters of a body's sentences that own-word passages cover."""
    copied = {
        place
        for each in found
        for passage in each.passages
        if passage.kind not in ("shared-quotation", "boilerplate")
        for part in passage.parts
        for place in range(*part.here)
    }
    whole = sum(len(span) for span in _sentences(here))
    return round(min(len(copied) / whole, 1.0), 3) if whole else 0.0


def _sentences(here: Printed) -> list[range]:
    return [range(*here.outline.span(first, end)) for first, end in here.outline.sentences()]


def _handles(db: Db, rows: list[int]) -> dict[int, str]:
    sql = "SELECT id, handle FROM reports WHERE id IN (SELECT value FROM json_each(?))"
    return dict(db.all(sql, (to_json(rows),)))
