"""The Daft program: one and the same on this machine (native runner) and on a Ray cluster."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from typing import Any

import msgspec

from verbale.archive.engines.actor import Actor, Orders
from verbale.archive.engines.calls import Called
from verbale.archive.frames import Kind
from verbale.errors import VerbaleError

#: How many documents an actor is given at once.
_BATCH: dict[Kind, int] = {"sift": 64, "annotate": 4}
#: On Ray, so many parts an actor, for an even load to the end.
_PARTS = 4
#: A cluster without processors is given so many seconds to get some back.
_PATIENCE, _PAUSE = 60.0, 2.0


class EngineFailed(VerbaleError):
    """The engine could not begin or finish a query; what was finished before is kept."""

    advice = "the same command goes on from there"


class Queries:
    """Daft, ready to be asked. Raises `EngineFailed` where no cluster answers."""

    def __init__(self, called: Called) -> None:
        self._called = called
        os.environ.setdefault("DO_NOT_TRACK", "1")
        os.environ.setdefault("DAFT_PROGRESS_BAR", "0")
        self._daft = import_module("daft")
        if called.engine == "ray":
            self._ray = _joined(called.address)
            self._daft.set_runner_ray(noop_if_initialized=True)
        else:
            self._daft.set_runner_native()
            # Else batches go to actors in turn, and all wait for the slowest: places give the order
            self._daft.set_execution_config(maintain_order=False)

    def results(self, kind: Kind, documents: Sequence[bytes]) -> list[bytes]:
        """The envelope of each document, in order. Raises `EngineFailed`."""
        try:
            found = self._query(kind, documents).to_pydict()
        except _failures() as error:
            raise EngineFailed(f"--engine {self._called.engine}", _last_line(error)) from error
        in_order = sorted(zip(found["place"], found["envelope"], strict=True))
        return [data for _, data in in_order]

    def nodes(self) -> frozenset[str]:
        """The nodes of the cluster that are alive; none where there is no cluster."""
        if self._called.engine != "ray":
            return frozenset()
        return frozenset(node["NodeID"] for node in self._ray.nodes() if node["Alive"])

    def _query(self, kind: Kind, documents: Sequence[bytes]) -> Any:
        daft, called = self._daft, self._called
        workers = self._workers()
        orders = msgspec.msgpack.encode(Orders(called.setup, called.limits, kind))
        table = daft.from_pydict({"place": list(range(len(documents))), "document": documents})
        if called.engine == "ray":
            table = table.into_partitions(min(_PARTS * workers, len(documents)))
        work = _actors(daft, workers, _BATCH[kind])(orders).work
        return table.select("place", work(daft.col("document")).alias("envelope"))

    def _workers(self) -> int:
        """As many as are asked for, and no more than the cluster has processors: Daft would wait
        for those that are missing."""
        if self._called.engine != "ray":
            return self._called.workers
        end = time.monotonic() + _PATIENCE
        while (there := int(self._ray.cluster_resources().get("CPU", 0))) < 1:
            if time.monotonic() > end:
                raise EngineFailed("the Ray cluster", "has no processors left")
            time.sleep(_PAUSE)
        return min(self._called.workers, there)


def _joined(address: str | None) -> Any:
    """Ray, as a part of the cluster at ``address``, else of one that begins here."""
    ray, failures = import_module("ray"), _failures()
    where = {"address": address} if address else {}
    try:
        ray.init(**where, log_to_driver=False, ignore_reinit_error=True)
    except failures as error:
        asked = f"--ray-address {address}" if address else "--engine ray"
        raise EngineFailed(asked, _last_line(error)) from error
    return ray


def _last_line(error: Exception) -> str:
    return next(iter(str(error).strip().splitlines()[-1:]), type(error).__name__)


def _actors(daft: Any, workers: int, batch: int) -> Any:
    """`Actor` as Daft has it."""
    method = daft.method.batch(Actor.work, return_dtype=daft.DataType.binary(), batch_size=batch)
    asked = type("Actor", (Actor,), {"work": method, "__module__": __name__})
    return daft.cls(asked, cpus=1, max_concurrency=workers)


def _failures() -> tuple[type[Exception], ...]:
    """What an engine may raise: its own errors, and those of what ran in it."""
    found: list[type[Exception]] = [RuntimeError, OSError, ValueError]
    found.append(import_module("daft.exceptions").DaftCoreException)
    with suppress(ImportError):
        found.append(import_module("ray.exceptions").RayError)
    return tuple(found)
