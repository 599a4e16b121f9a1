"""What an engine does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from types import TracebackType
from typing import Protocol, Self, TypeVar

from verbale.archive.frames import Kind
from verbale.archive.options import ArchiveOptions
from verbale.archive.pool import Spent
from verbale.archive.setup import Setup

T = TypeVar("T")
#: Something with its documents, as `verbale.archive.batch.packed` gives them.
Item = tuple[T, Sequence[bytes]]


class Engine(Protocol):
    """Runs the batch function. Use as a context manager."""

    spent: Spent

    def __enter__(self) -> Self:
        """Ready to run."""
        ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        """Nobody waits for results any more."""
        ...

    def run(self, kind: Kind, items: Iterable[Item[T]]) -> Iterator[tuple[T, list[bytes]]]:
        """Each item with the results of its documents, both in order. The items of one run may
        come from another."""
        ...


def engine_for(options: ArchiveOptions, setup: Setup, on_result: Callable[[bytes], None]) -> Engine:
    """The engine that ``options`` name; ``on_result`` hears of every report annotated.

    Raises `UsageError` where it is not installed."""
    if options.engine == "local":
        from verbale.archive.engines.local import Local

        return Local(options, setup, on_result)
    from verbale.archive.engines.program import Program

    return Program(options, setup, on_result)
