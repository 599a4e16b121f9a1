"""Reports that a person set apart: whatever they share, neither has it from the other.

A decision is an entry of the ledger of corrections, of the kind ``reuse``. Its subject is the
lineage of the one report, its facet the hashed lineage of the other, so that it names nothing of a
report that is forgotten. It holds in any version of both, and goes with the first when that is
forgotten.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from verbale.corrections import current
from verbale.errors import UsageError
from verbale.model import Anchor, Correction
from verbale.record import identify, ledger
from verbale.record.connect import Db
from verbale.record.corrections import Corrections
from verbale.record.rows import CorrectionRow
from verbale.record.stored import from_json, lineage_hash

KIND, FIELD = "reuse", "apart"


def any_decided(db: Db) -> bool:
    """Whether any two reports were set apart."""
    return bool(current(ledger.of_kind(db, KIND)))


def among(db: Db, report: int, others: Iterable[int]) -> dict[int, Correction]:
    """Which of ``others`` were set apart from a report, with the decisions."""
    standing = {entry.id for entry in current(ledger.of_kind(db, KIND))}
    if not standing:
        return {}
    rows = db.all("SELECT lineage, record FROM corrections WHERE kind = ?", (KIND,))
    decided = [(lineage, from_json(record, Correction)) for lineage, record in rows]
    counting = {(lineage, d.anchor.facet): d for lineage, d in decided if d.id in standing}
    mine, found = _names(db, report), {}
    for other in others:
        theirs = _names(db, other)
        keys = (
            (one.lineage, name)
            for one, hashed in ((mine, theirs.hashed), (theirs, mine.hashed))
            for name in hashed
        )
        decision = next((counting[key] for key in keys if key in counting), None)
        if decision is not None:
            found[other] = decision
    return found


class _Names(NamedTuple):
    """A report's lineage, and hashed what it is or was known by before its address was learned."""

    lineage: str
    hashed: tuple[str, str]


def _names(db: Db, report: int) -> _Names:
    ((lineage, origin),) = db.all("SELECT lineage, origin FROM reports WHERE id = ?", (report,))
    return _Names(lineage, (lineage_hash(lineage), lineage_hash(origin)))


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
        if among(self._db, first, [second]):
            raise UsageError(other, "is apart from it already")
        lineages = sorted(
            self._db.value("SELECT lineage FROM reports WHERE id = ?", (row,))
            for row in (first, second)
        )
        anchor = Anchor(kind="reuse", subject=lineages[0], facet=lineage_hash(lineages[1]))
        return self._corrections.decide(anchor, FIELD, True, author=author, reason=reason)
