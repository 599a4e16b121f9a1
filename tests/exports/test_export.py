"""One contract over all formats and tables: what is exported is what the record says."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import msgspec
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.record.factory import TALKS, annotate
from verbale.errors import UsageError
from verbale.exports import FORMATS, TABLES, export
from verbale.exports.csv import harmless, restored
from verbale.record import Record

FORMULA = '=HYPERLINK("https://orda.example","x")'


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    with Record(tmp_path_factory.mktemp("export") / "x.vrb") as record:
        record.add(*annotate())
        record.add(
            *annotate(f"{FORMULA}\n{{'Otto' Fenn|said|-1 \"and\", so on; 平和}}.\n", "b.txt")
        )
        record.add(*annotate(TALKS + "More.\n"))
        record.skip("@c.bin", "no\ttext")
        yield record


def from_jsonl(data: bytes, table: str) -> list[dict]:
    return [json.loads(line) for line in data.decode().splitlines()]


def from_csv(data: bytes, table: str) -> list[dict]:
    rows = csv.DictReader(io.StringIO(data.decode(), newline=""))
    kinds = {column.name: column.kind for column in TABLES[table].columns}
    return [{name: from_cell(cell, kinds[name]) for name, cell in row.items()} for row in rows]


def from_cell(cell: str, kind: str) -> object:
    if cell == "":
        return None
    if kind == "text":
        return restored(cell)
    return cell == "true" if kind == "bool" else json.loads(cell)


def from_parquet(data: bytes, table: str) -> list[dict]:
    rows = pq.read_table(io.BytesIO(data)).to_pylist()
    encoded = [column.name for column in TABLES[table].columns if column.kind == "json"]
    return [{**row, **{name: json.loads(row[name]) for name in encoded}} for row in rows]


READERS = {"jsonl": from_jsonl, "csv": from_csv, "parquet": from_parquet}


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("table", TABLES)
def test_every_table_in_every_format(record, table, kind):
    expected = [
        dict(zip((c.name for c in TABLES[table].columns), msgspec.to_builtins(row), strict=True))
        for row in TABLES[table].rows(record)
    ]
    stream = io.BytesIO()
    assert export(record, table, kind, stream) == len(expected) > 0
    assert not stream.closed
    back = READERS[kind](stream.getvalue(), table)
    assert back == json.loads(json.dumps(expected))


@pytest.mark.parametrize("kind", FORMATS)
def test_an_empty_table_still_has_its_columns(tmp_path, kind):
    with Record(tmp_path / "x.vrb") as record:
        stream = io.BytesIO()
        assert export(record, "statements", kind, stream) == 0
    assert READERS[kind](stream.getvalue(), "statements") == []
    if kind != "jsonl":
        assert b"content_words" in stream.getvalue()


@pytest.mark.parametrize("kind", FORMATS)
def test_a_file_is_whole_or_as_it_was(record, tmp_path, kind, monkeypatch):
    path = tmp_path / f"out.{kind}"
    path.write_text("as it was")

    def fail(_self: Record) -> None:
        raise RuntimeError

    with monkeypatch.context() as patch:
        patch.setattr(Record, "each_statement", fail)
        with pytest.raises(RuntimeError):
            export(record, "statements", kind, path)
    assert path.read_text() == "as it was"
    assert export(record, "statements", kind, path) == 3
    assert [p.name for p in tmp_path.iterdir()] == [path.name]
    stream = io.BytesIO()
    export(record, "statements", kind, stream)
    assert path.read_bytes() == stream.getvalue()


@pytest.mark.parametrize(
    ("table", "kind", "words"),
    [("nothing", "csv", "no such table"), ("acts", "xls", "no such format")],
)
def test_what_does_not_exist(record, table, kind, words):
    with pytest.raises(UsageError, match=words):
        export(record, table, kind, io.BytesIO())


def test_a_folder_that_does_not_exist(record, tmp_path):
    with pytest.raises(UsageError, match="No such file"):
        export(record, "acts", "csv", tmp_path / "nowhere" / "x.csv")


def test_no_cell_runs(record):
    for table in TABLES:
        stream = io.BytesIO()
        export(record, table, "csv", stream)
        for row in csv.reader(io.StringIO(stream.getvalue().decode(), newline="")):
            assert not [cell for cell in row if cell[:1] in set("=+-@\t\r\n") and cell]


@given(st.text(alphabet="'=+-@\t\r\nab "))
def test_harmless_can_be_undone(text):
    assert restored(harmless(text)) == text
    assert harmless(text)[:1] not in set("=+-@\t\r\n") or not text


def test_the_columns_are_a_contract():
    """Add at the end, rename never: others read these files."""
    assert [c.name for c in TABLES["statements"].columns] == [
        *("id", "report", "handle", "headline", "outlet", "published", "date", "dated_by"),
        *("source_words", "cue_words", "content_words", "zone", "speech", "type", "speaker"),
        *("office", "country", "via", "to", "venue", "said_on", "said_how", "polarity"),
        *("nested_in", "background", "source", "cue", "content", "score", "rule"),
    ]
    assert list(TABLES) == [
        *("reports", "versions", "texts", "statements", "actors", "acts", "positions", "skips"),
        *("origins", "polecat"),
    ]


def test_paths_and_streams_are_typed(record, tmp_path: Path):
    with (tmp_path / "x.jsonl").open("wb") as stream:
        assert export(record, "skips", "jsonl", stream) == 1
