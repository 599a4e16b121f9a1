"""What a person decided: made, undone, listed, taken over from elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from verbale.corrections import (
    FIELDS,
    SAME_AS,
    anchor_of,
    check,
    heads,
    is_signed,
    join,
    signed,
    subject_of,
    target_of,
    value_of,
)
from verbale.corrections.ledger import undone
from verbale.errors import AmbiguousEntry, NoSuchEntry, UsageError
from verbale.model import Anchor, Correction, CorrectionKind, Value
from verbale.record import identify, ledger
from verbale.record.connect import Db
from verbale.record.draw import TABLES, EntryKind, public_id
from verbale.record.outcomes import Outcomes
from verbale.record.people import actor_key, roster_key
from verbale.record.rows import CorrectionRow, Imported
from verbale.record.stored import from_json, lineage_hash
from verbale.record.view import View
from verbale.record.writer import Writer

_TABLES: dict[str, str] = {kind: table for kind, table in TABLES.items() if kind in FIELDS}


def kind_of(entry: str) -> CorrectionKind:
    """What kind of entry an id names: a report, where it is no other's. Raises `UsageError`."""
    kind = (identify.parse(entry) or ("report", 0))[0]
    if kind == "actor":
        raise UsageError(entry, "an actor; see verbale actors merge and split")
    return kind


class Corrections:
    """The corrections of one record. Writing raises `RecordError` on a record opened to look at.

    ``author`` is whoever decides, ``reason`` their words on it; both are kept as they are.
    """

    def __init__(
        self, db: Db, view: View, writer: Callable[[], Writer], clock: Callable[[], str]
    ) -> None:
        self._db = db
        self._view = view
        self._writer = writer
        self._clock = clock

    # Deciding.

    def correct(
        self, entry: str, changes: Mapping[str, Value], *, author: str, reason: str = ""
    ) -> tuple[CorrectionRow, ...]:
        """Say what fields of an entry (``s12``, a report's name ...) should be.

        What the record shows already needs no correction: such fields are left out of the answer.
        Raises `UsageError` for a field or value that cannot be, `NoSuchEntry`.
        """
        kind, row = self._correctable(entry)
        for field, value in changes.items():
            check(kind, field, value)
        report, number = self._place(kind, row, entry)
        drawn = self._view.annotation(f"r{report}", corrected=False)
        shown = self._view.annotation(f"r{report}")
        anchors = self._anchors(kind, row)
        made: list[Correction] = []
        for field, value in changes.items():
            old = value_of(shown, kind, number, field)
            if old != value:
                anchor = anchors.get(field) or anchor_of(drawn, kind, number)
                made.append(self._next(anchor, field, old, value, author, reason))
        return self._decide(made)

    def confirm(
        self, entry: str, fields: Sequence[str], *, author: str, reason: str = ""
    ) -> tuple[CorrectionRow, ...]:
        """Say that fields of an entry are right as the record shows them: they stay so, whatever is
        drawn later. Raises as `correct` does."""
        kind, row = self._correctable(entry)
        report, number = self._place(kind, row, entry)
        drawn = self._view.annotation(f"r{report}", corrected=False)
        shown = self._view.annotation(f"r{report}")
        anchors = self._anchors(kind, row)
        made: list[Correction] = []
        for field in fields:
            value = value_of(shown, kind, number, field)
            check(kind, field, value)
            anchor = anchors.get(field) or anchor_of(drawn, kind, number)
            made.append(self._next(anchor, field, value, value, author, reason))
        return self._decide(made)

    def decide(
        self,
        anchor: Anchor,
        field: str,
        new: Value,
        *,
        author: str,
        old: Value = None,
        reason: str = "",
    ) -> CorrectionRow:
        """A decision on anything that has an anchor: matters and identities, too."""
        check(anchor.kind, field, new)
        return self._decide([self._next(anchor, field, old, new, author, reason)])[0]

    def undo(self, id: str, *, author: str, reason: str = "") -> CorrectionRow:  # noqa: A002
        """Take a decision back. What it replaced counts again.

        ``id`` is its own, or the beginning of it, or an entry's: then its last decision is meant.
        Raises `NoSuchEntry`, `AmbiguousEntry`, `UsageError` for one that is undone already.
        """
        entries = ledger.everything(self._db)
        meant = [e for e in entries if e.undoes is None and id and e.id.startswith(id)]
        if not meant and identify.parse(id):
            standing = (row.correction for row in self.of(id) if row.state != "undone")
            meant = list(standing)[-1:]
        if not meant:
            raise NoSuchEntry(id, "no such correction; see verbale corrections")
        if len(meant) > 1:
            raise AmbiguousEntry(id, f"fits {', '.join(e.id for e in meant)}")
        gone = meant[0]
        if gone.id in undone(entries):
            raise UsageError(gone.id, "is undone already")
        undo = self._next(gone.anchor, gone.field, gone.new, None, author, reason, undoes=gone.id)
        self._writer().decide([undo])
        return Outcomes(self._db, ledger.everything(self._db)).row(gone)

    def merge(self, one: str, other: str, *, author: str, reason: str = "") -> CorrectionRow:
        """Decide that an actor is another one. Each goes by an id (``a12``: that one report's
        actor), or by a name of the roster (whoever has that name, kind and country)."""
        key, into = actor_key(self._db, self._view, one), roster_key(self._view, other)
        known = ledger.identities(self._db)
        old = known.taken_for(key)
        if known.resolved(into) == old:
            raise UsageError(one, f"is taken for {old.name} already")
        return self.decide(
            Anchor(kind="identity", subject=subject_of(key)),
            SAME_AS,
            subject_of(known.resolved(into)),
            old=None if old == key else subject_of(old),
            author=author,
            reason=reason,
        )

    def split(self, one: str, *, author: str, reason: str = "") -> CorrectionRow:
        """Decide that an actor is nobody else: with an id, that report's actor stands apart from
        others of its name; with a name, whoever it was taken for no longer is."""
        key = actor_key(self._db, self._view, one)
        known = ledger.identities(self._db)
        old = known.taken_for(key)
        if key.lineage is None and old == key:
            raise UsageError(one, "is taken for nobody else; name one report's actor, such as a12")
        return self.decide(
            Anchor(kind="identity", subject=subject_of(key)),
            SAME_AS,
            None,
            old=None if old == key else subject_of(old),
            author=author,
            reason=reason,
        )

    def take(self, offered: Iterable[Correction]) -> Imported:
        """Take over decisions from elsewhere, in their order; the same ones twice change nothing.

        Raises `UsageError` for an entry that was changed on the way or cannot be.
        """
        theirs = tuple(offered)
        for entry in theirs:
            if not is_signed(entry):
                raise UsageError(entry.id, "is not as it was written; its id does not fit it")
            if entry.undoes is None:
                check(entry.anchor.kind, entry.field, entry.new)
        wanted = [entry for entry in theirs if not self._forgotten(entry)]
        joined = join(ledger.everything(self._db), wanted)
        self._writer().decide(joined.new)
        found = Outcomes(self._db, ledger.everything(self._db))
        return Imported(
            new=tuple(found.row(entry) for entry in joined.new if entry.undoes is None),
            known=joined.known,
            conflicts=joined.conflicts,
            forgotten=len(theirs) - len(wanted),
        )

    # Looking.

    def entries(self) -> tuple[Correction, ...]:
        """The whole ledger, undone and replaced decisions too: what is handed to a colleague."""
        return ledger.everything(self._db)

    def rows(self) -> tuple[CorrectionRow, ...]:
        """Every decision with what became of it, in the order this record learned of them."""
        entries = ledger.everything(self._db)
        found = Outcomes(self._db, entries)
        return tuple(found.row(entry) for entry in entries if entry.undoes is None)

    def of(self, entry: str) -> tuple[CorrectionRow, ...]:
        """The decisions on one entry or report, past ones too."""
        kind, row = self._named(entry)
        sql = (
            "SELECT correction FROM outcomes WHERE kind = ? AND row = ?"
            " UNION SELECT correction FROM history WHERE entry = ? AND correction IS NOT NULL"
        )
        ids = {found for (found,) in self._db.all(sql, (kind, row, public_id(kind, row)))}
        if not ids:
            return ()
        entries = ledger.everything(self._db)
        own = "identity" if kind == "actor" else kind
        meant = {target_of(e) for e in entries if e.id in ids and e.anchor.kind == own}
        found = Outcomes(self._db, entries)
        return tuple(found.row(e) for e in entries if e.undoes is None and target_of(e) in meant)

    def orphaned(self) -> tuple[CorrectionRow, ...]:
        """The decisions that count and find nothing to apply to."""
        return tuple(row for row in self.rows() if row.state == "orphaned")

    # How.

    def _decide(self, made: Sequence[Correction]) -> tuple[CorrectionRow, ...]:
        if not made:
            return ()
        self._writer().decide(made)
        found = Outcomes(self._db, ledger.everything(self._db))
        return tuple(map(found.row, made))

    def _next(
        self,
        anchor: Anchor,
        field: str,
        old: Value,
        new: Value,
        author: str,
        reason: str,
        undoes: str | None = None,
    ) -> Correction:
        """The entry that goes on from the last one on the same thing."""
        bare = Correction(
            id="",
            anchor=anchor,
            field=field,
            old=old,
            new=new,
            author=author,
            reason=reason,
            at=self._clock(),
            undoes=undoes,
        )
        head = heads(ledger.about(self._db, anchor)).get(target_of(bare))
        after = head.id if head else None
        return signed(msgspec.structs.replace(bare, after=after))

    def _named(self, entry: str) -> tuple[EntryKind, int]:
        return identify.parse(entry) or ("report", self._view.report_row(entry))

    def _correctable(self, entry: str) -> tuple[CorrectionKind, int]:
        return kind_of(entry), self._named(entry)[1]

    def _place(self, kind: CorrectionKind, row: int, entry: str) -> tuple[int, int]:
        """The report that an entry stands in, and its number there."""
        if kind == "report":
            return self._view.report_row(entry), 0
        sql = f"SELECT report, n FROM {_TABLES[kind]} WHERE id = ?"  # noqa: S608
        found = self._db.one(sql, (row,))
        if found is None:
            raise identify.missing(entry)
        return found[0], found[1]

    def _anchors(self, kind: CorrectionKind, row: int) -> dict[str, Anchor]:
        """Fields of an entry that somebody decided on -> the anchor they went by, so that what
        is decided next replaces that."""
        sql = (
            "SELECT c.record FROM outcomes o JOIN corrections c ON c.id = o.correction"
            " WHERE o.kind = ? AND o.row = ? AND o.state <> 'overruled'"
        )
        found = (from_json(r, Correction) for (r,) in self._db.all(sql, (kind, row)))
        return {correction.field: correction.anchor for correction in found}

    def _forgotten(self, entry: Correction) -> bool:
        lineage = ledger.lineage_of(self._db, entry)
        if lineage is None:
            return False
        sql = "SELECT 1 FROM tombstones WHERE lineage = ?"
        kept = self._db.value("SELECT 1 FROM reports WHERE lineage = ?", (lineage,))
        return not kept and bool(self._db.value(sql, (lineage_hash(lineage),)))
