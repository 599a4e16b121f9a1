"""The engine for a desk: a pool of processes on this machine."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from types import TracebackType
from typing import Self

from verbale.archive.engines.engine import Item, T
from verbale.archive.frames import Kind
from verbale.archive.options import ArchiveOptions
from verbale.archive.pool import Batch, Pool
from verbale.archive.setup import Setup
from verbale.archive.worker import Start

#: How many documents a worker are handed in beyond the item that is waited for.
_AHEAD = 8


class Local:
    """A pool. Items are handed in ahead of the one that is waited for, so that no worker is idle
    while the last document of an item takes its time."""

    def __init__(
        self, options: ArchiveOptions, setup: Setup, on_result: Callable[[bytes], None]
    ) -> None:
        limits = options.limits
        start = Start(setup=setup, memory=limits.memory)
        self._pool = Pool(start, options.workers, limits, on_result=on_result)
        self.spent = self._pool.spent
        self._enough = _AHEAD * options.workers

    def __enter__(self) -> Self:
        self._pool.__enter__()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._pool.__exit__(kind, error, at)

    def run(self, kind: Kind, items: Iterable[Item[T]]) -> Iterator[tuple[T, list[bytes]]]:
        """Each item with the results of its documents."""
        waiting: deque[tuple[T, Batch]] = deque()
        ahead = 0
        for item, documents in items:
            waiting.append((item, self._pool.submit(kind, documents)))
            ahead += len(documents)
            while len(waiting) > 1 and ahead - len(waiting[0][1].documents) >= self._enough:
                first, batch = waiting.popleft()
                ahead -= len(batch.documents)
                yield first, self._pool.finish(batch)
        for item, batch in waiting:
            yield item, self._pool.finish(batch)
