"""One entry: what it says, why it is in the record, how it came to be."""

from __future__ import annotations

from litestar import Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect

from verbale.errors import NoSuchEntry, UsageError
from verbale.model import Spans
from verbale.record import (
    ActorRow,
    ActRow,
    Entry,
    OriginsRow,
    PositionRow,
    Record,
    ReportRow,
    StatementRow,
)
from verbale.web.pages import elsewhere, page
from verbale.web.passages import Mark, around, excerpt, place_of
from verbale.web.people import Person, person
from verbale.web.reader import Reader

_MENTIONS = 8


@get("/entries/{name:str}", sync_to_thread=True)
def entry(reader: NamedDependency[Reader], name: FromPath[str]) -> Response[str] | Redirect:
    """A statement, act, position or actor in its passage, with rule, score and history."""
    record = reader.record()
    found = record.find(name)
    if isinstance(found, ReportRow):
        return elsewhere(f"/reports/{found.id}")
    text = record.annotation(found.report).text
    marks = marks_of(found)
    groups = [tuple(mark.span for mark in marks)] if marks else []
    if isinstance(found, ActorRow):
        groups = _apart(text, found.actor.mentions)[:_MENTIONS]
    return page(
        reader,
        "entry.html",
        _HERE[type(found)],
        title=found.id,
        entry=found,
        kind=_KIND[type(found)],
        passages=[
            (excerpt(text, marks, group), place_of(found.report, text, group)) for group in groups
        ],
        matters=() if isinstance(found, ActorRow) else record.matters_of(found.id),
        origins=None if isinstance(found, ActorRow) else _origins(record, found.id),
        person=_person(reader, found) if isinstance(found, ActorRow) else None,
        history=record.history(found.id),
        corrections=record.corrections.of(found.id),
    )


@get("/entries/{name:str}/passage", sync_to_thread=True)
def passage(reader: NamedDependency[Reader], name: FromPath[str]) -> Redirect:
    """Go to where an entry stands in its report."""
    record = reader.record()
    found = record.find(name)
    if isinstance(found, ReportRow):
        return elsewhere(f"/reports/{found.id}")
    return elsewhere(place_of(found.report, record.annotation(found.report).text, places(found)))


def _apart(text: str, mentions: Spans) -> list[Spans]:
    """Each mention by itself, but for those that an earlier one's excerpt shows already."""
    found: list[Spans] = []
    for span in mentions:
        if not any(around(text, shown).overlaps(span) for shown in found):
            found.append((span,))
    return found


def _person(reader: Reader, found: ActorRow) -> Person:
    return reader.kept(("person", found.id), lambda its: person(its, found))


def places(found: Entry) -> Spans:
    """The words that an entry rests on."""
    match found:
        case StatementRow():
            return found.statement.content or found.statement.cue
        case ActRow():
            return found.act.evidence
        case PositionRow():
            return found.position.evidence
        case ActorRow():
            return found.actor.mentions[:1]
    raise NoSuchEntry(found.id, "a report as a whole")


def marks_of(found: Entry) -> list[Mark]:
    """The words that an entry rests on and what each of them is, none for a report."""
    match found:
        case StatementRow():
            said = found.statement
            return [
                *(Mark(span, "source") for span in said.source),
                *(Mark(span, "cue") for span in said.cue),
                *(Mark(span, "content") for span in said.content),
            ]
        case ActRow():
            named = (*found.act.actor_span, *found.act.recipient_span)
            return [
                *(Mark(span, "content") for span in found.act.evidence),
                *(Mark(span, "named") for span in named),
            ]
        case PositionRow():
            return [Mark(span, "content") for span in found.position.evidence]
        case ActorRow():
            return [Mark(span, "named") for span in found.actor.mentions]
    return []


def _origins(record: Record, entry: str) -> OriginsRow | None:
    """None for what has none: a position that no statement carries."""
    try:
        return record.origins(entry)
    except UsageError:
        return None


_KIND: dict[type, str] = {
    StatementRow: "statement",
    ActRow: "act",
    PositionRow: "position",
    ActorRow: "actor",
}
_HERE = {kind: f"/{noun}s" for kind, noun in _KIND.items()}
HANDLERS = [entry, passage]
