"""Signals: taken at once while it is safe, held back while it is not."""

from __future__ import annotations

import signal

import pytest

from verbale.desk.watch import Stopping
from verbale.desk.watch.backoff import LONGEST, pause


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_stops_at_once(number: signal.Signals) -> None:
    before = signal.getsignal(number)
    with Stopping().listening(), pytest.raises(KeyboardInterrupt):
        signal.raise_signal(number)
    assert signal.getsignal(number) is before


def test_a_signal_waits_for_what_must_be_whole() -> None:
    stopping, done = Stopping(), []

    def work() -> None:
        with stopping.held_off():
            signal.raise_signal(signal.SIGTERM)
            done.append("the mark")
        done.append("what comes after")

    with stopping.listening(), pytest.raises(KeyboardInterrupt):
        work()
    assert done == ["the mark"]


def test_pauses_grow_to_a_day_and_are_spread() -> None:
    assert [pause(n, 900, None, lambda: 0.5) for n in (1, 2, 3)] == [900, 1800, 3600]
    assert pause(40, 900, None, lambda: 0.5) == LONGEST
    assert (pause(1, 100, None, lambda: 0), pause(1, 100, None, lambda: 1)) == (80, 120)
    assert pause(1, 100, 5000, lambda: 0.5) == 5000
