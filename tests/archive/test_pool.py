"""A poisonous document becomes a row of drops, and nothing else is lost."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import psutil
import pytest

from tests.archive.conftest import QUICK, files, rows, stories
from verbale.archive.job import archive
from verbale.archive.options import ArchiveOptions, Limits
from verbale.archive.pool import Pool, WorkersFailed
from verbale.archive.results import Lost, Rows, decode
from verbale.archive.setup import packed
from verbale.archive.worker import Start
from verbale.model import RawDocument

START = Start(memory=2_000_000_000)
LIMITS = Limits(seconds=20)


def documents(*texts: str) -> list[bytes]:
    return [packed(RawDocument(data=t.encode(), origin=str(n))) for n, t in enumerate(texts)]


def test_every_poison_is_a_drop_with_its_reason(lines: Any, tmp_path: Path, quick: None) -> None:
    texts = stories(8)
    poisons = {1: "DIE OF A SIGNAL", 3: "TAKE ALL MEMORY", 4: "HANG", 6: "END QUIETLY", 7: "PRINT"}
    for place, poison in poisons.items():
        texts[place] += f" {poison}."
    options = ArchiveOptions(triage=(), workers=2, limits=Limits(seconds=15))
    done = archive([lines(texts)], tmp_path / "out", options)
    assert done.manifest is not None
    assert done.manifest.reports == 4
    assert {row["place"][-1]: row["reason"] for row in rows(tmp_path / "out", "drops")} == {
        "1": "crash",
        "3": "memory",
        "4": "time-out",
        "6": "crash",
    }
    drop = rows(tmp_path / "out", "drops")[0]
    assert (drop["detail"], drop["url"]) == (
        f"the process reading it died of signal {signal.SIGSEGV.value}",
        "https://tarn.example/1",
    )


def test_of_several_documents_only_the_poisonous_one_is_lost() -> None:
    texts = ["One.", "Two. DIE OF A SIGNAL", "Three.", "Four."]
    with Pool(START, 1, LIMITS, command=QUICK) as workers:
        results = workers.finish(workers.submit("sift", documents(*texts)))
    assert [type(decode(result)) for result in results] == [Rows, Lost, Rows, Rows]


def test_killed_workers_lose_and_double_nothing(lines: Any, tmp_path: Path, quick: None) -> None:
    source, options = lines(stories(30)), ArchiveOptions(triage=(), workers=2)
    archive([source], tmp_path / "whole", options)
    killer = _Killer(times=3)
    done = archive([source], tmp_path / "out", options, killer)
    assert done.deaths >= 3
    assert files(tmp_path / "out") == files(tmp_path / "whole")


class _Killer:
    """Kills a worker now and then, as a system short of memory does."""

    def __init__(self, times: int) -> None:
        self.left = times
        self.seen = 0

    def begin(self, *_: Any) -> None: ...

    def shard(self, *_: Any) -> None: ...

    def result(self, _: bytes) -> None:
        self.seen += 1
        if self.left and not self.seen % 4:
            self.left -= 1
            victim = _workers()[0]
            victim.kill()
            # A worker that is still dying must not be taken for one more to kill.
            while victim.status() != psutil.STATUS_ZOMBIE:
                time.sleep(0.01)


def _workers() -> list[psutil.Process]:
    """The quick workers of this process that are alive; other tests may have left it other
    children, such as the resource tracker of `multiprocessing`."""
    return [
        child
        for child in psutil.Process().children()
        if child.status() != psutil.STATUS_ZOMBIE and QUICK[-1] in child.cmdline()
    ]


def test_workers_that_cannot_begin_end_the_job() -> None:
    command = (sys.executable, "-c", "raise SystemExit('no such luck')")
    with (
        Pool(START, 1, LIMITS, command=command) as workers,
        pytest.raises(WorkersFailed, match="no such luck"),
    ):
        workers.finish(workers.submit("annotate", documents("One.")))


def test_workers_end_with_the_pool_and_with_its_process() -> None:
    script = (
        "import sys; from verbale.archive.pool import *; from tests.archive.test_pool import *\n"
        "p = Pool(START, 1, LIMITS, command=QUICK); b = p.submit('annotate', documents('HANG'))\n"
        "while None in p._busy.values(): p._step()\nprint('on', flush=True); p.finish(b)"
    )
    caller = subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, cwd=Path(__file__).parents[2]
    )
    assert caller.stdout is not None
    caller.stdout.readline()
    (worker,) = psutil.Process(caller.pid).children()
    caller.kill()
    caller.wait()
    caller.stdout.close()
    worker.wait(120)


def test_a_pool_leaves_no_process_behind() -> None:
    with Pool(START, 2, LIMITS, command=QUICK) as workers:
        workers.finish(workers.submit("annotate", documents("One.", "Two.")))
        assert _workers()
    assert not _workers()
