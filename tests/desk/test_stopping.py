"""Ctrl-C is heeded even where Python drops what it raises."""

from __future__ import annotations

import os
import signal
from contextlib import suppress
from pathlib import Path

from tests.desk.test_reading import put_reports
from verbale.desk import ReadOptions, Step, read
from verbale.desk.stopping import Heeding, Stopping
from verbale.record import Record


class _Swallowing:
    """A progress during which somebody asks to stop, and the interrupt gets lost."""

    def __init__(self) -> None:
        self.steps = 0

    def begin(self, total: int | None) -> None:
        """Nothing."""

    def advance(self, step: Step) -> None:
        """Lose a Ctrl-C, as a finalizer would."""
        self.steps += 1
        with suppress(KeyboardInterrupt):
            os.kill(os.getpid(), signal.SIGINT)


def test_a_lost_interrupt_ends_the_reading(tmp_path: Path) -> None:
    folder, swallowing, stopping = put_reports(tmp_path / "reports", 5), _Swallowing(), Stopping()
    with Record(tmp_path / "x.vrb") as record, stopping.listening():
        summary = read([str(folder)], record, ReadOptions(), Heeding(swallowing, stopping))
        assert summary.interrupted
        assert swallowing.steps == record.counts().reports == 1
