"""The drawn rows of a report: made those of its annotation as corrected, whatever they were."""

from __future__ import annotations

from verbale.corrections import Outcome, apply
from verbale.model import Annotation, CorrectionKind
from verbale.record import (
    history,
    index,
    ledger,
    matters,
    reuse,
    rivals,
    roster,
    tallies,
    tellings,
)
from verbale.record.connect import Db
from verbale.record.draw import TABLES, Drawn, EntryKind, draw
from verbale.record.history import Occasion, Step
from verbale.record.shown import Rows, shown_rows

_KINDS: dict[CorrectionKind, EntryKind] = {
    "report": "report",
    "statement": "statement",
    "act": "act",
    "position": "position",
}


def redraw(db: Db, version: int, annotation: Annotation, occasion: Occasion) -> Annotation:
    """Make the drawn rows of a report those of ``annotation`` with all corrections that count.

    What stays the same keeps its id; what an undone decision had taken away gets it back.
    Returns the annotation as it is now shown.
    """
    report = occasion.report
    held = shown_rows(db, report)
    corrected = apply(annotation, ledger.of_report(db, annotation.lineage))
    shown = corrected.annotation
    new = draw(shown, ledger.identities(db).in_report(shown))
    if occasion.again:
        steps = _revived(db, history.match_numbers(held, new), occasion)
    else:
        steps = history.match(held, new)
    stood = roster.stood(db, report)
    tallies.take(db, report)
    index.take(db, held)
    for table in TABLES.values():
        if table != "reports":
            db.run(f"DELETE FROM {table} WHERE report = ?", (report,))  # noqa: S608
    written: list[tuple[Step, int]] = []
    for step in steps:
        if step.new is None:
            written.append((step, step.row or 0))  # gone: its row was deleted above
        elif step.new.kind == "report":
            _update_report(db, report, version, shown, step.new)
            written.append((step, report))
        else:
            written.append((step, _insert(db, report, step.new, step.row)))
    index.put(db, ((step.new, row) for step, row in written if step.new))
    matters.replace(db, report, shown)
    rivals.replace(db, report, shown)
    reuse.replace(db, report, shown)
    tellings.replace(db, report, shown)
    roster.update(db, report, stood)
    tallies.put(db, report)
    history.write(db, written, occasion)
    rows: Rows = {(step.new.kind, step.new.number): row for step, row in written if step.new}
    hidden: Rows = {(drawn.kind, drawn.number): row for drawn, row in held}
    _keep_outcomes(db, report, corrected.outcomes, rows, hidden if occasion.again else {})
    return shown


def _revived(db: Db, steps: tuple[Step, ...], occasion: Occasion) -> tuple[Step, ...]:
    """``steps`` with the old ids of what the decision now undone had taken out of sight."""
    undoes = occasion.decision and db.value(
        "SELECT json_extract(record, '$.undoes') FROM corrections WHERE id = ?",
        (occasion.decision,),
    )
    if not undoes:
        return steps
    row_of = history.removed_by(db, undoes, occasion)
    return tuple(
        Step(None, step.new, row_of(step.new)) if step.new and step.row is None else step
        for step in steps
    )


def _update_report(db: Db, report: int, version: int, new: Annotation, drawn: Drawn) -> None:
    db.run(
        "UPDATE reports SET current = :version, handle = :handle, origin = :origin,"
        " record = :record, first_day = :first_day, last_day = :last_day WHERE id = :id",
        {
            "id": report,
            "version": version,
            "handle": new.id,
            "origin": new.origin,
            "record": drawn.record,
            **drawn.columns,
        },
    )


def _insert(db: Db, report: int, drawn: Drawn, row: int | None) -> int:
    values = {"id": row, "report": report, "record": drawn.record, **drawn.columns}
    names, places = ", ".join(values), ", ".join(f":{name}" for name in values)
    sql = f"INSERT INTO {TABLES[drawn.kind]} ({names}) VALUES ({places})"  # noqa: S608
    return db.run(sql, values)


def _keep_outcomes(
    db: Db, report: int, outcomes: tuple[Outcome, ...], rows: Rows, hidden: Rows
) -> None:
    """What became of each correction, with the row of its entry, even of one rejected."""
    sql = "SELECT correction, row FROM outcomes WHERE report = ?"
    before: dict[str, int | None] = dict(db.all(sql, (report,)))
    db.run("DELETE FROM outcomes WHERE report = ?", (report,))
    for outcome in outcomes:
        kind = _KINDS[outcome.correction.anchor.kind]
        where = (kind, -1 if outcome.number is None else outcome.number)
        row = rows.get(where) or before.get(outcome.correction.id) or hidden.get(where)
        db.run(
            "INSERT INTO outcomes VALUES (?, ?, ?, ?, ?, ?)",
            (outcome.correction.id, report, kind, row, outcome.state, outcome.reason),
        )
