"""`doctor` finds what was tampered with."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import msgspec
import pytest

from tests.record.factory import annotate
from tests.record.test_origins import ALL as TOLD_BY_THREE
from verbale.model import Span
from verbale.record import Record


@pytest.mark.parametrize(
    ("sql", "words"),
    [
        ("UPDATE statements SET content_words = 'x' WHERE id = 1", "s1: content_words"),
        ("UPDATE acts SET date = '2020-01-01'", "e1: date"),
        ("UPDATE reports SET record = json_set(record, '$.outlet', 'x')", "r1: record"),
        ("DELETE FROM positions", "r1: position 1 is missing"),
        ("DELETE FROM statements WHERE id = 2", "r1: statement 2 is missing"),
        ("UPDATE texts SET text = 'x'", "outside the text"),
        ("DELETE FROM texts", "text is missing"),
        ("UPDATE versions SET annotation = x'00'", "cannot be read back"),
        ("UPDATE versions SET data = zeroblob(3)", "cannot be read back"),
        ("UPDATE versions SET size = size - 1", "original bytes"),
        ("INSERT INTO words (words) VALUES ('delete-all')", "full-text index"),
        ("INSERT INTO words (rowid, body) VALUES (77, 'x')", "s77: the full-text index"),
        ("DELETE FROM versions", "no row of versions"),
        ("DROP INDEX statements_day", "schema"),
        ("CREATE TABLE x (y)", "schema"),
        (
            "INSERT INTO actors (report, record, who, place) VALUES (1, '{\"id\":9}', '', 0)",
            "not in the annotation",
        ),
    ],
)
def test_tampering_is_found(path, sql, words):
    with Record(path) as record:
        record.add(*annotate())
    with closing(sqlite3.connect(path)) as db:
        db.execute(sql)
        db.commit()
    with Record(path) as record:
        problems = [f"{p.entry}: {p.reason}" for p in record.check()]
    assert any(words in problem for problem in problems), problems


@pytest.mark.parametrize(
    ("sql", "words"),
    [
        ("UPDATE outlines SET packed = x'00' WHERE report = 1", "r1: its outline"),
        ("DELETE FROM fingerprints WHERE report = 2", "r2: fingerprints of it are missing"),
        ("DELETE FROM signatures WHERE report = 2", "r2: signatures of it are missing"),
        ("DELETE FROM chains WHERE report = 1", "r1: its chains"),
        ("UPDATE chains SET record = json_set(record, '$.channel', 'post')", "r1: its chains"),
        ("DELETE FROM telling_keys WHERE report = 3", "r3: its tellings"),
        ("DELETE FROM nearest", "but their reports are not matched"),
        ("DELETE FROM joins", "s1: it is not gathered"),
        ("DELETE FROM utterances WHERE entry = 's2'", "s2: it is not gathered"),
        ("UPDATE utterances SET utterance = 's2'", "it is not gathered"),
    ],
)
def test_what_reports_share_is_looked_at(path, sql, words):
    with Record(path) as record:
        for annotation, raw in TOLD_BY_THREE:
            record.add(annotation, raw)
        assert not list(record.check())
    with closing(sqlite3.connect(path)) as db:
        db.execute(sql)
        db.commit()
    with Record(path) as record:
        problems = [f"{p.entry}: {p.reason}" for p in record.check()]
    assert any(words in problem for problem in problems), problems


def test_a_place_outside_the_text_is_found(path):
    annotation, raw = annotate()
    wrong = msgspec.structs.replace(annotation.statements[0], cue=(Span(0, 10_000),))
    with Record(path) as record:
        record.add(msgspec.structs.replace(annotation, statements=(wrong,)), raw)
        assert ["outside the text" in problem.reason for problem in record.check()] == [True]
