"""Reads from a record. Every call is one short look at one state of the file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import msgspec

from verbale.model import Act, Actor, Annotation, Given, Position, Report, Statement
from verbale.record import conditions, identify
from verbale.record.connect import Db, Row
from verbale.record.filters import (
    ActFilter,
    ActorFilter,
    PositionFilter,
    ReportFilter,
    StatementFilter,
)
from verbale.record.rows import (
    ActorRow,
    ActRow,
    Counts,
    Listing,
    PositionRow,
    ReportRow,
    RosterRow,
    SkipRow,
    StatementRow,
    VersionRow,
)
from verbale.record.stored import from_json, read_annotation, unpack

T = TypeVar("T")

_REPORTS = """
    SELECT r.id, r.handle, r.lineage, r.origin, r.record, v.sha256, v.code, v.read_at,
           (SELECT count(*) FROM versions o WHERE o.report = r.id),
           (SELECT count(*) FROM statements s WHERE s.report = r.id),
           (SELECT count(*) FROM acts a WHERE a.report = r.id),
           (SELECT count(*) FROM positions p WHERE p.report = r.id)
    FROM reports r JOIN versions v ON v.id = r.current"""
_HEAD = """
    SELECT e.id, r.id, r.handle, json_extract(r.record, '$.headline.text'), r.outlet,
           json_extract(r.record, '$.published.date'), e.record"""
_AROUND = """
           (SELECT 's' || s.id FROM statements s
            WHERE s.report = e.report AND s.n = json_extract(e.record, '$.{}') LIMIT 1)"""
_STATEMENTS = f"""{_HEAD}, e.source_words, e.cue_words, e.content_words, e.date, e.dated_by,
    {_AROUND.format("nested_in")} FROM statements e JOIN reports r ON r.id = e.report"""
_ACTORS = f"{_HEAD} FROM actors e JOIN reports r ON r.id = e.report"
_ACTS = f"""{_HEAD}, e.evidence_words, e.date, e.dated_by,
    {_AROUND.format("statement")} FROM acts e JOIN reports r ON r.id = e.report"""
_POSITIONS = f"""{_HEAD}, e.evidence_words, e.date, e.dated_by,
    {_AROUND.format("statement")} FROM positions e JOIN reports r ON r.id = e.report"""
#: By day, what has none last; ties by what does not depend on the order of reading.
_BY_DAY = "e.first_day IS NULL, e.first_day, e.last_day, r.lineage, e.place, e.n"
_REPORTS_BY_DAY = (
    "r.first_day IS NULL, r.first_day, json_extract(r.record, '$.published.time'), r.lineage"
)


class View:
    """What can be asked of a record, over one connection. Use it from one thread."""

    def __init__(self, db: Db) -> None:
        self._db = db

    def close(self) -> None:
        """Close the connection."""
        self._db.close()

    def report(self, id: str) -> ReportRow:  # noqa: A002 - the reader's word for it
        """One report. Raises `NoSuchEntry`, `AmbiguousEntry`."""
        return _report(self._exactly_one(_REPORTS, "r", identify.report_row(self._db, id)))

    def statement(self, row: int) -> StatementRow:
        """One statement by its number."""
        return _statement(self._exactly_one(_STATEMENTS, "e", row, "s"))

    def actor(self, row: int) -> ActorRow:
        """One actor by its number."""
        return _actor(self._exactly_one(_ACTORS, "e", row, "a"))

    def act(self, row: int) -> ActRow:
        """One act by its number."""
        return _act(self._exactly_one(_ACTS, "e", row, "e"))

    def position(self, row: int) -> PositionRow:
        """One position by its number."""
        return _position(self._exactly_one(_POSITIONS, "e", row, "p"))

    def _exactly_one(self, select: str, alias: str, row: int, letter: str = "r") -> Row:
        found = self._db.one(f"{select} WHERE {alias}.id = ?", (row,))
        if found is None:
            raise identify.missing(f"{letter}{row}")
        return found

    def reports(self, wanted: ReportFilter) -> Listing[ReportRow]:
        """Reports by day of publication."""
        found = conditions.for_reports(wanted)
        return self._list(_REPORTS, found, _REPORTS_BY_DAY, "r", wanted, _report)

    def statements(self, wanted: StatementFilter) -> Listing[StatementRow]:
        """Statements by effective day."""
        found = conditions.for_statements(wanted, self._locate)
        return self._list(_STATEMENTS, found, _BY_DAY, "e", wanted, _statement)

    def actors(self, wanted: ActorFilter) -> Listing[ActorRow]:
        """Actors, report by report, by name."""
        found = conditions.for_actors(wanted, self._locate)
        order = "e.name, e.kind, r.lineage, e.n"
        return self._list(_ACTORS, found, order, "e", wanted, _actor)

    def acts(self, wanted: ActFilter) -> Listing[ActRow]:
        """Acts by day."""
        found = conditions.for_acts(wanted, self._locate)
        return self._list(_ACTS, found, _BY_DAY, "e", wanted, _act)

    def positions(self, wanted: PositionFilter) -> Listing[PositionRow]:
        """Positions by day."""
        found = conditions.for_positions(wanted, self._locate)
        return self._list(_POSITIONS, found, _BY_DAY, "e", wanted, _position)

    def each_report(self) -> Iterator[ReportRow]:
        """All reports in the order of reading, in short reads."""
        return map(_report, self._each(_REPORTS, "r"))

    def each_statement(self) -> Iterator[StatementRow]:
        """All statements by id, in short reads."""
        return map(_statement, self._each(_STATEMENTS, "e"))

    def each_actor(self) -> Iterator[ActorRow]:
        """All actors by id, in short reads."""
        return map(_actor, self._each(_ACTORS, "e"))

    def each_act(self) -> Iterator[ActRow]:
        """All acts by id, in short reads."""
        return map(_act, self._each(_ACTS, "e"))

    def each_position(self) -> Iterator[PositionRow]:
        """All positions by id, in short reads."""
        return map(_position, self._each(_POSITIONS, "e"))

    def _each(self, select: str, alias: str) -> Iterator[Row]:
        return self._db.pages(f"{select} WHERE {alias}.id > :after ORDER BY {alias}.id")

    def roster(self, wanted: ActorFilter) -> tuple[RosterRow, ...]:
        """Actors gathered by name, kind and country, those in most reports first."""
        found = conditions.for_actors(wanted, self._locate)
        rows = self._db.all(
            "SELECT e.name, e.kind, e.country, count(DISTINCT e.report),"  # noqa: S608
            " json_group_array('a' || e.id), json_group_array(json_extract(e.record, '$.offices'))"
            f" FROM actors e WHERE {found.sql}"
            " GROUP BY e.name, e.kind, e.country ORDER BY count(DISTINCT e.report) DESC, e.name"
            " LIMIT :limit OFFSET :offset",
            {**found.args, **_page(wanted.limit, wanted.offset)},
        )
        return tuple(map(_roster, rows))

    def annotation(self, id: str, version: str | None = None) -> Annotation:  # noqa: A002
        """The annotation of a report's current version, or of the one whose sha256 begins so."""
        report = identify.report_row(self._db, id)
        row = identify.version_row(self._db, report, version)
        ((packed, text),) = self._db.all(
            "SELECT v.annotation, t.text FROM versions v JOIN texts t ON t.version = v.id"
            " WHERE v.id = ?",
            (row,),
        )
        return read_annotation(unpack(packed), text)

    def original(self, id: str, version: str | None = None) -> bytes:  # noqa: A002
        """The bytes of a report as they came."""
        report = identify.report_row(self._db, id)
        row = identify.version_row(self._db, report, version)
        ((data, size),) = self._db.all("SELECT data, size FROM versions WHERE id = ?", (row,))
        return unpack(data, size)

    def versions(self, id: str) -> tuple[VersionRow, ...]:  # noqa: A002
        """All versions of a report in the order of reading."""
        report = identify.report_row(self._db, id)
        rows = self._db.all(
            "SELECT v.sha256, v.origin, v.media, v.charset, v.given, v.size, v.code, v.read_at,"
            " v.drawn_at, v.id = r.current FROM versions v JOIN reports r ON r.id = v.report"
            " WHERE v.report = ? ORDER BY v.id",
            (report,),
        )
        return tuple(_version(report, row) for row in rows)

    def skips(self) -> tuple[SkipRow, ...]:
        """Inputs that were not read, by name."""
        rows = self._db.all("SELECT name, kind, reason, at FROM skips ORDER BY name")
        return tuple(SkipRow(name=n, kind=k, reason=r, at=a) for n, k, r, a in rows)

    def counts(self) -> Counts:
        """How much there is of each kind."""
        with self._db.snapshot():
            sizes = {
                name: int(self._db.value(f"SELECT count(*) FROM {table}"))  # noqa: S608
                for name, table in _COUNTED
            }
            days = self._db.one("SELECT min(first_day), max(last_day) FROM reports")
            outlets = self._db.all(
                "SELECT outlet, count(*) FROM reports WHERE outlet IS NOT NULL"
                " GROUP BY outlet ORDER BY count(*) DESC, outlet"
            )
        first, last = days or (None, None)
        named = tuple((str(name), int(number)) for name, number in outlets)
        return Counts(**sizes, first_day=first, last_day=last, outlets=named)

    def fingerprints(self) -> set[bytes]:
        """What each place gave last, to tell unchanged inputs at a glance."""
        return {row[0] for row in self._db.all("SELECT fingerprint FROM readings")}

    def has_fingerprint(self, wanted: bytes) -> bool:
        """Whether a place gave this last."""
        sql = "SELECT count(*) FROM readings WHERE fingerprint = ?"
        return bool(self._db.value(sql, (wanted,)))

    def meta(self) -> dict[str, str]:
        """The facts kept about the file itself."""
        return dict(self._db.all("SELECT key, value FROM meta ORDER BY key"))

    def _locate(self, id: str) -> int:  # noqa: A002
        return identify.report_row(self._db, id)

    def _list(
        self,
        select: str,
        found: conditions.Conditions,
        order: str,
        alias: str,
        wanted: Any,
        make: Callable[[Row], T],
    ) -> Listing[T]:
        base = select[select.rindex("FROM ") :]
        page = _page(wanted.limit, wanted.offset)
        with self._db.snapshot():
            rows = self._db.all(
                f"{select} WHERE {found.sql} ORDER BY {order} LIMIT :limit OFFSET :offset",
                {**found.args, **page},
            )
            whole = wanted.limit is None and not wanted.offset
            total = (
                len(rows)
                if whole
                else self._db.value(f"SELECT count(*) {base} WHERE {found.sql}", found.args)
            )
            undated = 0
            if found.days:
                sql = f"SELECT count(*) {base} WHERE {found.undated(alias)}"
                undated = self._db.value(sql, found.args)
        return Listing(rows=tuple(map(make, rows)), total=total, undated=undated)


_COUNTED = (
    *((name, name) for name in ("reports", "versions", "statements", "actors", "acts")),
    ("positions", "positions"),
    ("skips", "skips"),
    ("forgotten", "tombstones"),
)


def _page(limit: int | None, offset: int) -> dict[str, int]:
    return {"limit": -1 if limit is None else limit, "offset": offset}


def _report(row: Row) -> ReportRow:
    number, handle, lineage, origin, record, version, code, read_at, versions, *counts = row
    statements, acts, positions = counts
    return ReportRow(
        id=f"r{number}",
        handle=handle,
        lineage=lineage,
        origin=origin,
        report=from_json(record, Report),
        version=version,
        versions=versions,
        code=code,
        read_at=read_at,
        statements=statements,
        acts=acts,
        positions=positions,
    )


def _in_report(letter: str, row: Row) -> dict[str, Any]:
    number, report, handle, headline, outlet, published = row[:6]
    return {
        "id": f"{letter}{number}",
        "report": f"r{report}",
        "handle": handle,
        "headline": headline,
        "outlet": outlet,
        "published": published,
    }


def _statement(row: Row) -> StatementRow:
    record, source, cue, content, date, dated_by, nested_in = row[6:]
    return StatementRow(
        **_in_report("s", row),
        statement=from_json(record, Statement),
        source_words=source,
        cue_words=cue,
        content_words=content,
        date=date,
        dated_by=dated_by,
        nested_in=nested_in,
    )


def _actor(row: Row) -> ActorRow:
    return ActorRow(**_in_report("a", row), actor=from_json(row[6], Actor))


def _act(row: Row) -> ActRow:
    record, words, date, dated_by, statement = row[6:]
    return ActRow(
        **_in_report("e", row),
        act=from_json(record, Act),
        evidence_words=words,
        date=date,
        dated_by=dated_by,
        statement=statement,
    )


def _position(row: Row) -> PositionRow:
    record, words, date, dated_by, statement = row[6:]
    return PositionRow(
        **_in_report("p", row),
        position=from_json(record, Position),
        evidence_words=words,
        date=date,
        dated_by=dated_by,
        statement=statement,
    )


def _roster(row: Row) -> RosterRow:
    name, kind, country, reports, ids, offices = row
    titles = [office["title"] for held in msgspec.json.decode(offices) for office in _loaded(held)]
    return RosterRow(
        name=name,
        kind=kind,
        country=country,
        offices=tuple(dict.fromkeys(titles)),
        reports=reports,
        ids=tuple(msgspec.json.decode(ids)),
    )


def _loaded(value: Any) -> Any:
    """SQLite nests JSON as a value or as text, depending on how it got there."""
    return msgspec.json.decode(value) if isinstance(value, str) else value


def _version(report: int, row: Row) -> VersionRow:
    sha256, origin, media, charset, given, size, code, read_at, drawn_at, current = row
    return VersionRow(
        version=sha256,
        report=f"r{report}",
        origin=origin,
        media=media,
        charset=charset,
        given=from_json(given, Given),
        size=size,
        code=code,
        read_at=read_at,
        drawn_at=drawn_at,
        current=bool(current),
    )
