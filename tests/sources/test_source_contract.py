"""What every kind of source holds to, whatever it reads."""

from __future__ import annotations

import gzip
import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from verbale.errors import SourceError, SourceTooLarge, UnreadableSource
from verbale.model import RawDocument

STORY = "Quarries reopen on the Tarn border\n\nVELMOUTH - The two ministries met on Monday.\n"
LINE = '{"title": "Quarries reopen", "text": "The two ministries met on Monday."}\n'
PAGE = f"<!doctype html><html><body><p>{STORY}</p></body></html>"
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Tarn Post</title>
<item><title>Quarries reopen</title><link>https://tarnpost.example/1</link>
<description>&lt;p&gt;The two ministries met on Monday.&lt;/p&gt;</description></item>
</channel></rss>"""
CONTENT = {"txt": STORY, "md": STORY, "html": PAGE, "htm": PAGE, "jsonl": LINE} | dict.fromkeys(
    ("xml", "rss", "atom"), FEED
)

Kind = tuple[str, Callable[[Path, bytes], str]]


def _file(name: str) -> Callable[[Path, bytes], str]:
    def put(folder: Path, data: bytes) -> str:
        (folder / name).write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
        return name

    return put


def _folder(folder: Path, data: bytes) -> str:
    (folder / "in").mkdir(exist_ok=True)
    (folder / "in" / "a.txt").write_bytes(data)
    return "in"


def _pattern(folder: Path, data: bytes) -> str:
    (folder / "a.txt").write_bytes(data)
    return "*.txt"


KINDS: dict[str, tuple[str, Callable[[Path, bytes], str]]] = {
    **{f".{kind}": (text, _file(f"a.{kind}")) for kind, text in CONTENT.items()},
    **{f".{kind}.gz": (text, _file(f"a.{kind}.gz")) for kind, text in CONTENT.items()},
    "no suffix": (STORY, _file("a")),
    "folder": (STORY, _folder),
    "pattern": (STORY, _pattern),
}


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> tuple[str, Callable[[Path, bytes], str]]:
    return KINDS[request.param]


def test_yields_its_report_with_origin_and_words(kind, here, read):
    text, put = kind
    everything = read(put(here, text.encode()))
    document = everything.document
    assert b"The two ministries met on Monday." in document.data
    assert document.origin.startswith(("a", "in/a"))
    assert document.media == ("html" if text in (PAGE, FEED) else "text")


def test_can_be_read_again(kind, here, read):
    text, put = kind
    (source,) = read(put(here, text.encode())).sources
    assert list(source.documents()) == list(source.documents())


def test_size_is_right_where_known(kind, here, read):
    text, put = kind
    everything = read(put(here, text.encode()))
    (source,) = everything.sources
    assert source.size in (None, len(everything.readings))


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf\n"])
def test_says_that_it_is_empty(kind, data, here, read):
    error = read(kind[1](here, data)).error
    assert isinstance(error, UnreadableSource)
    assert error.reason == "is empty"


@pytest.mark.parametrize(
    ("data", "look"),
    [
        (b"%!PS-Adobe-3.0\n", "a PostScript document"),
        (b"PK\x03\x04\x14\x00\x06\x00" * 9, "a ZIP archive"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a PNG image"),
        (b"\x7fELF\x02\x01\x01" + bytes(64), "a program"),
        (bytes(200) + b"text", "binary data"),
        (bytes(range(256)) * 8, "binary data"),
    ],
)
def test_says_what_it_looks_like(kind, data, look, here, read):
    error = read(kind[1](here, data)).error
    assert isinstance(error, UnreadableSource)
    assert f"looks like {look}" in error.reason


def test_refuses_what_is_over_the_limit(kind, here, read):
    text, put = kind
    long = text.replace("Monday.", "Monday. " + "And so on. " * 400)
    error = read(put(here, long.encode()), max_bytes=2_000).error
    assert isinstance(error, SourceTooLarge)
    assert "--max-size" in str(error)


def test_keeps_its_error_to_one_line(kind, here, read):
    for data in (b"\xff\xfe\x00", b"{\n\n", b"<rss><", b"\x1f\x8b\x08\x00", b"]" * 2000):
        for reading in read(kind[1](here, data)).readings:
            assert isinstance(reading, RawDocument) or "\n" not in str(reading)


def test_says_when_rights_are_missing(kind, here, read, monkeypatch):
    name = kind[1](here, kind[0].encode())

    def refuse(path, *args, **kwargs):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("os.open", refuse)
    error = read(name).error
    assert error.reason == "may not be read: no rights to it"


def test_manifest_speaks_for_it(kind, here, read):
    name = kind[1](here, kind[0].encode())
    target = {"in": "in/a.txt", "*.txt": "a.txt"}.get(name, name)
    (here / "m.csv").write_text(f"path,outlet,language\n{target},Velmouth Gazette,en\n")
    given = read(name, manifest=here / "m.csv").document.given
    assert (given.outlet, given.language) == ("Velmouth Gazette", "en")


def test_sidecar_speaks_for_it(kind, here, read):
    name = kind[1](here, kind[0].encode())
    target = {"in": "in/a.txt", "*.txt": "a.txt"}.get(name, name)
    (here / f"{target}.meta.toml").write_text(
        'outlet = "Velmouth Gazette"\npublished = 2025-04-08\n'
    )
    given = read(name).document.given
    assert (given.outlet, given.published, given.basis) == (
        "Velmouth Gazette",
        "2025-04-08",
        "sidecar",
    )


def test_a_wrong_sidecar_is_the_one_line_for_it_and_others_are_read(kind, here, read):
    name = kind[1](here, kind[0].encode())
    target = {"in": "in/a.txt", "*.txt": "a.txt"}.get(name, name)
    (here / f"{target}.meta.toml").write_text('published = "8 Aprul"\n')
    (here / "other.text").write_text(STORY)
    everything = read(name, "other.text")
    assert everything.error.subject == f"{target}.meta.toml"
    assert "'published' is '8 Aprul'" in everything.error.reason
    assert [document.origin for document in everything.documents] == ["other.text"]


@pytest.mark.parametrize("text", [STORY, PAGE, FEED, LINE], ids=["text", "html", "feed", "jsonl"])
@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "gz"])
def test_standard_input_takes_every_kind(text, pack, read, monkeypatch):
    piped = io.TextIOWrapper(io.BytesIO(pack(text.encode())))
    monkeypatch.setattr(sys, "stdin", piped)
    document = read("-").document
    assert b"The two ministries met on Monday." in document.data
    assert document.origin in ("-", "-#1")
    assert document.media == ("html" if text in (PAGE, FEED) else "text")


@pytest.mark.parametrize("data", [b"", bytes(300), b"x" * 3000, b"\x1f\x8b\x08junk"])
def test_standard_input_that_cannot_be_read_is_an_error(data, read, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert isinstance(read("-", max_bytes=2000).error, SourceError)


def test_no_standard_input(read, monkeypatch):
    monkeypatch.setattr(sys, "stdin", None)
    assert read("-").error.reason == "there is no standard input"
