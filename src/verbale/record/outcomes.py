"""What became of each decision: whether it counts, applies, and to which entry."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from verbale.corrections import current, key_of
from verbale.corrections.ledger import undone
from verbale.model import Correction
from verbale.record.connect import Db
from verbale.record.draw import LETTERS, EntryKind, public_id
from verbale.record.rows import CorrectionRow, CorrectionState

_KINDS: dict[str, EntryKind] = {**{kind: kind for kind in LETTERS}, "identity": "actor"}


class _Found(NamedTuple):
    state: CorrectionState
    entry: str | None
    report: str | None
    why: str


class Outcomes:
    """The outcomes of all decisions of a ledger, looked up at once."""

    def __init__(self, db: Db, entries: Sequence[Correction]) -> None:
        """``entries`` is the whole ledger, in its order."""
        self._db = db
        self._counts = {entry.id for entry in current(entries)}
        self._undone = undone(entries)
        self._undone_by = {entry.undoes: entry for entry in entries if entry.undoes}
        self._drawn: dict[str, _Found] = {
            correction: _Found(state, public_id(kind, row) if row else None, f"r{report}", why)
            for correction, report, kind, row, state, why in db.all(
                "SELECT correction, report, kind, row, state, reason FROM outcomes"
            )
        }
        self._changed: dict[str, list[str]] = {}
        for correction, entry in db.all(
            # The plus keeps SQLite from going through all of history in order of its rows.
            "SELECT correction, entry FROM history WHERE correction IS NOT NULL ORDER BY +id"
        ):
            self._changed.setdefault(correction, []).append(entry)

    def row(self, entry: Correction) -> CorrectionRow:
        """The outcome of one decision."""
        found = self._drawn.get(entry.id) or self._undrawn(entry)
        if entry.id in self._undone:
            undo = self._undone_by[entry.id]
            why = f"by {undo.author}" + (f": {undo.reason}" if undo.reason else "")
            found = found._replace(state="undone", why=why)
        elif entry.id not in self._counts:
            found = found._replace(state="replaced", why="by a later one")
        return CorrectionRow(
            correction=entry,
            state=found.state,
            entry=found.entry,
            report=found.report,
            why=found.why,
        )

    def _undrawn(self, entry: Correction) -> _Found:
        """Of decisions that no drawing of a report speaks of."""
        kind = entry.anchor.kind
        letter = LETTERS.get(_KINDS.get(kind, "report"), "")
        changed = [name for name in self._changed.get(entry.id, ()) if name[0] == letter]
        where = changed[0] if len(changed) == 1 else None
        if kind == "identity":
            return self._of_person(entry, where)
        if kind == "matter":
            return _Found("applied", None, None, "")
        if kind in ("reuse", "utterance"):
            return self._of_pair(entry)
        return _Found("orphaned", where, None, "its report is not in this record")

    def _of_pair(self, entry: Correction) -> _Found:
        """A decision on two reports, told of the first."""
        report = self._db.value(
            "SELECT r.id FROM corrections c JOIN reports r ON r.lineage = c.lineage WHERE c.id = ?",
            (entry.id,),
        )
        if report is None:
            return _Found("orphaned", None, None, "its report is not in this record")
        return _Found("applied", None, f"r{report}", "")

    def _of_person(self, entry: Correction, where: str | None) -> _Found:
        key = key_of(entry.anchor.subject)
        report = self._db.value(
            "SELECT r.id FROM actors a JOIN reports r ON r.id = a.report"
            " WHERE a.name = ? AND a.kind = ? AND (? IS NULL OR r.lineage = ?) LIMIT 1",
            (key.name, key.kind, key.lineage, key.lineage),
        )
        if report is None:
            return _Found("orphaned", where, None, "nobody of this name is in this record")
        return _Found("applied", where, f"r{report}" if key.lineage else None, "")
