"""A short soak: half a minute, or as long as VERBALE_SOAK_MINUTES says (two in CI)."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from eval import soak
from eval.bench import growing
from verbale.record import Record


@pytest.mark.slow
def test_a_writer_that_is_killed_loses_and_doubles_nothing(tmp_path: Path) -> None:
    minutes = float(os.environ.get("VERBALE_SOAK_MINUTES", "0.5"))
    found = soak.soak(tmp_path / "x.vrb", minutes, seed=7)
    assert found.problems == ()
    assert min(found.kills, found.acknowledged, found.pages) > 0


@pytest.mark.slow
def test_the_soak_sees_what_is_wrong(tmp_path: Path) -> None:
    path = tmp_path / "x.vrb"
    with Record(path) as record:
        record.add(*growing.made(growing.bases(1), 0))
        (origin,) = (row.origin for row in record.each_report())
    assert soak.wrong(path, [origin]) == []
    assert soak.wrong(path, [origin, "lost"]) == ["1 reports were acknowledged and are not there"]
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA foreign_keys = OFF")
        db.execute(
            "INSERT INTO actors (report, record, who, place) SELECT report, record, who, place"
            " FROM actors"
        )
    db.close()
    assert "actors are there twice" in soak.wrong(path, [origin])
