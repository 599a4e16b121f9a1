"""The ledger of corrections as it is stored: entries in the order this record learned of them."""

from __future__ import annotations

from collections.abc import Iterable

from verbale.corrections import Identities, current, key_of
from verbale.model import Anchor, Correction
from verbale.record.connect import Db
from verbale.record.stored import from_json, lineage_hash, to_json


def lineage_of(db: Db, correction: Correction) -> str | None:
    """The lineage of the report that a decision speaks of, as this record knows it.

    What is known here by its address may be known elsewhere by the path it was read from: then
    the decisions before it tell, or an only report with that origin.
    """
    before = db.one("SELECT lineage FROM corrections WHERE id = ?", (correction.after,))
    lineage = before[0] if before else _named(correction)
    if lineage is None or db.value("SELECT 1 FROM reports WHERE lineage = ?", (lineage,)):
        return lineage
    known = db.all("SELECT lineage FROM reports WHERE origin = ?", (lineage,))
    return known[0][0] if len(known) == 1 else lineage


def _named(correction: Correction) -> str | None:
    anchor = correction.anchor
    match anchor.kind:
        case "identity":
            return key_of(anchor.subject).lineage
        case "matter":
            return None
    return anchor.subject


def append(db: Db, correction: Correction) -> None:
    """Write one entry."""
    lineage = lineage_of(db, correction)
    hashed = lineage_hash(lineage) if lineage is not None else None
    db.run(
        "INSERT INTO corrections (id, lineage, hashed, record) VALUES (?, ?, ?, ?)",
        (correction.id, lineage, hashed, to_json(correction)),
    )


def move(db: Db, old: str, new: str) -> None:
    """Let what was said of one lineage be said of another: the report's address was learned."""
    db.run(
        "UPDATE corrections SET lineage = ?, hashed = ? WHERE lineage = ?",
        (new, lineage_hash(new), old),
    )


def everything(db: Db) -> tuple[Correction, ...]:
    """The whole ledger."""
    return _read(db.all("SELECT record FROM corrections ORDER BY n"))


def of_kind(db: Db, kind: str) -> tuple[Correction, ...]:
    """The entries of one kind."""
    return _read(db.all("SELECT record FROM corrections WHERE kind = ? ORDER BY n", (kind,)))


def about(db: Db, anchor: Anchor) -> tuple[Correction, ...]:
    """The entries on one subject: a report with all in it, somebody, a matter."""
    sql = "SELECT record FROM corrections WHERE kind = ? AND subject = ? ORDER BY n"
    return _read(db.all(sql, (anchor.kind, anchor.subject)))


def of_report(db: Db, lineage: str) -> tuple[Correction, ...]:
    """The decisions that count on a report and its entries."""
    sql = "SELECT record FROM corrections WHERE lineage = ? ORDER BY n"
    return current(_read(db.all(sql, (lineage,))))


def identities(db: Db) -> Identities:
    """Who is who, as decided so far."""
    return Identities(current(of_kind(db, "identity")))


def _read(rows: Iterable[tuple[str]]) -> tuple[Correction, ...]:
    return tuple(from_json(record, Correction) for (record,) in rows)
