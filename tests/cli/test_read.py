from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.cli.conftest import Run
from verbale.desk import ReadSummary
from verbale.record import Record
from verbale.record.connect import APPLICATION_ID
from verbale.record.migrate import SCHEMA, migrations

NOTE = (
    "VELMOUTH, April 8, 2025 (Reuters) - Foreign Minister Ilse Marrin said on Tuesday that the "
    "ferry talks with Japan would go on.\n"
)
NOTHING_READ = ReadSummary(
    read=0,
    new=0,
    updated=0,
    reannotated=0,
    unchanged=0,
    forgotten=0,
    statements=0,
    undated=0,
    unserved=0,
    skipped=(),
    passed_over={},
    lexicons=(),
    interrupted=False,
    seconds=0.0,
)


@pytest.fixture
def note(tmp_path: Path) -> Path:
    path = tmp_path / "note.txt"
    path.write_text(NOTE, encoding="utf-8")
    return path


def test_reading_a_folder_counts_what_came_of_it(run: Run, reports: Path) -> None:
    ended = run("read", reports)
    assert ended.code == 0
    assert ended.err == ""
    assert ended.lines[0].startswith("6 new reports, 1 new version; ")
    assert "Without a full date: " in ended.out
    assert "language not served yet: 1 " in ended.out
    assert "a lexicon (1)" in ended.out
    assert "lexicon.toml" in ended.out


def test_reading_again_has_nothing_to_do(run: Run, record: Path, read_once: Path) -> None:
    ended = run("read", read_once.parent / "reports", "--json")
    summary = json.loads(ended.out)
    assert ended.code == 0
    assert (summary["read"], summary["unchanged"], summary["statements"]) == (0, 7, 0)


def test_the_summary_as_json(run: Run, note: Path) -> None:
    ended = run("read", note, "missing.txt", "--json")
    summary = json.loads(ended.out)
    assert ended.code == 1
    assert (summary["new"], summary["read"], summary["interrupted"]) == (1, 1, False)
    (skipped,) = summary["skipped"]
    assert skipped["origin"] == "missing.txt"
    assert skipped["kind"] == "UnreadableSource"


def bad_inputs(folder: Path) -> dict[str, Path]:
    """Inputs that cannot be read, each with a word that its line must hold."""
    folder.mkdir()
    made = {
        "empty": ("empty.txt", b""),
        "looks like": ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(200)),
        "feed": ("broken.rss", b"<rss><channel><item><title>cut off"),
        "published": ("dated.txt", NOTE.encode()),
        "over the limit": ("large.txt", b"word " * 50_000),
    }
    for name, data in made.values():
        (folder / name).write_bytes(data)
    (folder / "dated.txt.meta.toml").write_text('published = "the day before"\n')
    return {word: folder / name for word, (name, _) in made.items()}


def test_each_bad_input_ends_in_a_line_and_the_others_are_read(
    run: Run, note: Path, tmp_path: Path
) -> None:
    bad = bad_inputs(tmp_path / "bad")
    missing = tmp_path / "nothing-here.txt"
    ended = run("read", *bad.values(), missing, note, "--max-size", "100k")
    assert ended.code == 1
    told = ended.err.splitlines()
    for word, path in bad.items():
        assert any(str(path) in line and word in line for line in told), path
    assert sum(str(missing) in line for line in told) == 1
    assert all(line.startswith(str(tmp_path)) for line in told)
    assert "1 new report" in ended.out
    assert f"Could not be read: {len(told)}" in ended.out
    with Record("verbale.vrb", read_only=True) as record:
        assert str(missing) not in {row.name for row in record.skips()}
        assert record.skips()
    assert "No longer told of" in run("forget", "--not-read").out
    with Record("verbale.vrb", read_only=True) as record:
        assert record.skips() == ()


def test_a_file_that_becomes_readable_is_no_longer_among_the_unread(
    run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "late.txt"
    path.write_bytes(b"")
    assert run("read", path).code == 1
    path.write_text(NOTE)
    assert run("read", path).code == 0
    with Record("verbale.vrb", read_only=True) as record:
        assert record.skips() == ()


def test_a_foreign_database_is_left_alone(run: Run, note: Path, tmp_path: Path) -> None:
    foreign = tmp_path / "photos.db"
    with sqlite3.connect(foreign) as connection:
        connection.execute("CREATE TABLE photos (name)")
    connection.close()
    before = foreign.read_bytes()
    for arguments in (["read", note], ["reports"], ["show", "r1"]):
        ended = run(*arguments, "--record", foreign)
        assert ended.code == 4
        assert len(ended.err.splitlines()) == 1
        assert "another program" in ended.err
    assert foreign.read_bytes() == before


def test_what_is_no_database_is_no_record(run: Run, note: Path) -> None:
    assert run("read", note, "--record", note).code == 4


def test_a_record_needs_a_folder(run: Run, note: Path) -> None:
    ended = run("read", note, "--record", "no/such/folder.vrb")
    assert ended.code == 2
    assert "no such folder" in ended.err


def test_a_busy_record_has_a_code_of_its_own(
    run: Run, record: Path, note: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = Record.__init__

    def impatient(self: Record, *arguments: object, **named: object) -> None:
        made(self, *arguments, **{**named, "patience": 0.05})  # type: ignore[arg-type]

    monkeypatch.setattr(Record, "__init__", impatient)
    holder = sqlite3.connect(record, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    try:
        ended = run("read", note)
    finally:
        holder.rollback()
        holder.close()
    assert ended.code == 5
    assert "try again" in ended.err


def test_a_wrong_lexicon_stops_the_reading(run: Run, note: Path, tmp_path: Path) -> None:
    wrong = tmp_path / "names.toml"
    wrong.write_text('[[party]]\ncode = "XQQ"\n')
    ended = run("read", note, "--lexicon", wrong)
    assert ended.code == 6
    assert "names.toml" in ended.err
    assert len(ended.err.splitlines()) == 1


def test_a_size_that_is_none(run: Run, note: Path) -> None:
    ended = run("read", note, "--max-size", "enormous")
    assert ended.code == 2
    assert "500k" in ended.err


def test_workers_read_the_same(run: Run, reports: Path) -> None:
    assert run("read", reports, "--record", "one.vrb").code == 0
    assert run("read", reports, "--record", "two.vrb", "--workers", "2").code == 0
    with Record("one.vrb") as one, Record("two.vrb") as two:
        assert list(one.dump()) == list(two.dump())
        assert [row.origin for row in one.each_report()] == [
            row.origin for row in two.each_report()
        ]


def test_progress_is_shown_on_a_terminal_only(
    run: Run, note: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("read", note).err == ""
    monkeypatch.setenv("TTY_COMPATIBLE", "1")
    assert "Reading" in run("read", note, "--again").err


def test_nothing_to_read_is_wrong_usage(run: Run) -> None:
    ended = run("read")
    assert ended.code == 2
    assert "--desk" in ended.err


def test_the_feeds_of_a_desk_are_read(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def read(inputs: list[str], *_: object) -> ReadSummary:
        asked.extend(inputs)
        return replace(NOTHING_READ, new=len(inputs))

    monkeypatch.setattr("verbale.desk.read", read)
    desk = tmp_path / "desk.toml"
    follow = '[[follow]]\nname = "the ferry"\nterms = ["ferry"]\n'
    desk.write_text(f'{follow}feeds = ["https://orda.example/feed.xml"]\n')
    assert run("read", "more.txt", "--desk", desk).code == 0
    assert asked == ["more.txt", "https://orda.example/feed.xml"]
    desk.write_text(follow)
    ended = run("read", "--desk", desk)
    assert ended.code == 2
    assert "names no feeds" in ended.err


def test_a_record_of_another_version_says_so(
    run: Run, note: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("read", note).code == 0
    assert run("statements").err == ""
    monkeypatch.setattr("verbale.cli.options.rules_digest", lambda: "other")
    ended = run("statements")
    assert ended.code == 0
    assert "1 of 1 reports were read by another version" in ended.err
    assert "verbale read --again" in ended.err


def test_a_record_of_an_earlier_form_is_brought_up_to_date(run: Run) -> None:
    with closing(sqlite3.connect("verbale.vrb")) as db:
        for _, sql in migrations()[:-1]:
            db.executescript(sql)
        db.execute(f"PRAGMA user_version = {SCHEMA - 1}")
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    ended = run("statements")
    assert ended.code == 0
    assert "brought up to date" in ended.err
    assert "brought up to date" not in run("statements").err
