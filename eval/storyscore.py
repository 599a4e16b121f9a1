"""Scores acts and positions of single reports against storylines.

Both are aligned one to one with gold where their words overlap, so that most types (stances), then
most sides, are right. Then, as right / predicted / gold:

``act.type``       type, or one of gold's ``alt``
``act.all``        type, actor and recipient; either order where gold is symmetric
``act.flag.NAME``  the flag, over acts whose type is right
``position``       party and target at overlapping words
``position.all``   stance, and whether it is recalled, too
``stance``         the stance, over found positions
``condition``      over found positions that are conditional in gold: words in common, Jaccard >= .5

Gold marked ``optional`` counts only when found.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar, get_args

import msgspec
import numpy as np
from scipy.optimize import linear_sum_assignment

from eval.statements import Counts
from eval.storylines import GoldAct, GoldPosition, StoryReport
from verbale.model import Act, ActFlag, Position, Spans

Table = dict[str, Counts]
FLAGS: tuple[ActFlag, ...] = get_args(ActFlag)


class Seen(msgspec.Struct, frozen=True, kw_only=True):
    """What is scored, by whoever drew it."""

    places: Spans
    optional: bool = False


_S = TypeVar("_S", bound=Seen)


class ActSeen(Seen, frozen=True, kw_only=True):
    """An act as it is scored. ``types`` are all that count as right."""

    types: tuple[str, ...]
    actor: frozenset[str]
    recipient: frozenset[str]
    mediator: frozenset[str]
    symmetric: bool
    flags: frozenset[str]


class PositionSeen(Seen, frozen=True, kw_only=True):
    """A position as it is scored."""

    party: str
    on: str
    stance: str
    condition: str | None
    background: bool


def act_seen(act: Act | GoldAct) -> ActSeen:
    """An act of either origin."""
    given = act if isinstance(act, Act) else act.given
    return ActSeen(
        types=(given.type,) if isinstance(act, Act) else (given.type, *act.given.alt),
        actor=frozenset(given.actor),
        recipient=frozenset(given.recipient),
        mediator=frozenset(given.mediator),
        symmetric=given.symmetric,
        flags=frozenset(given.flags),
        places=act.evidence if isinstance(act, Act) else (act.place,),
        optional=isinstance(act, GoldAct) and act.given.optional,
    )


def position_seen(position: Position | GoldPosition) -> PositionSeen:
    """A position of either origin."""
    given = position if isinstance(position, Position) else position.given
    return PositionSeen(
        party=given.party,
        on=given.on,
        stance=given.stance,
        condition=given.condition,
        background=given.background,
        places=position.evidence if isinstance(position, Position) else position.places,
        optional=isinstance(position, GoldPosition) and position.given.optional,
    )


def score_report(
    gold: StoryReport, acts: Iterable[Act | GoldAct], positions: Iterable[Position | GoldPosition]
) -> Table:
    """All figures of one report; tables add up with `added`."""
    return score_drawn(
        [act_seen(act) for act in gold.acts],
        [act_seen(act) for act in acts],
        [position_seen(position) for position in gold.positions],
        [position_seen(position) for position in positions],
    )


def score_drawn(
    acts: Sequence[ActSeen],
    drawn: Sequence[ActSeen],
    positions: Sequence[PositionSeen],
    found: Sequence[PositionSeen],
) -> Table:
    """All figures of one text: gold acts, the drawn ones, gold positions, the found ones."""
    return _score_acts(acts, drawn) | _score_positions(positions, found)


def added(tables: Iterable[Table]) -> Table:
    """The sum of tables."""
    total: Table = {}
    for table in tables:
        for name, counts in table.items():
            total[name] = total.get(name, Counts()) + counts
    return total


def _score_acts(gold: Sequence[ActSeen], drawn: Sequence[ActSeen]) -> Table:
    pairs = pair_acts(gold, drawn)
    typed = [(one, other) for one, other in pairs if _type_right(one, other)]
    table = {
        "act.type": _counts(gold, drawn, typed),
        "act.all": _counts(gold, drawn, [p for p in typed if _sides_right(*p)]),
    }
    for flag in FLAGS:
        table[f"act.flag.{flag}"] = Counts(
            sum(flag in one.flags and flag in other.flags for one, other in typed),
            sum(flag in other.flags for _, other in typed),
            sum(flag in one.flags for one, _ in typed),
        )
    return table


def _score_positions(gold: Sequence[PositionSeen], drawn: Sequence[PositionSeen]) -> Table:
    pairs = pair_positions(gold, drawn)
    right = [(one, other) for one, other in pairs if one.stance == other.stance]
    conditions = [(one, other) for one, other in pairs if one.condition]
    alike = sum(_same_condition(one, other) for one, other in conditions)
    return {
        "position": _counts(gold, drawn, pairs),
        "position.all": _counts(
            gold,
            drawn,
            [(one, other) for one, other in right if one.background == other.background],
        ),
        "stance": Counts(len(right), len(pairs), len(pairs)),
        "condition": Counts(alike, len(conditions), len(conditions)),
    }


def pair_acts(gold: Sequence[ActSeen], drawn: Sequence[ActSeen]) -> list[tuple[ActSeen, ActSeen]]:
    """Gold acts with the drawn ones that mean them, one to one."""
    return _pair_up(gold, drawn, _act_likeness)


def pair_positions(
    gold: Sequence[PositionSeen], drawn: Sequence[PositionSeen]
) -> list[tuple[PositionSeen, PositionSeen]]:
    """Gold positions with the drawn ones that mean them, one to one."""
    return _pair_up(gold, drawn, _position_likeness)


def _pair_up(
    gold: Sequence[_S], drawn: Sequence[_S], likeness: Callable[[_S, _S], float]
) -> list[tuple[_S, _S]]:
    """The pairs, one to one, whose likenesses add up to most; none of likeness 0."""
    if not gold or not drawn:
        return []
    weights = np.array([[likeness(one, other) for other in drawn] for one in gold])
    rows, columns = linear_sum_assignment(weights, maximize=True)
    pairs = zip(rows.tolist(), columns.tolist(), strict=True)
    return [(gold[row], drawn[column]) for row, column in pairs if weights[row, column] > 0]


def _act_likeness(gold: ActSeen, drawn: ActSeen) -> float:
    if not _touch(gold.places, drawn.places):
        return 0.0
    return 1.0 + 2.0 * _type_right(gold, drawn) + _sides_right(gold, drawn)


def _position_likeness(gold: PositionSeen, drawn: PositionSeen) -> float:
    if (gold.party, gold.on) != (drawn.party, drawn.on) or not _touch(gold.places, drawn.places):
        return 0.0
    return 1.0 + 2.0 * (gold.stance == drawn.stance) + (gold.background == drawn.background)


def _touch(one: Spans, other: Spans) -> bool:
    return any(mine.overlaps(theirs) for mine in one for theirs in other)


def _type_right(gold: ActSeen, drawn: ActSeen) -> bool:
    return not set(gold.types).isdisjoint(drawn.types)


def _sides_right(gold: ActSeen, drawn: ActSeen) -> bool:
    if gold.symmetric:
        return gold.actor | gold.recipient == drawn.actor | drawn.recipient
    return (gold.actor, gold.recipient) == (drawn.actor, drawn.recipient)


def _same_condition(gold: PositionSeen, drawn: PositionSeen) -> bool:
    one, other = set(_words(gold.condition)), set(_words(drawn.condition))
    return bool(one) and len(one & other) / len(one | other) >= 0.5


def _words(phrase: str | None) -> Iterator[str]:
    yield from (word.lower() for word in re.findall(r"\w+", phrase or ""))


def _counts(gold: Sequence[_S], drawn: Sequence[_S], right: Sequence[tuple[_S, _S]]) -> Counts:
    """``right`` over all drawn and all due; optional gold that was missed is not due."""
    hit = {id(one) for one, _ in right}
    due = sum(id(one) in hit or not one.optional for one in gold)
    excused = sum(
        any(
            one.optional and id(one) not in hit and _touch(one.places, other.places) for one in gold
        )
        for other in drawn
        if not any(other is partner for _, partner in right)
    )
    return Counts(len(right), len(drawn) - excused, due)
