"""origins and sources, as they are printed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from verbale.record import Record


def test_origins_show_chain_and_count(
    run: Run, record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = json.loads(run("origins", "s1", "--json").out)
    assert row["entry"] == "s1"
    assert row["carriers"][0]["chain"]["links"][-1]["role"] == "speaker"
    assert run("origins", "s1").lines[0].startswith("entry\torigin\treport")
    monkeypatch.setenv("FORCE_COLOR", "1")
    page = run("origins", "s1").plain
    assert "1 origin" in page
    assert "How it came to this report" in page


def test_origins_of_what_has_none(run: Run, record: Path) -> None:
    assert run("origins", "r1").code == 2
    assert run("origins", "s99999").code == 3


def test_cut_of_what_is_not_joined_is_refused(run: Run, record: Path) -> None:
    assert run("origins", "s1", "--cut", "s2", "--author", "Ada").code == 2


def test_sources_are_listed_with_what_they_are(run: Run, record: Path) -> None:
    rows = json.loads(run("sources", "--json").out)["rows"]
    with Record(record, read_only=True) as opened:
        named = {row.outlet for row in opened.each_report() if row.outlet}
    assert named <= {name for row in rows for name in (row["name"], *row["also"])}
    assert any(row["kind"] == "agency" for row in rows)


def test_lists_say_on_how_much_each_entry_rests(run: Run, record: Path) -> None:
    head, *rows = run("statements").lines
    assert head.endswith("\trests on")
    told = {row.rsplit("\t", 1)[1] for row in rows}
    assert "1 report" in told
    assert all(words == "1 report" or " origin" in words for words in told)
