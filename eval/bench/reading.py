"""A folder of generated reports: read, read again, and read by two workers."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TypeVar

import msgspec
import psutil

from eval.bench import newsroom, rounds
from eval.bench.rows import Row

Answer = TypeVar("Answer")

#: How many reports the targets speak of.
FOLDER = 2000
_LOOK_EVERY = 0.1
#: Until this many steps every worker may still be loading the model.
_LOADING = 10
_HIGH_WATER = re.compile(r"^VmHWM:\s+(\d+) kB", re.M)


class Process(msgspec.Struct):
    """A process looked at from time to time: bytes taken at most, processor seconds so far."""

    peak: int = 0
    cpu: float = 0.0


class Watched(msgspec.Struct, frozen=True, kw_only=True):
    """A reading from outside. ``cpu`` seconds are of all processes together, ``busiest`` of the
    one that worked most; ``peak`` bytes of the largest; ``steps`` seconds after the beginning."""

    cpu: float
    busiest: float
    wall: float
    peak: int
    read: int
    steps: tuple[float, ...]

    @property
    def pace(self) -> float:
        """Reports a second once the models are loaded."""
        return (len(self.steps) - _LOADING) / (self.steps[-1] - self.steps[_LOADING - 1])

    def least(self, cores: int) -> float:
        """Seconds that the same work takes at least on so many cores that nobody else uses."""
        return max(self.cpu / cores, self.busiest)


def again_rows(reports: int, runs: int) -> list[Row]:
    """The second reading of an unchanged folder against the first, and the first one's memory."""
    with TemporaryDirectory() as place:
        folder, record = Path(place, "reports"), Path(place, "x.vrb")
        newsroom.write(folder, reports)
        first = watch(folder, record, 1)
        seconds = [watch(folder, record, 1) for _ in range(runs)]
    if first.read < reports or any(second.read for second in seconds):
        raise RuntimeError(f"read {first.read} of {reports}, again {[s.read for s in seconds]}")
    again = median(second.cpu for second in seconds)
    counted = f"{reports} reports, first read {first.cpu:.0f} s, again {again:.1f} s"
    return [
        Row(
            what="second read of an unchanged folder / first",
            value=again / first.cpu,
            target=0.05 if reports >= FOLDER else None,  # in a small one, starting is most of it
            unit="%",
            context=counted + " (first once)",
        ),
        Row(
            what="peak memory of a process that reads it",
            value=first.peak / 1e6,
            target=600,
            unit="MB",
            clock="resident",
            context=f"{reports} reports; reading again {seconds[0].peak / 1e6:.0f} MB",
        ),
    ]


def worker_rows(reports: int, runs: int) -> list[Row]:
    """Two workers against one: by the work done, and on the wall clock where cores are free."""
    with TemporaryDirectory() as place:
        folder = Path(place, "reports")
        newsroom.write(folder, reports)
        pairs = [_pair(folder, Path(place), number) for number in range(runs)]
        spare = median(rounds.spare_cores() for _ in range(runs))
    alone = spare >= rounds.ALONE
    context = f"{reports} reports; two busy loops at once ran {spare:.2f}x as fast as in turn"
    return [
        Row(
            what="--workers 2: work of one worker / least time of two on two free cores",
            value=median(one.cpu / two.least(2) for one, two in pairs),
            target=1.4,
            better="high",
            context=f"largest process {max(two.peak for _, two in pairs) / 1e6:.0f} MB",
        ),
        Row(
            what="--workers 2: whole reading, against one",
            value=median(one.wall / two.wall for one, two in pairs),
            target=1.4 if alone else None,
            better="high",
            clock="wall",
            context=context,
        ),
        Row(
            what="--workers 2: pace once models are loaded, against one",
            value=median(two.pace / one.pace for one, two in pairs),
            target=1.4 if alone else None,
            better="high",
            clock="wall",
            context="" if alone else "no verdict: the machine has no two cores to spare",
        ),
    ]


def _pair(folder: Path, place: Path, number: int) -> tuple[Watched, Watched]:
    order = (1, 2) if number % 2 == 0 else (2, 1)
    found = {n: watch(folder, place / f"{number}-{n}.vrb", n) for n in order}
    return found[1], found[2]


def watch(folder: Path, record: Path, workers: int) -> Watched:
    """Read ``folder`` in a process of its own and watch it until it ends."""
    command = [sys.executable, "-m", "eval.bench.reader", str(folder), str(record), str(workers)]
    before, begun = os.times(), time.monotonic()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        family = _look_after(process)
        told, _ = process.communicate()
    wall, after = time.monotonic() - begun, os.times()
    if process.returncode:
        raise RuntimeError(f"reading {folder} ended with {process.returncode}")
    waited_for = _children(after) - _children(before)  # exact, but workers are not among them
    answer = json.loads(told)
    return Watched(
        cpu=max(waited_for, sum(member.cpu for member in family)),
        busiest=max((member.cpu for member in family), default=waited_for),
        wall=wall,
        peak=max((member.peak for member in family), default=0),
        read=answer["read"],
        steps=tuple(answer["seconds"]),
    )


def _children(times: os.times_result) -> float:
    return times.children_user + times.children_system


def _look_after(process: subprocess.Popen[str]) -> list[Process]:
    """The processes of the family, looked at again and again until the first one ends."""
    watched, family = psutil.Process(process.pid), defaultdict[int, Process](Process)
    while process.poll() is None:
        for member in _tried(lambda: [watched, *watched.children(recursive=True)]) or ():
            seen = family[member.pid]
            seen.peak = _tried(partial(peak_of, member)) or seen.peak
            spent = _tried(member.cpu_times)
            seen.cpu = spent.user + spent.system if spent else seen.cpu
        time.sleep(_LOOK_EVERY)
    return list(family.values())


def peak_of(process: psutil.Process) -> int:
    """Bytes that were resident at most; where the system does not keep that, those that are."""
    status = Path(f"/proc/{process.pid}/status")
    found = _HIGH_WATER.search(status.read_text()) if status.exists() else None
    return int(found[1]) * 1024 if found else process.memory_info().rss


def _tried(ask: Callable[[], Answer]) -> Answer | None:
    """The answer, None where the process asked about has just ended."""
    try:
        return ask()
    except (psutil.Error, OSError):
        return None
