"""What the stories of lanes may have to tell: positions, shifts, silence. Pure.

A key names a piece of news by what reports say, never by row ids or by matters, whose ids may
change. All reports that carry one moment share it: the second copy of a dispatch is no news.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from datetime import date

import msgspec

from verbale.positions.lanes import Held
from verbale.positions.shifts import Moment, Step, Story
from verbale.positions.wording import (
    KINDS,
    ago,
    day_of,
    on_what,
    outlets_of,
    stance_of,
    voice_of,
)
from verbale.record.watching import Find, News, NewsKind, NewsPassage

#: From the code of a party to its name.
Named = Callable[[str], str]
_LONG = 30


def key(*parts: object) -> str:
    """A name for what these parts tell, the same in every record."""
    told = "\x1f".join(map(str, parts)).encode("utf-8", "backslashreplace")
    return hashlib.blake2b(told, digest_size=12).hexdigest()


def of_story(story: Story, *, follow: str, matter: str, named: Named) -> Iterator[Find]:
    """The shifts and positions of one lane, in the order of their days."""
    teller = _Teller(story, follow, matter, named)
    for step in story.steps:
        if step.is_shift:
            yield teller.shift(step)
        yield teller.position(step)
    yield from teller.beside()


def silence_of(
    story: Story, today: date, least: int, *, follow: str, matter: str, named: Named
) -> Iterator[Find]:
    """That the party has not spoken for ``least`` days or more, once for each last word."""
    last = story.current
    if last is None:
        return
    days = (today - date.fromisoformat(last.last)).days
    if days < least:
        return
    teller = _Teller(story, follow, matter, named)
    title = f"{teller.who}: last stated {ago(days)} ago"
    passages = (passage_of(last.carried, "last word"),)
    found = teller.find("silence", title, "", passages, teller.keys("silence", last.carried))
    yield msgspec.structs.replace(found, unless=teller.keys("position", last.carried))


def passage_of(carried: Sequence[Held], label: str = "", *tone: str) -> NewsPassage:
    """The words of a moment, from the report that tells it best."""
    best = carried[0]
    return NewsPassage(
        label=label,
        words=best.passage(*tone),
        voice=voice_of(best),
        outlets=outlets_of(carried),
        day=day_of(best),
        entry=best.id,
        report=best.report,
    )


class _Teller:
    """Puts what one lane has into words."""

    def __init__(self, story: Story, follow: str, matter: str, named: Named) -> None:
        self._story = story
        self._follow = follow
        self._matter = matter
        lane = story.lane
        self.who = f"{named(lane.party)} on {on_what(lane.named, lane.on, lane.thing)}"

    def shift(self, step: Step) -> Find:
        """A step that changes something, with the words before and after."""
        before = step.before
        passages = (
            *((passage_of(before.carried, "before"),) if before else ()),
            passage_of(step.after.carried, "after", *step.tone),
        )
        title = f"{self.who}: {KINDS[step.kind]}"
        own = self.keys(f"shift:{step.kind}", step.after.carried)
        also = self.keys("position", step.after.carried)
        return self.find("shifts", title, self._why(step), passages, own, also)

    def position(self, step: Step) -> Find:
        """A moment as a word of the party, whether it changes something or not."""
        best = step.after.best
        title = f"{self.who}: {stance_of(best)}"
        passages = (passage_of(step.after.carried, "", *step.tone),)
        own = self.keys("position", step.after.carried)
        return self.find("positions", title, self._why(step), passages, own)

    def beside(self) -> Iterator[Find]:
        """What makes no step: told by others, of voices that differ, without a day of its own."""
        stepped = {held.id for step in self._story.steps for held in step.after.carried}
        for held in self._story.lane.held:
            if held.id not in stepped and not held.background:
                title = f"{self.who}: {stance_of(held)}"
                own = self.keys("position", (held,))
                yield self.find("positions", title, self._aside(held), (passage_of((held,)),), own)

    def find(
        self,
        kind: NewsKind,
        title: str,
        why: str,
        passages: tuple[NewsPassage, ...],
        keys: tuple[str, ...],
        also: tuple[str, ...] = (),
    ) -> Find:
        """A find about this lane."""
        news = News(
            kind=kind,
            follow=self._follow,
            matter=self._matter,
            title=title,
            why=why,
            passages=passages,
        )
        return Find(news=news, keys=keys, also=also)

    def keys(self, what: str, carried: Sequence[Held]) -> tuple[str, ...]:
        """A key for every wording of the moment, whichever report has it."""
        lane = self._story.lane
        return tuple(
            dict.fromkeys(key(what, lane.party, lane.on, h.date, h.words) for h in carried)
        )

    def _why(self, step: Step) -> str:
        if step.before is None:
            return step.why
        days = _between(step.before, step.after)
        spoke = f"; its first word in {ago(days)}" if days > _LONG else ""
        return f"{step.why}{spoke}"

    def _aside(self, held: Held) -> str:
        if held.account == "other":
            return "as another side tells it"
        if held.account == "outlet":
            return "as the report tells it"
        if held.account == "inside":
            return "a voice that does not speak for the party"
        if held.first is None:
            return "on a day without a year, so not placed among the others"
        return "beside another voice of the same day, or on a day not exactly known"


def _between(before: Moment, after: Moment) -> int:
    return (date.fromisoformat(after.first) - date.fromisoformat(before.last)).days
