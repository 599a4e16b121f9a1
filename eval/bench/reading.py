"""A folder of generated reports: read, read again, and read by two workers."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TypeVar

import msgspec
import psutil

from eval.bench import newsroom
from eval.bench.rows import Row

Answer = TypeVar("Answer")

#: How many reports the targets speak of.
FOLDER = 2000
_LOOK_EVERY = 0.25
#: Until this many steps every worker may still be loading the model.
_LOADING = 10
_HIGH_WATER = re.compile(r"^VmHWM:\s+(\d+) kB", re.M)


class Watched(msgspec.Struct, frozen=True, kw_only=True):
    """A reading from outside: ``cpu`` of the process with its children, ``wall``, in seconds;
    ``peak`` bytes of the largest process of the family; ``steps`` seconds after its beginning."""

    cpu: float
    wall: float
    peak: int
    read: int
    steps: tuple[float, ...]

    @property
    def pace(self) -> float:
        """Reports a second once the models are loaded."""
        return (len(self.steps) - _LOADING) / (self.steps[-1] - self.steps[_LOADING - 1])


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
    """Two workers against one, on the wall clock: with their loading and without."""
    with TemporaryDirectory() as place:
        folder = Path(place, "reports")
        newsroom.write(folder, reports)
        pairs = [_pair(folder, Path(place), number) for number in range(runs)]
    got = median(_share_of_core(one) for one, _ in pairs)
    context = f"{reports} reports; one worker got {got:.0%} of a core"
    return [
        Row(
            what="--workers 2: pace against one, models loaded",
            value=median(two.pace / one.pace for one, two in pairs),
            target=1.4,
            better="high",
            clock="wall",
            context=context,
        ),
        Row(
            what="--workers 2: whole reading against one",
            value=median(one.wall / two.wall for one, two in pairs),
            better="high",
            clock="wall",
            context=f"largest process {max(two.peak for _, two in pairs) / 1e6:.0f} MB",
        ),
    ]


def _pair(folder: Path, place: Path, number: int) -> tuple[Watched, Watched]:
    order = (1, 2) if number % 2 == 0 else (2, 1)
    found = {n: watch(folder, place / f"{number}-{n}.vrb", n) for n in order}
    return found[1], found[2]


def _share_of_core(one: Watched) -> float:
    return one.cpu / one.wall


def watch(folder: Path, record: Path, workers: int) -> Watched:
    """Read ``folder`` in a process of its own and watch it until it ends."""
    command = [sys.executable, "-m", "eval.bench.reader", str(folder), str(record), str(workers)]
    before, begun = os.times(), time.monotonic()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        peak = max(_peaks(process), default=0)
        told, _ = process.communicate()
    wall, after = time.monotonic() - begun, os.times()
    if process.returncode:
        raise RuntimeError(f"reading {folder} ended with {process.returncode}")
    answer = json.loads(told)
    return Watched(
        cpu=after.children_user
        + after.children_system
        - before.children_user
        - before.children_system,
        wall=wall,
        peak=peak,
        read=answer["read"],
        steps=tuple(answer["seconds"]),
    )


def _peaks(process: subprocess.Popen[str]) -> Iterator[int]:
    """What each process of the family has taken at most, looked at until the first one ends."""
    watched = psutil.Process(process.pid)
    while process.poll() is None:
        for member in _tried(lambda: [watched, *watched.children(recursive=True)]) or ():
            yield _tried(partial(peak_of, member)) or 0
        time.sleep(_LOOK_EVERY)


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
