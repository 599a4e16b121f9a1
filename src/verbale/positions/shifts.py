"""Shifts: how one party's position on one target moved, step by step. Pure, one lane at a time.

Only a party's own, current word on a day with its year takes part. What others tell of it and what
is recalled stand beside, and so do voices of one party that differ on the same day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Literal, NamedTuple

import msgspec

from verbale.lexicon.ranks import RankName, rank_of
from verbale.model import Target
from verbale.positions.firmness import PLAIN, firmness, is_firmer, is_milder, toned
from verbale.positions.lanes import JOINT, Account, Held, Lane
from verbale.positions.terms import Change, alike, condition_change

StepKind = Literal[
    "first", "repeated", "strengthened", "softened", "condition", "stance", "reversal"
]
#: The steps that change something.
SHIFTS: tuple[StepKind, ...] = ("reversal", "stance", "condition", "strengthened", "softened")

_REFUSING, _WILLING = frozenset({"refuses"}), frozenset({"open", "supports"})
#: What one voice may be reported as on one day: less or more of the same willingness.
_FRIENDLY = ("unclear", "open", "supports", "conditional")
_RANKS: tuple[RankName, ...] = ("head", "government", "envoy", "outside")
_SAME_WORDS = 0.8
#: Terms are many: only words that share this much can be about one, and a reversal of it.
_SAME_TERM = 0.2
#: For so many days an outlet may still carry words first carried by another.
_CARRIED = 7
#: So many days before its own a report's news may be of.
_A_FEW = 3


class Moment(msgspec.Struct, frozen=True, kw_only=True):
    """One position at one time, in every report that carries it; the first tells it best.

    ``first`` and ``last`` are the ISO days that it may mean.
    """

    carried: tuple[Held, ...]
    first: str
    last: str

    @property
    def best(self) -> Held:
        """The one to show."""
        return self.carried[0]


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """How a moment stands to the one before it, and why it counts as that, in words.

    ``matter`` is the lane's key and ``named`` the reports' words for it. ``before`` is None for the
    first. ``tone`` are the words that make it firmer or milder; ``thing`` is the lane's.
    """

    kind: StepKind
    party: str
    matter: str
    named: str
    on: Target
    before: Moment | None
    after: Moment
    why: str
    tone: tuple[str, ...] = ()
    thing: str = ""

    @property
    def is_shift(self) -> bool:
        """Whether something changed."""
        return self.kind in SHIFTS


class Story(msgspec.Struct, frozen=True, kw_only=True):
    """A lane, told. All but ``steps`` and ``conflicts`` are in the order of the lane.

    ``conflicts`` are days on which voices of the party differed, each with the differing moments;
    the highest, where it is one voice, makes the step all the same. ``inside`` are voices that do
    not speak for the party.
    ``imprecise`` have a period that overlaps other days, so that their place among them is open.
    """

    lane: Lane
    steps: tuple[Step, ...]
    conflicts: tuple[tuple[Moment, ...], ...]
    told_by_others: tuple[Held, ...]
    inside: tuple[Held, ...]
    recalled: tuple[Held, ...]
    undated: tuple[Held, ...]
    imprecise: tuple[Held, ...]

    @property
    def current(self) -> Moment | None:
        """Where the party stands; None if it was never heard with a date and one voice."""
        return self.steps[-1].after if self.steps else None

    @property
    def since(self) -> Moment | None:
        """The moment from which it has stood so: the last shift, else the first mention."""
        turns = [step.after for step in self.steps if step.kind != "repeated"]
        return turns[-1] if turns else None

    @property
    def shifts(self) -> tuple[Step, ...]:
        """The steps that change something."""
        return tuple(step for step in self.steps if step.is_shift)

    @property
    def divided(self) -> tuple[Moment, ...]:
        """The voices that differed when the party was last heard, or after; else none."""
        if not self.conflicts:
            return ()
        last = self.conflicts[-1]
        return last if self.current is None or last[0].last >= self.current.last else ()


def story(lane: Lane) -> Story:
    """The steps of a lane, and what stands beside them."""
    own = [held for held in lane.held if held.current]
    dated = _of_one_day([held for held in own if held.first is not None])
    imprecise = _imprecise(dated)
    steps, conflicts = _walk(lane, _days([held for held in dated if held not in imprecise]))
    return Story(
        lane=lane,
        steps=steps,
        conflicts=conflicts,
        told_by_others=_of_account(lane, "other", "outlet"),
        inside=_of_account(lane, "inside"),
        recalled=tuple(h for h in lane.held if h.background),
        undated=tuple(held for held in own if held.first is None),
        imprecise=tuple(imprecise),
    )


def _of_account(lane: Lane, *accounts: Account) -> tuple[Held, ...]:
    return tuple(h for h in lane.held if h.account in accounts and not h.background)


def silence(found: Story, newest: str | None) -> int | None:
    """Days from the party's last word to ``newest``, the day of the matter's newest report."""
    if found.current is None or newest is None:
        return None
    days = date.fromisoformat(newest) - date.fromisoformat(found.current.last)
    return max(0, days.days)


# Moments


def _of_one_day(dated: Sequence[Held]) -> list[Held]:
    """The positions in order, what a report gives no day beside what it dates just before: both are
    its news, and no step leads from the one to the other."""
    said = {held.report: held for held in reversed(dated) if held.dated_by == "said"}
    placed = [_beside(held, said.get(held.report)) for held in dated]
    return sorted(placed, key=lambda held: (held.first or "", held.last or ""))


def _beside(held: Held, said: Held | None) -> Held:
    if said is None or held.dated_by != "published" or said.first != said.last:
        return held
    days = (_day(held.first) - _day(said.first)).days
    if held.first != held.last or not 0 < days <= _A_FEW:
        return held
    return msgspec.structs.replace(held, first=said.first, last=said.last)


def _imprecise(dated: Sequence[Held]) -> list[Held]:
    """Those of more than a day ("in April") that overlap others: their order is open."""
    return [
        held
        for held in dated
        if held.first != held.last
        and any(
            other is not held
            and (other.first, other.last) != (held.first, held.last)
            and (held.first or "") <= (other.last or "")
            and (other.first or "") <= (held.last or "")
            for other in dated
        )
    ]


def _days(dated: Iterable[Held]) -> Iterator[list[Moment]]:
    """The moments of each day, in order; what a report only carries again stands in the first."""
    moments: list[list[Held]] = []
    for held in dated:
        carried = next(_carrying(held, moments), None)
        if carried is not None:
            carried.append(held)
        else:
            moments.append([held])
    day: list[Moment] = []
    for carried in moments:
        moment = _moment(carried)
        if day and day[0].first != moment.first:
            yield day
            day = []
        day.append(moment)
    if day:
        yield day


def _carrying(held: Held, moments: Sequence[list[Held]]) -> Iterator[list[Held]]:
    """The moments, latest first, that a position belongs to: of its day and voice, or its words."""
    for moment in reversed(moments):
        if (_day(held.first) - _day(moment[0].first)).days > _CARRIED:
            return
        if any(_one_voice(held, other) or _same_words(held, other) for other in moment):
            yield moment


def _one_voice(held: Held, other: Held) -> bool:
    if (held.first, held.last) != (other.first, other.last):
        return False
    if held.stance == other.stance and not condition_change(other.condition, held.condition):
        return True
    same = held.speaker is not None and held.speaker == other.speaker
    return same and held.stance in _FRIENDLY and other.stance in _FRIENDLY


def _same_words(held: Held, other: Held) -> bool:
    """Whether a later report prints the earlier's words without a day of its own for them."""
    if held.dated_by != "published" or held.stance != other.stance or held.report == other.report:
        return False
    return alike(held.words, other.words, _SAME_WORDS)


def _day(iso: str | None) -> date:
    return date.fromisoformat(iso or "0001-01-01")


def _moment(carried: Sequence[Held]) -> Moment:
    best = sorted(carried, key=_told_best)
    return Moment(carried=tuple(best), first=carried[0].first or "", last=carried[0].last or "")


def _told_best(held: Held) -> tuple[bool, int, bool, str, str, int]:
    """Said that day, with its condition, by somebody named, before the rest."""
    grade = _FRIENDLY.index(held.stance) if held.stance in _FRIENDLY else 0
    told = held.dated_by != "said"
    return (told, -grade, held.speaker is None, held.first or "", held.report, held.number)


# Steps


class _Standing(NamedTuple):
    """Where the party stands on the way: the last moment, and how firm it last was."""

    moment: Moment
    firmness: int


def _walk(
    lane: Lane, days: Iterable[Sequence[Moment]]
) -> tuple[tuple[Step, ...], tuple[tuple[Moment, ...], ...]]:
    steps: list[Step] = []
    conflicts: list[tuple[Moment, ...]] = []
    standing: _Standing | None = None
    for moments in days:
        heard = list(moments)
        if len(moments) > 1:
            conflicts.append(tuple(moments))
            heard = _heard(moments, standing.moment.best if standing else None)
        for moment in heard:
            step = _step(lane, standing, moment)
            steps.append(step)
            standing = _Standing(moment, firmness(moment.best) or _held_over(standing, step))
    return tuple(steps), tuple(conflicts)


def _heard(moments: Sequence[Moment], before: Held | None) -> list[Moment]:
    """Of voices that differ on a day the highest, else what is told in plainly more passages, else
    the one that keeps to what was held."""
    highest = min(_RANKS.index(_rank(moment)) for moment in moments)
    top = [moment for moment in moments if _RANKS.index(_rank(moment)) == highest]
    if len(top) > 1 and (most := _told_most(top)) is not None:
        return [most]
    kept = [moment for moment in moments if before is not None and _keeps(before, moment.best)]
    return top if len(top) == 1 else kept[:1]


def _told_most(moments: Sequence[Moment]) -> Moment | None:
    """Of what one report tells, the moment of more passages than all others together: what stands
    in its headline and twice in its text outweighs what it says once in passing."""
    together = [{held.report for held in moment.carried} for moment in moments]
    if not set.intersection(*together):
        return None
    passages = [sum(held.words.count(JOINT) + 1 for held in moment.carried) for moment in moments]
    most = max(passages)
    return moments[passages.index(most)] if 2 * most > sum(passages) else None


def _rank(moment: Moment) -> RankName:
    ranks = (rank_of(held.speaker, held.office) for held in moment.carried)
    return min(ranks, key=_RANKS.index)


def _keeps(before: Held, after: Held) -> bool:
    unchanged = condition_change(before.condition, after.condition) is None
    return before.stance == after.stance and unchanged


def _held_over(standing: _Standing | None, step: Step) -> int:
    """A repetition in plain words leaves it as firm as it was."""
    same = step.kind in ("repeated", "strengthened", "softened")
    return standing.firmness if standing is not None and same else 0


def _step(lane: Lane, standing: _Standing | None, after: Moment) -> Step:
    if standing is None:
        kind, why, tone = _FIRST
    else:
        kind, why, tone = _compared(standing, after)
    return Step(
        kind=kind,
        party=lane.party,
        matter=lane.matter,
        named=lane.named,
        on=lane.on,
        before=standing.moment if standing else None,
        after=after,
        why=why,
        tone=tone,
        thing=lane.thing,
    )


_Found = tuple[StepKind, str, tuple[str, ...]]
_ANOTHER_TERM: _Found = ("first", "about another of the terms than the one before", ())
_FIRST: _Found = ("first", "the first time that the record has it", ())


def _compared(standing: _Standing, after: Moment) -> _Found:
    was, now = standing.moment.best, after.best
    if was.stance != now.stance:
        return _of_stance(was, now)
    change = condition_change(was.condition, now.condition)
    if change is not None and not (change.how == "changed" and toned(now, "unchanged")):
        return "condition", _of_condition(change, was), ()
    return _of_tone(standing, now)


def _of_stance(was: Held, now: Held) -> _Found:
    ends = {was.stance, now.stance}
    told = f"{_stance(was)} before, {_stance(now)} now"
    if ends & _REFUSING and ends & _WILLING:
        if now.on == "terms" and not _of_one_term(was, now):
            return _ANOTHER_TERM
        return "reversal", told, ()
    return "stance", told, ()


def _of_one_term(was: Held, now: Held) -> bool:
    """Whether both are about one term: the thing that the record knows it by, else their words."""
    known = bool(was.thing) and was.thing == now.thing
    return known or alike(_nameless(was), _nameless(now), _SAME_TERM)


def _nameless(held: Held) -> str:
    """The words without names: every word about a term names the sides."""
    return " ".join(word for word in held.words.split() if not word[:1].isupper())


def _of_tone(standing: _Standing, now: Held) -> _Found:
    unchanged = toned(now, "unchanged")
    level = PLAIN if unchanged else firmness(now)
    if is_firmer(level, standing.firmness):
        words = toned(now, "firm", "pressing")
        return "strengthened", f"the same stance in firmer words: {_quoted(words)}", words
    if is_milder(level, standing.firmness):
        words = toned(now, "mild")
        return "softened", f"the same stance in milder words: {_quoted(words)}", words
    again = tuple(dict.fromkeys((*unchanged, *toned(now, "again"))))
    told = f", and says so: {_quoted(again)}" if again else ""
    asked = " and condition" if now.condition else ""
    return "repeated", f"the same stance{asked}{told}", again


def _of_condition(change: Change, was: Held) -> str:
    if change.how == "changed":
        return f"another condition: {_quoted((was.condition or '',))} before"
    return f"a condition {change.how}: {_quoted((change.words,))}"


def _stance(held: Held) -> str:
    return f"{held.stance} ({_quoted((held.condition,))})" if held.condition else held.stance


def _quoted(words: Iterable[str]) -> str:
    return ", ".join(f"“{word}”" for word in words)
