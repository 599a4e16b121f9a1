"""Runs things in turn, so that a machine that slows down slows all of them alike."""

from __future__ import annotations

import gc
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from statistics import median

Clock = Callable[[], float]
Times = dict[str, list[float]]
#: Two busy loops at once must do this many times what one does for wall clocks to be judged.
ALONE = 1.8
#: Two busy loops at once must do this many times what one does for wall clocks to be judged.
ALONE = 1.8


def interleaved(
    runs: int, prepare: Callable[[], Mapping[str, Callable[[], object]]], clock: Clock
) -> Times:
    """The time of each task in each of ``runs`` rounds, by ``clock``, in seconds.

    ``prepare`` gives the tasks of a round, untimed. They run in order of name, in every second
    round backwards.
    """
    times: Times = {}
    for number in range(runs):
        tasks = prepare()
        for name in sorted(tasks, reverse=bool(number % 2)):
            gc.collect()
            begun = clock()
            tasks[name]()
            times.setdefault(name, []).append(clock() - begun)
    return times


def ratio(over: Sequence[float], under: Sequence[float]) -> float:
    """The median of the ratios, round by round."""
    return median(a / b for a, b in zip(over, under, strict=True))


def cpu() -> float:
    """Processor seconds of this process, all threads: waiting for other programs counts nothing."""
    return time.process_time()


_LOOP = """
import time
begun = time.monotonic()
for _ in range(30_000_000):
    pass
print(time.monotonic() - begun)
"""


def spare_cores() -> float:
    """How much more two busy loops get done at once than in turn; 2 when undisturbed."""
    return 2 * _slowest_of(1) / _slowest_of(2)


def _slowest_of(count: int) -> float:
    command = [sys.executable, "-c", _LOOP]
    loops = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(count)]
    return max(float(loop.communicate()[0]) for loop in loops)
