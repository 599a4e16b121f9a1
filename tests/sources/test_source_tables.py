"""Parquet tables, and Zstandard around anything."""

from __future__ import annotations

from datetime import datetime

import pyarrow as pa
import pyarrow.parquet as pq

LINE = b'{"text": "The two ministries met on Monday."}\n'


def test_each_row_is_a_document(here, read):
    rows = {
        "title": ["Ferry talks end", None, "Third"],
        "body": ["The talks ended.", "They resumed.", None],
        "date": [datetime(2025, 4, 8, 10), None, None],
        "unused": [b"\0", b"\0", b"\0"],
    }
    pq.write_table(pa.table(rows), here / "t.parquet")
    everything = read("t.parquet")
    first, second = everything.documents
    assert first.data == b"Ferry talks end\n\nThe talks ended."
    assert first.given.published == "2025-04-08T10:00:00"
    assert (second.data, second.origin) == (b"They resumed.", "t.parquet#2")
    assert everything.error.subject == "t.parquet, row 3"


def test_columns_are_mapped(here, read):
    rows = {"page": [{"story": "The talks ended."}], "paper": ["Tarn Post"]}
    pq.write_table(pa.table(rows), here / "t.parquet")
    document = read("t.parquet", fields={"text": "page.story", "outlet": "paper"}).document
    assert (document.data, document.given.outlet) == (b"The talks ended.", "Tarn Post")


def test_what_is_no_table(here, read):
    (here / "a.parquet").write_bytes(b"PAR1 and nothing more")
    assert "no whole Parquet table" in read("a.parquet").error.reason
    pq.write_table(pa.table({"text": pa.array([], pa.string())}), here / "b.parquet")
    assert "empty table" in read("b.parquet").error.reason
    (here / "c.parquet").write_bytes(b"")
    assert "no whole Parquet table" in read("c.parquet").error.reason


def test_a_table_without_the_column_of_the_text(here, read):
    pq.write_table(pa.table({"story": ["The talks ended."], "day": [None]}), here / "t.parquet")
    error = read("t.parquet").error
    assert str(error) == (
        "t.parquet: has no column text or body or content for the text (name it with"
        " --field text=NAME); its columns are story, day"
    )


def test_a_row_over_the_limit_is_left_out(here, read):
    pq.write_table(pa.table({"text": ["a" * 500, "short"]}), here / "t.parquet")
    everything = read("t.parquet", max_bytes=100)
    assert [d.data for d in everything.documents] == [b"short"]
    assert type(everything.error).__name__ == "SourceTooLarge"


def test_zstandard_is_unpacked(here, read):
    whole = pa.compress(LINE * 50, "zstd", asbytes=True)
    (here / "a.jsonl.zst").write_bytes(whole)
    assert len(read("a.jsonl.zst").documents) == 50
    (here / "b.txt.zst").write_bytes(pa.compress(b"Met on Monday.", "zstd", asbytes=True))
    assert read("b.txt.zst").document.data == b"Met on Monday."


def test_zstandard_cut_short_is_told(here, read):
    whole = pa.compress(bytes(LINE) * 50, "zstd", asbytes=True)
    (here / "a.jsonl.zst").write_bytes(whole[:-9])
    (here / "b.jsonl.zst").write_bytes(b"no such thing")
    assert "not whole packed data" in read("a.jsonl.zst").errors[-1].reason
    assert "not whole packed data" in read("b.jsonl.zst").errors[-1].reason
