"""A reading's progress on standard error: a bar on a terminal, a line for what goes wrong."""

from __future__ import annotations

from types import TracebackType
from typing import TYPE_CHECKING, Self

from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from verbale.cli.display.terminal import err, line

if TYPE_CHECKING:
    from verbale.desk import Step


class ReadingBar:
    """Shows how a reading goes on. Use as a context manager around it."""

    def __init__(self, *, doing: str = "Reading") -> None:
        self._console = err()
        self._bar = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            TextColumn("{task.fields[origin]}", style="dim", markup=False),
            console=self._console,
            transient=True,
            disable=not self._console.is_terminal,
        )
        self._task = self._bar.add_task(doing, total=None, origin="")

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._bar.stop()

    def begin(self, total: int | None) -> None:
        """The number of documents is known, or not to be known."""
        self._bar.update(self._task, total=total)

    def advance(self, step: Step) -> None:
        """One document more; a line of its own for one that could not be read."""
        if step.outcome == "skipped":
            self.tell(step.origin, step.reason or "")
        self.step(step.origin)

    def step(self, name: str) -> None:
        """One thing more is done, called ``name``."""
        self._bar.update(self._task, advance=1, origin=line(name)[-40:])

    def tell(self, origin: str, reason: str) -> None:
        """What went wrong with an input."""
        words = Text(line(f"{origin}: {reason}"), style="yellow")
        self._console.print(words, soft_wrap=True)
