"""What the record shows of a report now: its rows, corrected as they are, taken together again."""

from __future__ import annotations

import msgspec

from verbale.model import Act, Actor, ActorKey, Annotation, Position, Report, Statement
from verbale.record.connect import Db
from verbale.record.draw import TABLES, Drawn, EntryKind, draw
from verbale.record.stored import from_json

#: Kind and number within the report -> row.
Rows = dict[tuple[EntryKind, int], int]


def shown(db: Db, report: int) -> tuple[Annotation, dict[int, ActorKey]]:
    """What the rows of a report show, as an annotation, and whom its actors are taken for.

    Read from the rows and not from what they were drawn from: the index has the words of the rows.
    """
    handle, origin, lineage, record, sha256, code, text = db.all(
        "SELECT r.handle, r.origin, r.lineage, r.record, v.sha256, v.code, t.text FROM reports r"
        " JOIN versions v ON v.id = r.current JOIN texts t ON t.version = v.id WHERE r.id = ?",
        (report,),
    )[0]
    actors = db.all("SELECT record, identity FROM actors WHERE report = ? ORDER BY n", (report,))
    people = [(from_json(actor, Actor), identity) for actor, identity in actors]
    annotation = Annotation(
        id=handle,
        origin=origin,
        lineage=lineage,
        version=sha256,
        code=code,
        report=msgspec.structs.replace(from_json(record, Report), text=text),
        actors=tuple(actor for actor, _ in people),
        statements=tuple(from_json(row, Statement) for row in _records(db, "statement", report)),
        acts=tuple(from_json(row, Act) for row in _records(db, "act", report)),
        positions=tuple(from_json(row, Position) for row in _records(db, "position", report)),
    )
    named = {actor.id: from_json(key, ActorKey) for actor, key in people if key is not None}
    return annotation, named


def shown_rows(db: Db, report: int) -> list[tuple[Drawn, int]]:
    """The drawn rows of a report as they stand, each with its id; none of one just being added."""
    if not db.value("SELECT current FROM reports WHERE id = ?", (report,)):
        return []
    annotation, taken_for = shown(db, report)
    ids: Rows = {("report", 0): report}
    for kind, table in TABLES.items():
        if kind != "report":
            sql = f"SELECT n, id FROM {table} WHERE report = ?"  # noqa: S608
            ids.update({(kind, n): row for n, row in db.all(sql, (report,))})
    return [(drawn, ids[drawn.kind, drawn.number]) for drawn in draw(annotation, taken_for)]


def _records(db: Db, kind: EntryKind, report: int) -> list[str]:
    sql = f"SELECT record FROM {TABLES[kind]} WHERE report = ? ORDER BY n"  # noqa: S608
    return [record for (record,) in db.all(sql, (report,))]
