"""Files of many reports in object storage and on the web."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.sources.bucket import Bucket, served
from tests.sources.test_source_warc import packed, record
from verbale.errors import FetchFailed, UnreadableSource

TEXTS = ["VELMOUTH - The ferry talks ended.", "The envoys will meet again in May."]


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[Bucket]:
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "desk")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "open")
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    with served() as made:
        yield made


def lines() -> bytes:
    return "".join(json.dumps({"text": text}) + "\n" for text in TEXTS).encode()


def table(path: Path) -> bytes:
    pq.write_table(pa.table({"story": TEXTS}), path)
    return path.read_bytes()


def crawl() -> bytes:
    return packed(*(record(n, text.encode(), kind="text/plain") for n, text in enumerate(TEXTS)))


KINDS = ["reports.jsonl", "reports.jsonl.gz", "reports.parquet", "reports.warc.gz"]


def made(name: str, folder: Path) -> bytes:
    """Two reports, as a file of that name holds them."""
    if name.endswith("warc.gz"):
        return crawl()
    if name.endswith("parquet"):
        return table(folder / "made.parquet")
    return gzip.compress(lines()) if name.endswith(".gz") else lines()


@pytest.mark.parametrize("name", KINDS)
def test_an_object_of_many_reports(name: str, bucket: Bucket, read, tmp_path: Path) -> None:
    bucket.objects[name] = made(name, tmp_path)
    found = read(bucket.address(name), fields={"text": "text|story"}, max_bytes=1000)
    assert [document.data.decode() for document in found.documents] == TEXTS
    assert all(each.origin.startswith(f"s3://crawls/{name}") for each in found.documents)


@pytest.mark.parametrize("name", KINDS)
def test_an_address_of_many_reports(name: str, site, read, tmp_path: Path) -> None:
    data = made(name, tmp_path)
    url = site.put(f"/{name}", data, "application/octet-stream")
    found = read(url, allow_private=True, delay=0, fields={"text": "text|story"}, max_bytes=1000)
    assert [document.data.decode() for document in found.documents] == TEXTS
    assert all(document.origin.startswith(url) for document in found.documents)


def test_a_folder_and_a_pattern_of_objects(bucket: Bucket, read) -> None:
    for key in ("2030/a.txt", "2031/04/b.txt", "2031/c.jsonl", "2031/notes.docx", "2031/.d.txt"):
        bucket.objects[key] = lines() if key.endswith("jsonl") else key.encode()
    inside = read(bucket.address("2031"))
    assert inside.documents[0].origin == "s3://crawls/2031/04/b.txt"
    assert len(inside.documents) == 3
    assert inside.skipped == {
        "s3://crawls/2031/.d.txt": "hidden",
        "s3://crawls/2031/notes.docx": "of no known kind (.docx)",
    }
    assert len(read(bucket.address("*/*.txt")).documents) == 1
    assert len(read(bucket.address("**/*.txt")).documents) == 2
    twice = read(bucket.address("2030"), bucket.address("2030/a.txt"))
    assert len(twice.documents) == 1


def test_what_cannot_be_read_is_told(bucket: Bucket, read) -> None:
    missing = read(bucket.address("none.jsonl")).error
    assert isinstance(missing, UnreadableSource)
    assert missing.reason == "does not exist"
    bucket.objects["a.txt"] = b"x"
    assert read(bucket.address("b*.txt")).error.reason == "no object fits the pattern"
    bucket.locked = True
    assert "no rights to it" in read(bucket.address("a.txt")).error.reason


def test_an_address_that_is_not_there(site, read) -> None:
    error = read(site.url("/none.warc.gz"), allow_private=True, delay=0).error
    assert isinstance(error, FetchFailed)
    assert error.reason == "the server answers 404 Not Found"
