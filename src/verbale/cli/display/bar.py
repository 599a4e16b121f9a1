"""A bar on standard error while something goes on; nothing where that is no terminal."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from rich.progress import Progress, ProgressColumn, SpinnerColumn, TextColumn

from verbale.cli.display.terminal import err


class Bar:
    """Use as a context manager around what goes on; what is done is told in ``columns``."""

    def __init__(self, *columns: ProgressColumn) -> None:
        self._console = err()
        self._bar = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}"),
            *columns,
            console=self._console,
            transient=True,
            disable=not self._console.is_terminal,
        )

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
