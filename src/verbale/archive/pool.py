"""A pool of workers that outlives its workers.

The pools of the standard library do not: one hangs when a worker is killed, the other refuses all
further work. Here a worker that dies, takes too long or too much memory is replaced, and what it
had in hand is tried again, each document alone, until the one that does it is found and given up.
"""

from __future__ import annotations

import selectors
import time
from collections import deque
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Self

import msgspec

from verbale.archive.frames import Kind, Reply, Task
from verbale.archive.options import Limits
from verbale.archive.process import WORKER, Process
from verbale.archive.results import Lost, encode
from verbale.archive.worker import Start
from verbale.errors import LanguageModelMissing, LexiconError, VerbaleError

#: How often a document may see its worker die before it is given up: others may have killed it.
_TRIES = 3
#: How many workers in a row may die before they take a task.
_PATIENCE = 3
_SLACK = 0.05
#: How many documents are handed out at once: a look at one takes no longer than its way there.
_TOGETHER: dict[Kind, int] = {"sift": 16, "annotate": 1}


class WorkersFailed(VerbaleError):
    """Worker processes die before they have begun."""


class Batch:
    """Documents handed in together; ``results`` in their order, complete when ``left`` is 0."""

    def __init__(self, kind: Kind, documents: Sequence[bytes]) -> None:
        self.kind, self.documents = kind, documents
        self.results: list[bytes] = [b""] * len(documents)
        self.left = len(documents)

    def settle(self, place: int, result: bytes) -> None:
        """The result of one document."""
        self.results[place] = result
        self.left -= 1


class _Job:
    """Some documents of a batch on their way through a worker."""

    def __init__(self, batch: Batch, places: Sequence[int], tries: int = 0) -> None:
        self.batch, self.places, self.tries = batch, places, tries

    @property
    def task(self) -> Task:
        return Task(self.batch.kind, [self.batch.documents[place] for place in self.places])

    def alone(self) -> list[_Job]:
        return [_Job(self.batch, [place]) for place in self.places]


class Spent(msgspec.Struct):
    """What the work has cost so far: seconds of processor by its kind, most bytes of a worker, and
    how many died."""

    cpu: dict[str, float] = msgspec.field(default_factory=lambda: {"sift": 0.0, "annotate": 0.0})
    peak: int = 0
    deaths: int = 0


class Pool:
    """``workers`` processes at work. Use as a context manager, from one thread.

    ``command`` starts a worker of another kind. ``on_result`` hears of every report annotated.
    """

    def __init__(
        self,
        start: Start,
        workers: int,
        limits: Limits,
        *,
        command: Sequence[str] = (),
        on_result: Callable[[bytes], None] = lambda _: None,
    ) -> None:
        self.spent = Spent()
        self._start, self._limits = start, limits
        self._command = command or WORKER
        self._on_result = on_result
        self._waiting: deque[_Job] = deque()
        self._stillborn = 0
        self._selector = selectors.DefaultSelector()
        self._idle: list[Process] = []
        self._busy: dict[Process, _Job | None] = {}
        self._workers = workers

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        for process in (*self._idle, *self._busy):
            process.kill()
        self._idle, self._busy = [], {}
        self._selector.close()

    def submit(self, kind: Kind, documents: Sequence[bytes]) -> Batch:
        """Queue ``documents`` for one kind of work."""
        batch, together = Batch(kind, documents), _TOGETHER[kind]
        for at in range(0, len(documents), together):
            self._waiting.append(_Job(batch, range(at, min(at + together, len(documents)))))
        self._hand_out()
        return batch

    def finish(self, batch: Batch) -> list[bytes]:
        """The results of ``batch``, once they are all there; other batches go on meanwhile.

        Raises `LexiconError`, `LanguageModelMissing` and `WorkersFailed`.
        """
        while batch.left:
            self._step()
        return batch.results

    def _hand_out(self) -> None:
        while self._waiting:
            if not self._idle:
                if len(self._busy) < self._workers:
                    self._begin()
                return
            process, job = self._idle.pop(), self._waiting.popleft()
            self._busy[process] = job
            if not process.give(job.task, self._limits.seconds * len(job.places)):
                self._died(process)

    def _begin(self) -> None:
        """Start workers; they come to hand once they say that they are ready."""
        missing = min(self._workers - len(self._busy), len(self._waiting))
        for _ in range(missing):
            process = Process(self._command, self._start)
            self._busy[process] = None
            self._selector.register(process.replies, selectors.EVENT_READ, process)

    def _step(self) -> None:
        """Wait for something to happen, and deal with it."""
        self._hand_out()
        due = min((process.due for process in self._busy), default=0.0)
        for key, _ in self._selector.select(max(due - time.monotonic(), 0) + _SLACK):
            self._heard(key.data)
        now = time.monotonic()
        for process in [process for process in self._busy if process.due < now]:
            self._too_long(process)

    def _heard(self, process: Process) -> None:
        reply = process.reply()
        if reply is None:
            self._died(process)
            return
        if reply.trouble:
            raise _error(*reply.trouble)
        self._stillborn = 0
        self.spent.peak = max(self.spent.peak, reply.peak)
        job = self._busy.pop(process)
        if reply.retires:
            self._bury(process)
        else:
            process.rest()
            self._idle.append(process)
        if job is not None:
            self.spent.cpu[job.batch.kind] += reply.cpu
            self._settle(job, reply)
        self._hand_out()

    def _settle(self, job: _Job, reply: Reply) -> None:
        if reply.results is None:
            self._lose(job, Lost("memory", "took more memory than a document may"))
            return
        for place, result in zip(job.places, reply.results, strict=True):
            self._settled(job, place, result)

    def _too_long(self, process: Process) -> None:
        job = self._busy.pop(process)
        self._bury(process)
        if job is None:
            raise WorkersFailed("a worker", "did not begin in time")
        self._lose(job, Lost("time-out", f"took longer than {self._limits.seconds:g} s"))

    def _died(self, process: Process) -> None:
        told, complaint = process.autopsy(), process.complaint()
        self._bury(process)
        self.spent.deaths += 1
        if process in self._idle:
            self._idle.remove(process)
            return
        job = self._busy.pop(process)
        if job is None:
            self._stillborn += 1
            if self._stillborn >= _PATIENCE:
                raise WorkersFailed("a worker", f"{told} before it began: {complaint}")
            return
        job.tries += 1
        if len(job.places) == 1 and job.tries < _TRIES:
            self._waiting.appendleft(job)
        else:
            self._lose(job, Lost("crash", f"the process reading it {told}"))

    def _lose(self, job: _Job, lost: Lost) -> None:
        """Give up a document; of several, find out which it is."""
        if len(job.places) > 1:
            self._waiting.extendleft(reversed(job.alone()))
            return
        self._settled(job, job.places[0], encode(lost))

    def _settled(self, job: _Job, place: int, result: bytes) -> None:
        job.batch.settle(place, result)
        if job.batch.kind == "annotate":
            self._on_result(result)

    def _bury(self, process: Process) -> None:
        self._selector.unregister(process.replies)
        process.kill()


def _error(kind: str, subject: str, reason: str) -> VerbaleError:
    classes = {one.__name__: one for one in (LexiconError, LanguageModelMissing)}
    return classes.get(kind, WorkersFailed)(subject, reason)
