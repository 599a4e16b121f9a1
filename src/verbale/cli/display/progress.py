"""A reading's progress on standard error: a bar on a terminal, a line for what goes wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.text import Text

from verbale.cli.display.bar import Bar
from verbale.cli.display.terminal import line

if TYPE_CHECKING:
    from verbale.desk import Step


class ReadingBar(Bar):
    """Shows how a reading goes on."""

    def __init__(self, *, doing: str = "Reading") -> None:
        super().__init__(
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            TextColumn("{task.fields[origin]}", style="dim", markup=False),
        )
        self._task = self._bar.add_task(doing, total=None, origin="")

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
