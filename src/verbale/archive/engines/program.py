"""The engine that runs the Daft program, natively on this machine or on a Ray cluster.

A query runs over one shard or a few small ones, and our own ledger says what is finished: the
native runner fails a query when one of its processes dies, and Ray does not always survive the loss
of a node. So a process of its own asks (see `verbale.archive.engines.driver`), and where it fails
another one asks again.
"""

from __future__ import annotations

import select
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib.util import find_spec
from itertools import islice
from types import TracebackType
from typing import Self

import msgspec

from verbale.archive.engines.actor import Envelope
from verbale.archive.engines.calls import Called
from verbale.archive.engines.engine import Item, T
from verbale.archive.engines.queries import EngineFailed
from verbale.archive.frames import Kind, Task
from verbale.archive.options import ArchiveOptions
from verbale.archive.pool import Spent
from verbale.archive.process import Process
from verbale.archive.setup import Setup
from verbale.errors import UsageError

_ENVELOPES = msgspec.msgpack.Decoder(Envelope)
_DRIVER = (sys.executable, "-m", "verbale.archive.engines.driver")
#: How often a query is asked; every loss of a node costs one.
_TRIES = 5
_BEGIN_WITHIN = 180.0
_LEAVE_WITHIN = 15.0


class Program:
    """Daft, natively or on Ray. Raises `UsageError` where it is not installed."""

    def __init__(
        self, options: ArchiveOptions, setup: Setup, on_result: Callable[[bytes], None]
    ) -> None:
        _require(options)
        self.spent = Spent()
        self._called = Called(
            engine=options.engine,
            address=options.ray_address,
            workers=options.workers,
            setup=setup,
            limits=options.limits,
        )
        self._together_from, self._on_result = options.shard, on_result
        self._driver: Process | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        if self._driver is not None:
            self._driver.end(0 if kind else _LEAVE_WITHIN)

    def run(self, kind: Kind, items: Iterable[Item[T]]) -> Iterator[tuple[T, list[bytes]]]:
        """Each item with the results of its documents. Small items share a query, since one takes
        seconds to begin."""
        waiting: list[Item[T]] = []
        for item in items:
            waiting.append(item)
            if sum(len(documents) for _, documents in waiting) >= self._together_from:
                yield from self._together(kind, waiting)
                waiting = []
        yield from self._together(kind, waiting)

    def _together(self, kind: Kind, items: Sequence[Item[T]]) -> Iterator[tuple[T, list[bytes]]]:
        documents = [document for _, mine in items for document in mine]
        results = iter(self._results(kind, documents) if documents else ())
        for item, mine in items:
            yield item, list(islice(results, len(mine)))

    def _results(self, kind: Kind, documents: Sequence[bytes]) -> list[bytes]:
        results = []
        for data in self._envelopes(Task(kind, list(documents))):
            envelope = _ENVELOPES.decode(data)
            self.spent.cpu[kind] += envelope.cpu
            self.spent.peak = max(self.spent.peak, envelope.peak)
            self.spent.deaths += envelope.deaths
            results.append(envelope.result)
            if kind == "annotate":
                self._on_result(envelope.result)
        return results

    def _envelopes(self, task: Task) -> list[bytes]:
        """What comes of a query; one that fails is asked again, by another driver."""
        told = ""
        for _ in range(_TRIES):
            driver = self._driver = self._driver or self._begun()
            reply = driver.reply() if driver.give(task) else None
            if reply is not None and reply.results is not None:
                return reply.results
            told = reply.trouble[2] if reply and reply.trouble else _end_of(driver)
            driver.end()
            self._driver = None
        raise EngineFailed(f"--engine {self._called.engine}", f"failed {_TRIES} times: {told}")

    def _begun(self) -> Process:
        """A driver that is ready. Raises `EngineFailed`."""
        driver = Process(_DRIVER, self._called)
        try:
            heard, _, _ = select.select([driver.replies], [], [], _BEGIN_WITHIN)
            reply = driver.reply() if heard else None
            if reply is None:
                told = _end_of(driver) if heard else f"did not begin in {_BEGIN_WITHIN:.0f} s"
                raise EngineFailed(f"--engine {self._called.engine}", told)
            if reply.trouble:
                raise EngineFailed(*reply.trouble[1:])
        except BaseException:
            driver.end()
            raise
        return driver


def _end_of(driver: Process) -> str:
    return f"its driver {driver.autopsy()}: {driver.complaint()}"


def _require(options: ArchiveOptions) -> None:
    needed = ("daft", "ray") if options.engine == "ray" else ("daft",)
    if any(find_spec(name) is None for name in needed):
        advice = f"is not installed; install it with: pip install 'verbale[{options.engine}]'"
        raise UsageError(f"--engine {options.engine}", advice)
