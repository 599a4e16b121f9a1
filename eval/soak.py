"""``python -m eval.soak --minutes 10``: a writer that is killed over and over, readers, one record.

On this machine alone: `verbale serve` shows a record to several readers while another process adds
reports to it, is killed (SIGKILL) every few seconds in the middle of whatever it does, and started
again. At the end everything that was acknowledged must be in the record once and whole, the file
sound, every page well answered, and the server no larger than one that is started only then and
asked for the same pages: the record has grown, so that a flat line cannot be asked for. Exit 1
where it is not.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from statistics import mean
from tempfile import TemporaryDirectory

import msgspec
import psutil

from eval.bench import crowd, paging
from eval.bench.serving import Server, serving
from verbale.record import Record

_READERS = 3
_BASES = 20
_REPORTS = 40
#: Seconds between two reports of the writer, and between two kills.
_PACE = 0.1
_LIVES = (1.5, 6.0)
_SAMPLED = 1.0
#: How many of the last samples of its memory are taken for the server's size at the end.
_LAST = 5
#: How often each reader asks a fresh server for every page, until it has what it will ever have.
_ROUNDS = 10
#: By how much the server may be larger than a fresh one, of that one's size: room for the heap's
#: holes, not for what is kept for good.
_MORE = 0.25


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What came of it. ``problems`` are sentences, none where all is well."""

    minutes: float
    kills: int
    acknowledged: int
    pages: int
    first_mb: float
    last_mb: float
    fresh_mb: float
    problems: tuple[str, ...]


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m eval.soak", description=__doc__)
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args(arguments)
    with TemporaryDirectory() as place:
        found = soak(Path(place, "soak.vrb"), given.minutes, given.seed)
    print(
        f"{found.minutes:g} minutes: {found.acknowledged:,} reports added by a writer killed"
        f" {found.kills} times, {found.pages:,} pages read; the server's memory"
        f" {found.first_mb:.0f} MB at first, {found.last_mb:.0f} MB at last, that of a fresh one"
        f" {found.fresh_mb:.0f} MB."
    )
    for problem in found.problems:
        print(f"WRONG: {problem}")
    if not found.problems:
        print("Nothing lost, nothing doubled, the file sound, no memory lost.")
    return int(bool(found.problems))


def soak(record: Path, minutes: float, seed: int) -> Outcome:
    """Make a record at a path and strain it."""
    crowd.read_base(record, _REPORTS, _BASES)
    with serving(record) as server:
        for path in paging.pages(record).values():  # what a server loads once is loaded
            server.seconds(path)
        end = time.monotonic() + 60 * minutes
        writer = _Writer(record, random.Random(seed))
        readers = [_Reader(server.home, record, n) for n in range(_READERS)]
        memory = _Memory(server.process.pid)
        runs = [*(partial(reader.until, end) for reader in readers), partial(memory.until, end)]
        with _running(runs):
            writer.until(end)
    last, fresh = mean(memory.samples[-_LAST:]), _fresh(record)
    problems = [*writer.problems, *(words for each in readers for words in each.problems)]
    if last > fresh * (1 + _MORE):
        problems.append(f"the server has {last:.0f} MB, a fresh one {fresh:.0f} MB")
    return Outcome(
        minutes=minutes,
        kills=writer.kills,
        acknowledged=len(writer.acknowledged),
        pages=sum(each.pages for each in readers),
        first_mb=memory.samples[0],
        last_mb=last,
        fresh_mb=fresh,
        problems=(*problems, *wrong(record, writer.acknowledged)),
    )


@contextmanager
def _running(runs: Sequence[Callable[[], None]]) -> Iterator[None]:
    """Each in a thread of its own, all awaited at the end."""
    threads = [threading.Thread(target=run) for run in runs]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        for thread in threads:
            thread.join()


def _fresh(record: Path) -> float:
    """Megabytes of a server that has only now been started, once every reader has asked it for
    every page some times."""
    with serving(record) as server:
        readers = [_Reader(server.home, record, n) for n in range(_READERS)]
        with _running([partial(reader.rounds, _ROUNDS) for reader in readers]):
            pass
        return _megabytes(psutil.Process(server.process.pid))


def _megabytes(process: psutil.Process) -> float:
    return float(process.memory_info().rss) / 1e6


def wrong(record: Path, acknowledged: list[str]) -> list[str]:
    """What is not right with a record to which these reports were added, as far as they said."""
    problems = []
    with Record(record) as opened:
        problems += [f"{problem}" for problem in opened.check()]
    with sqlite3.connect(record) as db:
        if db.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            problems.append("the file is not sound")
        held = [row[0] for row in db.execute("SELECT origin FROM reports")]
        lost = set(acknowledged) - set(held)
        if lost:
            problems.append(f"{len(lost)} reports were acknowledged and are not there")
        if len(held) != len(set(held)):
            problems.append("a report is there twice")
        for table in ("statements", "acts", "positions", "actors"):
            twice = f"SELECT 1 FROM {table} GROUP BY report, n HAVING count(*) > 1"
            if db.execute(twice).fetchone():
                problems.append(f"{table} are there twice")
    db.close()
    return problems


class _Writer:
    """Lives of a writer, one after the other, each ended by SIGKILL."""

    def __init__(self, record: Path, chance: random.Random) -> None:
        self._record = record
        self._chance = chance
        self.acknowledged: list[str] = []
        self.kills = 0
        self.problems: list[str] = []

    def until(self, end: float) -> None:
        """Live and die until then."""
        while time.monotonic() < end:
            self._live(min(self._chance.uniform(*_LIVES), max(end - time.monotonic(), 0.1)))

    def _live(self, seconds: float) -> None:
        """One life: so many seconds from its first report on."""
        first = len(self.acknowledged)
        command = [
            *(sys.executable, "-m", "eval.bench.adding", str(self._record)),
            *("86400", str(first), str(_PACE)),
        ]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            line = process.stdout.readline()
            killing = threading.Timer(seconds, process.kill)
            killing.start()
            while line.endswith("\n"):
                self.acknowledged.append(line.strip())
                line = process.stdout.readline()
            killing.cancel()
            process.kill()
        if process.returncode == -9:
            self.kills += 1
        else:
            self.problems.append(f"a writer ended by itself with {process.returncode}")


class _Reader:
    """Asks for one page after the other."""

    def __init__(self, home: str, record: Path, number: int) -> None:
        self._server = Server(home)
        self._asked = [*paging.pages(record).values()]
        random.Random(number).shuffle(self._asked)
        self.pages = 0
        self.problems: list[str] = []

    def until(self, end: float) -> None:
        """Read until then."""
        self._read(lambda: time.monotonic() < end)

    def rounds(self, number: int) -> None:
        """Read every page so many times."""
        self._read(lambda: self.pages < number * len(self._asked))

    def _read(self, goes_on: Callable[[], bool]) -> None:
        while goes_on():
            path = self._asked[self.pages % len(self._asked)]
            try:
                self._server.seconds(path)
            except Exception as error:  # noqa: BLE001 - whatever a page ends in is the finding
                self.problems.append(f"{path}: {error}")
                return
            self.pages += 1
        self._server.close()


class _Memory:
    """Measures a process: megabytes, a sample a second."""

    def __init__(self, pid: int) -> None:
        self._process = psutil.Process(pid)
        self.samples = [_megabytes(self._process)]

    def until(self, end: float) -> None:
        """Measure until then."""
        while time.monotonic() < end:
            self.samples.append(_megabytes(self._process))
            time.sleep(_SAMPLED)


if __name__ == "__main__":
    sys.exit(main())
