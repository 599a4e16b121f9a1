"""Forgotten words are not in the file: neither in pages, nor in the log, nor in the index."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests.record.factory import TALKS, annotate
from verbale.errors import NoSuchEntry
from verbale.record import Record
from verbale.record.connect import Db
from verbale.record.draw import public_id

SECRET = "quixotropic"
FIRST = f"""Ferry {SECRET}alpha talks
{{Lena Brask|said|the {SECRET}beta ferry would sail}}.
"""
UPDATE = FIRST.replace("ferry would", f"{SECRET}gamma would") + f"More {SECRET}delta.\n"


def on_disk(path: Path) -> bytes:
    return b"".join(file.read_bytes() for file in sorted(path.parent.glob(path.name + "*")))


def holds_words(path: Path) -> bool:
    return SECRET.encode() in on_disk(path).lower()


def fill(record: Record) -> str:
    for number in range(20):
        record.add(*annotate(TALKS, f"{number}.txt"))
    origin = f"{SECRET}-file.txt"
    record.add(*annotate(FIRST, origin, outlet=f"{SECRET} Post"))
    record.skip(origin, "once unreadable")
    report = record.add(*annotate(UPDATE, origin, outlet=f"{SECRET} Post")).report_id
    for number in range(20, 40):
        record.add(*annotate(TALKS, f"{number}.txt"))
    assert report is not None
    return report


def test_forgotten_words_leave_the_file(path):
    with Record(path) as record:
        report = fill(record)
        assert record.search(f"{SECRET}alpha").total == 1
        assert holds_words(path)
        assert record.forget(report)
        assert not holds_words(path)
        assert record.check() == ()
        assert record.counts().reports == 40
        assert record.search(f"{SECRET}alpha").total == 0
        assert [step.what for step in record.history(report)] == ["forgotten"]
    assert not holds_words(path)


def test_forgotten_reports_stay_away_unless_forced(record):
    record.add(*annotate())
    assert record.forget("talks")
    assert record.counts().forgotten == 1
    added = record.add(*annotate())
    assert (added.kind, added.report_id) == ("forgotten", None)
    assert record.counts().reports == 0
    again = record.add(*annotate(), allow_forgotten=True)
    assert (again.kind, again.report_id) == ("new", "r2")  # an id is never given twice
    assert record.add(*annotate()).kind == "unchanged"


def test_what_is_not_there_cannot_be_forgotten(record):
    with pytest.raises(NoSuchEntry):
        record.forget("r1")


def test_a_fetched_report_is_asked_for_anew(record):
    record.add(*annotate(url="https://orda.example/1"))
    record.fetches.put("https://orda.example/1", '"7"', None)
    record.forget("r1")
    assert record.fetches.get("https://orda.example/1") is None


def test_a_reader_delays_the_purge_and_the_next_writer_finishes_it(path):
    with Record(path, patience=0.1) as record:
        report = fill(record)
        reader = sqlite3.connect(path, isolation_level=None)
        try:
            reader.execute("BEGIN")
            reader.execute("SELECT count(*) FROM texts").fetchall()
            assert not record.forget(report)
            assert record.search(f"{SECRET}alpha").total == 0
        finally:
            reader.close()
    Record(path).close()
    assert not holds_words(path)


def test_a_purge_cut_short_is_finished(path, monkeypatch):
    with Record(path) as record:
        report = fill(record)
        monkeypatch.setattr("verbale.record.forget.finish_purge", lambda _db: False)
        record.forget(report)
        monkeypatch.undo()
        assert holds_words(path)
    with Record(path) as record:
        assert not holds_words(path)
        assert record.check() == ()


def test_history_cannot_be_rewritten(record, path):
    record.add(*annotate())
    db = Db(path, sqlite3.connect(path, isolation_level=None))
    try:
        for sql in ("UPDATE history SET new = NULL", "DELETE FROM history"):
            with pytest.raises(sqlite3.IntegrityError, match="append-only"):
                db.run(sql)
    finally:
        db.close()
    assert [step.what for step in record.history(public_id("statement", 1))] == ["added"]
