"""Writes to a record: one report a transaction, and nothing at all where nothing changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime

from verbale.errors import NoSuchEntry
from verbale.model import Annotation, RawDocument
from verbale.record import history, index, versions
from verbale.record.compare import compare
from verbale.record.connect import Db
from verbale.record.draw import TABLES, Drawn, EntryKind, draw
from verbale.record.forget import finish_purge, forget
from verbale.record.rows import Added, AddedKind
from verbale.record.stored import lineage_hash, storable, storable_name

Clock = Callable[[], str]


def utc_now() -> str:
    """The time of writing, to the second, as it stands in the record."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class Writer:
    """One connection that writes. Use it from one thread."""

    def __init__(self, db: Db, clock: Clock = utc_now) -> None:
        self._db = db
        self._clock = clock
        finish_purge(db)
        index.bring_up_to_date(db)

    def close(self) -> None:
        """Close the connection; the last one to close tidies the log away."""
        self._db.close()

    def add(self, annotation: Annotation, raw: RawDocument, *, allow_forgotten: bool) -> Added:
        """See `Record.add`."""
        clean = storable(annotation)
        with self._db.transaction():
            self._db.run("DELETE FROM skips WHERE name = ?", (storable_name(raw.origin),))
            row = self._reported(clean)
            if row is not None:
                return self._add_again(clean, raw, report=row[0], current=row[1])
            if not allow_forgotten and self._forgotten(clean.lineage):
                return Added(report_id=None, kind="forgotten")
            return self._add_new(clean, raw)

    def _reported(self, annotation: Annotation) -> tuple[int, int] | None:
        """The report of this lineage and its current version.

        A report that had nothing but its path to go by is the same report once its address is
        learned: same place, same bytes.
        """
        sql = "SELECT id, current FROM reports WHERE lineage = ?"
        row = self._db.one(sql, (annotation.lineage,))
        if row is None:
            row = self._db.one(
                "SELECT r.id, r.current FROM readings g JOIN versions v ON v.id = g.version"
                " JOIN reports r ON r.id = v.report"
                " WHERE g.origin = ? AND r.lineage = g.origin AND v.sha256 = ?",
                (annotation.origin, annotation.version),
            )
            if row is not None:
                values = (annotation.lineage, row[0])
                self._db.run("UPDATE reports SET lineage = ? WHERE id = ?", values)
        return (row[0], row[1]) if row else None

    def _add_new(self, annotation: Annotation, raw: RawDocument) -> Added:
        report = self._db.run(
            "INSERT INTO reports (lineage, current, handle, origin, record)"
            " VALUES (?, 0, '', '', '{}')",
            (annotation.lineage,),
        )
        version = versions.insert(self._db, report, annotation, raw, self._clock())
        versions.note_reading(self._db, version, annotation, raw)
        self._redraw(report, version, None, annotation)
        return Added(report_id=f"r{report}", kind="new")

    def _add_again(
        self, annotation: Annotation, raw: RawDocument, *, report: int, current: int
    ) -> Added:
        shown = versions.annotation_of(self._db, current)
        held = self._db.value(
            "SELECT id FROM versions WHERE report = ? AND sha256 = ?", (report, annotation.version)
        )
        kind: AddedKind = "reannotated"
        if held is None:
            kind = "updated"
            held = versions.insert(self._db, report, annotation, raw, self._clock())
        elif versions.same(versions.annotation_of(self._db, held), annotation):
            kind = "unchanged"
        else:
            versions.replace(self._db, held, annotation, raw, self._clock())
        news = versions.note_reading(self._db, held, annotation, raw)
        if held != current:
            if not (news and versions.supersedes(annotation.report, shown.report)):
                return Added(report_id=f"r{report}", kind=kind, current=False)
            kind = "updated"
        elif kind == "unchanged":
            return Added(report_id=f"r{report}", kind=kind)
        self._redraw(report, held, shown, annotation)
        changes = compare(shown, annotation)
        return Added(report_id=f"r{report}", kind=kind, changes=changes)

    def _forgotten(self, lineage: str) -> bool:
        sql = "SELECT count(*) FROM tombstones WHERE lineage = ?"
        return bool(self._db.value(sql, (lineage_hash(lineage),)))

    def _redraw(self, report: int, version: int, old: Annotation | None, new: Annotation) -> None:
        """Make the drawn rows of a report those of ``new``; what stays the same keeps its id."""
        held = self._held(report, draw(old)) if old else []
        steps = history.match(held, draw(new))
        index.take(self._db, held)
        for table in TABLES.values():
            if table != "reports":
                self._db.run(f"DELETE FROM {table} WHERE report = ?", (report,))  # noqa: S608
        written: list[tuple[history.Step, int]] = []
        for step in steps:
            if step.new is None:
                written.append((step, step.row or 0))  # gone: its row was deleted above
            elif step.new.kind == "report":
                self._update_report(report, version, new, step.new)
                written.append((step, report))
            else:
                written.append((step, self._insert(report, step.new, step.row)))
        index.put(self._db, ((step.new, row) for step, row in written if step.new))
        history.write(
            self._db,
            written,
            report=report,
            version=new.version,
            code=new.code,
            at=self._clock(),
        )

    def _held(self, report: int, rows: Sequence[Drawn]) -> list[tuple[Drawn, int]]:
        """The drawn rows of what is stored, each with the id it has."""
        ids: dict[tuple[EntryKind, int], int] = {("report", 0): report}
        for kind, table in TABLES.items():
            if kind != "report":
                sql = f"SELECT n, id FROM {table} WHERE report = ?"  # noqa: S608
                ids.update({(kind, n): row for n, row in self._db.all(sql, (report,))})
        numbered = (((drawn.kind, drawn.number), drawn) for drawn in rows)
        return [(drawn, ids[number]) for number, drawn in numbered if number in ids]

    def _update_report(self, report: int, version: int, new: Annotation, drawn: Drawn) -> None:
        self._db.run(
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

    def _insert(self, report: int, drawn: Drawn, row: int | None) -> int:
        values = {"id": row, "report": report, "record": drawn.record, **drawn.columns}
        names, places = ", ".join(values), ", ".join(f":{name}" for name in values)
        sql = f"INSERT INTO {TABLES[drawn.kind]} ({names}) VALUES ({places})"  # noqa: S608
        return self._db.run(sql, values)

    def forget(self, report: int) -> bool:
        """See `Record.forget`."""
        row = self._db.one("SELECT current FROM reports WHERE id = ?", (report,))
        if row is None:
            raise NoSuchEntry(f"r{report}", "no such report in this record")
        held = self._held(report, draw(versions.annotation_of(self._db, row[0])))
        return forget(self._db, report, held, self._clock())

    def skip(self, name: str, reason: str, kind: str) -> None:
        """See `Record.skip`."""
        values = (storable_name(name), kind, storable_name(reason))
        with self._db.transaction():
            self._db.run(
                "INSERT INTO skips (name, kind, reason, at) VALUES (?, ?, ?, ?) ON CONFLICT (name)"
                " DO UPDATE SET kind = excluded.kind, reason = excluded.reason, at = excluded.at",
                (*values, self._clock()),
            )

    def keep_meta(self, values: Mapping[str, str | None]) -> None:
        """Set facts about the file; None removes one."""
        with self._db.transaction():
            for name, value in values.items():
                if value is None:
                    self._db.run("DELETE FROM meta WHERE key = ?", (name,))
                else:
                    self._db.run("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))

    def put_fetch(self, url: str, etag: str | None, last_modified: str | None) -> None:
        """Remember what a server said of a document."""
        with self._db.transaction():
            self._db.run(
                "INSERT OR REPLACE INTO fetches VALUES (?, ?, ?, ?)",
                (storable_name(url), etag, last_modified, self._clock()),
            )
