"""An annotation being corrected: what changes with an entry when a person changes it."""

from __future__ import annotations

from typing import TypeVar

import msgspec

from verbale.corrections.anchors import Entry, entries, place
from verbale.corrections.days import with_year
from verbale.corrections.fields import REJECTED
from verbale.model import (
    Act,
    Actor,
    Annotation,
    CorrectionKind,
    Position,
    Report,
    Span,
    Statement,
    Value,
)

_replace = msgspec.structs.replace
E = TypeVar("E", Statement, Act, Position)


class Working:
    """The entries of an annotation by number, changed in place."""

    def __init__(self, annotation: Annotation) -> None:
        self._drawn = annotation
        self.report = annotation.report
        self._statements = {entry.id: entry for entry in annotation.statements}
        self._acts = {entry.id: entry for entry in annotation.acts}
        self._positions = {entry.id: entry for entry in annotation.positions}
        self._actors = annotation.actors
        self._of_state: set[int] = set()

    def annotation(self) -> Annotation:
        """As it stands."""
        return _replace(
            self._drawn,
            report=self.report,
            statements=tuple(self._statements.values()),
            acts=tuple(self._acts.values()),
            positions=tuple(self._positions.values()),
            actors=self._actors,
        )

    def set_report(self, report: Report) -> None:
        """Put another report in its place; days and entries that hang on it follow."""
        was, self.report = self.report, report
        if was.published != report.published:
            self._follow_days(was)
        if was.body != report.body:
            self._leave_outside()

    def set(self, kind: CorrectionKind, number: int, field: str, value: Value) -> bool:
        """Give an entry another value. False if it has gone with something it rests on."""
        match kind:
            case "statement" if number in self._statements:
                self._set_statement(number, field, value)
            case "act" if number in self._acts:
                self._set_act(number, field, value)
            case "position" if number in self._positions:
                self._set_position(number, field, value)
            case _:
                return False
        return True

    def _set_statement(self, number: int, field: str, value: Value) -> None:
        was = self._statements[number]
        if field == REJECTED:
            self._drop_statement(was)
            return
        changed = _changed(was, field, value)
        if field == "said_on":
            changed = _replace(changed, said_how="stated" if value else None)
        self._statements[number] = changed
        if field in ("country", "said_on"):
            self._follow_statement(was, changed)
        if field == "country":
            self._of_state.add(number)
            self._follow_person(was, changed)

    def _set_act(self, number: int, field: str, value: Value) -> None:
        was = self._acts[number]
        if field == REJECTED:
            del self._acts[number]
            return
        changed = _changed(was, field, value)
        if field == "type" and was.type != value:
            changed = _replace(changed, mode=None)  # a mode belongs to its type
        self._acts[number] = changed

    def _set_position(self, number: int, field: str, value: Value) -> None:
        if field == REJECTED:
            del self._positions[number]
            return
        self._positions[number] = _changed(self._positions[number], field, value)

    def _drop_statement(self, gone: Statement) -> None:
        """What it holds moves up to what holds it. A position has nothing left to rest on; an act
        may still be told by the report itself."""
        del self._statements[gone.id]
        for number, statement in self._statements.items():
            if statement.nested_in == gone.id:
                self._statements[number] = _replace(statement, nested_in=gone.nested_in)
        for number, act in self._acts.items():
            if act.statement == gone.id:
                self._acts[number] = _replace(act, statement=gone.nested_in)
        for number, position in list(self._positions.items()):
            if position.statement == gone.id:
                del self._positions[number]

    def _follow_statement(self, was: Statement, now: Statement) -> None:
        """Acts and positions took the speaker's side and the day from their statement."""
        for number, act in self._acts.items():
            if act.statement == was.id:
                self._acts[number] = _following(act, was, now)
        for number, position in self._positions.items():
            if position.statement == was.id and position.party == was.country and now.country:
                self._positions[number] = _replace(position, party=now.country)

    def _follow_person(self, was: Statement, now: Statement) -> None:
        """Whoever speaks is of one state all through a report: as an actor, in their office, and in
        what else they say, unless a person decided on that itself."""
        if not (now.speaker and now.country):
            return
        self._actors = tuple(
            _of_state(actor, was.country, now.country)
            if actor.kind == "person" and actor.name == now.speaker
            else actor
            for actor in self._actors
        )
        for number, other in list(self._statements.items()):
            same = (other.speaker, other.country) == (was.speaker, was.country)
            if same and number not in self._of_state:
                self._statements[number] = _replace(other, country=now.country)
                self._follow_statement(other, self._statements[number])

    def _follow_days(self, was: Report) -> None:
        """Days that were open for want of a year, or that were the report's own."""
        before, now = was.published, self.report.published
        if now is None or not now.full:
            return
        for number, statement in self._statements.items():
            said = statement.said_on
            if said and before and said == before.date and statement.said_how == "inferred":
                said = now.date
            elif said:
                said = with_year(said, now.date)
            self._statements[number] = _replace(statement, said_on=said)
        for number, act in self._acts.items():
            date = act.date
            if date and before and date == before.date:
                date = now.date
            elif date:
                date = with_year(date, now.date, ahead="future" in act.flags)
            self._acts[number] = _replace(act, date=date)

    def _leave_outside(self) -> None:
        """Drop what does not stand in the story; headline and stand-first are not the body."""
        for statement in list(self._statements.values()):
            if statement.zone == "body" and not self._holds(statement):
                self._drop_statement(statement)
        kept = {
            kind: {e.id for e in entries(self._drawn, kind) if self._holds(e)}
            for kind in ("act", "position")
        }
        self._acts = {n: act for n, act in self._acts.items() if n in kept["act"]}
        self._positions = {n: p for n, p in self._positions.items() if n in kept["position"]}

    def _holds(self, entry: Entry) -> bool:
        where = place(entry)
        if where is None:
            return True
        headline, standfirst = self.report.headline, self.report.standfirst
        zones = [*self.report.body, standfirst, headline.span if headline else None]
        return any(zone is not None and _mostly(where, zone) for zone in zones)


def _mostly(where: Span, zone: Span) -> bool:
    """Whether half of a place lies in a zone (a quotation may run over a caption between)."""
    return 2 * (min(where.end, zone.end) - max(where.start, zone.start)) >= where.end - where.start


def _of_state(actor: Actor, was: str | None, now: str) -> Actor:
    """An actor that was taken to be of one state and is of another."""
    if actor.country not in (was, None):
        return actor
    offices = tuple(
        _replace(office, country=now) if office.country == was else office
        for office in actor.offices
    )
    return _replace(actor, country=now, offices=offices)


def _changed(entry: E, field: str, value: Value) -> E:
    return _replace(entry, **{field: value})


def _following(act: Act, was: Statement, now: Statement) -> Act:
    date = now.said_on if act.date == was.said_on else act.date
    spoken = not act.actor_span or any(
        one.overlaps(other) for one in act.actor_span for other in was.source
    )
    actor = act.actor
    if spoken and was.country and now.country and was.country != now.country:
        actor = tuple(now.country if code == was.country else code for code in actor)
    return _replace(act, date=date, actor=actor)
