"""Whatever the bytes, what comes out is documents and errors; nothing is raised."""

from __future__ import annotations

import gzip
import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from verbale.errors import SourceError
from verbale.model import RawDocument
from verbale.sources import SourceOptions, survey

NAMES = [f"a.{kind}{gz}" for kind in ("txt", "html", "jsonl", "xml") for gz in ("", ".gz")] + ["a"]

TAGS = st.sampled_from(
    [
        b"<rss>", b"<channel>", b"<item>", b"</item>", b"<title>", b"</title>", b"<feed>",
        b"<entry>", b"<link>",
        b"<link href='", b"<pubDate>", b"<content type='xhtml'>", b"<![CDATA[", b"]]>",
        b"<?xml version='1.0' encoding='", b"'?>", b"<!DOCTYPE a [<!ENTITY b 'c'>", b"&b;",
        b"&#0;", b"<source>",
        b"<!--", b"<dc:date>", b"<georss:point>", b"<media:content url='", b"</", b"xml:base='//[",
        b"<guid>", b"<author>", b"(a@b.c", b"\x00", b"\xff\xfe", b"&#xD800;", b"utf-16",
    ]
)  # fmt: skip
FEEDISH = st.lists(TAGS | st.binary(max_size=6), max_size=30).map(b"".join)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.just("\ud800"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)
KEYS = st.sampled_from(["text", "title", "url", "outlet", "published", "date", "authors", "key"])
LINES = st.lists(
    st.dictionaries(KEYS, VALUES, max_size=6).map(lambda entry: json.dumps(entry).encode())
    | st.binary(max_size=40),
    max_size=6,
).map(b"\n".join)

fuzz = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def check(name: str, data: bytes, sidecar: bytes | None = None) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        if sidecar is not None:
            path.with_name(name + ".meta.toml").write_bytes(sidecar)
        readings = [r for s in survey([folder, str(path)], SourceOptions()) for r in s.documents()]
    for reading in readings:
        assert isinstance(reading, RawDocument | SourceError)
        if isinstance(reading, RawDocument):
            assert reading.data
            assert reading.lineage
            repr(reading.given).encode()  # no lone surrogates
        else:
            assert str(reading).isprintable() or "\n" not in str(reading)


@fuzz
@given(name=st.sampled_from(NAMES), data=st.binary(max_size=300))
def test_any_bytes(name, data):
    check(name, data)


@fuzz
@given(name=st.sampled_from(NAMES), data=FEEDISH | LINES)
def test_nearly_right_bytes(name, data):
    check(name, gzip.compress(data) if name.endswith(".gz") else data)


@fuzz
@given(data=st.binary(max_size=60), cut=st.integers(0, 80), flip=st.integers(0, 80))
def test_damaged_gzip(data, cut, flip):
    packed = bytearray(gzip.compress(data))
    packed[flip % len(packed)] ^= 0x5A
    check("a.jsonl.gz", bytes(packed[:cut]))
    check("a.txt.gz", bytes(packed))


@fuzz
@given(
    sidecar=st.binary(max_size=80)
    | st.builds(
        lambda key, value: f"{key} = {json.dumps(value)}".encode(),
        KEYS,
        st.text() | st.integers() | st.lists(st.text(), max_size=2),
    )
)
def test_any_sidecar(sidecar):
    check("a.txt", b"The talks ended.", sidecar)


@fuzz
@given(data=st.binary(max_size=120) | st.text(max_size=60).map(lambda t: f"path,url\n{t}".encode()))
def test_any_manifest(data):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "m.csv"
        path.write_bytes(data)
        for source in survey(["-x"], SourceOptions(manifest=path)):
            assert all(isinstance(reading, SourceError) for reading in source.documents())


@pytest.mark.parametrize(
    "name", ["", " ", "\0", "~", "*" * 400, "[[[", "http://%", "HTTP://[", "\ud800"]
)
def test_odd_inputs(name, here, read):
    assert all(isinstance(reading, SourceError) for reading in read(name).readings)
