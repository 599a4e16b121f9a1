"""The stored positions as `verbale.positions.lanes` takes them: with day, voice and matter."""

from __future__ import annotations

import re
from functools import lru_cache

from verbale.lexicon import Party, default_lexicon
from verbale.lexicon.ranks import rank_of
from verbale.model import Position, Statement
from verbale.positions.lanes import Account, Held, Lane, lanes
from verbale.positions.objects import settled
from verbale.record.about import Abouts, Object
from verbale.record.conditions import MATTER_ID
from verbale.record.connect import Db, Row
from verbale.record.filters import LaneFilter
from verbale.record.fulltext import key
from verbale.record.near import reports_on
from verbale.record.stored import from_json, to_json

_POSITIONS = """
    SELECT p.id, r.id, r.handle, r.outlet, p.record, p.evidence_words, p.date, p.dated_by,
           p.first_day, p.last_day, r.last_day, s.id, s.record, s.cue_words,
           (SELECT o.record FROM statements o
            WHERE o.report = p.report AND o.n = json_extract(s.record, '$.nested_in'))
    FROM positions p JOIN reports r ON r.id = p.report
    LEFT JOIN statements s
        ON s.report = p.report AND s.n = json_extract(p.record, '$.statement')"""
_NEAR = " WHERE p.party IN (SELECT value FROM json_each(?))"
_OF = " WHERE p.report IN (SELECT value FROM json_each(?))"
_WHOLE_ID = re.compile(r"m[0-9a-f]{8}")
_RECORD, _WORDS, _PUBLISHED = 4, 5, 10
#: One talks, and deals, with somebody.
_DEALING = frozenset({"talks", "relations"})
_WITH = re.compile(r"\b(?:with|to|toward|towards)\s+(?:the\s+)?$")
_ENVOYS = re.compile(
    r"['’]?s?\s+(?:side|negotiators|envoys?|delegations?|delegates|representatives|counterparts?)\b"
)


def read_lanes(db: Db, wanted: LaneFilter) -> tuple[Lane, ...]:
    """The lanes that fit, each over all positions of the record.

    Which matter a position counts for depends on the positions of those its party deals with, and
    on no others: for one party, no more are read than can bear on it. For one matter of a large
    record they are read from the reports on that matter (`verbale.record.near`).
    """
    number = (wanted.matter or "").strip()
    with db.snapshot():
        reports = reports_on(db, number) if _WHOLE_ID.fullmatch(number) else None
        abouts = Abouts(db, wanted.party, reports)
        if reports is not None:
            rows = db.all(_POSITIONS + _OF, (reports,))
        elif wanted.party:
            rows = db.all(_POSITIONS + _NEAR, (to_json(sorted(abouts.near)),))
        else:
            rows = db.all(_POSITIONS)
    drawn = [(row, from_json(row[_RECORD], Position)) for row in rows]
    placed = abouts.place(_object(row, position) for row, position in drawn)
    newest: dict[str, str] = {}
    positions = []
    for row, position in drawn:
        matter = placed.get(("p", row[0])) or f"{position.party} {position.matter.lower()}"
        held = _held(row, position, matter)
        positions.append(held)
        if row[_PUBLISHED]:
            newest[held.matter] = max(newest.get(held.matter, ""), row[_PUBLISHED])
    names = {number: matter.name for number, matter in abouts.matters.items()}
    called = {number: matter.wordings for number, matter in abouts.matters.items()}
    found = lanes(settled(positions, called), newest=newest, names=names)
    return tuple(lane for lane in found if _fits(lane, wanted, abouts))


def _fits(lane: Lane, wanted: LaneFilter, abouts: Abouts) -> bool:
    if wanted.party not in (None, lane.party) or wanted.on not in (None, lane.on):
        return False
    if wanted.matter is None:
        return True
    if MATTER_ID.fullmatch(wanted.matter.strip()):
        return lane.matter.startswith(wanted.matter.strip())
    matter = abouts.matters.get(lane.matter)
    wordings = (matter.name, *matter.wordings) if matter else ()
    named = {key(words) for words in (*wordings, *(held.named for held in lane.held))}
    return any(key(wanted.matter) in words for words in named)


def _object(row: Row, position: Position) -> Object:
    party = frozenset({position.party})
    words = _without_condition(row[_WORDS], position.condition)
    toward = _named_with(words) - party if position.on in _DEALING else frozenset()
    alone = toward if len(toward) == 1 else frozenset()
    return Object("p", row[0], row[1], party, position.matter, position.on, alone)


def _without_condition(words: str, condition: str | None) -> str:
    """The words of a stance alone: "talks, provided no more drones are sent to Yemen" are not talks
    with Yemen."""
    return " ".join(words.split()).replace(condition, " ") if condition else words


@lru_cache(maxsize=1 << 14)
def _named_with(words: str) -> frozenset[str]:
    """The parties that some words say to talk or deal with: "with Kenya", "Polish envoys"."""
    return frozenset(
        match.entry.code
        for match in default_lexicon().find(words)
        if isinstance(match.entry, Party)
        and (_WITH.search(words, 0, match.span.start) or _ENVOYS.match(words, match.span.end))
    )


def _held(row: Row, position: Position, matter: str) -> Held:
    number, _, handle, outlet, _, words, date, dated_by, first, last, _, *told = row
    statement_id, statement_record, cue, around = told
    statement = from_json(statement_record, Statement) if statement_record else None
    outer = from_json(around, Statement) if around else None
    own = statement if statement and statement.country in (None, position.party) else None
    other = _teller(position, statement, outer)
    return Held(
        id=f"p{number}",
        party=position.party,
        matter=matter,
        on=position.on,
        stance=position.stance,
        named=position.matter,
        condition=position.condition,
        date=date,
        dated_by=dated_by,
        first=first,
        last=last,
        report=handle,
        number=position.id,
        outlet=outlet,
        speaker=own.speaker if own else None,
        office=own.office if own else None,
        statement=f"s{statement_id}" if statement_id else None,
        words=words,
        frame=cue or "",
        account=_account(position.rule, other, own),
        teller=other.country if other else None,
        told_by=other.speaker if other else None,
        background=position.background,
        rule=position.rule,
    )


def _teller(
    position: Position, statement: Statement | None, around: Statement | None
) -> Statement | None:
    """The statement of another side in which the party's position is told, the nearest first.

    What several sides say together ("the leaders of X and Y") is each one's own.
    """
    own = statement is not None and not position.rule.endswith("by-other")
    tellers = (each for each in ((around,) if own else (statement, around)) if each is not None)
    return next((each for each in tellers if each.country not in (None, position.party)), None)


def _account(rule: str, teller: Statement | None, own: Statement | None) -> Account:
    """Whose telling a position is, by who tells it and by the rule that drew it."""
    if teller is not None or rule.endswith("by-other"):
        return "other"
    if rule.endswith("narrated"):
        return "outlet"
    outside = own is not None and rank_of(own.speaker, own.office) == "outside"
    return "inside" if outside else "own"
