"""Forgetting: a report's words leave the file, and a tombstone without words stays.

Deleting a row does not take its words off the disk: SQLite keeps them in free pages, in the gaps
of pages, in older segments of the full-text index and in the write-ahead log. So the rows go in
one transaction, which also notes that a purge is due; then the index is merged into one segment,
the file is written anew without gaps and the log is emptied. If that is cut short, the next
writer finishes it.
"""

from __future__ import annotations

from verbale.errors import RecordBusy
from verbale.record import index, matters, reuse, rivals, roster, tallies, tellings, watching
from verbale.record.connect import Db
from verbale.record.draw import TABLES, Drawn
from verbale.record.stored import lineage_hash

_DUE = "purge_due"


def forget(db: Db, report: int, held: list[tuple[Drawn, int]], at: str) -> bool:
    """Remove a report and all that was drawn from it; ``held`` is what the index has of it.

    True once no word of it is left in the file; False if others kept the file busy, so that the
    next writer has to finish.
    """
    db.run("PRAGMA secure_delete = ON")
    with db.transaction():
        lineage = db.value("SELECT lineage FROM reports WHERE id = ?", (report,))
        names = _identities(db, report)
        stood = roster.stood(db, report)
        tallies.take(db, report)
        index.take(db, held)
        db.run("INSERT INTO tombstones VALUES (?, ?, ?)", (report, lineage_hash(lineage), at))
        for place in sorted(_places(db, report) - {lineage}):
            db.run("INSERT OR IGNORE INTO forgotten_places VALUES (?)", (lineage_hash(place),))
        matters.remove(db, report)
        rivals.remove(db, report)
        reuse.remove(db, report)
        tellings.remove(db, report)
        watching.remove(db, report, names)
        _delete_rows(db, report)
        roster.update(db, report, stood)
        db.run("DELETE FROM corrections WHERE lineage = ?", (lineage,))
        for name in sorted(names):
            db.run("DELETE FROM skips WHERE name = ?", (name,))
            db.run("DELETE FROM fetches WHERE url = ?", (name,))
        db.run(
            "INSERT INTO history (at, code, report, entry, what) VALUES (?, '', ?, ?, 'forgotten')",
            (at, report, f"r{report}"),
        )
        db.run("INSERT OR REPLACE INTO meta VALUES (?, ?)", (_DUE, at))
    return finish_purge(db)


def finish_purge(db: Db) -> bool:
    """Write the file anew if a purge is due. False while others use it: then it stays due."""
    if db.value("SELECT value FROM meta WHERE key = ?", (_DUE,)) is None:
        return True
    try:
        for index_of in ("words", "called"):
            db.run(f"INSERT INTO {index_of} ({index_of}) VALUES ('optimize')")  # noqa: S608
        db.run("VACUUM")
        blocked, _, _ = db.one("PRAGMA wal_checkpoint(TRUNCATE)") or (0, 0, 0)
        if not blocked:
            db.run("DELETE FROM meta WHERE key = ?", (_DUE,))
        return not blocked
    except RecordBusy:
        return False


def _identities(db: Db, report: int) -> set[str]:
    """Every name under which other tables may speak of the report."""
    rows = db.all(
        "SELECT r.lineage, r.origin, v.origin, g.origin, json_extract(v.given, '$.url'),"
        " json_extract(r.record, '$.url') FROM reports r JOIN versions v ON v.report = r.id"
        " LEFT JOIN readings g ON g.version = v.id WHERE r.id = ?",
        (report,),
    )
    return {name for row in rows for name in row if name}


def _places(db: Db, report: int) -> set[str]:
    """The other places that gave the same bytes: they would bring the report back."""
    sql = "SELECT g.origin FROM readings g JOIN versions v ON v.id = g.version WHERE v.report = ?"
    return {origin for (origin,) in db.all(sql, (report,))}


def _delete_rows(db: Db, report: int) -> None:
    mine = "SELECT id FROM versions WHERE report = ?"
    for table in ("texts", "readings"):
        db.run(f"DELETE FROM {table} WHERE version IN ({mine})", (report,))  # noqa: S608
    drawn = (table for table in TABLES.values() if table != "reports")
    for table in ("outcomes", *drawn, "history", "versions"):
        db.run(f"DELETE FROM {table} WHERE report = ?", (report,))  # noqa: S608
    db.run("DELETE FROM reports WHERE id = ?", (report,))
