"""Reports that a person set apart: whatever they share, neither has it from the other.

A decision is an entry of the ledger of corrections, of the kind ``reuse``. Its subject is the
lineage of the one report, its facet the hashed lineage of the other, so that it names nothing of a
report that is forgotten. It holds in any version of both, and goes with the first when that is
forgotten.
"""

from __future__ import annotations

from verbale.corrections import current
from verbale.errors import UsageError
from verbale.model import Anchor, Correction
from verbale.record import identify, ledger
from verbale.record.connect import Db
from verbale.record.corrections import Corrections
from verbale.record.rows import CorrectionRow
from verbale.record.stored import from_json, lineage_hash

KIND, FIELD = "reuse", "apart"


def of(db: Db, report: int) -> dict[int, Correction]:
    """The reports that were set apart from one, with the decisions."""
    found: dict[int, Correction] = {}
    standing = {entry.id for entry in current(ledger.of_kind(db, KIND))}
    if not standing:
        return found
    rows = db.all("SELECT lineage, record FROM corrections WHERE kind = ?", (KIND,))
    for lineage, record in rows:
        decision = from_json(record, Correction)
        if decision.id not in standing:
            continue
        one = db.value("SELECT id FROM reports WHERE lineage = ?", (lineage,))
        for other in _hashed(db, decision.anchor.facet):
            if one is not None and report in (one, other) and one != other:
                found[other if report == one else one] = decision
    return found


def _hashed(db: Db, wanted: str) -> list[int]:
    """The report whose lineage, or place before an address was learned, hashes so."""
    return [
        row
        for row, lineage, origin in db.all("SELECT id, lineage, origin FROM reports")
        if wanted in (lineage_hash(lineage), lineage_hash(origin))
    ]


class ReuseDecisions:
    """What a person may decide about what reports share."""

    def __init__(self, db: Db, corrections: Corrections) -> None:
        self._db = db
        self._corrections = corrections

    def set_apart(self, one: str, other: str, *, author: str, reason: str = "") -> CorrectionRow:
        """Decide that neither of two reports has anything from the other.

        Raises `NoSuchEntry`, `AmbiguousEntry`, `UsageError` for one report twice or a pair that is
        apart already.
        """
        first, second = (identify.report_row(self._db, name) for name in (one, other))
        if first == second:
            raise UsageError(other, "is the same report")
        if second in of(self._db, first):
            raise UsageError(other, "is apart from it already")
        lineages = sorted(
            self._db.value("SELECT lineage FROM reports WHERE id = ?", (row,))
            for row in (first, second)
        )
        anchor = Anchor(kind="reuse", subject=lineages[0], facet=lineage_hash(lineages[1]))
        return self._corrections.decide(anchor, FIELD, True, author=author, reason=reason)
