"""Archives by every engine that is installed, and a slice of one into a record."""

from __future__ import annotations

import importlib.util
import json
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from eval.bench import newsroom
from eval.bench.rounds import ALONE, ratio, spare_cores
from eval.bench.rows import Row
from verbale.archive.intake import take_in
from verbale.desk import Step
from verbale.record import Record
from verbale.record.connect import Db, open_view
from verbale.record.index import index_rows, stored_rows

#: How many reports the targets speak of.
REPORTS = 2_000
_TARGETS = {"daft": 1.4, "ray": 1.8}
_FEW = 2
_MEGABYTE = 1_000_000


class _Timed(NamedTuple):
    """One engine: seconds by the clock of each run, start-up taken off, and the most bytes of a
    worker."""

    seconds: list[float]
    peaks: list[int]


def rows(count: int, runs: int) -> list[Row]:
    """Wall clock of each engine over that of the pool, start-up taken off: that of a run over a
    few reports. Engines that are not installed have no row; on a busy machine nothing is judged."""
    names = ["local", *(name for name in _TARGETS if importlib.util.find_spec(name))]
    timed = {name: _Timed([], []) for name in names}
    spare = []
    with TemporaryDirectory() as folder:
        home = Path(folder)
        newsroom.write(home / "all", count)
        newsroom.write(home / "few", _FEW)
        for run in range(runs):
            for name in names:
                spare.append(spare_cores())
                start, _ = _made(home / "few", home / f"few-{name}-{run}", name)
                taken, peak = _made(home / "all", home / f"all-{name}-{run}", name)
                timed[name].seconds.append(taken - start)
                timed[name].peaks.append(peak)
    return [_pace(timed["local"], count, min(spare)), *_others(timed, alone=min(spare) >= ALONE)]


def _made(source: Path, out: Path, engine: str) -> tuple[float, int]:
    """Seconds by the clock, and the most bytes of a worker."""
    command = [sys.executable, "-m", "verbale.cli", "annotate", str(source), "--out", str(out)]
    options = ("--engine", engine, "--workers", "2", "--no-triage", "--json")
    # On this machine only: Ray then listens on the loopback interface.
    quiet = {"RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER": "0", "RAY_USAGE_STATS_ENABLED": "0"}
    began = time.monotonic()
    ended = subprocess.run(
        [*command, *options], env={**os.environ, **quiet}, capture_output=True, check=True
    )
    return time.monotonic() - began, json.loads(ended.stdout)["peak"]


def _pace(pool: _Timed, count: int, spare: float) -> Row:
    return Row(
        what="pool of two, reports a second",
        value=count / median(pool.seconds) if min(pool.seconds) > 0 else None,
        unit="/s",
        clock="wall",
        context=f"{_told(pool)}; {count} reports; two busy loops at once ran {spare:.2f}x as fast",
    )


def _others(timed: dict[str, _Timed], *, alone: bool) -> Iterator[Row]:
    pool = timed["local"]
    for name in filter(_TARGETS.get, timed):
        # A run over a few reports may take longer than one over all, where others hold it up.
        measured = min(*timed[name].seconds, *pool.seconds) > 0
        yield Row(
            what=f"{name} / pool, start-up apart",
            value=ratio(timed[name].seconds, pool.seconds) if measured else None,
            target=_TARGETS[name] if alone else None,
            clock="wall",
            context=_told(timed[name]) + ("" if alone else "; no verdict: others use the machine"),
        )


def _told(timed: _Timed) -> str:
    most = max(timed.peaks) / _MEGABYTE
    return f"{median(timed.seconds):.1f} s; at most {most:.0f} MB a worker"


class _Silence:
    def begin(self, total: int | None) -> None: ...

    def advance(self, step: Step) -> None: ...


def slice_rows(count: int, runs: int) -> list[Row]:
    """A whole archive into a record, over plain inserts of the rows that it then holds."""
    with TemporaryDirectory() as folder:
        home = Path(folder)
        newsroom.write(home / "all", count)
        _made(home / "all", home / "archive", "local")
        taken, plain = [], []
        for run in range(runs):
            taken.append(_taken_in(home / "archive", home / f"slice-{run}.vrb"))
            plain.append(_plain(home / f"slice-{run}.vrb", home / f"plain-{run}.vrb"))
    row = Row(
        what="slice into a record / plain inserts",
        value=ratio(taken, plain),
        target=3.0,
        context=f"{count} reports, {median(taken):.1f} s; plain {median(plain):.2f} s",
    )
    return [row]


def _taken_in(archive: Path, into: Path) -> float:
    with Record(into) as record:
        began = time.process_time()
        take_in(archive, record, "", _Silence())
        return time.process_time() - began


def _plain(full: Path, empty: Path) -> float:
    """Seconds to insert all rows of one record, indexed words with them, into the tables of
    another: plain statements in one transaction, with the indexes and triggers of a record."""
    Record(empty).close()
    db = open_view(full, patience=15)
    try:
        held = [_table(db, name) for (name,) in db.all(_TABLES)]
        held.append((_INDEX, list(index_rows(stored_rows(db)))))
    finally:
        db.close()
    with sqlite3.connect(empty) as target:
        began = time.process_time()
        for sql, rows in held:
            target.executemany(sql, rows)
        target.commit()
        return time.process_time() - began


def _table(db: Db, name: str) -> tuple[str, list[Any]]:
    """The rows of a table and the statement that inserts one."""
    names = [row[1] for row in db.all(f"PRAGMA table_info({name})")]
    columns = ", ".join(f'"{each}"' for each in names)
    marks = ", ".join("?" * len(names))
    sql = f"INSERT OR REPLACE INTO {name} ({columns}) VALUES ({marks})"
    return sql, db.all(f"SELECT {columns} FROM {name}")


#: The indexes of words have tables of their own; one is filled by triggers.
_TABLES = (
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
    " AND name NOT GLOB 'words*' AND name NOT GLOB 'called*'"
)
_INDEX = "INSERT INTO words (rowid, headline, body, content, frame) VALUES (?, ?, ?, ?, ?)"
