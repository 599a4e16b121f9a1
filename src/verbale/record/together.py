"""New reports that come together: the rows that they would have got one by one, in the same order,
but written table by table, and what they have in common with others worked out once for all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from verbale.model import Annotation, RawDocument
from verbale.provenance.outline import outline_of
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
    versions,
)
from verbale.record.connect import Db
from verbale.record.draw import LETTERS, TABLES, Drawn, draw
from verbale.record.history import Occasion, Step
from verbale.record.shown import Rows
from verbale.record.stored import storable_name
from verbale.record.tellings import New


class Together:
    """Inside one transaction: `add` reports that the record does not have, then `finish`.

    ``now`` is the time of writing.
    """

    def __init__(self, db: Db, now: str) -> None:
        self._db, self._now = db, now
        self._identities = ledger.identities(db)
        self._empty()

    def _empty(self) -> None:
        self._last: dict[str, int] = {}
        self._came: dict[int, tuple[Annotation, RawDocument]] = {}
        self._rows: dict[int, Rows] = {}
        self._drawn: list[tuple[Drawn, int, int]] = []
        self._names: set[str] = set()

    def knows(self, annotation: Annotation) -> bool:
        """Whether a report that is waiting may be the same one."""
        return not self._names.isdisjoint((annotation.lineage, annotation.origin))

    def add(self, annotation: Annotation, raw: RawDocument) -> int:
        """Take in a report that is new and that no decision is about; its row."""
        if not self._came:  # rows may have been written since the last time
            self._last = dict(self._db.all("SELECT name, seq FROM sqlite_sequence"))
        report = self._number("reports")
        self._came[report] = (annotation, raw)
        self._names |= {annotation.lineage, annotation.origin}
        rows: Rows = {}
        for drawn in draw(annotation, self._identities.in_report(annotation)):
            own = drawn.kind == "report"
            row = report if own else self._number(TABLES[drawn.kind])
            rows[drawn.kind, drawn.number] = row
            self._drawn.append((drawn, row, report))
        self._rows[report] = rows
        return report

    def finish(self) -> None:
        """Write all that was taken in."""
        if not self._came:
            return
        self._write_versions()
        self._write_drawn()
        annotations = {report: annotation for report, (annotation, _) in self._came.items()}
        news = {
            report: New(annotation, outline_of(annotation.report), self._public_ids(report))
            for report, annotation in annotations.items()
        }
        matters.add(self._db, annotations)
        for report, annotation in annotations.items():
            said = {n: row for (kind, n), row in self._rows[report].items() if kind == "statement"}
            rivals.add(self._db, report, annotation, said)
        reuse.add(self._db, {report: new.outline for report, new in news.items()})
        tellings.add(self._db, news)
        roster.add(self._db, news)
        tallies.put_run(self._db, min(news), max(news))
        self._empty()

    def _number(self, table: str) -> int:
        """The next row of a table; none is ever given twice."""
        self._last[table] = self._last.get(table, 0) + 1
        return self._last[table]

    def _write_versions(self) -> None:
        """The reports, their bytes, and the places that gave them."""
        held = {report: self._number("versions") for report in self._came}
        names = ((storable_name(raw.origin),) for _, raw in self._came.values())
        self._db.many("DELETE FROM skips WHERE name = ?", names)
        self._db.many(
            "INSERT INTO reports (id, lineage, current, handle, origin, record, first_day,"
            " last_day) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                (
                    *(report, annotation.lineage, held[report], annotation.id, annotation.origin),
                    *(drawn.record, drawn.columns["first_day"], drawn.columns["last_day"]),
                )
                for drawn, _, report in self._drawn
                if drawn.kind == "report"
                for annotation, _ in [self._came[report]]
            ),
        )
        came = [(held[report], report, *each) for report, each in self._came.items()]
        versions.insert_all(self._db, came, self._now)

    def _write_drawn(self) -> None:
        """What was drawn of them, its words and its history."""
        by_table: defaultdict[str, list[tuple[Drawn, int, int]]] = defaultdict(list)
        for each in self._drawn:
            by_table[TABLES[each[0].kind]].append(each)
        del by_table["reports"]
        for table, rows in by_table.items():
            columns = rows[0][0].columns
            marks = ", ".join("?" * (3 + len(columns)))
            self._db.many(
                f"INSERT INTO {table} (id, report, record, {', '.join(columns)}) VALUES ({marks})",  # noqa: S608
                ((row, report, d.record, *d.columns.values()) for d, row, report in rows),
            )
        index.put(self._db, ((drawn, row) for drawn, row, _ in self._drawn))
        history.write_all(self._db, self._occasions())

    def _occasions(self) -> Iterable[tuple[Step, int, Occasion]]:
        for drawn, row, report in self._drawn:
            annotation, _ = self._came[report]
            occasion = Occasion(report, annotation.version, annotation.code, self._now)
            yield Step(None, drawn, None), row, occasion

    def _public_ids(self, report: int) -> dict[str, str]:
        """Kind and number -> public id, of statements and acts."""
        return {
            f"{LETTERS[kind]}{number}": f"{LETTERS[kind]}{row}"
            for (kind, number), row in self._rows[report].items()
            if kind in ("statement", "act")
        }
