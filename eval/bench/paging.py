"""Every page of a large record beside the same page of a small one, alone and beside a writer."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from eval.bench import crowd
from eval.bench.rows import Row
from eval.bench.serving import Server, serving

#: What is asked of a page, of a search, and of the slowest pages beside a writer.
_PAGE, _SEARCH, _BESIDE = 3.0, 5.0, 2.0
#: How many reports the target speaks of.
REPORTS = 100_000
#: A word that nearly all generated reports have, and one that a few have.
_COMMON, _RARE = "talks", "ferry"


def pages(record: Path) -> dict[str, str]:
    """What each page is called, and its address in this record: the largest matter, and entries
    from the middle."""
    with sqlite3.connect(f"file:{record}?mode=ro", uri=True) as db:
        (matter,) = db.execute(
            "SELECT matter FROM links GROUP BY matter ORDER BY count(*) DESC, matter LIMIT 1"
        ).fetchone()
        middle = {
            table: db.execute(
                f"SELECT id FROM {table} ORDER BY id LIMIT 1"
                f" OFFSET (SELECT count(*) / 2 FROM {table})"
            ).fetchone()[0]
            for table in ("reports", "statements", "acts", "positions", "actors")
        }
        (country,) = db.execute(
            "SELECT country FROM statements WHERE country IS NOT NULL"
            " GROUP BY country ORDER BY count(*) DESC LIMIT 1"
        ).fetchone()
        (person,) = db.execute(
            "SELECT name FROM actors WHERE kind = 'person' GROUP BY name ORDER BY count(*) DESC"
        ).fetchone()
    db.close()
    return {
        "matters": "/",
        "a matter": f"/matters/{matter}",
        "lanes": f"/matters/{matter}/lanes",
        "statements": "/statements",
        "statements of a state": f"/statements?country={country}",
        "statements on a matter": f"/statements?matter={matter}",
        "statements, the last page": "/statements?offset=900",
        "statements, newest first": "/statements?order=-day",
        "positions": "/positions",
        "acts": "/acts",
        "actors": "/actors",
        "actors called": f"/actors?name={person}",
        "reports": "/reports",
        "reports on a matter": f"/reports?matter={matter}",
        "outlets": "/outlets",
        "a report": f"/reports/r{middle['reports']}",
        "a statement": f"/entries/s{middle['statements']}",
        "a position": f"/entries/p{middle['positions']}",
        "an act": f"/entries/e{middle['acts']}",
        "an actor": f"/entries/a{middle['actors']}",
        "review": "/review",
        "search, a word of most reports": f"/search?q={_COMMON}",
        "search, a rare word": f"/search?q={_RARE}",
        "statements that hold a word": f"/statements?text={_COMMON}",
        "api, statements": "/api/statements?limit=50",
        "api, search": f"/api/search?q={_COMMON}",
    }


def rows(reports: int, runs: int) -> list[Row]:
    """A row for each page, its median in a record of ``reports`` over that in one of a hundred; and
    the 95th percentile of the large one's pages while a writer adds reports, over that without."""
    with TemporaryDirectory() as place:
        small, large = Path(place, "small.vrb"), Path(place, "large.vrb")
        crowd.read_base(small)
        crowd.make(large, reports, small)
        return compared(small, large, runs)


def compared(small: Path, large: Path, runs: int) -> list[Row]:
    """The rows for two records that there are already."""
    asked = {"small": pages(small), "large": pages(large)}
    with serving(small) as one, serving(large) as other:
        names = list(asked["large"])
        times: dict[str, dict[str, list[float]]] = {"small": {}, "large": {}}
        for _ in range(runs + 1):  # the first round is not counted: it makes what is kept
            for name in names:
                for which, server in (("small", one), ("large", other)):
                    taken = server.seconds(asked[which][name])
                    times[which].setdefault(name, []).append(taken)
        found = [_row(name, times["small"][name][1:], times["large"][name][1:]) for name in names]
        alone = [taken for name in names for taken in times["large"][name][1:]]
        beside = _beside_writer(other, large, asked["large"], runs)
    return [*found, _writer_row(alone, beside)]


def _row(name: str, small: list[float], large: list[float]) -> Row:
    one, other = median(small), median(large)
    return Row(
        what=f"page: {name}",
        value=other / one,
        target=_SEARCH if "search" in name or "word" in name else _PAGE,
        clock="wall",
        context=f"{one * 1000:.0f} and {other * 1000:.0f} ms",
    )


def _beside_writer(server: Server, record: Path, asked: dict[str, str], runs: int) -> list[float]:
    """The times of all pages while another process adds reports without pause."""
    command = [sys.executable, "-m", "eval.bench.adding", str(record), "3600"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        try:
            assert writer.stdout is not None
            if not writer.stdout.readline():  # it is adding from here on
                raise RuntimeError("the writer could not add a report")
            return [server.seconds(path) for _ in range(runs) for path in asked.values()]
        finally:
            writer.kill()


def _writer_row(alone: list[float], beside: list[float]) -> Row:
    before, after = percentile(alone), percentile(beside)
    return Row(
        what="95th percentile of all pages while a writer adds reports / without",
        value=after / before,
        target=_BESIDE,
        clock="wall",
        context=f"{before * 1000:.0f} and {after * 1000:.0f} ms",
    )


def percentile(times: list[float], part: float = 0.95) -> float:
    """The time that so large a part of them does not pass."""
    return sorted(times)[min(int(part * len(times)), len(times) - 1)]
