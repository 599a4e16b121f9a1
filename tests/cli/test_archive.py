"""``verbale annotate --out`` from the command line."""

from __future__ import annotations

import json
import signal
from pathlib import Path

import pytest

from tests.cli.conftest import SAMPLES, Run
from verbale.archive import job
from verbale.record import Record, together

STORY = SAMPLES / "islands" / "02-trawler-kelvane.txt"


def test_an_archive_is_made_and_told_of(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    out = tmp_path / "archive"
    made = run("annotate", str(STORY), str(tmp_path / "empty.txt"), "--out", str(out))
    assert made.code == 0
    assert "2 read: 1 reports with" in made.out
    assert "Left out 1: unreadable 1" in made.out
    assert "core-hours" in made.out
    again = run("annotate", str(STORY), str(tmp_path / "empty.txt"), "--out", str(out), "--json")
    assert json.loads(again.out)["manifest"]["reports"] == 1
    other = run("annotate", str(STORY), "--out", str(out))
    assert other.code == 2
    assert "of other inputs" in other.err


def test_fields_are_mapped(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"story": "The two ministries met on Monday."}\n')
    told = run("annotate", str(tmp_path / "a.jsonl"), "--field", "text=story")
    assert json.loads(told.out)["text"] == "The two ministries met on Monday."
    assert run("annotate", str(tmp_path / "a.jsonl"), "--field", "story").code == 2


def test_a_slice_is_read_into_a_record(run: Run, tmp_path: Path) -> None:
    out, record = str(tmp_path / "archive"), str(tmp_path / "r.vrb")
    assert run("annotate", str(STORY), "--out", out, "--no-triage").code == 0
    told = run("archive", out, "--type", "direct")
    at = told.lines[0].split("\t").index("in")
    (headline,) = {line.split("\t")[at] for line in told.lines[1:]}
    assert headline in STORY.read_text(encoding="utf-8")
    assert run("archive", out, "--polarity", "denies").code == 0
    none = run("read", out, "--where", "since = 2040", "-r", record)
    assert (none.code, none.out) == (0, f"nothing to read: no report of {out} fits since = 2040.\n")
    assert "1 new report" in run("read", out, "--where", "language = en", "-r", record).out
    assert run("read", str(STORY), "--where", "language = en", "-r", record).code == 2
    assert run("read", out, str(STORY), "-r", record).code == 2


def test_a_slice_that_is_stopped_keeps_nothing_by_halves(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, record = str(tmp_path / "archive"), str(tmp_path / "r.vrb")
    assert run("annotate", str(STORY), "--out", out, "--no-triage").code == 0
    with monkeypatch.context() as patched:
        patched.setattr(together.tallies, "put_run", lambda *_: signal.raise_signal(signal.SIGTERM))
        stopped = run("read", out, "-r", record)
    assert (stopped.code, "Stopped" in stopped.err) == (130, True)
    with Record(record) as kept:
        assert (kept.reports().total, kept.check()) == (0, ())
    assert "1 new report" in run("read", out, "-r", record).out


def test_an_archive_is_stopped_by_sigterm_as_by_ctrl_c(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "archive"
    with monkeypatch.context() as patched:
        patched.setattr(job, "_write", lambda *_: signal.raise_signal(signal.SIGTERM))
        stopped = run("annotate", str(STORY), "--out", str(out), "--no-triage")
    assert (stopped.code, "the same command goes on" in stopped.err) == (130, True)
    assert run("annotate", str(STORY), "--out", str(out), "--no-triage").code == 0
