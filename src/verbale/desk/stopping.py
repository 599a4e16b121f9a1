"""Stopping on Ctrl-C or SIGTERM: at once while waiting or reading, else when it is safe."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from verbale.desk.reading import Progress
    from verbale.desk.summary import Step


class Stopping:
    """Turns signals into `KeyboardInterrupt`, but not while something must not be cut in two."""

    def __init__(self) -> None:
        self.asked = False
        self._held = 0

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Take SIGINT and SIGTERM. Only the main thread may do so."""
        before: dict[signal.Signals, Any] = {
            number: signal.signal(number, self._take) for number in (signal.SIGINT, signal.SIGTERM)
        }
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    @contextmanager
    def held_off(self) -> Iterator[None]:
        """Nothing in here is cut short; a signal that comes meanwhile counts at its end."""
        self._held += 1
        try:
            yield
        finally:
            self._held -= 1
        self.check()

    def check(self) -> None:
        """Raise `KeyboardInterrupt` if a signal came and nothing keeps it off."""
        if self.asked and not self._held:
            raise KeyboardInterrupt

    def _take(self, number: int, frame: FrameType | None) -> None:  # noqa: ARG002
        self.asked = True
        self.check()


class Heeding:
    """A reading's progress that ends the reading once somebody has asked for it.

    Python drops the `KeyboardInterrupt` of a signal that comes while it runs a finalizer or a
    callback; asked after each document, it is heeded all the same.
    """

    def __init__(self, progress: Progress, stopping: Stopping) -> None:
        self._progress = progress
        self._stopping = stopping

    def begin(self, total: int | None) -> None:
        """As ``progress`` does."""
        self._progress.begin(total)

    def advance(self, step: Step) -> None:
        """As ``progress`` does. Raises `KeyboardInterrupt` once somebody has asked."""
        self._progress.advance(step)
        self._stopping.check()
