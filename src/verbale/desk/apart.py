"""Reads in a process of its own, so that whoever asked for it goes on with other things.

The process opens the record for itself and tells of each document as it is done. It ends with the
one that started it; what it has written by then is kept.
"""

from __future__ import annotations

import multiprocessing
import threading
from collections import deque
from collections.abc import Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TypeAlias

import msgspec

from verbale.desk.options import ReadOptions
from verbale.desk.summary import ReadSummary, Step
from verbale.errors import UsageError, VerbaleError
from verbale.sources import Held

Message: TypeAlias = int | Step | ReadSummary | str | None
Input: TypeAlias = str | Held
#: Readings that wait at once; what was sent for them is held in memory.
_MOST_WAITING = 5
_DIED = "the process that read ended before it was done (out of memory?)"


class Progress(msgspec.Struct, frozen=True, kw_only=True):
    """A reading as it stands: ``total`` where it can be told; ``steps`` in order; ``summary`` once
    it is over, or why it ``failed``.

    ``earlier`` are the steps of the readings that it waited for, ``waiting`` what waits for it.
    """

    inputs: tuple[str, ...]
    earlier: tuple[Step, ...] = ()
    waiting: tuple[str, ...] = ()
    total: int | None = None
    steps: tuple[Step, ...] = ()
    summary: ReadSummary | None = None
    failed: str | None = None

    @property
    def over(self) -> bool:
        """Whether it goes on no more."""
        return self.summary is not None or self.failed is not None


class ReadingApart:
    """Reads into one record, one reading at a time; what is asked for meanwhile waits its turn. May
    be asked from any thread."""

    def __init__(self, path: Path, options: ReadOptions | None = None) -> None:
        self._path = path
        self._options = options or ReadOptions()
        self._lock = threading.Lock()
        self._progress: Progress | None = None
        self._waiting: deque[tuple[Input, ...]] = deque()

    @property
    def progress(self) -> Progress | None:
        """The reading that goes on, or the last one."""
        return self._progress

    def start(self, inputs: Sequence[Input]) -> None:
        """Begin to read, or do so once what goes on is over. Raises `UsageError` where too many
        wait."""
        with self._lock:
            if self._progress is None or self._progress.over:
                self._begin(tuple(inputs))
                return
            if len(self._waiting) >= _MOST_WAITING:
                raise UsageError(
                    "not taken", f"{_MOST_WAITING} readings wait already; send it when one is over"
                )
            self._waiting.append(tuple(inputs))
            self._tell_waiting()

    def _begin(self, inputs: tuple[Input, ...], earlier: tuple[Step, ...] = ()) -> None:
        """Start the process that reads; the lock is held."""
        self._progress = Progress(inputs=_names(inputs), earlier=earlier)
        self._tell_waiting()
        here, there = multiprocessing.Pipe(duplex=False)
        process = multiprocessing.get_context("spawn").Process(
            target=_read, args=(there, self._path, inputs, self._options), daemon=True
        )
        process.start()
        there.close()
        threading.Thread(target=self._follow, args=(here,), daemon=True).start()

    def _tell_waiting(self) -> None:
        names = tuple(name for inputs in self._waiting for name in _names(inputs))
        if self._progress is not None:
            self._progress = msgspec.structs.replace(self._progress, waiting=names)

    def _follow(self, told: Connection) -> None:
        with told:
            try:
                while self._keep(told.recv()):
                    pass
            except (EOFError, OSError):
                self._end(failed=_DIED)

    def _end(self, **outcome: object) -> None:
        """Note that the reading is over; the next one that waits begins."""
        with self._lock:
            done = self._progress
            if done is None or done.over:
                return
            self._progress = msgspec.structs.replace(done, **outcome)
            if self._waiting:
                self._begin(self._waiting.popleft(), (*done.earlier, *done.steps))

    def _keep(self, message: Message) -> bool:
        """Take note of what the process tells. False once it is over."""
        match message:
            case Step():
                now = self._progress
                self._put(steps=(*now.steps, message) if now else (message,))
            case ReadSummary():
                self._end(summary=message)
                return False
            case str():
                self._end(failed=message)
                return False
            case total:
                self._put(total=total)
        return True

    def _put(self, **changes: object) -> None:
        with self._lock:
            if self._progress is not None:
                self._progress = msgspec.structs.replace(self._progress, **changes)


def _names(inputs: Sequence[Input]) -> tuple[str, ...]:
    return tuple(each.name if isinstance(each, Held) else each for each in inputs)


class _Teller:
    """Hands on how a reading goes."""

    def __init__(self, there: Connection) -> None:
        self._there = there

    def begin(self, total: int | None) -> None:
        self._there.send(total)

    def advance(self, step: Step) -> None:
        self._there.send(step)


def _read(there: Connection, path: Path, inputs: tuple[Input, ...], options: ReadOptions) -> None:
    """The whole of the process."""
    from verbale.desk.reading import read
    from verbale.record import Record

    with there:
        try:
            with Record(path, create=False) as record:
                there.send(read(inputs, record, options, _Teller(there)))
        except VerbaleError as error:
            there.send(str(error))
