"""New reports that come together: the rows that they would have got one by one, in the same order,
but written table by table, and what they have in common with others worked out once for all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from verbale.model import Annotation
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
from verbale.record.coming import Coming
from verbale.record.connect import Db
from verbale.record.draw import LETTERS, TABLES, EntryKind, draw
from verbale.record.history import Occasion
from verbale.record.linking import Linkable
from verbale.record.matching import Read
from verbale.record.prepared import Prepared, Row, prepare
from verbale.record.stored import storable_name

_Rows = Mapping[int, int]
#: Of so many reports, the last to come, what they are matched by is kept at hand: some 100 MB.
_MOST_KNOWN = 2000


class _New(NamedTuple):
    """A report that waits: its rows by the numbers of its entries, each kind for itself."""

    coming: Coming
    prepared: Prepared
    rows: Mapping[EntryKind, _Rows]

    @property
    def public_ids(self) -> dict[str, str]:
        """Kind and number -> public id, of statements and acts."""
        return {
            f"{LETTERS[kind]}{number}": f"{LETTERS[kind]}{row}"
            for kind in ("statement", "act")
            for number, row in self.rows.get(kind, {}).items()
        }

    @property
    def linkable(self) -> Linkable:
        """What its links are drawn from."""
        topics = [topic for topic in self.prepared.topics if topic.parties]
        rows = {entry: self.rows[entry.kind][entry.number] for entry in self.prepared.entries}
        return Linkable(topics, rows)

    @property
    def read(self) -> Read:
        """What it is matched by."""
        prepared = self.prepared
        return Read(
            prepared.lineage,
            [told.telling for told in prepared.told],
            {told.telling.id: frozenset(told.keys) for told in prepared.told},
            prepared.outline,
            frozenset(prepared.prints),
            self.public_ids,
        )


class Together:
    """Inside one transaction: `add` reports that the record does not have, then `finish`.

    ``now`` is the time of writing. ``known`` are reports as they stand in the record, so that
    those that the new ones are matched with need not be read again.
    """

    def __init__(self, db: Db, now: str, known: Mapping[int, Read]) -> None:
        self._db, self._now = db, now
        self.known = known
        self._identities = ledger.identities(db)
        self._empty()

    def _empty(self) -> None:
        self._last: dict[str, int] = {}
        self._news: dict[int, _New] = {}
        self._names: set[str] = set()
        self._bytes: set[tuple[str, str | None]] = set()
        self._put_off: list[tuple[int, Coming]] = []

    def knows(self, told: Annotation | Prepared) -> bool:
        """Whether a report that is waiting may be the same one, by its name."""
        return not self._names.isdisjoint((told.lineage, told.origin))

    def has_bytes_of(self, coming: Coming) -> bool:
        """Whether a report that is waiting has the same bytes."""
        return _bytes_of(coming) in self._bytes

    def put_off(self, number: int, coming: Coming, lineages: Iterable[str]) -> None:
        """Leave a report until those that wait are written, some of which, or the reports that
        go by ``lineages``, have its bytes."""
        self._put_off.append((number, coming))
        self._note(coming)
        self._names.update(lineages)

    def _note(self, coming: Coming) -> None:
        self._names |= {coming.told.lineage, coming.told.origin}
        self._bytes.add(_bytes_of(coming))

    def add(self, coming: Coming) -> int:
        """Take in a report that is new and that no decision is about; its row."""
        if not self._news:  # rows may have been written since the last time
            self._last = dict(self._db.all("SELECT name, seq FROM sqlite_sequence"))
        prepared = coming.prepared
        if self._identities and (taken_for := self._identities.in_report(coming.annotation)):
            prepared = prepare(coming.annotation, draw(coming.annotation, taken_for))
        report = self._number("reports")
        rows = {
            table.kind: {row.number: self._number(TABLES[table.kind]) for row in table.rows}
            for table in prepared.tables
        }
        self._news[report] = _New(coming, prepared, rows)
        self._note(coming)
        return report

    def finish(self) -> list[tuple[int, Coming]]:
        """Write all that was taken in; what was put off till then, with the numbers given."""
        put_off = self._put_off
        if self._news:
            self._write()
        self._empty()
        return put_off

    def _write(self) -> None:
        news = {report: new.prepared for report, new in self._news.items()}
        self._write_versions()
        self._write_drawn()
        matters.add(self._db, {report: new.linkable for report, new in self._news.items()})
        rivals.add(
            self._db,
            [
                (report, new.prepared.names, new.prepared.claims, new.rows.get("statement", {}))
                for report, new in self._news.items()
            ],
        )
        indexed = {r: reuse.Indexed(new.outline, new.prints, new.bands) for r, new in news.items()}
        reuse.add(self._db, indexed)
        told = {r: tellings.New(new.read, new.prepared.chains) for r, new in self._news.items()}
        read = tellings.add(self._db, told, self.known)
        self.known = dict(islice(sorted(read.items(), reverse=True), _MOST_KNOWN))
        roster.add(self._db, news)
        tallies.put_run(self._db, min(news), max(news))

    def _number(self, table: str) -> int:
        """The next row of a table; none is ever given twice."""
        self._last[table] = self._last.get(table, 0) + 1
        return self._last[table]

    def _write_versions(self) -> None:
        """The reports, their bytes, and the places that gave them."""
        held = {report: self._number("versions") for report in self._news}
        names = ((storable_name(new.coming.raw.origin),) for new in self._news.values())
        self._db.many("DELETE FROM skips WHERE name = ?", names)
        self._db.many(
            "INSERT INTO reports (id, lineage, current, handle, origin, record, first_day,"
            " last_day) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                (
                    report,
                    p.lineage,
                    held[report],
                    p.handle,
                    p.origin,
                    p.report.record,
                    *p.report.values,
                )
                for report, new in self._news.items()
                for p in (new.prepared,)
            ),
        )
        came = [(held[report], report, new.coming) for report, new in self._news.items()]
        versions.insert_all(self._db, came, self._now)

    def _write_drawn(self) -> None:
        """What was drawn of them, its words and its history."""
        by_table: defaultdict[tuple[EntryKind, tuple[str, ...]], list[tuple[int, int, Row]]]
        by_table = defaultdict(list)
        for report, new in self._news.items():
            for table in new.prepared.tables:
                rows = new.rows[table.kind]
                by_table[table.kind, table.columns] += [
                    (rows[row.number], report, row) for row in table.rows
                ]
        for (kind, columns), found in by_table.items():
            marks = ", ".join("?" * (3 + len(columns)))
            self._db.many(
                f"INSERT INTO {TABLES[kind]} (id, report, record, {', '.join(columns)})"  # noqa: S608
                f" VALUES ({marks})",
                ((id, report, row.record, *row.values) for id, report, row in found),  # noqa: A001
            )
        index.put_words(self._db, self._words())
        history.write_added(self._db, self._added())

    def _words(self) -> Iterator[index.IndexRow]:
        for kind, id, row, report in self._drawn():  # noqa: A001
            if row.words:
                yield (-report if kind == "report" else id, *row.words)

    def _added(self) -> Iterator[tuple[EntryKind, int, str, Occasion]]:
        for kind, id, row, report in self._drawn():  # noqa: A001
            prepared = self._news[report].prepared
            yield kind, id, row.record, Occasion(report, prepared.version, prepared.code, self._now)

    def _drawn(self) -> Iterator[tuple[EntryKind, int, Row, int]]:
        """All rows in the order in which they would have come one by one: kind, id, report."""
        for report, new in self._news.items():
            yield "report", report, new.prepared.report, report
            for table in new.prepared.tables:
                rows = new.rows[table.kind]
                for row in table.rows:
                    yield table.kind, rows[row.number], row, report


def _bytes_of(coming: Coming) -> tuple[str, str | None]:
    """What tells a report's bytes from others, as what kind of content they are read."""
    return coming.told.version, coming.raw.media
