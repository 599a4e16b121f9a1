"""What a process of Daft or Ray does: the same as a desk's pool, with one worker.

The worker is a process of its own here, too, so that a document that kills or stalls it costs a
row and not the query.
"""

from __future__ import annotations

from typing import Any

import msgspec

from verbale.archive.frames import Kind
from verbale.archive.options import Limits
from verbale.archive.pool import Pool
from verbale.archive.setup import Setup
from verbale.archive.worker import Start


class Orders(msgspec.Struct, frozen=True):
    """What an actor is told, wherever it is."""

    setup: Setup
    limits: Limits
    kind: Kind


class Envelope(msgspec.Struct, frozen=True, array_like=True):
    """A result on its way back, with what its batch has cost (with the first of each batch)."""

    result: bytes
    cpu: float = 0.0
    peak: int = 0
    deaths: int = 0


class Actor:
    """Works on batches. ``orders`` are encoded `Orders`."""

    def __init__(self, orders: bytes) -> None:
        told = msgspec.msgpack.decode(orders, type=Orders)
        start = Start(setup=told.setup, memory=told.limits.memory, kinds=(told.kind,))
        self._kind: Kind = told.kind
        self._pool = Pool(start, 1, told.limits)

    def work(self, documents: Any) -> list[bytes]:
        """An encoded `Envelope` for each document of a Daft series."""
        spent = self._pool.spent
        cpu, deaths = spent.cpu[self._kind], spent.deaths
        batch = self._pool.submit(self._kind, documents.to_pylist())
        first, *others = self._pool.finish(batch)
        cost = (spent.cpu[self._kind] - cpu, spent.peak, spent.deaths - deaths)
        told = [Envelope(first, *cost), *map(Envelope, others)]
        return [msgspec.msgpack.encode(envelope) for envelope in told]
