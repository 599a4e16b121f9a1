"""Reports: the table, one report with everything marked, its bytes as they came."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from litestar import Request, Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath

from verbale.exports.tables import TABLES
from verbale.model import Annotation
from verbale.model.reuse import SharedPassage
from verbale.record import (
    ActFilter,
    PositionFilter,
    Record,
    RelatedRow,
    ReportFilter,
    StatementFilter,
    StatementRow,
)
from verbale.web.pages import attached, page
from verbale.web.passages import Mark, Note, asked_place, lines, marks_of, place_of
from verbale.web.reader import Reader
from verbale.web.table import Box, Table, handlers, ordered

TABLE = Table(
    noun="reports",
    title="Reports",
    kind=ReportFilter,
    listed=lambda record, wanted: record.reports(wanted),
    divided=Record.facets,
    whole=ordered,
    boxes=(
        Box("text", "Words", 'ferry "joint patrol*"'),
        Box("matter", "Matter", "peace treaty"),
        Box("since", "From", "2025-04"),
        Box("until", "Until", "2025"),
    ),
    facets=(("outlet", "Outlet"), ("language", "Language")),
    orders=(
        ("", "oldest first"),
        ("-day", "newest first"),
        ("outlet", "outlet"),
        ("headline", "headline"),
    ),
    columns=TABLES["reports"].columns,
)


@get("/reports/{name:str}", sync_to_thread=True)
def report(
    request: Request[Any, Any, Any], reader: NamedDependency[Reader], name: FromPath[str]
) -> Response[str]:
    """A report's text with source, cue and content marked, and what it shares with others.

    ``s`` is a place (``120-345``) to show, ``q`` its first words. ``view`` is ``story`` for the
    story alone, ``both`` for the whole text beside it.
    """
    record = reader.record()
    row = record.report(name)
    annotation = record.annotation(row.id)
    statements = record.statements(StatementFilter(report=row.id)).rows
    reuse = record.reuse(row.id)
    shared = [
        (other, [p for p in other.passages if p.kind not in ("shared-quotation", "boilerplate")])
        for other in reuse.related
    ]
    place, view = (request.query_params.get(name, "") for name in ("s", "view"))
    target = asked_place(annotation.text, place, request.query_params.get("q", ""))
    marks = marks_of(annotation, [passage for _, some in shared for passage in some])
    if target is not None:
        marks.append(Mark(target, "target"))
    notes = _notes(annotation, statements) + _elsewhere(shared)
    return page(
        reader,
        "report.html",
        "/reports",
        title=row.headline or row.handle,
        row=row,
        read_from=record.places(row.id) or (row.origin,),
        report=annotation.report,
        lines=lines(annotation.text, marks, notes),
        statements=sorted(statements, key=lambda each: each.statement.id),
        acts=record.acts(ActFilter(report=row.id)).rows,
        positions=record.positions(PositionFilter(report=row.id)).rows,
        reuse=reuse,
        target=place if target is not None else None,
        lost=place if place and target is None else None,
        own=lambda passage: place_of(row.id, annotation.text, (passage.here,)),
        there=_there,
        view=view if view in _VIEWS else "",
        corrections=record.corrections.of(row.id),
    )


_VIEWS = ("story", "both")
_Shared = Sequence[tuple[RelatedRow, Sequence[SharedPassage]]]


def _elsewhere(shared: _Shared) -> list[Note]:
    """Where words that stand in another report begin, that report's id, once a passage."""
    found = {(passage.here.start, other.report) for other, some in shared for passage in some}
    return [Note(at, report) for at, report in sorted(found)]


def _there(other: RelatedRow, passage: SharedPassage) -> str:
    """The address of a shared passage in the other report."""
    place = f"{passage.there.start}-{passage.there.end}"
    return f"/reports/{other.report}?s={place}#s={place}"


def _notes(annotation: Annotation, rows: Sequence[StatementRow]) -> list[Note]:
    """Each statement's id where its words begin."""
    numbered = {row.statement.id: row.id for row in rows}
    return [
        Note((said.content or said.cue)[0].start, numbered[said.id])
        for said in annotation.statements
        if said.id in numbered and (said.content or said.cue)
    ]


@get("/reports/{name:str}/original", sync_to_thread=True)
def original(reader: NamedDependency[Reader], name: FromPath[str]) -> Response[bytes]:
    """The bytes as they came, to be kept and never shown: they are somebody else's page."""
    row = reader.record().report(name)
    return Response(
        reader.record().original(row.id),
        media_type="application/octet-stream",
        headers=attached(f"{row.id}.bin"),
    )


HANDLERS = [*handlers(TABLE), report, original]
