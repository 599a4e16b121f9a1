"""Writes to a record: one report a transaction, and nothing at all where nothing changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import NamedTuple, TypeVar

from verbale.corrections import Identities, subject_of
from verbale.errors import NoSuchEntry
from verbale.model import Annotation, Correction, RawDocument
from verbale.record import (
    index,
    ledger,
    matters,
    places,
    reuse,
    roster,
    tallies,
    tellings,
    versions,
)
from verbale.record.coming import Coming
from verbale.record.compare import compare
from verbale.record.connect import WRITTEN, Db
from verbale.record.forget import finish_purge, forget
from verbale.record.history import Occasion
from verbale.record.matching import Read
from verbale.record.prepared import Prepared
from verbale.record.redraw import redraw
from verbale.record.rows import Added, AddedKind
from verbale.record.shown import shown, shown_rows
from verbale.record.stored import lineage_hash, storable, storable_name
from verbale.record.together import Together

Clock = Callable[[], str]
T = TypeVar("T")
_WRITTEN = f"SELECT value FROM meta WHERE key = '{WRITTEN}'"  # noqa: S608


def utc_now() -> str:
    """The time of writing, to the second, as it stands in the record."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class Adding(NamedTuple):
    """How reports are added; see `Record.add`."""

    allow_forgotten: bool
    join_copies: bool


class Writer:
    """One connection that writes. Use it from one thread."""

    def __init__(self, db: Db, clock: Clock = utc_now) -> None:
        self._db = db
        self._clock = clock
        #: What reports are matched by, as they stood when the mark of the last write was this.
        self._known: Mapping[int, Read] = {}
        self._known_at: str | None = None
        finish_purge(db)
        index.bring_up_to_date(db)
        reuse.bring_up_to_date(db)
        tellings.bring_up_to_date(db)
        roster.bring_up_to_date(db)
        tallies.bring_up_to_date(db)

    def close(self) -> None:
        """Close the connection; the last one to close tidies the log away."""
        self._db.close()

    def add(
        self,
        annotation: Annotation,
        raw: RawDocument,
        *,
        allow_forgotten: bool,
        join_copies: bool = False,
    ) -> Added:
        """See `Record.add`."""
        clean, options = storable(annotation), Adding(allow_forgotten, join_copies)
        with self._db.transaction():
            return self._add(clean, raw, options)

    def _add_place(self, annotation: Annotation, raw: RawDocument, twin: places.Twin) -> Added:
        """Note another place that gave what a report holds; it may tell more of the report."""
        self._db.run("DELETE FROM skips WHERE name = ?", (storable_name(raw.origin),))
        held = versions.annotation_of(self._db, twin.version)
        better = places.names_better(annotation, raw.given, twin)
        if better:
            places.rename(self._db, twin, annotation.lineage, storable_name(raw.origin))
        if twin.version == twin.current and (better or raw.given == twin.given):
            told = annotation if better else places.as_twin(annotation, twin, held)
            return self._add_again(told, raw, report=twin.report, current=twin.current)
        versions.note_reading(self._db, twin.version, annotation, raw)
        return Added(report_id=f"r{twin.report}", kind="unchanged")

    def add_together(
        self, reports: Iterable[Coming], *, allow_forgotten: bool, join_copies: bool
    ) -> list[Added]:
        """See `Record.add_together`."""
        found: dict[int, Added] = {}
        options = Adding(allow_forgotten, join_copies)
        with self._db.transaction():
            unchanged = self._db.value(_WRITTEN) == self._known_at
            news = Together(self._db, self._clock(), self._known if unchanged else {})
            for at, coming in enumerate(reports):
                if news.knows(coming.told):
                    self._settle(news, found, options)
                if join_copies and self._is_put_off(news, at, coming):
                    continue
                if self._is_plain(coming.told):
                    found[at] = Added(report_id=f"r{news.add(coming)}", kind="new")
                else:
                    self._settle(news, found, options)
                    found[at] = self._add(coming.annotation, coming.raw, options)
                    news.known = {}
            self._settle(news, found, options)
        self._known, self._known_at = news.known, self._db.mark
        return [found[at] for at in sorted(found)]

    def _settle(self, news: Together, found: dict[int, Added], options: Adding) -> None:
        """Write what waits, then what had to wait for it; what came of the latter, by number."""
        copies = news.finish()
        for at, coming in copies:
            found[at] = self._add(coming.annotation, coming.raw, options)
        if copies:
            news.known = {}

    def _is_put_off(self, news: Together, at: int, coming: Coming) -> bool:
        """Whether a report has bytes that are held, or wait, already: then it waits for those."""
        holders = places.holders(self._db, coming.told.version, coming.raw.media)
        if not holders and not news.has_bytes_of(coming):
            return False
        news.put_off(at, coming, [twin.lineage for twin in holders])
        return True

    def _is_plain(self, told: Annotation | Prepared) -> bool:
        """Whether a report is new, and nobody has decided anything about it."""
        decided = "SELECT 1 FROM corrections WHERE lineage = ?"
        return (
            self._reported(told) is None
            and not self._forgotten(told.lineage)
            and self._db.value(decided, (told.lineage,)) is None
        )

    def _add(self, clean: Annotation, raw: RawDocument, options: Adding) -> Added:
        row = self._reported(clean)
        if row is None and options.join_copies and not self._forgotten(clean.lineage):
            twin = places.twin_of(self._db, clean, raw)
            if twin is not None:
                return self._add_place(clean, raw, twin)
        self._db.run("DELETE FROM skips WHERE name = ?", (storable_name(raw.origin),))
        if row is not None:
            return self._add_again(clean, raw, report=row[0], current=row[1])
        if not options.allow_forgotten and self._forgotten(clean.lineage):
            return Added(report_id=None, kind="forgotten")
        return self._add_new(clean, raw)

    def _reported(self, told: Annotation | Prepared) -> tuple[int, int] | None:
        """The report of this lineage and its current version.

        A report that had nothing but its path to go by is the same report once its address is
        learned: same place, same bytes.
        """
        sql = "SELECT id, current FROM reports WHERE lineage = ?"
        row = self._db.one(sql, (told.lineage,))
        if row is None:
            row = self._db.one(
                "SELECT r.id, r.current FROM readings g JOIN versions v ON v.id = g.version"
                " JOIN reports r ON r.id = v.report"
                " WHERE g.origin = ? AND r.lineage = g.origin AND v.sha256 = ?",
                (told.origin, told.version),
            )
            if row is not None:
                values = (told.lineage, row[0])
                self._db.run("UPDATE reports SET lineage = ? WHERE id = ?", values)
                ledger.move(self._db, told.origin, told.lineage)
        return (row[0], row[1]) if row else None

    def _add_new(self, annotation: Annotation, raw: RawDocument) -> Added:
        report = self._db.run(
            "INSERT INTO reports (lineage, current, handle, origin, record)"
            " VALUES (?, 0, '', '', '{}')",
            (annotation.lineage,),
        )
        version = versions.insert(self._db, report, annotation, raw, self._clock())
        versions.note_reading(self._db, version, annotation, raw)
        self._redraw(report, version, annotation)
        return Added(report_id=f"r{report}", kind="new")

    def _add_again(
        self, annotation: Annotation, raw: RawDocument, *, report: int, current: int
    ) -> Added:
        before, _ = shown(self._db, report)
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
            if not (news and versions.supersedes(annotation.report, before.report)):
                return Added(report_id=f"r{report}", kind=kind, current=False)
            kind = "updated"
        elif kind == "unchanged":
            return Added(report_id=f"r{report}", kind=kind)
        changes = compare(before, self._redraw(report, held, annotation))
        return Added(report_id=f"r{report}", kind=kind, changes=changes)

    def _forgotten(self, lineage: str) -> bool:
        sql = (
            "SELECT 1 FROM tombstones WHERE lineage = :name"
            " UNION SELECT 1 FROM forgotten_places WHERE place = :name"
        )
        return self._db.one(sql, {"name": lineage_hash(lineage)}) is not None

    def _redraw(self, report: int, version: int, annotation: Annotation) -> Annotation:
        """Draw a report from another annotation; what it shows then."""
        told = Occasion(report, annotation.version, annotation.code, self._clock())
        return redraw(self._db, version, annotation, told)

    def _redraw_stored(self, report: int, version: int, decision: str | None = None) -> None:
        """Draw a report from the annotation that it was drawn from before."""
        stored = versions.annotation_of(self._db, version)
        told = Occasion(report, stored.version, stored.code, self._clock(), decision, again=True)
        redraw(self._db, version, stored, told)

    def decide(self, corrections: Sequence[Correction]) -> None:
        """Add decisions to the ledger, in this order, and draw anew what they are about.

        One transaction: all of them or none. Their ids must be new.
        """
        with self._db.transaction():
            for correction in corrections:
                identity = correction.anchor.kind == "identity"
                before = ledger.identities(self._db) if identity else Identities()
                ledger.append(self._db, correction)
                if correction.anchor.kind == "matter":
                    matters.redecide(self._db, correction)
                for report, version in self._touched(correction, before):
                    self._redraw_stored(report, version, correction.id)

    def _touched(self, correction: Correction, before: Identities) -> list[tuple[int, int]]:
        """The reports that a decision is about, with their current versions."""
        if correction.anchor.kind != "identity":
            lineage = ledger.lineage_of(self._db, correction)
            return self._db.all("SELECT id, current FROM reports WHERE lineage = ?", (lineage,))
        changed = ledger.identities(self._db).differing(before)
        found: dict[int, int] = {}
        for key in sorted(changed, key=subject_of):
            found |= dict(
                self._db.all(
                    "SELECT r.id, r.current FROM actors a JOIN reports r ON r.id = a.report"
                    " WHERE a.name = ? AND a.kind = ?",
                    (key.name, key.kind),
                )
            )
        return sorted(found.items())

    def rebuild(self, report: int) -> None:
        """Draw a report anew from what is stored of it; nothing is annotated."""
        with self._db.transaction():
            version = self._db.value("SELECT current FROM reports WHERE id = ?", (report,))
            if version is not None:
                self._redraw_stored(report, version)

    def forget(self, report: int) -> bool:
        """See `Record.forget`."""
        row = self._db.one("SELECT current FROM reports WHERE id = ?", (report,))
        if row is None:
            raise NoSuchEntry(f"r{report}", "no such report in this record")
        return forget(self._db, report, shown_rows(self._db, report), self._clock())

    def skip(self, name: str, reason: str, kind: str) -> None:
        """See `Record.skip`."""
        values = (storable_name(name), kind, storable_name(reason))
        with self._db.transaction():
            self._db.run(
                "INSERT INTO skips (name, kind, reason, at) VALUES (?, ?, ?, ?) ON CONFLICT (name)"
                " DO UPDATE SET kind = excluded.kind, reason = excluded.reason, at = excluded.at",
                (*values, self._clock()),
            )

    def unskip(self, name: str | None) -> int:
        """See `Record.unskip`."""
        where, args = ("WHERE name = ?", (storable_name(name),)) if name is not None else ("", ())
        count = int(self._db.value(f"SELECT count(*) FROM skips {where}", args))  # noqa: S608
        if count:
            with self._db.transaction():
                self._db.run(f"DELETE FROM skips {where}", args)  # noqa: S608
        return count

    def keep_meta(self, values: Mapping[str, str | None]) -> None:
        """Set facts about the file; None removes one."""
        with self._db.transaction():
            for name, value in values.items():
                if value is None:
                    self._db.run("DELETE FROM meta WHERE key = ?", (name,))
                else:
                    self._db.run("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))

    def write(self, act: Callable[[Db], T]) -> T:
        """Do ``act`` in one transaction; what it returns."""
        with self._db.transaction():
            return act(self._db)

    def put_fetch(self, url: str, etag: str | None, last_modified: str | None) -> None:
        """Remember what a server said of a document."""
        with self._db.transaction():
            self._db.run(
                "INSERT OR REPLACE INTO fetches VALUES (?, ?, ?, ?)",
                (storable_name(url), etag, last_modified, self._clock()),
            )
