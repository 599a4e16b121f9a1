"""A statement, actor, act or position as a page: what it is, where it stands, how it came to be."""

from __future__ import annotations

from collections.abc import Sequence

from verbale.cli.display import decisions, layout, past
from verbale.cli.display.layout import Mark
from verbale.cli.display.terminal import write_json
from verbale.model import Span, Spans
from verbale.record import (
    ActorRow,
    ActRow,
    CorrectionRow,
    Entry,
    HistoryRow,
    InReport,
    PositionRow,
    Record,
    ReportRow,
    StatementRow,
)
from verbale.record.wording import content, day, deed, sides, speaker

_MOST_MENTIONS = 12

Fields = list[tuple[str, str | None]]


def show_entry(record: Record, entry: Entry, *, as_json: bool) -> None:
    """An entry that stands in a report, with its passage in context and its history."""
    if isinstance(entry, ReportRow):
        raise TypeError("reports have a page of their own")
    steps, decided = record.history(entry.id), record.corrections.of(entry.id)
    if as_json:
        write_json({"entry": entry, "history": steps, "corrections": decided})
        return
    layout.title(entry.id, _title(entry))
    layout.fields(
        [*_facts(entry), *_about(record, entry.id), *_where(entry), *_rests(record, entry.id)]
    )
    text = record.annotation(entry.report).text
    for spans, marks in _passages(entry, text):
        layout.heading("In the report")
        layout.passage(text, layout.around(text, spans), marks)
    show_corrections(decided)
    show_history(steps)


def _about(record: Record, id: str) -> Fields:  # noqa: A002
    """The matters that an entry is about, each with the reason."""
    links = () if id.startswith("a") else record.matters_of(id)
    told = [f"{link.matter.name} ({link.matter.id}): {link.reason}" for link in links]
    return [("about", told[0]), *(("and", words) for words in told[1:])] if told else []


def _rests(record: Record, id: str) -> Fields:  # noqa: A002
    """On how many reports and origins an entry rests, where several carry it."""
    found = record.standing([id]).get(id)
    return [("rests on", f"{found.words}; verbale origins {id}")] if found else []


def show_gone(record: Record, id: str, *, as_json: bool) -> None:  # noqa: A002
    """An entry that is not shown any more: what was decided on it, and how it went.

    Raises `NoSuchEntry` for one that never was.
    """
    steps, decided = record.history(id), record.corrections.of(id)
    if as_json:
        write_json({"entry": None, "history": steps, "corrections": decided})
        return
    layout.title(id, "is not shown any more")
    show_corrections(decided)
    show_history(steps)


def show_corrections(rows: Sequence[CorrectionRow]) -> None:
    """What people decided on an entry, where they did."""
    if rows:
        layout.heading("Corrections")
        layout.items((row.correction.id, decisions.sentence(row)) for row in rows)


def show_history(steps: Sequence[HistoryRow], *, whole: bool = False) -> None:
    """How an entry came to be, step by step, with the values that changed; ``whole`` with all of
    what it was before and after."""
    layout.heading("History")
    for step in steps:
        layout.sentence(f"{step.at}  {step.entry} {step.what} by {_who(step)}", "dim")
        if whole and step.old:
            layout.difference("-", step.old)
        if whole and step.new:
            layout.difference("+", step.new)
        if not whole:
            for name, before, after in past.changes(step.old, step.new):
                layout.sentence(f"  {name}: {before} → {after}", "dim")


def _who(step: HistoryRow) -> str:
    """The person or the code that made a step."""
    if step.correction is None:
        return step.code
    because = f" ({step.reason})" if step.reason else ""
    return f"{step.author or 'a person'}, {step.correction}{because}"


def _title(entry: InReport) -> str:
    match entry:
        case StatementRow():
            return f"{speaker(entry)}: {content(entry)}"
        case ActorRow():
            return entry.actor.name
        case ActRow():
            return f"{sides(entry)}: {deed(entry)}"
        case PositionRow():
            held = entry.position
            return f"{held.party} on {held.matter} ({held.on}): {held.stance}"
    return entry.id


def _facts(entry: InReport) -> Fields:
    match entry:
        case StatementRow():
            return _statement(entry)
        case ActorRow():
            return _actor(entry)
        case ActRow():
            return _act(entry)
        case PositionRow():
            return _position(entry)
    return []


def _statement(row: StatementRow) -> Fields:
    said = row.statement
    kind = said.type if said.speech else f"{said.type}, a position reported as news"
    return [
        ("speaker", said.speaker),
        ("office", said.office),
        ("country", said.country),
        ("said", _said(row)),
        ("to", said.to),
        ("venue", said.venue),
        ("via", " < ".join(said.via)),
        ("wording", kind),
        ("polarity", said.polarity),
        ("source", row.source_words),
        ("cue", row.cue_words),
        ("stands in", f"{said.zone}, background" if said.background else said.zone),
        ("nested in", row.nested_in),
        ("rule", _rule(said.rule, said.score)),
    ]


def _said(row: StatementRow) -> str | None:
    if row.date is None:
        return None
    return f"{day(row)} ({row.statement.said_how or 'day of publication'})"


def _actor(row: ActorRow) -> Fields:
    actor = row.actor
    offices = (
        " ".join(filter(None, ("former" if o.former else "", o.title, f"({o.country})")))
        if o.country
        else o.title
        for o in actor.offices
    )
    return [
        ("kind", actor.kind),
        ("country", actor.country),
        ("offices", "; ".join(offices)),
        ("also called", "; ".join(actor.aliases)),
        ("mentions", str(len(actor.mentions))),
    ]


def _act(row: ActRow) -> Fields:
    act = row.act
    return [
        ("type", " ".join(filter(None, (act.type, act.mode)))),
        ("contexts", ", ".join(act.contexts)),
        ("actor", ", ".join(act.actor)),
        ("recipient", ", ".join(act.recipient)),
        ("mediator", ", ".join(act.mediator)),
        ("day", f"{row.date} ({row.dated_by})" if row.date else None),
        ("flags", ", ".join(act.flags)),
        ("statement", row.statement),
        ("rule", _rule(act.rule, act.score)),
    ]


def _position(row: PositionRow) -> Fields:
    held = row.position
    return [
        ("party", held.party),
        ("matter", held.matter),
        ("on", held.on),
        ("stance", held.stance),
        ("condition", held.condition),
        ("day", f"{row.date} ({row.dated_by})" if row.date else None),
        ("background", "yes" if held.background else None),
        ("statement", row.statement),
        ("rule", _rule(held.rule, held.score)),
    ]


def _rule(name: str, score: float | None) -> str:
    return f"{name} (right {score:.0%} of the time on development gold)" if score else name


def _where(entry: InReport) -> Fields:
    place = ", ".join(filter(None, (entry.headline, entry.outlet, entry.published)))
    return [("report", f"{entry.report} {place}")]


def _passages(entry: InReport, text: str) -> list[tuple[Spans, list[Mark]]]:
    """The places of an entry, those on the same lines together, with their marks."""
    match entry:
        case StatementRow():
            said = entry.statement
            marks = [
                *(Mark(span, "bold yellow") for span in said.cue),
                *(Mark(span, "bold cyan") for span in said.source),
                *(Mark(span, "green") for span in said.content),
            ]
            return [(tuple(mark.span for mark in marks), marks)] if marks else []
        case ActorRow():
            return _mentions(entry.actor.mentions, text)
        case ActRow():
            act = entry.act
            named = (*act.actor_span, *act.recipient_span)
            return _one([Mark(span, "bold cyan") for span in named], act.evidence)
        case PositionRow():
            return _one([], entry.position.evidence)
    return []


def _one(marks: list[Mark], evidence: Spans) -> list[tuple[Spans, list[Mark]]]:
    whole = [*marks, *(Mark(span, "green") for span in evidence)]
    return [(tuple(mark.span for mark in whole), whole)] if whole else []


def _mentions(mentions: Spans, text: str) -> list[tuple[Spans, list[Mark]]]:
    groups: dict[Span, list[Span]] = {}
    for mention in mentions[:_MOST_MENTIONS]:
        groups.setdefault(layout.around(text, [mention]), []).append(mention)
    return [
        (tuple(spans), [Mark(span, "bold cyan") for span in spans]) for spans in groups.values()
    ]
