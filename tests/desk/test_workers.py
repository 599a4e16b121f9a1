"""Worker processes: the same results in the same order, whatever becomes of a worker."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil
import pytest

from tests.desk import dying
from tests.desk.test_reading import put_reports
from verbale.desk import Annotators, Failure, ReadOptions, annotators, read
from verbale.lexicon import default_lexicon
from verbale.model import Annotation, RawDocument
from verbale.record import Record

TEXT = b"Foreign Minister Ilse Marrin said on Tuesday that talks would go on."
_PATIENCE = 300.0  # a busy machine is slow, and no fault of the workers


def documents(*origins: str) -> list[RawDocument]:
    return [RawDocument(data=TEXT, origin=origin) for origin in origins]


def annotated(items: list[RawDocument], workers: int) -> list[Annotation | Failure | None]:
    with Annotators(default_lexicon(), {}, workers) as pool:
        return [result for _, result in pool.annotate(items)]


def test_workers_give_the_same_in_the_same_order() -> None:
    items = documents(*(f"{number}.txt" for number in range(12)))
    assert annotated(items, 2) == annotated(items, 1)


def test_what_is_no_document_keeps_its_place() -> None:
    first, last = documents("a.txt", "b.txt")
    with Annotators(default_lexicon(), {}, 2) as pool:
        given = [first, "between", last, "after"]
        assert [item for item, _ in pool.annotate(given)] == given


def test_reading_ahead_is_bounded() -> None:
    taken: list[int] = []

    def endless() -> Iterator[str]:
        for number in range(1_000_000):
            taken.append(number)
            yield str(number)

    with Annotators(default_lexicon(), {}, 2) as pool:
        next(iter(pool.annotate(endless())))
    assert len(taken) < 20


def test_only_the_document_that_kills_its_worker_is_lost(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(annotators, "_attempt", dying.attempt_or_die)
    once = tmp_path / dying.ONCE
    once.touch()
    origins = ["a.txt", "b.txt", str(once), "c.txt", dying.ALWAYS, "d.txt", "e.txt"]
    results = annotated(documents(*origins), 2)
    failed = [o for o, result in zip(origins, results, strict=True) if isinstance(result, Failure)]
    assert failed == [dying.ALWAYS]
    (failure,) = (result for result in results if isinstance(result, Failure))
    assert "died" in failure.reason


def test_a_lost_document_is_a_skip_of_the_reading(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(annotators, "_attempt", dying.attempt_or_die)
    monkeypatch.chdir(tmp_path)
    put_reports(tmp_path / "reports", 3)
    Path(dying.ALWAYS).write_bytes(TEXT)
    with Record("x.vrb") as record:
        summary = read(["reports", dying.ALWAYS], record, ReadOptions(workers=2))
        assert (summary.new, len(summary.skipped)) == (3, 1)
        assert record.skips()[0].name == dying.ALWAYS


@contextmanager
def started(folder: Path, record: Path) -> Iterator[subprocess.Popen[bytes]]:
    """The program reading ``folder`` with two workers; ended when the test is over."""
    command = [sys.executable, "-m", "verbale.cli", "read", folder, "--record", record, "-w", "2"]
    quiet, piped = subprocess.DEVNULL, subprocess.PIPE
    with subprocess.Popen(command, stdout=quiet, stderr=piped) as process:
        try:
            yield process
        finally:
            process.kill()


def until(met: Callable[[], bool]) -> bool:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        if met():
            return True
        time.sleep(0.02)
    return False


def holds(record: Path, number: int) -> bool:
    if not record.exists():
        return False
    try:
        with Record(record, read_only=True) as opened:
            return opened.counts().reports >= number
    except Exception:  # noqa: BLE001 - it is just being made
        return False


def test_workers_end_with_the_process_they_work_for(tmp_path: Path) -> None:
    folder, record = put_reports(tmp_path / "reports", 400), tmp_path / "x.vrb"
    with started(folder, record) as process:
        assert until(lambda: holds(record, 1))
        family = psutil.Process(process.pid).children(recursive=True)
    assert family
    assert until(lambda: not any(map(_is_at_work, family)))
    with Record(record) as opened:
        assert opened.check() == ()
        assert 0 < opened.counts().reports < 400


def test_ctrl_c_stops_at_once_and_keeps_the_record_whole(tmp_path: Path) -> None:
    folder, record = put_reports(tmp_path / "reports", 400), tmp_path / "x.vrb"
    with started(folder, record) as process:
        assert until(lambda: holds(record, 1))
        for member in (*psutil.Process(process.pid).children(recursive=True), process):
            with suppress(ProcessLookupError):  # one may have ended meanwhile
                os.kill(member.pid, signal.SIGINT)  # as a terminal does: to all of them
        _, told = process.communicate(timeout=_PATIENCE)
    assert process.returncode == 130
    assert told.decode().splitlines() == ["Stopped. What was read is kept; read again to go on."]
    with Record(record) as opened:
        assert opened.check() == ()
        assert 0 < opened.counts().reports < 400


def _is_at_work(process: psutil.Process) -> bool:
    """Whether it has not ended; one that nobody has asked for its end has ended, too."""
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def _is_childless(process: psutil.Process) -> bool:
    """Whether it has no children; one that ends while it is asked has none."""
    try:
        return process.children() == []
    except psutil.NoSuchProcess:
        return True


def test_leaving_early_leaves_no_worker_behind() -> None:
    before = set(psutil.Process().children(recursive=True))
    with Annotators(default_lexicon(), {}, 2) as pool:
        results = pool.annotate(documents(*(f"{number}.txt" for number in range(40))))
        next(results)
        during = set(psutil.Process().children(recursive=True)) - before
    assert during
    # The server of processes and a tracker go on.
    assert until(lambda: sum(map(_is_at_work, filter(_is_childless, during))) <= 2)
