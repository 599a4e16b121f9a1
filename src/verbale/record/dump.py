"""The canonical dump: what the record holds now, the same in whatever order it was read.

One JSON object a line. Left out: times, row ids, history, and the place a report was read from
(two copies of one page differ in nothing else).
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from verbale.corrections import current
from verbale.record import ledger, linking, matters, origins, rivals
from verbale.record.connect import Db
from verbale.record.draw import TABLES
from verbale.record.stored import to_json

_BATCH = 200


def dump(db: Db) -> Iterator[str]:
    """Reports by lineage, each with its versions, drawn rows and links to matters; then matters,
    skips, what a person decided, and tombstones."""
    after = ""
    while True:
        with db.snapshot():
            batch = db.all(
                # Lineages are never empty: the first batch starts after the empty string.
                "SELECT r.id, r.lineage, r.record, v.sha256, t.text FROM reports r"
                " JOIN versions v ON v.id = r.current JOIN texts t ON t.version = v.id"
                " WHERE r.lineage >= ? AND r.lineage <> ? ORDER BY r.lineage LIMIT ?",
                (after, after, _BATCH),
            )
            lines = [line for row in batch for line in _report(db, *row)]
        yield from lines
        if not batch:
            break
        after = batch[-1][1]
    yield from matters.dump(db)
    for name, kind, reason in db.all("SELECT name, kind, reason FROM skips ORDER BY name"):
        yield to_json({"skip": name, "kind": kind, "reason": reason})
    decided = current(ledger.everything(db))
    yield from sorted(to_json({"decided": d.anchor, d.field: d.new}) for d in decided)
    for (lineage,) in db.all("SELECT DISTINCT lineage FROM tombstones ORDER BY lineage"):
        yield to_json({"forgotten": lineage})


def _report(db: Db, row: int, lineage: str, record: str, current: str, text: str) -> Iterator[str]:
    versions = db.all(
        "SELECT sha256, media, charset, given, code FROM versions WHERE report = ? ORDER BY sha256",
        (row,),
    )
    yield to_json(
        {
            "report": lineage,
            "current": current,
            "value": msgspec.Raw(record.encode()),
            "text": text,
            "versions": [
                [*facts[:3], msgspec.Raw(facts[3].encode()), facts[4]] for facts in versions
            ],
        }
    )
    sql = "SELECT n, identity FROM actors WHERE report = ? AND identity IS NOT NULL ORDER BY n"
    for number, identity in db.all(sql, (row,)):
        yield to_json({"taken": lineage, "actor": number, "for": msgspec.Raw(identity.encode())})
    for kind, table in TABLES.items():
        if kind != "report":
            sql = f"SELECT record FROM {table} WHERE report = ? ORDER BY n"  # noqa: S608
            for (value,) in db.all(sql, (row,)):
                yield to_json({kind: lineage, "value": msgspec.Raw(value.encode())})
    yield from linking.dump_report(db, row, lineage)
    yield from rivals.dump_report(db, row, lineage)
    yield from origins.dump_report(db, row, lineage)
