"""PLOVER events as lines of JSON, with the extension that says who stated what.

The fields are those of the PLOVER 2.0 manual. Two more are ours, as it allows: ``verbale`` (what
keeps an event from being a plain fact of the day, and why it is in the record) and ``statement``
(in whose words it stands). A statement of which no event was coded is a record with
``has_event`` false and no event. PLOVER wants a day, so what has none with its year is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

import msgspec

from verbale.exports.inside import Inside, each_inside
from verbale.exports.scale import quad_of, scale_of
from verbale.model import Spans, hull, words_at
from verbale.record import ActRow, Record, StatementRow
from verbale.record.days import period

CODEBOOK = "PLOVER 2.0"


class Entity(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Who acts, or is acted on."""

    code: str | None = None
    entity_text: str | None = None
    identifier_text: str | None = None
    office: str | None = None


class TextInfo(msgspec.Struct, frozen=True, kw_only=True):
    """The passage, in characters of the report's text (the table ``texts``)."""

    start: int
    end: int


class CiteInfo(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The report."""

    citation: str
    url: str | None = None
    title: str | None = None
    language: str | None = None
    publication: str | None = None
    coder: str = ""
    codebook: str = ""


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """The extension: the statement that the event is or stands in, as `verbale.model.Statement`."""

    entry: str
    type: str
    speech: bool
    polarity: str
    background: bool
    speaker: str | None
    office: str | None
    code: str | None
    via: tuple[str, ...]
    to: str | None
    venue: str | None
    said_on: str | None
    said_how: str | None
    nested_in: str | None
    source: Spans
    cue: Spans
    content: Spans
    content_text: str


class Drawn(msgspec.Struct, frozen=True, kw_only=True):
    """The extension: the entry in the record, what it is not, and what drew it."""

    entry: str
    flags: tuple[str, ...]
    symmetric: bool
    mediator: tuple[str, ...]
    dated_by: str | None
    evidence: Spans
    score: float | None
    rule: str


class Event(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A line. Fields without a value are left out."""

    id: str
    has_event: bool
    date: str
    enddate: str | None = None
    actor: tuple[Entity, ...]
    recipient: tuple[Entity, ...]
    event: tuple[str, ...]
    mode: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    quad_code: int | None = None
    event_scale: float | None = None
    event_text: tuple[str, ...] = ()
    text_info: TextInfo | None = None
    cite_info: CiteInfo
    verbale: Drawn
    statement: Said | None = None


def write(record: Record, stream: BinaryIO) -> int:
    """Every event and statement with a day; the number of lines."""
    encoder = msgspec.json.Encoder()
    count = 0
    for event in events(record):
        stream.write(encoder.encode(event) + b"\n")
        count += 1
    return count


def events(record: Record) -> Iterator[Event]:
    """By report; its events, then its statements that are in none."""
    for inside in each_inside(record):
        said = {row.id: row for row in inside.statements}
        coded = {row.statement for row in inside.acts}
        for act in inside.acts:
            if period(act.date) is not None:
                yield _event(inside, act, said.get(act.statement or ""))
        for row in inside.statements:
            if row.id not in coded and period(row.date) is not None:
                yield _saying(inside, row)


def _event(inside: Inside, row: ActRow, said: StatementRow | None) -> Event:
    act = row.act
    first, last = _days(row.date)
    return Event(
        id=f"{inside.row.handle}/act/{act.id}",
        has_event=True,
        date=first,
        enddate=last,
        actor=_entities(act.actor, act.actor_span, inside.text),
        recipient=_entities(act.recipient, act.recipient_span, inside.text),
        event=(act.type,),
        mode=(act.mode,) if act.mode else (),
        context=act.contexts,
        quad_code=quad_of(act.type),
        event_scale=scale_of(act.type, act.mode),
        event_text=_texts(act.evidence, inside.text),
        text_info=_place(act.evidence),
        cite_info=_cite(inside),
        verbale=Drawn(
            entry=row.id,
            flags=act.flags,
            symmetric=act.symmetric,
            mediator=act.mediator,
            dated_by=row.dated_by,
            evidence=act.evidence,
            score=act.score,
            rule=act.rule,
        ),
        statement=_said(said) if said else None,
    )


def _saying(inside: Inside, row: StatementRow) -> Event:
    said = row.statement
    first, last = _days(row.date)
    speaker = Entity(
        code=said.country,
        entity_text=row.source_words or None,
        identifier_text=said.speaker,
        office=said.office,
    )
    return Event(
        id=f"{inside.row.handle}/statement/{said.id}",
        has_event=False,
        date=first,
        enddate=last,
        actor=(speaker,) if speaker != Entity() else (),
        recipient=(Entity(entity_text=said.to),) if said.to else (),
        event=(),
        event_text=_texts(said.content, inside.text),
        text_info=_place(said.content),
        cite_info=_cite(inside),
        verbale=Drawn(
            entry=row.id,
            flags=(),
            symmetric=False,
            mediator=(),
            dated_by=row.dated_by,
            evidence=said.content,
            score=said.score,
            rule=said.rule,
        ),
        statement=_said(row),
    )


def _said(row: StatementRow) -> Said:
    said = row.statement
    return Said(
        entry=row.id,
        type=said.type,
        speech=said.speech,
        polarity=said.polarity,
        background=said.background,
        speaker=said.speaker,
        office=said.office,
        code=said.country,
        via=said.via,
        to=said.to,
        venue=said.venue,
        said_on=said.said_on,
        said_how=said.said_how,
        nested_in=row.nested_in,
        source=said.source,
        cue=said.cue,
        content=said.content,
        content_text=row.content_words,
    )


def _days(edtf: str | None) -> tuple[str, str | None]:
    """The day, and the last where it may be one of several."""
    found = period(edtf)
    if found is None:
        raise ValueError(edtf)
    return found[0], None if found[0] == found[1] else found[1]


def _entities(codes: Iterable[str], spans: Spans, text: str) -> tuple[Entity, ...]:
    """A party each; the words only where they can be only one's."""
    found = tuple(codes)
    words = words_at(text, spans) or None
    if len(found) == 1:
        return (Entity(code=found[0], entity_text=words),)
    if not found and words:
        return (Entity(entity_text=words),)
    return tuple(Entity(code=code) for code in found)


def _texts(spans: Spans, text: str) -> tuple[str, ...]:
    return tuple(span.of(text) for span in spans)


def _place(spans: Spans) -> TextInfo | None:
    return TextInfo(start=hull(spans).start, end=hull(spans).end) if spans else None


def _cite(inside: Inside) -> CiteInfo:
    row = inside.row
    return CiteInfo(
        citation=row.handle,
        url=row.report.url,
        title=row.headline,
        language=row.report.language,
        publication=row.outlet,
        coder=row.code,
        codebook=CODEBOOK,
    )
