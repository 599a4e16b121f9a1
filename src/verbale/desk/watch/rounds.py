"""One round of a watch: read what is due, find what is news, tell it.

Each part ends in the record before the next begins, so that a round cut short anywhere is taken up
by the next one: reports that are read but not looked at lie behind the mark in the history, news
that are found but not told behind the mark of their channel.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec

from verbale.desk.config import Desk, Follow
from verbale.desk.durations import seconds
from verbale.desk.extensions import lexicon_of
from verbale.desk.options import ReadOptions
from verbale.desk.reading import read
from verbale.desk.stopping import Stopping
from verbale.desk.summary import ReadSummary, Step
from verbale.desk.watch import channels, finding
from verbale.desk.watch.backoff import pause
from verbale.desk.watch.channels import Channel, NotTold
from verbale.desk.watch.stories import key
from verbale.record import Record
from verbale.record.watching import Find, NewsKind, Watched


class Trouble(msgspec.Struct, frozen=True, kw_only=True):
    """An input or channel that failed, why, and before when (ISO, UTC) it is left alone."""

    name: str
    reason: str
    until: str | None = None


class Round(msgspec.Struct, frozen=True, kw_only=True):
    """What came of a round that began ``at`` (ISO, UTC).

    ``resting`` are inputs that failed before and were left alone. ``found`` counts news by kind.
    """

    at: str
    feeds: int
    folders: int
    summary: ReadSummary | None
    found: dict[NewsKind, int]
    troubles: tuple[Trouble, ...]
    resting: tuple[Trouble, ...]
    interrupted: bool = False


class Rounds:
    """Makes rounds over one record for one desk."""

    def __init__(
        self,
        record: Record,
        options: ReadOptions,
        told: Sequence[Channel],
        stopping: Stopping,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self._record = record
        self._options = options
        self._channels = told
        self._stopping = stopping
        self._chance = chance

    def make(self, desk: Desk, base: Path, now: datetime) -> Round:
        """One round. ``base`` is the folder from which the desk's folders count.

        Raises `RecordBusy` and what else concerns all inputs alike.
        """
        at = iso(now)
        with self._stopping.held_off():
            channels.begin(self._record, self._channels)
            self._begin(desk, at)
        inputs = (*desk.feeds, *(str(base / folder) for folder in desk.watch.folders))
        before = self._record.watching.inputs()
        resting = [state for name in inputs if (state := before.get(name)) and _rests(state, at)]
        due = [name for name in inputs if name not in {state.input for state in resting}]
        fared = _Fared(due)
        summary = read(due, self._record, self._reading(desk), fared) if due else None
        interrupted = summary is not None and summary.interrupted
        with self._stopping.held_off():
            states = [self._state(each, before, desk, now) for each in fared.ended(interrupted)]
            self._record.watching.keep_inputs(states)
            found = {} if interrupted else self._find(desk, now)
            troubles = [_trouble(state) for state in states if state.failures]
            troubles += [] if interrupted else self._tell()
        return Round(
            at=at,
            feeds=len(desk.feeds),
            folders=len(desk.watch.folders),
            summary=summary,
            found=found,
            troubles=tuple(troubles),
            resting=tuple(map(_trouble, resting)),
            interrupted=interrupted,
        )

    def _reading(self, desk: Desk) -> ReadOptions:
        """How this desk is read: pages that were read before are not fetched again."""
        given = self._options.sources
        sources = msgspec.structs.replace(
            given,
            follow=given.follow or desk.watch.pages,
            allow_private=given.allow_private or desk.watch.private,
            read_before=self._record.was_read,
        )
        return msgspec.structs.replace(self._options, sources=sources)

    def _begin(self, desk: Desk, at: str) -> None:
        """What the record holds when something is followed for the first time is no news."""
        watching = self._record.watching
        if watching.looked() is None:
            watching.keep((), seen=watching.newest(), at=at)
        names = {_name(follow): follow for follow in desk.follow}
        new = names.keys() - watching.follows().keys()
        if new:
            lexicon = lexicon_of(self._record)
            told = finding.tellings_of_talks(self._record, lexicon, desk)
            finds: list[Find] = []
            for looked in finding.look(self._record, desk):
                if _name(looked.follow) in new:
                    finds += finding.stories(looked, lexicon)
                    finds += finding.differences(self._record, looked, (), told)
            watching.begin(sorted(new), finds, at)

    def _find(self, desk: Desk, now: datetime) -> dict[NewsKind, int]:
        """Keep what is news; how much of each kind. Nothing is computed where nothing changed."""
        watching = self._record.watching
        newest, seen = watching.newest(), watching.seen()
        reports = watching.changed(seen, newest)
        at = iso(now)
        if not reports and (watching.looked() or "")[:10] == at[:10] and newest == seen:
            return {}
        last = watching.last()
        watching.keep(self._finds(desk, reports, now), seen=newest, at=at)
        kept = watching.after(last, watching.last() - last)
        return dict(Counter(each.news.kind for each in kept))

    def _finds(self, desk: Desk, reports: Sequence[str], now: datetime) -> list[Find]:
        """All that may be news, computed before the writing begins: a transaction is short."""
        lexicon = lexicon_of(self._record)
        told = finding.tellings_of_talks(self._record, lexicon, desk) if reports else ()
        finds: list[Find] = []
        for looked in finding.look(self._record, desk):
            found = (
                *finding.stories(looked, lexicon),
                *finding.differences(self._record, looked, reports, told),
                *finding.entries(self._record, looked, reports),
                *finding.silences(looked, lexicon, now.date(), desk.watch.silence),
            )
            finds += finding.kept(found, looked.follow)
        return finds

    def _tell(self) -> Iterator[Trouble]:
        for channel in self._channels:
            try:
                channels.tell(self._record, channel)
            except NotTold as error:
                yield Trouble(name=channel.name, reason=str(error))

    def _state(self, each: Ended, before: dict[str, Watched], desk: Desk, now: datetime) -> Watched:
        earlier = before.get(each.name)
        at = iso(now)
        if each.reason is None:
            return Watched(input=each.name, tried=at, answered=at)
        failures = (earlier.failures if earlier else 0) + 1
        wait = pause(failures, seconds(desk.watch.every), each.retry_after, self._chance)
        return Watched(
            input=each.name,
            tried=at,
            answered=earlier.answered if earlier else None,
            failures=failures,
            reason=each.reason,
            not_before=iso(now + timedelta(seconds=wait)),
        )


class Ended(msgspec.Struct, frozen=True, kw_only=True):
    """How the reading of one input ended; ``reason`` is None if it went well."""

    name: str
    reason: str | None = None
    retry_after: float | None = None


class _Fared:
    """Listens to a reading and tells how each input as a whole fared."""

    def __init__(self, inputs: Sequence[str]) -> None:
        self._inputs = inputs
        self._failed: dict[str, Ended] = {}

    def begin(self, total: int | None) -> None:
        """Nothing to note."""

    def advance(self, step: Step) -> None:
        """Note a failure of an input as a whole; those of single documents are the record's."""
        if step.outcome == "skipped" and step.origin in self._inputs:
            self._failed[step.origin] = Ended(
                name=step.origin, reason=step.reason or "failed", retry_after=step.retry_after
            )

    def ended(self, interrupted: bool) -> list[Ended]:
        """How each fared; of a reading cut short only what failed is known."""
        fine = () if interrupted else (name for name in self._inputs if name not in self._failed)
        return [*self._failed.values(), *(Ended(name=name) for name in fine)]


def iso(moment: datetime) -> str:
    """A moment as it stands in the record."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _rests(state: Watched, at: str) -> bool:
    return state.not_before is not None and at < state.not_before


def _trouble(state: Watched) -> Trouble:
    return Trouble(name=state.input, reason=state.reason or "", until=state.not_before)


def _name(follow: Follow) -> str:
    """What the record knows something followed by: other parties or words are something new."""
    told = key(follow.parties, follow.terms, follow.tell)
    return f"{follow.name} #{told[:8]}"
