"""JSON Lines: fields, broken lines, long lines."""

from __future__ import annotations

import gzip
import json

import pytest

from verbale.errors import BadMetadata, SourceTooLarge, UnreadableSource


def dump(here, *lines):
    text = [line if isinstance(line, str) else json.dumps(line) for line in lines]
    (here / "d.jsonl").write_text("\n".join(text) + "\n")
    return "d.jsonl"


@pytest.mark.parametrize("text", ["text", "body", "content"])
@pytest.mark.parametrize("title", ["title", "headline"])
def test_names_of_fields(text, title, here, read):
    name = dump(
        here,
        {
            text: "The talks ended.",
            title: "Ferry talks end",
            "link": "https://tarnpost.example/a",
            "publisher": "Tarn Post",
            "date": "2025-04-08",
            "author": ["Ilse Marrin"],
            "words": 3,
        },
    )
    document = read(name).document
    assert document.data == b"Ferry talks end\n\nThe talks ended."
    assert document.origin == "d.jsonl#1"
    assert document.lineage == "https://tarnpost.example/a"
    assert document.given.outlet == "Tarn Post"
    assert document.given.published == "2025-04-08"
    assert document.given.authors == ("Ilse Marrin",)
    assert document.given.basis == "fields"


def test_fields_can_be_renamed(here, read):
    line = {"article": {"full": "The talks ended."}, "src.name": "A", "src": {"name": "B"}, "id": 9}
    fields = {"text": "raw|article.full", "outlet": "src.name", "key": "id", "title": ""}
    document = read(dump(here, {**line, "title": "T"}), fields=fields).document
    assert document.data == b"The talks ended."
    assert (document.given.outlet, document.lineage) == ("A", "9")
    error = read("d.jsonl", fields={"txt": "article"}).error
    assert isinstance(error, BadMetadata)
    assert error.reason.startswith("unknown key 'txt'; the keys are text, title")


def test_a_title_that_the_text_begins_with_is_not_repeated(here, read):
    document = read(
        dump(here, {"title": "Ferry talks", "text": "Ferry  talks\n\nThey end."})
    ).document
    assert document.data == b"Ferry  talks\n\nThey end."


def test_bad_lines_do_not_stop_the_good_ones(here, read):
    name = dump(
        here,
        {"text": "One."},
        "{oops}",
        "",
        "[1]",
        {"title": "Only a title"},
        {"text": 5},
        {"text": "  "},
        {"text": "T", "published": "soon"},
        {"text": "T", "url": "/relative"},
        {"text": None, "body": "Ten."},
        "[" * 100_000,
        '{"text": ' + "9" * 9_000 + "}",
        '{"text": "cut',
    )
    everything = read(name)
    assert [document.origin for document in everything.documents] == ["d.jsonl#1", "d.jsonl#10"]
    assert [str(error)[:56] for error in everything.errors] == [
        "d.jsonl, line 2: is not JSON: Expecting property name en",
        "d.jsonl, line 4: is not a JSON object",
        "d.jsonl, line 5: has no text; looked for text, body, con",
        "d.jsonl, line 6: its text is not a string",
        "d.jsonl, line 7: its text is empty",
        "d.jsonl, line 8: 'published' is 'soon', not a date; acce",
        "d.jsonl, line 9: 'url' is '/relative'; accepted is an ht",
        "d.jsonl, line 11: is not JSON we can hold: nested or lon",
        "d.jsonl, line 12: is not JSON we can hold: nested or lon",
        "d.jsonl, line 13: is not JSON: Unterminated string start",
    ]


def test_a_file_of_nothing_but_bad_lines_is_given_up(here, read):
    everything = read(dump(here, *["prose"] * 1000))
    assert len(everything.errors) == 21
    assert "holds no report in its first 20 lines" in everything.errors[-1].reason


def test_lone_surrogates_and_broken_bytes(here, read):
    (here / "d.jsonl").write_bytes(
        b'\xef\xbb\xbf{"text": "A \\ud83d\\ude00 B \\ud800 C"}\r\n{"text": "caf\xe9 \xd0\xbf"}\n'
        b'{"text": "caf\xe9 \\ud800", "title": "na\xefve"}'
    )
    first, second, third = read("d.jsonl").documents
    assert first.data.decode() == "A 😀 B \ufffd C"
    assert first.charset == "utf-8"
    assert second.data == b"caf\xe9 \xd0\xbf"
    assert second.charset is None
    assert third.data.decode() == "na\ufffdve\n\ncaf\ufffd \ufffd"


def test_utf16_is_named(here, read):
    (here / "d.jsonl").write_bytes('{"text": "One."}\n'.encode("utf-16"))
    assert "looks like UTF-16" in read("d.jsonl").error.reason


def test_a_long_line_is_passed_over(here, read):
    everything = read(dump(here, {"text": "x" * 5000}, {"text": "Two."}), max_bytes=1000)
    assert isinstance(everything.error, SourceTooLarge)
    assert everything.error.subject == "d.jsonl, line 1"
    assert [document.origin for document in everything.documents] == ["d.jsonl#2"]


def test_a_file_may_be_longer_than_the_limit_of_a_document(here, read):
    lines = [json.dumps({"text": f"Report {n}. " * 20}) for n in range(40)]
    (here / "d.jsonl.gz").write_bytes(gzip.compress("\n".join(lines).encode()))
    assert len(read("d.jsonl.gz", max_bytes=1000).documents) == 40


@pytest.mark.parametrize("bomb", [b"\n" * 5_000_000, b"x" * 5_000_000])
def test_a_packed_bomb_is_left(bomb, here, read):
    (here / "d.jsonl.gz").write_bytes(gzip.compress(b'{"text": "One."}\n' + bomb))
    everything = read("d.jsonl.gz", max_bytes=1000)
    assert len(everything.documents) == 1
    assert isinstance(everything.error, SourceTooLarge)


def test_a_cut_archive_keeps_what_came_before(here, read):
    lines = [json.dumps({"text": f"Report {n * 7919}."}) for n in range(9000)]
    (here / "d.jsonl.gz").write_bytes(gzip.compress("\n".join(lines).encode())[:-2000])
    everything = read("d.jsonl.gz")
    assert len(everything.documents) > 100
    assert isinstance(everything.errors[-1], UnreadableSource)
