"""Finds the positions that one report supports: who stands where on which matter, in its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from verbale.actors import Cast
from verbale.acts.code import Coder, Reading
from verbale.acts.deeds import read_deeds
from verbale.acts.voices import speaker_of
from verbale.lexicon.acts import act_book
from verbale.lexicon.stances import stance_book
from verbale.model import Act, Position, Report, Span, Statement
from verbale.passages import Frame
from verbale.positions.condition import condition_of
from verbale.positions.stance import matter_of, stance_of, telling_words

_SILENT = frozenset({"hypothetical"})


class _Draft(msgspec.Struct, frozen=True):
    position: Position
    speaker: str | None
    body: bool


def find_positions(
    report: Report,
    frames: Sequence[Frame],
    cast: Cast,
    statements: Sequence[Statement],
    acts: Sequence[Act],
) -> tuple[Position, ...]:
    """The positions in ``report``, numbered from 1 in order of place.

    What a party says in several passages is one position. ``rule`` ends in ``by-other`` where the
    words are another side's account, and in ``narrated`` where they are the report's own.
    """
    coder = Coder(report, frames, cast, statements, act_book())
    sides = {code for act in acts for code in (*act.actor, *act.recipient)} | set(coder.sides.pair)
    drafts = [
        draft
        for draft in _drafts(coder, report, statements)
        if draft.position.party in sides or not sides
    ]
    return _merged(drafts)


def _drafts(coder: Coder, report: Report, statements: Sequence[Statement]) -> Iterator[_Draft]:
    telling = telling_words(stance_book())
    for frame in coder.frames:
        for words in frame.sentences:
            if not any(word.lemma.lower() in telling for word in words):
                continue  # most sentences: not worth reading their deeds
            for deed in read_deeds(words, coder.book):
                if deed.nominal or matter_of(deed, stance_book()) is None:
                    continue
                reading = coder.reading(deed, words, frame)
                if reading is None or set(reading.flags) & _SILENT:
                    continue
                speaker = speaker_of(reading.told, statements)
                position = _position(reading, report, speaker)
                if position is not None:
                    yield _Draft(position, speaker, frame.paragraph.zone == "body")


def _position(reading: Reading, report: Report, speaker: str | None) -> Position | None:
    book = stance_book()
    matter = matter_of(reading.deed, book)
    if matter is None or len(reading.found.actor) != 1:
        return None
    stance = stance_of(reading.deed, matter.target, book)
    if stance is None or (stance == "unclear" and matter.target == "terms"):
        return None
    condition: Span | None = None
    if stance in {"open", "supports", "unclear", "refuses"}:
        condition = condition_of(reading.deed, report.text, book)
    if condition is not None:
        stance = "conditional"
    party = reading.found.actor[0]
    return Position(
        id=0,
        party=party,
        matter=" ".join(matter.place.of(report.text).split()),
        on=matter.target,
        stance=stance,
        condition=" ".join(condition.of(report.text).split()) if condition else None,
        evidence=(reading.evidence,),
        statement=reading.told.id if reading.told is not None else None,
        background="historical" in reading.flags,
        rule=_rule(reading, party, speaker),
    )


def _rule(reading: Reading, party: str, speaker: str | None) -> str:
    trail = " > ".join(word.lemma.lower() for word in reading.deed.trail)
    told = reading.told
    if told is None or (not told.speech and speaker is None):
        return f"{trail}; narrated"
    if told.country is not None and told.country != party:
        return f"{trail}; by-other"
    return trail


def _merged(drafts: Sequence[_Draft]) -> tuple[Position, ...]:
    kept: list[_Draft] = []
    for draft in sorted(drafts, key=lambda d: not d.body):
        at = next((n for n, other in enumerate(kept) if _same(draft, other)), None)
        if at is None:
            kept.append(draft)
        else:
            kept[at] = msgspec.structs.replace(kept[at], position=_joined(kept[at], draft))
    positions = sorted((d.position for d in kept), key=lambda p: p.evidence[0])
    return tuple(msgspec.structs.replace(p, id=n) for n, p in enumerate(positions, 1))


def _same(one: _Draft, other: _Draft) -> bool:
    a, b = one.position, other.position
    if (a.party, a.on, a.background) != (b.party, b.on, b.background):
        return False
    if one.speaker and other.speaker and one.speaker != other.speaker:
        return False
    if not _same_matter(a, b):
        return False
    # one voice that is ready in general and ready on a condition is ready on that condition
    friendly = {"open", "supports", "conditional", "unclear"}
    return a.stance == b.stance or {a.stance, b.stance} <= friendly


def _same_matter(one: Position, other: Position) -> bool:
    """Whether two names mean one matter: the same last word, or one name within the other."""
    mine, theirs = one.matter.lower().split(), other.matter.lower().split()
    return (
        mine[-1:] == theirs[-1:]
        or set(mine) <= set(theirs)
        or set(theirs) <= set(mine)
        or one.on in {"talks", "relations"}
    )


def _joined(kept: _Draft, more: _Draft) -> Position:
    one, other = kept.position, more.position
    spans = [s for s in other.evidence if not any(s.overlaps(have) for have in one.evidence)]
    conditional = one if one.condition else other if other.condition else None
    return msgspec.structs.replace(
        one,
        evidence=tuple(sorted({*one.evidence, *spans})),
        stance="conditional" if conditional else _firmer(one.stance, other.stance),
        condition=conditional.condition if conditional else None,
        matter=max(one.matter, other.matter, key=lambda name: len(name.split())),
        statement=one.statement or other.statement,
    )


def _firmer(one: str, other: str) -> str:
    order = ("unclear", "open", "supports", "conditional", "refuses")
    return max(one, other, key=order.index)
