"""WARC files: pages, what is no page, and damage of every kind."""

from __future__ import annotations

import gzip
import io
import sys

import brotli
import pytest

from verbale.sources import Skipped

PAGE = b"<p>The two ministries met on Monday, number %d.</p>"


def record(
    number: int,
    body: bytes | None = None,
    *,
    status: str = "200 OK",
    kind: str = "text/html; charset=utf-8",
    more: str = "",
) -> bytes:
    body = PAGE % number if body is None else body
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}\r\n".encode() + body
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\n"
        f"WARC-Target-URI: https://tarnpost.example/{number}\r\n"
        "WARC-Date: 2031-01-01T00:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012}>\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def packed(*records: bytes) -> bytes:
    return b"".join(map(gzip.compress, records))


FIVE = [record(number) for number in range(5)]


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_each_page_is_a_document(here, read, name):
    (here / name).write_bytes(packed(*FIVE) if name.endswith("gz") else b"".join(FIVE))
    documents = read(name).documents
    assert [d.origin for d in documents] == [f"{name}#{n}" for n in range(1, 6)]
    assert [d.data for d in documents] == [PAGE % n for n in range(5)]
    first = documents[0]
    assert (first.media, first.charset) == ("html", "utf-8")
    assert (first.given.url, first.given.published) == ("https://tarnpost.example/0", None)


def test_what_is_no_page_is_passed_over_with_its_reason(here, read):
    records = [
        record(0),
        record(1, b"", status="301 Moved"),
        record(2, b"\x89PNG", kind="image/png"),
        record(3, kind="text/plain"),
    ]
    (here / "a.warc.gz").write_bytes(packed(*records))
    everything = read("a.warc.gz")
    assert [d.origin for d in everything.documents] == ["a.warc.gz#1", "a.warc.gz#4"]
    reasons = [item.reason for item in everything.readings if isinstance(item, Skipped)]
    assert reasons == ["an answer with status 301", "of a kind that is no page (image/png)"]
    assert everything.errors == []


def flipped(data: bytes) -> bytes:
    return data[:40] + bytes(byte ^ 0xFF for byte in data[40:60]) + data[60:]


DAMAGE = {
    "garbled": flipped(gzip.compress(FIVE[2])),
    "cut": gzip.compress(FIVE[2])[:100],
    "length-too-long": gzip.compress(FIVE[2].replace(b"Length: ", b"Length: 9")),
    "length-huge": gzip.compress(FIVE[2].replace(b"Length: ", b"Length: 999999999")),
    "no-header": gzip.compress(b"nothing of the kind\r\n" * 9),
}


@pytest.mark.parametrize("damage", DAMAGE)
@pytest.mark.parametrize("times", [1, 2])
def test_a_damaged_record_costs_itself_only(here, read, damage, times):
    members = [gzip.compress(one) for one in FIVE]
    members[2:3] = [DAMAGE[damage]] * times
    (here / "a.warc.gz").write_bytes(b"".join(members))
    everything = read("a.warc.gz")
    assert [d.data for d in everything.documents] == [PAGE % n for n in (0, 1, 3, 4)]
    assert len(everything.errors) == times
    assert "broken record" in everything.errors[0].reason


def test_damage_in_a_plain_file(here, read):
    records = list(FIVE)
    records[2] = records[2].replace(b"Length: ", b"Length: 1")
    (here / "a.warc").write_bytes(b"".join(records))
    everything = read("a.warc")
    assert [d.data for d in everything.documents[-2:]] == [PAGE % 3, PAGE % 4]
    assert everything.errors


def test_an_end_cut_off_is_told(here, read):
    (here / "a.warc.gz").write_bytes(packed(*FIVE)[:-60])
    everything = read("a.warc.gz")
    assert len(everything.documents) == 4
    assert "broken record" in everything.error.reason


def test_packed_and_chunked_answers_are_undone(here, read):
    records = [
        record(0, gzip.compress(PAGE % 7), more="Content-Encoding: gzip\r\n"),
        record(1, brotli.compress(PAGE % 8), more="Content-Encoding: br\r\n"),
        record(2, b"4\r\n<p>H\r\n2\r\ni!\r\n0\r\n\r\n", more="Transfer-Encoding: chunked\r\n"),
        record(3, b"nothing packed", more="Content-Encoding: gzip\r\n"),
        record(4),
    ]
    (here / "a.warc.gz").write_bytes(packed(*records))
    everything = read("a.warc.gz")
    assert [d.data for d in everything.documents] == [PAGE % 7, PAGE % 8, b"<p>Hi!", PAGE % 4]
    assert everything.error.subject == "a.warc.gz#4"


def test_a_page_over_the_limit_is_left_out(here, read):
    bomb = gzip.compress(b"<p>" + b"a" * 5_000_000)
    records = [record(0, b"<p>" + b"b" * 5000), record(1, bomb, more="Content-Encoding: gzip\r\n")]
    (here / "a.warc.gz").write_bytes(packed(*records, record(2)))
    everything = read("a.warc.gz", max_bytes=2000)
    assert [d.data for d in everything.documents] == [PAGE % 2]
    assert [type(error).__name__ for error in everything.errors] == ["SourceTooLarge"] * 2


def test_from_a_pipe(read, monkeypatch):
    pipe = io.BytesIO(b"".join(FIVE))
    monkeypatch.setattr(pipe, "seekable", lambda: False, raising=False)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(pipe)))
    assert len(read("-").documents) == 5


def test_what_is_no_warc(here, read):
    (here / "a.warc").write_bytes(b"The two ministries met on Monday.")
    assert "broken record" in read("a.warc").error.reason
    (here / "b.warc").write_bytes(b"")
    assert "holds no answer" in read("b.warc").error.reason
