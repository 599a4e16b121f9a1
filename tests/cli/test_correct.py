"""correct, corrections, rebuild, and the decisions on actors."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from verbale.cli.authors import AUTHOR, author_of
from verbale.record import Record


@pytest.fixture(autouse=True)
def _me(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(AUTHOR, "Mara  Lind")


def test_a_correction_is_told_and_shown(run: Run, record: Path) -> None:
    told = run("correct", "s1", "--speaker", "Ines Ovar", "--country", "Japan", "--reason", "below")
    assert told.code == 0
    assert "→ Ines Ovar" in told.lines[0]
    assert "verbale corrections undo" in told.err
    page = run("show", "s1").out
    assert "speaker\tInes Ovar" in page
    assert "by Mara Lind" in page.partition("Corrections")[2]
    assert "changed by Mara Lind" in page.partition("History")[2]
    assert "→ Ines Ovar" in page.partition("History")[2]
    shown = json.loads(run("show", "s1", "--json").out)
    assert {row["state"] for row in shown["corrections"]} == {"applied"}
    again = run("correct", "s1", "--speaker", "Ines Ovar")
    assert "nothing was changed" in again.out


def test_a_rejected_entry_is_shown_with_how_it_went(run: Run, record: Path) -> None:
    assert run("correct", "s1", "--not-a-statement", "--reason", "a caption").code == 0
    page = run("show", "s1")
    assert page.code == 0
    assert "not shown any more" in page.out
    assert "not a statement" in page.out
    assert "s1" not in [line.split("\t")[0] for line in run("statements").lines]
    assert run("corrections", "undo", "s1").code == 0
    assert "wording" in run("show", "s1").out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["s1"], "say what it should be"),
        (["s1", "--stance", "open"], "is not a field of a statement"),
        (["s1", "--country", "Germny"], "did you mean Germany (DEU)"),
        (["p1", "--stance", "maybe"], "there are refuses"),
        (["r1", "--published", "tomorrow"], "2025-07-15"),
        (["a1", "--speaker", "x"], "actors merge"),
    ],
)
def test_what_cannot_be_said_is_told_with_what_can(
    arguments: list[str], told: str, run: Run, record: Path
) -> None:
    ended = run("correct", *arguments)
    assert (ended.code, ended.out) == (2, "")
    assert told in ended.err
    assert len(ended.err.splitlines()) == 1


def test_corrections_go_from_one_record_to_another(run: Run, record: Path, tmp_path: Path) -> None:
    run("correct", "s1", "--speaker", "Ines Ovar")
    run("correct", "r1", "--outlet", "Hagstad Post")
    assert "2 entries" in run("corrections", "export", "decided.jsonl").out
    assert run("corrections", "import", "decided.jsonl").out == "0 taken over, 2 known already.\n"
    with Record(tmp_path / "empty.vrb"):
        pass
    into = ["corrections", "import", "decided.jsonl", "--record", "empty.vrb"]
    assert "2 wait for their passage" in run(*into).err
    listed = json.loads(run("corrections", "--orphaned", "--json", "--record", "empty.vrb").out)
    assert len(listed) == 2
    run("corrections", "undo", "s1")
    run("correct", "s1", "--speaker", "Otto Fenn")
    lines = Path("decided.jsonl").read_text(encoding="utf-8").splitlines()
    changed = lines[0].replace("Ines Ovar", "Ines Over")
    Path("changed.jsonl").write_text(changed + "\n", encoding="utf-8")
    ended = run("corrections", "import", "changed.jsonl")
    assert (ended.code, "not as it was written" in ended.err) == (2, True)
    Path("broken.jsonl").write_text(lines[0] + "\n{}\n", encoding="utf-8")
    assert "broken.jsonl:2" in run("corrections", "import", "broken.jsonl").err


def test_a_conflict_is_told_and_changes_nothing(run: Run, record: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.vrb"
    other.write_bytes(record.read_bytes())
    run("correct", "s1", "--speaker", "Ines Ovar")
    run("correct", "s1", "--speaker", "Otto Fenn", "--record", "other.vrb")
    run("corrections", "export", "theirs.jsonl", "--record", "other.vrb")
    ended = run("corrections", "import", "theirs.jsonl")
    assert ended.code == 1
    assert "Ines Ovar" in ended.err
    assert "Otto Fenn" in ended.err
    assert "speaker\tInes Ovar" in run("show", "s1").out


def test_actors_are_merged_and_split(run: Run, record: Path) -> None:
    roster = json.loads(run("actors", "--kind", "person", "--json").out)
    one, other = roster[0], roster[1]
    assert run("actors", "merge", one["ids"][0], other["name"], "--reason", "try").code == 0
    merged = json.loads(run("actors", other["name"], "--json").out)
    assert one["name"] in merged[0]["also"]
    assert f"{other['name']} = {one['name']}" in run("actors", other["name"]).out
    assert run("corrections", "undo", one["ids"][0]).code == 0
    assert run("actors", "split", one["ids"][0]).code == 0
    assert "(apart)" in run("actors", one["name"]).out


def test_rebuilding_changes_nothing(run: Run, record: Path) -> None:
    run("correct", "s1", "--speaker", "Ines Ovar")
    with Record(record, read_only=True) as opened:
        before = list(opened.dump())
    assert " reports drawn anew" in run("rebuild").out
    with Record(record, read_only=True) as opened:
        assert list(opened.dump()) == before


def test_doctor_counts_what_waits(run: Run, record: Path) -> None:
    run("correct", "s1", "--speaker", "Ines Ovar")
    assert "1, 0 of them orphaned" in run("doctor").out


def test_an_author_is_always_found(monkeypatch: pytest.MonkeyPatch) -> None:
    assert author_of("Otto") == "Otto"
    assert author_of(None) == "Mara Lind"
    monkeypatch.delenv(AUTHOR)
    assert author_of(None)
