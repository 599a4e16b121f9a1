"""Where a party stands, as sentences: its stance, the condition, and in whose words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from verbale.brief.material import Material
from verbale.brief.names import Parties, office_beside, speaker_words
from verbale.brief.quoting import passage
from verbale.lexicon.stances import stance_book
from verbale.model import Annotation, Position, Span, Spans, Stance, Statement, Target, hull
from verbale.positions.objects import WHOLE, is_barrier, thing_of
from verbale.record import PositionRow
from verbale.record.days import period

#: What a party did, alone and before what it is on.
STANCES: Mapping[Stance, tuple[str, str]] = {
    "refuses": ("refused", "refused"),
    "conditional": ("set a condition", "set a condition for"),
    "open": ("was open", "was open to"),
    "supports": ("was in favour", "supported"),
    "unclear": ("was unclear", "was unclear on"),
}
TARGETS: Mapping[Target, str] = {
    "talks": "talks",
    "outcome": "an agreement",
    "terms": "terms",
    "relations": "relations",
}
#: A fee, a ban, a release: what a stance on it comes to, its words tell.
POINT = "one point"
#: A ban or a blockade: stances are toward its end.
BARRIER = "one thing"
_ENDING: Mapping[Stance, tuple[str, str]] = {
    "refuses": ("refused to end it", "refused to end"),
    "conditional": ("set a condition for ending it", "set a condition for ending"),
    "open": ("was open to ending it", "was open to ending"),
    "supports": ("was for ending it", "was for ending"),
    "unclear": ("was unclear on ending it", "was unclear on ending"),
}
#: Targets of which there may be several, so that the report's word for it is named.
_NAMED: tuple[Target, ...] = ("outcome", "terms")
#: Who is for a thing in these words asks the other side for it.
_DEMANDING = frozenset({"demand", "insist", "request", "ask", "require", "press", "urge"})
TOLD_BY_REPORT = "as the report tells it"
_MOST_OF_A_LANE = 4
#: Pieces of evidence within so many characters are quoted with what stands between them.
_MOST_TOGETHER = 240
_ENDS = re.compile(r"[.!?][\"'”’]?\s")


class Taken(NamedTuple):
    """A stance in words: alone, before what it is on, and what that is."""

    alone: str
    stance: str
    on: str


def taken(position: Position, text: str) -> Taken:
    """How a position in the report with this ``text`` is told.

    Nobody can "support terms (“the ban”)": of a thing that does not settle a matter by itself it is
    only said that a party was in favour, and the words of the report tell of what. Of a ban it is
    said that the party was for ending it, which is what agreement comes to.
    """
    alone, before = STANCES[position.stance]
    words = named_matter(position, text)
    if position.on not in _NAMED or not words:
        return Taken(alone, before, TARGETS[position.on])
    if thing_of(words) == WHOLE:
        return Taken(alone, before, TARGETS["outcome"])
    if position.stance == "supports" and _is_demand(position.rule):
        return Taken(alone, "made a demand on", POINT)
    if is_barrier(words):
        return Taken(*_ENDING[position.stance], BARRIER)
    return Taken(alone, f"{alone} on", POINT)


def _is_demand(rule: str) -> bool:
    """Whether the words by which a position was drawn ask the other side for something."""
    trail, _, _ = rule.partition(";")
    return not _DEMANDING.isdisjoint(trail.replace(">", " ").split())


def lanes(rows: Sequence[PositionRow], party: str) -> tuple[PositionRow, ...]:
    """The party's positions, target by target, the latest first, undated ones last.

    Of a stance taken several times on the same condition the latest and the first are kept;
    recaps are left out. ``rows`` are in the order of days, undated ones last.
    """
    found: list[PositionRow] = []
    for target in TARGETS:
        own = [
            row
            for row in rows
            if row.position.party == party
            and row.position.on == target
            and not row.position.background
        ]
        dated = [row for row in own if _has_day(row)]
        lane = [*reversed(_ends(dated)), *_ends([row for row in own if not _has_day(row)])]
        found += lane[:_MOST_OF_A_LANE]
    return tuple(found)


def _ends(rows: Sequence[PositionRow]) -> list[PositionRow]:
    """The first and the last row of each stance, in the order given; of one day the last."""
    kept: dict[tuple[Stance, str | None], list[PositionRow]] = {}
    for row in rows:
        same = kept.setdefault((row.position.stance, row.position.condition), [])
        if same and (len(same) > 1 or same[-1].date == row.date):
            same.pop()
        same.append(row)
    wanted = {row.id for same in kept.values() for row in same}
    return [row for row in rows if row.id in wanted]


def _has_day(row: PositionRow) -> bool:
    return period(row.date) is not None


def evidence(position: Position, annotation: Annotation) -> Spans:
    """The piece of the evidence to print: from the position's statement, else from the body."""
    pieces = position.evidence
    statement = statement_of(position, annotation)
    places = statement.content if statement else annotation.report.body
    inside = [span for span in pieces if any(place.overlaps(span) for place in places)]
    return tuple(together(span, position, annotation) for span in (inside or list(pieces))[:1])


def together(span: Span, position: Position, annotation: Annotation) -> Span:
    """A piece of the evidence with the others that stand in the same words of the statement: what
    is meant may be named in one sentence, and the stance on it taken in the next."""
    statement = statement_of(position, annotation)
    content = statement.content if statement else ()
    around = next((part for part in content if part.covers(span)), None)
    if around is None:
        return span
    whole = hull(tuple(piece for piece in position.evidence if around.covers(piece)))
    return whole if whole.end - whole.start <= _MOST_TOGETHER else span


def denial(position: Position, annotation: Annotation, material: Material) -> str:
    """The words in which the party denies what another tells of it, in the same sentence or the
    next; empty where it does not, or speaks for itself."""
    _, teller = teller_of(position, annotation, material)
    if teller is None or not position.evidence:
        return ""
    text, told = annotation.text, hull(position.evidence)
    for statement in annotation.statements:
        if statement.polarity != "denies" or material.side_of(statement) != position.party:
            continue
        place = passage(statement)
        if place.start >= told.end and len(_ENDS.findall(text, told.end, place.start)) <= 1:
            return " ".join(place.of(text).split())
    return ""


def statement_of(position: Position, annotation: Annotation) -> Statement | None:
    """The statement that the position was drawn from; None if the report tells it itself."""
    held = {statement.id: statement for statement in annotation.statements}
    return held.get(position.statement or 0)


def teller_of(
    position: Position, annotation: Annotation, material: Material
) -> tuple[Statement | None, Statement | None]:
    """Who speaks for the party, and who of another party tells of it (either may be nobody)."""
    statement = statement_of(position, annotation)
    if statement is None:
        return None, None
    if material.side_of(statement) not in (None, position.party):
        return None, statement
    held = {each.id: each for each in annotation.statements}
    around = held.get(statement.nested_in or 0)
    foreign = around is not None and material.side_of(around) not in (None, position.party)
    return statement, around if foreign else None


def voice(
    position: Position, annotation: Annotation, material: Material, parties: Parties
) -> dict[str, str]:
    """Through whom the party speaks, or who tells of it."""
    speaker, teller = teller_of(position, annotation, material)
    if speaker is None and teller is None:
        return {"narrated": TOLD_BY_REPORT}
    values: dict[str, str] = {}
    text = annotation.text
    if speaker is not None and speaker.speaker is not None:
        words = speaker_words(text, speaker, parties)
        if not re.search(rf"\b{re.escape(parties.name(position.party))}\b", words):
            values.update(speaker=words, office=office_beside(words, speaker))
    if teller is not None:
        side = material.side_of(teller)
        words = speaker_words(text, teller, parties)
        of = parties.in_sentence(side) if side and teller.speaker else ""
        values.update(teller=words, teller_party="" if of == words else of)
    return values


def named_matter(position: Position, text: str) -> str:
    """The words of the report's ``text`` for what the stance is on, where the target alone does
    not tell."""
    words = position.matter
    if words.lower() in stance_book().deeds:
        return ""  # "is ready to sign"
    return words if position.on in _NAMED and words in text else ""


def around(position: Position, annotation: Annotation) -> Spans:
    """The passage that shows the printed evidence with its statement."""
    statement = statement_of(position, annotation)
    places = (*evidence(position, annotation), *((passage(statement),) if statement else ()))
    return (hull(places),) if places else ()
