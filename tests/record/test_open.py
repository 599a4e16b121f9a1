"""Files that are not ours, not now or not any more: one clear error each, and nothing touched."""

from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import closing

import pytest

from tests.record.factory import annotate
from verbale.errors import NotARecord, RecordBusy, RecordError, RecordTooNew
from verbale.record import Record
from verbale.record.connect import APPLICATION_ID


def refused(path, error, words, **options):
    before = path.read_bytes() if path.is_file() else None
    for read_only in (False, True):
        with pytest.raises(error, match=words) as raised:
            Record(path, read_only=read_only, patience=0.1, **options)
        assert str(path) == raised.value.subject
    if before is not None:
        assert path.read_bytes() == before
        assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_a_file_of_another_program(path):
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE bookmarks (url)")
        other.commit()
    refused(path, NotARecord, "another program")


def test_a_file_that_another_program_marks_as_its_own(path):
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA application_id = 7")
        other.commit()
    refused(path, NotARecord, "another program")


def test_a_text(path):
    path.write_text("Ferry talks, all of them.\n" * 100)
    refused(path, NotARecord, "not a Verbale record")


def test_a_folder(path):
    path.mkdir()
    refused(path, NotARecord, "a folder")


def test_a_missing_folder(tmp_path):
    with pytest.raises(RecordError, match="unable to open"):
        Record(tmp_path / "nowhere" / "x.vrb")


def test_a_missing_file_is_only_made_when_writing(path):
    for options in ({"read_only": True}, {"create": False}):
        with pytest.raises(NotARecord, match="no such file"):
            Record(path, **options)
    assert not path.exists()


def test_an_empty_file_becomes_a_record(path):
    path.touch()
    with pytest.raises(RecordError, match="earlier version"):
        Record(path, read_only=True)
    with Record(path) as record:
        assert record.check() == ()


def test_a_later_version(path):
    Record(path).close()
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA user_version = 999")
    refused(path, RecordTooNew, "schema 999")


def damage(path):
    """What opening or checking the file says is wrong with it."""
    try:
        with Record(path, patience=0.1) as record:
            return [problem.reason for problem in record.check()]
    except RecordError as error:
        return [error.reason]


def test_a_cut_file(path):
    with Record(path) as record:
        for number in range(30):
            record.add(*annotate(origin=f"{number}.txt"))
    whole = path.read_bytes()
    for size in (50, 100, 4096, 9000, len(whole) // 2):
        path.write_bytes(whole[:size])
        assert damage(path)


def test_overwritten_pages_are_found(path):
    with Record(path) as record:
        for number in range(30):
            record.add(*annotate(origin=f"{number}.txt"))
    data = bytearray(path.read_bytes())
    for at in range(8192, len(data) - 4096, 4096 * 5):
        data[at : at + 600] = b"\xff" * 600
    path.write_bytes(data)
    assert damage(path)


def test_a_locked_file(path):
    Record(path).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with Record(path, patience=0.1) as record:
            assert record.counts().reports == 0  # views do not wait for writers
            with pytest.raises(RecordBusy, match="another process"):
                record.add(*annotate())
            other.execute("ROLLBACK")
            assert record.add(*annotate()).kind == "new"


def test_a_file_locked_against_reading(path):
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        other.execute("CREATE TABLE t (x)")
        with pytest.raises(RecordBusy):
            Record(path, patience=0.1)


def test_a_lock_that_goes_away_is_waited_for(path):
    import threading
    import time

    with Record(path, patience=120) as record:
        ready = threading.Event()

        def hold() -> None:
            with closing(sqlite3.connect(path, isolation_level=None)) as other:
                other.execute("BEGIN IMMEDIATE")
                ready.set()
                time.sleep(0.2)
                other.execute("COMMIT")

        thread = threading.Thread(target=hold)
        thread.start()
        ready.wait()
        assert record.add(*annotate()).kind == "new"
        thread.join()


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_file_without_rights(path):
    Record(path).close()
    path.chmod(0)
    try:
        refused(path, RecordError, "permission")
    finally:
        path.chmod(stat.S_IRUSR | stat.S_IWUSR)


def test_a_record_says_what_it_is(path):
    Record(path).close()
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
        assert db.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    assert path.read_bytes()[68:72] == b"VRBL"


def test_nothing_is_left_beside_a_closed_record(path):
    with Record(path) as record:
        record.add(*annotate())
    with Record(path, read_only=True) as view:
        assert view.counts().reports == 1
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_a_path_with_signs_of_its_own(tmp_path):
    path = tmp_path / "50% of #1? é.vrb"
    with Record(path) as record:
        record.add(*annotate())
    assert path.exists()


def test_views_read_while_a_writer_writes(path):
    with Record(path) as writer, Record(path, read_only=True) as view:
        for number in range(1, 6):
            writer.add(*annotate(origin=f"{number}.txt"))
            assert view.counts().reports == number


def test_two_writers_take_turns(path):
    with Record(path) as one, Record(path) as other:
        for number in range(5):
            one.add(*annotate(origin=f"a{number}.txt"))
            other.add(*annotate(origin=f"b{number}.txt"))
        assert one.counts().reports == other.counts().reports == 10
        assert one.check() == ()


def test_the_index_is_filled_anew_by_another_rule(path, monkeypatch):
    with Record(path) as record:
        record.add(*annotate())
    with closing(sqlite3.connect(path)) as db:
        db.execute("INSERT INTO words (words) VALUES ('delete-all')")
        db.execute("UPDATE meta SET value = '0' WHERE key = 'index_rule'")
        db.commit()
    with Record(path) as record:
        assert record.check() == ()
        assert record.search("ferry").total == 1
