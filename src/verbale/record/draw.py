"""The rows that an annotation gives rise to. Pure: what `writer` stores and `check` expects."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Literal

import msgspec

from verbale.model import (
    Act,
    Actor,
    ActorKey,
    Annotation,
    Position,
    Report,
    Span,
    Spans,
    Statement,
    words_at,
)
from verbale.record.days import period
from verbale.record.fulltext import indexed, key
from verbale.record.stored import textless, to_json

EntryKind = Literal["report", "statement", "actor", "act", "position"]
#: Kind of entry -> letter of its public id, and its table.
LETTERS: dict[EntryKind, str] = {
    "report": "r",
    "statement": "s",
    "actor": "a",
    "act": "e",
    "position": "p",
}
TABLES: dict[EntryKind, str] = {
    "report": "reports",
    "statement": "statements",
    "actor": "actors",
    "act": "acts",
    "position": "positions",
}
#: Columns of the full-text index, and the rule by which they are filled: raise it with either.
WORDS = ("headline", "body", "content", "frame")
INDEX_RULE = "1"

_PLACES = {"id", "source", "cue", "content", "mentions", "actor_span", "recipient_span"}
_PLACES |= {"evidence", "nested_in", "statement", "span", "standfirst", "body", "junk"}


class Drawn(msgspec.Struct, frozen=True, kw_only=True):
    """One row to be: its JSON, its own columns, its index words (headline, body, content, frame).

    ``number`` is the entry's id within the annotation, 0 for the report itself. ``known_by`` and
    ``said`` are what `keys` and `essence` are made of, the few times that they are asked for.
    """

    kind: EntryKind
    number: int
    record: str
    columns: dict[str, str | int | None]
    known_by: tuple[str, ...]
    entry: Report | Statement | Actor | Act | Position
    said: tuple[str, ...]
    words: tuple[str, str, str, str] | None = None

    @property
    def keys(self) -> tuple[str, ...]:
        """By these, strictest first, a row of another annotation is the same entry."""
        return tuple(map(key, self.known_by))

    @property
    def essence(self) -> str:
        """The entry without places and ids: equal ones differ in nothing but places."""
        return to_json([_without_places(msgspec.to_builtins(self.entry)), self.said])


#: Whom a report's actors are taken for, by their number within it.
TakenFor = Mapping[int, ActorKey]
_NOBODY: TakenFor = MappingProxyType({})


def draw(annotation: Annotation, taken_for: TakenFor = _NOBODY) -> tuple[Drawn, ...]:
    """All rows of an annotation, corrected as it is to be shown, the report's own first."""
    names = _other_names(annotation, taken_for)
    statements = {s.id: _statement(s, annotation, names) for s in annotation.statements}
    return (
        _report(annotation),
        *statements.values(),
        *(_actor(actor, taken_for.get(actor.id)) for actor in annotation.actors),
        *(_act(act, annotation, statements) for act in annotation.acts),
        *(_position(position, annotation, statements) for position in annotation.positions),
    )


def public_id(kind: EntryKind, row: int) -> str:
    """``s12`` for row 12 of the statements."""
    return f"{LETTERS[kind]}{row}"


def _report(annotation: Annotation) -> Drawn:
    report = annotation.report
    headline = report.headline.text if report.headline else ""
    parts = ((report.standfirst,) if report.standfirst else ()) + report.body
    body = words_at(annotation.text, parts, "\n")
    return Drawn(
        kind="report",
        number=0,
        record=to_json(textless(report)),
        columns=_days(report.published.date if report.published else None),
        known_by=("",),
        entry=textless(report),
        said=(body,),
        words=(indexed(headline), indexed(body), "", ""),
    )


def _other_names(annotation: Annotation, taken_for: TakenFor) -> dict[str, str]:
    """Names that a report has for somebody -> the name of whom that is taken for."""
    found: dict[str, str] = {}
    for actor in annotation.actors if taken_for else ():
        other = taken_for.get(actor.id)
        if other is not None and other.name != actor.name:
            found |= dict.fromkeys((actor.name, *actor.aliases), other.name)
    return found


def _statement(statement: Statement, annotation: Annotation, names: Mapping[str, str]) -> Drawn:
    text = annotation.text
    source, cue, content = (
        words_at(text, spans) for spans in (statement.source, statement.cue, statement.content)
    )
    other = names.get(statement.speaker or "")
    who = " | ".join(filter(None, (statement.speaker, statement.office, other)))
    frame = (source, cue, statement.speaker, statement.office, statement.to, statement.venue)
    return Drawn(
        kind="statement",
        number=statement.id,
        record=to_json(statement),
        columns={
            "source_words": source,
            "cue_words": cue,
            "content_words": content,
            "who": key(who),
            "place": _place(statement.content or statement.cue or statement.source),
            **_dated(statement.said_on, "said", _published(annotation)),
        },
        known_by=(f"{source} | {cue} | {content}", content or f"{cue} {source}"),
        entry=statement,
        said=(source, cue, content),
        words=("", "", indexed(content), indexed(" | ".join(filter(None, frame)))),
    )


def _actor(actor: Actor, taken_for: ActorKey | None) -> Drawn:
    names = (actor.name, *actor.aliases, *(office.title for office in actor.offices))
    names += (taken_for.name,) if taken_for else ()
    identity = to_json(taken_for) if taken_for else None
    return Drawn(
        kind="actor",
        number=actor.id,
        record=to_json(actor),
        columns={
            "who": "".join(map(key, names)),
            "place": _place(actor.mentions),
            "identity": identity,
        },
        known_by=(f"{actor.kind} {actor.name} {actor.country}", actor.name),
        entry=actor,
        said=(identity,) if identity else (),
    )


def _act(act: Act, annotation: Annotation, statements: dict[int, Drawn]) -> Drawn:
    words = words_at(annotation.text, act.evidence)
    parties = f"{' '.join(act.actor)} | {' '.join(act.recipient)}"
    return Drawn(
        kind="act",
        number=act.id,
        record=to_json(act),
        columns={
            "evidence_words": words,
            "place": _place(act.evidence),
            **_act_days(act, annotation, statements),
        },
        known_by=(f"{act.type} {parties} {words}", f"{act.type} {words}"),
        entry=act,
        said=(words,),
    )


def _position(position: Position, annotation: Annotation, statements: dict[int, Drawn]) -> Drawn:
    words = words_at(annotation.text, position.evidence)
    lane = f"{position.party} {position.matter} {position.on}"
    return Drawn(
        kind="position",
        number=position.id,
        record=to_json(position),
        columns={
            "evidence_words": words,
            "place": _place(position.evidence),
            **_inherited(position.statement, annotation, statements),
        },
        known_by=(f"{lane} {words}", lane),
        entry=position,
        said=(words,),
    )


def _act_days(
    act: Act, annotation: Annotation, statements: dict[int, Drawn]
) -> dict[str, str | int | None]:
    """An act's own day; else its statement's or the report's, but only for news.

    What is recalled, awaited or supposed did not happen on the day it was written of.
    """
    if act.date is not None:
        return _dated(act.date, "act", None)
    if {"historical", "future", "hypothetical"} & set(act.flags):
        return _dated(None, "act", None)
    return _inherited(act.statement, annotation, statements)


def _inherited(
    statement: int | None, annotation: Annotation, statements: dict[int, Drawn]
) -> dict[str, str | int | None]:
    if statement in statements:
        columns = statements[statement].columns
        return {name: columns[name] for name in ("date", "dated_by", "first_day", "last_day")}
    return _dated(None, "said", _published(annotation))


def _dated(own: str | None, how: str, published: str | None) -> dict[str, str | int | None]:
    day = own or published
    dated_by = None if day is None else how if own else "published"
    return {"date": day, "dated_by": dated_by, **_days(day)}


def _days(edtf: str | None) -> dict[str, str | int | None]:
    first, last = period(edtf) or (None, None)
    return {"first_day": first, "last_day": last}


def _published(annotation: Annotation) -> str | None:
    published = annotation.report.published
    return published.date if published else None


def _place(spans: Spans) -> int:
    return min((span.start for span in spans), default=0)


def _without_places(value: object) -> object:
    if isinstance(value, dict):
        return {k: _without_places(v) for k, v in value.items() if k not in _PLACES}
    return value


def spans_of(entry: Statement | Actor | Act | Position) -> Iterator[Span]:
    """Every place that an entry names."""
    for name in entry.__struct_fields__:
        value = getattr(entry, name)
        if isinstance(value, tuple) and value and isinstance(value[0], Span):
            yield from value
