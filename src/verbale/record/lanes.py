"""The stored positions as `verbale.positions.lanes` takes them: with day, voice and matter."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import product

from verbale.lexicon.ranks import rank_of
from verbale.model import Act, Position, Statement
from verbale.positions.lanes import Account, Held, Lane, lanes
from verbale.record.connect import Db, Row
from verbale.record.filters import LaneFilter
from verbale.record.fulltext import key
from verbale.record.stored import from_json

#: A report's parties that deal with each other: code -> the other side it deals with most.
Counterparts = Mapping[str, str]
_POSITIONS = """
    SELECT p.id, r.id, r.handle, r.outlet, p.record, p.evidence_words, p.date, p.dated_by,
           p.first_day, p.last_day, r.last_day, s.id, s.record, s.cue_words,
           (SELECT o.record FROM statements o
            WHERE o.report = p.report AND o.n = json_extract(s.record, '$.nested_in'))
    FROM positions p JOIN reports r ON r.id = p.report
    LEFT JOIN statements s
        ON s.report = p.report AND s.n = json_extract(p.record, '$.statement')"""
_PUBLISHED = 10
_ACTS = "SELECT report, record FROM acts"
_OF = frozenset({"of", "on", "over", "with", "for", "about", "between", "to"})


def read_lanes(db: Db, wanted: LaneFilter) -> tuple[Lane, ...]:
    """The lanes that fit, each over all positions of the record."""
    with db.snapshot():
        rows = db.all(_POSITIONS)
        others = counterparts(db.all(_ACTS))
    newest: dict[str, str] = {}
    positions = []
    for row in rows:
        held = _held(row, others.get(row[1], {}))
        positions.append(held)
        if row[_PUBLISHED]:
            newest[held.matter] = max(newest.get(held.matter, ""), row[_PUBLISHED])
    return tuple(lane for lane in lanes(positions, newest) if _fits(lane, wanted))


def _fits(lane: Lane, wanted: LaneFilter) -> bool:
    if wanted.party not in (None, lane.party) or wanted.on not in (None, lane.on):
        return False
    named = {key(held.named) for held in lane.held}
    return wanted.matter is None or any(key(wanted.matter) in words for words in named)


def matter_key(position: Position, others: Counterparts) -> str:
    """The matter of a position: its pair of parties and, where there may be several, its object.

    Talks and relations are those of the pair; an agreement and terms go by the head noun of the
    report's words for them, so that "peace treaty" and "treaty" meet.
    """
    pair = pair_key(position.party, others.get(position.party))
    return pair if position.on in ("talks", "relations") else f"{pair} {_head(position.matter)}"


def pair_key(*codes: str | None) -> str:
    """``JPN-RUS``."""
    return "-".join(sorted({code for code in codes if code}))


def _held(row: Row, others: Counterparts) -> Held:
    number, _, handle, outlet, record, words, date, dated_by, first, last, _, *told = row
    statement_id, statement_record, cue, around = told
    position = from_json(record, Position)
    statement = from_json(statement_record, Statement) if statement_record else None
    outer = from_json(around, Statement) if around else None
    own = statement if statement and statement.country in (None, position.party) else None
    other = _teller(position.party, statement, outer)
    return Held(
        id=f"p{number}",
        party=position.party,
        matter=matter_key(position, others),
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


def _teller(party: str, statement: Statement | None, around: Statement | None) -> Statement | None:
    """The statement of another side in which the party's position is told, the nearest first."""
    tellers = (each for each in (statement, around) if each is not None)
    return next((each for each in tellers if each.country not in (None, party)), None)


def _account(rule: str, teller: Statement | None, own: Statement | None) -> Account:
    """Whose telling a position is, by who tells it and by the rule that drew it."""
    if teller is not None or rule.endswith("by-other"):
        return "other"
    if rule.endswith("narrated"):
        return "outlet"
    outside = own is not None and rank_of(own.speaker, own.office) == "outside"
    return "inside" if outside else "own"


def counterparts(rows: Iterable[tuple[int, str]]) -> dict[int, Counterparts]:
    """By report, whom each party deals with most in its acts (report and JSON of each)."""
    counts: defaultdict[int, defaultdict[str, Counter[str]]] = defaultdict(
        lambda: defaultdict(Counter)
    )
    for report, record in rows:
        for one, other in _pairs(from_json(record, Act)):
            counts[report][one][other] += 1
            counts[report][other][one] += 1
    return {
        report: {code: _most(found) for code, found in sides.items()}
        for report, sides in counts.items()
    }


def _pairs(act: Act) -> Iterator[tuple[str, str]]:
    return ((a, b) for a, b in product(act.actor, act.recipient) if a != b)


def _most(found: Counter[str]) -> str:
    return min(found, key=lambda code: (-found[code], code))


def _head(words: str) -> str:
    """The head noun of a noun phrase, in the singular: "the issue of the islands" -> "issue"."""
    kept: list[str] = []
    for word in words.lower().split():
        if kept and word in _OF:
            break
        kept.append(word)
    last = kept[-1] if kept else ""
    return last[:-1] if last.endswith("s") and not last.endswith("ss") else last
