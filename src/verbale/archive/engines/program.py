"""The Daft program: one and the same on this machine (native runner) and on a Ray cluster.

A query runs over one shard or a few small ones, and our own ledger says what is finished: the
native runner fails a query when one of its processes dies, and Ray does not always survive the loss
of a node.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from importlib import import_module
from itertools import islice
from types import TracebackType
from typing import Any, Self

import msgspec

from verbale.archive.engines.actor import Actor, Envelope, Orders
from verbale.archive.engines.engine import Item, T
from verbale.archive.frames import Kind
from verbale.archive.options import ArchiveOptions
from verbale.archive.pool import Spent
from verbale.archive.setup import Setup
from verbale.errors import UsageError, VerbaleError

#: How many documents an actor is given at once.
_BATCH: dict[Kind, int] = {"sift": 64, "annotate": 4}
_ENVELOPES = msgspec.msgpack.Decoder(Envelope)
_TRIES = 3
#: On Ray, so many parts an actor: those of a node that is lost go to the others.
_PARTS = 4


class EngineFailed(VerbaleError):
    """The engine could not finish a query; what was finished before is kept."""

    advice = "the same command goes on from there"


class Program:
    """Daft, natively or on Ray. Raises `UsageError` where it is not installed."""

    def __init__(
        self, options: ArchiveOptions, setup: Setup, on_result: Callable[[bytes], None]
    ) -> None:
        self.spent = Spent()
        self._options, self._setup, self._on_result = options, setup, on_result
        self._daft = _daft(options)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        return None

    def run(self, kind: Kind, items: Iterable[Item[T]]) -> Iterator[tuple[T, list[bytes]]]:
        """Each item with the results of its documents. Small items share a query, since one takes
        seconds to begin."""
        waiting: list[Item[T]] = []
        for item in items:
            waiting.append(item)
            if sum(len(documents) for _, documents in waiting) >= self._options.shard:
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
        for data in self._collected(kind, documents):
            envelope = _ENVELOPES.decode(data)
            self.spent.cpu[kind] += envelope.cpu
            self.spent.peak = max(self.spent.peak, envelope.peak)
            self.spent.deaths += envelope.deaths
            results.append(envelope.result)
            if kind == "annotate":
                self._on_result(envelope.result)
        return results

    def _collected(self, kind: Kind, documents: Sequence[bytes]) -> list[bytes]:
        """The envelopes of all documents. A query that fails is asked again."""
        failures = _failures()
        told = ""
        for _ in range(_TRIES):
            try:
                found = self._query(kind, documents).to_pydict()
            except failures as error:
                told = next(iter(str(error).strip().splitlines()[-1:]), type(error).__name__)
                continue
            in_order = sorted(zip(found["place"], found["envelope"], strict=True))
            return [data for _, data in in_order]
        raise EngineFailed(f"--engine {self._options.engine}", f"failed {_TRIES} times: {told}")

    def _query(self, kind: Kind, documents: Sequence[bytes]) -> Any:
        daft, options = self._daft, self._options
        orders = msgspec.msgpack.encode(Orders(self._setup, options.limits, kind))
        table = daft.from_pydict({"place": list(range(len(documents))), "document": documents})
        if options.engine == "ray":
            table = table.into_partitions(min(_PARTS * options.workers, len(documents)))
        work = _actors(daft, options.workers, _BATCH[kind])(orders).work
        return table.select("place", work(daft.col("document")).alias("envelope"))


def _actors(daft: Any, workers: int, batch: int) -> Any:
    """`Actor` as Daft has it."""
    method = daft.method.batch(Actor.work, return_dtype=daft.DataType.binary(), batch_size=batch)
    asked = type("Actor", (Actor,), {"work": method, "__module__": __name__})
    return daft.cls(asked, cpus=1, max_concurrency=workers)


def _daft(options: ArchiveOptions) -> Any:
    """The library, with the runner that is asked for."""
    os.environ.setdefault("DO_NOT_TRACK", "1")
    os.environ.setdefault("DAFT_PROGRESS_BAR", "0")
    name = options.engine
    try:
        daft = import_module("daft")
        if name == "ray":
            import_module("ray")
    except ImportError as error:
        advice = f"is not installed; install it with: pip install 'verbale[{name}]'"
        raise UsageError(f"--engine {name}", advice) from error
    if name == "ray":
        address = {"address": options.ray_address} if options.ray_address else {}
        import_module("ray").init(**address, log_to_driver=False, ignore_reinit_error=True)
        daft.set_runner_ray(noop_if_initialized=True)
    else:
        daft.set_runner_native()
    return daft


def _failures() -> tuple[type[Exception], ...]:
    """What a query may raise: the engine's own errors, and those of what ran in it."""
    found: list[type[Exception]] = [RuntimeError, OSError]
    found.append(import_module("daft.exceptions").DaftCoreException)
    with suppress(ImportError):
        found.append(import_module("ray.exceptions").RayError)
    return tuple(found)
