"""Rounds until stopped."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

import msgspec

from verbale.desk.config import Desk, read_desk
from verbale.desk.durations import seconds
from verbale.desk.extensions import lexicon_of
from verbale.desk.options import ReadOptions
from verbale.desk.stopping import Stopping
from verbale.desk.watch.alone import alone
from verbale.desk.watch.channels import Channel
from verbale.desk.watch.rounds import Round, Rounds, Trouble, iso
from verbale.errors import RecordBusy, UsageError
from verbale.record import Record

_JITTER = 0.1


class Clock(Protocol):
    """What time it is, and how to wait."""

    def now(self) -> datetime:
        """The time, with its zone."""
        ...

    def sleep(self, length: float) -> None:
        """Return after so many seconds."""
        ...


class SystemClock:
    """The clock of this machine."""

    def now(self) -> datetime:
        """The time, UTC."""
        return datetime.now(UTC)

    def sleep(self, length: float) -> None:
        """Sleep."""
        time.sleep(length)


def watch(
    path: Path,
    record: Record,
    channels: Callable[[Desk], Sequence[Channel]],
    *,
    options: ReadOptions | None = None,
    once: bool = False,
    clock: Clock | None = None,
    stopping: Stopping | None = None,
    chance: Callable[[], float] = random.random,
    every: str | None = None,
) -> Iterator[Round]:
    """What came of each round over the desk in ``path``, until stopped; one only with ``once``.

    The file is read anew for each round. If it is wrong by then, the round goes by what it said
    last and tells of it; a record that somebody else keeps busy makes a round of nothing.
    ``every`` counts in place of the file's. ``channels`` are made for the desk as it is at first.
    Raises `UsageError` for a wrong file at first and for a second watch over the same record,
    `LexiconError`, `LanguageModelMissing`.
    """
    ticking, signals = clock or SystemClock(), stopping or Stopping()
    desk = read_desk(path, lexicon_of(record))
    with alone(record.path):
        told = channels(desk)
        rounds = Rounds(record, options or ReadOptions(), told, signals, chance)
        while True:
            trouble: tuple[Trouble, ...] = ()
            try:
                desk = read_desk(path, lexicon_of(record))
            except UsageError as error:
                trouble = (Trouble(name=str(path), reason=error.reason),)
            yield _with(trouble, _made(rounds, desk, path.parent, ticking.now()))
            if once:
                return
            length = seconds(every or desk.watch.every)
            ticking.sleep(length * (1 + _JITTER * (2 * chance() - 1)))
            signals.check()


def _made(rounds: Rounds, desk: Desk, base: Path, now: datetime) -> Round:
    try:
        return rounds.make(desk, base, now)
    except RecordBusy as error:
        return Round(
            at=iso(now),
            feeds=len(desk.feeds),
            folders=len(desk.watch.folders),
            summary=None,
            found={},
            troubles=(Trouble(name=error.subject, reason=error.reason),),
            resting=(),
        )


def _with(troubles: tuple[Trouble, ...], made: Round) -> Round:
    if not troubles:
        return made
    return msgspec.structs.replace(made, troubles=(*troubles, *made.troubles))
