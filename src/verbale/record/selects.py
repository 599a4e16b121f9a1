"""The SELECT of each kind of entry, and the row of `verbale.record.rows` that it becomes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, NamedTuple, TypeVar

from verbale.model import Act, Actor, Given, Position, Report, Statement
from verbale.record.connect import Row
from verbale.record.rows import (
    ActorRow,
    ActRow,
    PositionRow,
    ReportRow,
    StatementRow,
    VersionRow,
)
from verbale.record.stored import from_json

T = TypeVar("T")


class Select(NamedTuple, Generic[T]):
    """How to read one kind of entry: ``make`` turns the ``columns`` of ``tables`` into its row.

    ``alias`` is the entry's own table within ``tables``, ``letter`` that of its public ids,
    ``order`` the usual one. Ties end on what does not depend on the order of reading.
    """

    letter: str
    alias: str
    columns: str
    tables: str
    order: str
    make: Callable[[Row], T]

    def where(self, condition: str) -> str:
        """The SQL for all entries that fit ``condition``."""
        return f"SELECT {self.columns} FROM {self.tables} WHERE {condition}"  # noqa: S608

    def number(self, condition: str) -> str:
        """The SQL for their number."""
        return f"SELECT count(*) FROM {self.needed(condition)} WHERE {condition}"  # noqa: S608

    def needed(self, condition: str) -> str:
        """The tables that ``condition`` speaks of: every entry has its report, so that one is only
        joined where something is asked of it."""
        own = self.tables.partition(" JOIN ")[0]
        return self.tables if self.alias != "r" and "r." in condition else own


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


def _head(letter: str, row: Row) -> dict[str, Any]:
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
        **_head("s", row),
        statement=from_json(record, Statement),
        source_words=source,
        cue_words=cue,
        content_words=content,
        date=date,
        dated_by=dated_by,
        nested_in=nested_in,
    )


def _actor(row: Row) -> ActorRow:
    return ActorRow(**_head("a", row), actor=from_json(row[6], Actor))


def _act(row: Row) -> ActRow:
    record, words, date, dated_by, statement = row[6:]
    return ActRow(
        **_head("e", row),
        act=from_json(record, Act),
        evidence_words=words,
        date=date,
        dated_by=dated_by,
        statement=statement,
    )


def _position(row: Row) -> PositionRow:
    record, words, date, dated_by, statement = row[6:]
    return PositionRow(
        **_head("p", row),
        position=from_json(record, Position),
        evidence_words=words,
        date=date,
        dated_by=dated_by,
        statement=statement,
    )


def version_row(report: int, row: Row) -> VersionRow:
    """From the columns of `VERSIONS`."""
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


#: The versions of a report in the order in which they were first read.
VERSIONS = """
    SELECT v.sha256, v.origin, v.media, v.charset, v.given, v.size, v.code, v.read_at, v.drawn_at,
           v.id = r.current
    FROM versions v JOIN reports r ON r.id = v.report
    WHERE v.report = ? ORDER BY v.id"""

_HEAD = """e.id, r.id, r.handle, json_extract(r.record, '$.headline.text'), r.outlet,
    json_extract(r.record, '$.published.date'), e.record"""
_BY_DAY = "e.first_day IS NULL, e.first_day, e.last_day, r.lineage, e.place, e.n"


def _around(member: str) -> str:
    """The public id of the statement that an entry names by its number within the report."""
    number = f"json_extract(e.record, '$.{member}')"
    statement = f"s.report = e.report AND s.n = {number}"
    return f"(SELECT 's' || s.id FROM statements s WHERE {statement} LIMIT 1)"  # noqa: S608


REPORTS = Select(
    letter="r",
    alias="r",
    columns="""r.id, r.handle, r.lineage, r.origin, r.record, v.sha256, v.code, v.read_at,
        (SELECT count(*) FROM versions o WHERE o.report = r.id),
        (SELECT count(*) FROM statements s WHERE s.report = r.id),
        (SELECT count(*) FROM acts a WHERE a.report = r.id),
        (SELECT count(*) FROM positions p WHERE p.report = r.id)""",
    tables="reports r JOIN versions v ON v.id = r.current",
    order="r.first_day IS NULL, r.first_day, json_extract(r.record, '$.published.time'), r.lineage",
    make=_report,
)
STATEMENTS = Select(
    letter="s",
    alias="e",
    columns=f"{_HEAD}, e.source_words, e.cue_words, e.content_words, e.date, e.dated_by,"
    f" {_around('nested_in')}",
    tables="statements e JOIN reports r ON r.id = e.report",
    order=_BY_DAY,
    make=_statement,
)
ACTORS = Select(
    letter="a",
    alias="e",
    columns=_HEAD,
    tables="actors e JOIN reports r ON r.id = e.report",
    order="e.name, e.kind, r.lineage, e.n",
    make=_actor,
)
ACTS = Select(
    letter="e",
    alias="e",
    columns=f"{_HEAD}, e.evidence_words, e.date, e.dated_by, {_around('statement')}",
    tables="acts e JOIN reports r ON r.id = e.report",
    order=_BY_DAY,
    make=_act,
)
POSITIONS = Select(
    letter="p",
    alias="e",
    columns=f"{_HEAD}, e.evidence_words, e.date, e.dated_by, {_around('statement')}",
    tables="positions e JOIN reports r ON r.id = e.report",
    order=_BY_DAY,
    make=_position,
)
