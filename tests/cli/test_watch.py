"""``verbale watch`` as a person or cron runs it; what a watch does is tested in tests/desk."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Run

DESK = """
[watch]
folders = ["in"]
atom = "news.xml"
{more}

[[follow]]
name = "the treaty"
parties = ["Japan", "Russia"]
terms = ["peace treaty"]
"""
NAYS = (
    "Moscow rules out talks\n\nMOSCOW, April 8, 2025 (Tarn Post) - Russia will not resume talks "
    "with Japan on a peace treaty, Foreign Ministry spokeswoman Ilsa Marren said on Tuesday.\n"
)
AYES = (
    "Moscow is ready\n\nMOSCOW, June 12, 2025 (Tarn Post) - Russia is ready to resume talks with "
    "Japan on a peace treaty, Foreign Ministry spokeswoman Ilsa Marren said on Thursday.\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "desk.toml").write_text(DESK.format(more=""))
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "nays.txt").write_text(NAYS)
    return tmp_path


def test_one_round_for_cron(run: Run, folder: Path) -> None:
    ended = run("watch", "--once")
    assert ended.code == 0
    assert "\tpositions\tthe treaty\tRussia on peace treaty, talks: refuses" in ended.out
    assert "1 folder: 1 new report, 1 statement; news: 1 position." in ended.err
    (folder / "in" / "ayes.txt").write_text(AYES)
    ended = run("watch", "--once")
    assert "talks: reversal" in ended.out
    assert "\tbefore\t2025-04-08\t" in ended.out
    ended = run("watch", "--once")
    assert (ended.code, ended.out) == (0, "")
    assert "no new report; news: nothing new." in ended.err
    assert (folder / "news.xml").read_text().count("<entry>") == 2


def test_on_a_terminal(run: Run, folder: Path, terminal: Callable[[int], None]) -> None:
    (folder / "in" / "ayes.txt").write_text(AYES)
    terminal(80)
    lines = run("watch", "--once").lines
    assert "the treaty  Russia on peace treaty, talks: reversal" in lines
    assert max(map(len, lines)) <= 80


def test_json(run: Run, folder: Path) -> None:
    (line,) = run("watch", "--once", "--json").out.splitlines()
    assert json.loads(line)["news"]["kind"] == "positions"


def test_an_input_that_fails_is_told_and_the_exit_code_says_so(run: Run, folder: Path) -> None:
    more = 'feeds = ["http://127.0.0.1:9/feed"]\nprivate = true'
    (folder / "desk.toml").write_text(DESK.format(more=more))
    ended = run("watch", "--once")
    assert ended.code == 1
    assert "http://127.0.0.1:9/feed: the connection failed" in ended.err
    assert "talks: refuses" in ended.out
    told = run("watch", "--status").out
    assert "the treaty" in told
    assert "failed once: the connection failed" in told
    status = json.loads(run("watch", "--status", "--json").out)
    assert status["waiting"] == {"atom": 0, "terminal": 0}
    assert len(status["inputs"]) == 2


def test_what_cannot_be_followed_is_told(run: Run, folder: Path) -> None:
    assert run("watch", "none.toml", "--once").code == 2
    assert run("watch", "--once", "--every", "often").code == 2
    (folder / "desk.toml").write_text("[[follow")
    assert run("watch", "--once").code == 2
