"""The state of talks over time: what several reports tell, by day, and where accounts differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from verbale.lexicon.talks import TalksState
from verbale.talks.find import Episode, Mention, Names, episode


class Turn(msgspec.Struct, frozen=True, kw_only=True):
    """A state of talks on one day (or one recap of it), by every report that tells it the same.

    ``tellers`` are the codes of the sides that tell it; empty where only reports themselves do.
    """

    matter: str
    state: TalksState
    by: tuple[str, ...]
    ground: str | None
    answers: str | None
    recap: bool
    date: str | None
    first: str | None
    last: str | None
    tellers: tuple[str, ...]
    told: tuple[Episode, ...]

    @property
    def best(self) -> Mention:
        """The mention to show."""
        return self.told[0].mention


class Accounts(msgspec.Struct, frozen=True, kw_only=True):
    """Tellings of one break that name different sides as the one who made it."""

    matter: str
    turns: tuple[Turn, ...]


class Talks(msgspec.Struct, frozen=True, kw_only=True):
    """The talks on one matter: dated turns in order, then those without a place among the days.

    ``named`` is the matter's name, empty where none is known and ``matter`` only names the sides.
    """

    matter: str
    named: str
    parties: tuple[str, ...]
    turns: tuple[Turn, ...]
    undated: tuple[Turn, ...]
    accounts: tuple[Accounts, ...]

    @property
    def now(self) -> Turn | None:
        """The last turn that was news; None where there is none with a day."""
        news = [turn for turn in self.turns if not turn.recap]
        return news[-1] if news else None


def talks(mentions: Iterable[Mention], names: Names) -> tuple[Talks, ...]:
    """The talks on every matter that the mentions tell of, by matter."""
    found: defaultdict[str, list[Episode]] = defaultdict(list)
    for mention in mentions:
        told = episode(mention, names)
        if told is not None:
            found[mention.matter].append(told)
    return tuple(_of_matter(matter, told) for matter, told in sorted(found.items()))


def _of_matter(matter: str, found: Sequence[Episode]) -> Talks:
    turns = _turns(matter, _without_echoes(found))
    parties = sorted({code for told in found for code in told.mention.parties})
    return Talks(
        matter=matter,
        named=found[0].mention.named,
        parties=tuple(parties),
        turns=tuple(turn for turn in turns if turn.first is not None),
        undated=tuple(turn for turn in turns if turn.first is None),
        accounts=_accounts(matter, turns),
    )


def _without_echoes(found: Sequence[Episode]) -> list[Episode]:
    """Episodes without a statement whose act tells the same, and more of it."""
    acts = {
        (told.mention.report, told.mention.statement, told.state)
        for told in found
        if told.mention.kind != "statement"
    }
    return [
        told
        for told in found
        if told.mention.kind != "statement"
        or (told.mention.report, told.mention.id, told.state) not in acts
    ]


def _turns(matter: str, found: Iterable[Episode]) -> list[Turn]:
    """One turn for each state, day and side that made it; recaps apart from news."""
    gathered: defaultdict[tuple[object, ...], list[Episode]] = defaultdict(list)
    for told in found:
        mention = told.mention
        day = mention.date if mention.first or told.recap else (mention.date, mention.report)
        gathered[told.state, told.by, told.recap, day].append(told)
    return sorted((_turn(matter, told) for told in gathered.values()), key=_order)


def _turn(matter: str, told: Sequence[Episode]) -> Turn:
    ordered = sorted(told, key=_told_best)
    best = ordered[0]
    return Turn(
        matter=matter,
        state=best.state,
        by=best.by,
        ground=next((each.ground for each in ordered if each.ground), None),
        answers=next((each.answers for each in ordered if each.answers), None),
        recap=best.recap,
        date=best.mention.date,
        first=best.mention.first,
        last=best.mention.last,
        tellers=tuple(sorted({e.mention.teller for e in ordered if e.mention.teller})),
        told=tuple(ordered),
    )


def _told_best(told: Episode) -> tuple[bool, bool, bool, int, str, int]:
    """With a ground and what it answers, by an act, in few words; then by what reports say."""
    mention = told.mention
    statement = mention.kind == "statement"
    bare = (told.ground is None, told.answers is None)
    return (*bare, statement, len(mention.words), mention.report, mention.number)


def _order(turn: Turn) -> tuple[object, ...]:
    best = turn.best
    return (turn.first or "9999", turn.last or "", turn.state, turn.by, best.report, best.number)


def _accounts(matter: str, turns: Sequence[Turn]) -> tuple[Accounts, ...]:
    """Breaks for which one side names another, and not everybody names that one.

    Breaks are parted by a resumption. A side that tells of its own step contradicts nobody.
    """
    found: list[Accounts] = []
    broken: list[Turn] = []
    for turn in [*turns, None]:
        if turn is None or turn.state == "resumed":
            blamed = any(set(told.tellers) - set(told.by) for told in broken)
            if blamed and len({told.by for told in broken}) > 1:
                found.append(Accounts(matter=matter, turns=tuple(broken)))
            broken = []
        elif turn.state == "suspended" and turn.by:
            broken.append(turn)
    return tuple(found)
