"""Sidecars, manifests and how what they say is ranked."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from verbale.errors import BadMetadata
from verbale.model import Given
from verbale.sources.given import given_from, over
from verbale.sources.published import normal_date
from verbale.sources.sidecar import sidecar_names

ALL = """url = "https://tarnpost.example/a"
outlet = "Tarn Post"
published = 2025-04-08T10:30:00+09:00
title = "Ferry talks end"
authors = ["Ilse Marrin", "P. Orlo"]
language = "en"
key = "ferry-1"
"""


@pytest.fixture
def report(here: Path) -> Path:
    path = here / "report.txt"
    path.write_text("The ferry talks ended.\n")
    return path


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2025-04-08", "2025-04-08"),
        (" 2025-04 ", "2025-04"),
        ("2025-04-08T10:30", "2025-04-08T10:30:00"),
        ("2025-04-08 10:30:00", "2025-04-08T10:30:00"),
        ("2025-04-08T10:30:00.123Z", "2025-04-08T10:30:00+00:00"),
        ("2025-04-08T10:30:00+09:00", "2025-04-08T10:30:00+09:00"),
        ("Tue, 08 Apr 2025 10:30:00 +0900", "2025-04-08T10:30:00+09:00"),
        ("08 Apr 2025 10:30 GMT", "2025-04-08T10:30:00+00:00"),
        (datetime.date(2025, 4, 8), "2025-04-08"),
        (datetime.datetime(2025, 4, 8, 10, 30), "2025-04-08T10:30:00"),
        ("2025", None),
        ("2025-13", None),
        ("2025-02-30", None),
        ("April 8", None),
        ("08/04/2025", None),
        ("XXXX-04-08", None),
        ("yesterday", None),
        ("Tue, 31 Feb 2025 10:30:00 +0900", None),
        ("٢٠٢٥-٠٤-٠٨", None),
        ("0000-04", None),
        (20250408, None),
        (datetime.time(10, 30), None),
        (None, None),
    ],
)
def test_dates(text, date):
    assert normal_date(text) == date


@pytest.mark.parametrize("name", ["report.txt.meta.toml", "report.meta.toml"])
def test_a_sidecar_says_everything(name, report, here, read):
    (here / name).write_text(ALL)
    assert read("report.txt").document.given == Given(
        url="https://tarnpost.example/a",
        outlet="Tarn Post",
        published="2025-04-08T10:30:00+09:00",
        title="Ferry talks end",
        authors=("Ilse Marrin", "P. Orlo"),
        language="en",
        key="ferry-1",
        basis="sidecar",
    )


def test_the_most_specific_sidecar_counts(report, here, read):
    (here / "report.txt.meta.toml").write_text('outlet = "A"')
    (here / "report.meta.toml").write_text('outlet = "B"')
    assert read("report.txt").document.given.outlet == "A"
    assert sidecar_names("noon.v2.html") == ("noon.v2.html.meta.toml", "noon.v2.meta.toml")


@pytest.mark.parametrize(
    ("toml", "reason"),
    [
        ('publshed = "2025-04-08"', "unknown key 'publshed'; the keys are url, outlet, published"),
        ('published = "April 8"', "'published' is 'April 8', not a date; accepted is 2025-04-08"),
        ("published = 10:30:00", "'published' is '10:30:00', not a date"),
        ("published = 2025", "'published' is '2025', not a date"),
        ('url = "tarnpost.example/a"', "'url' is 'tarnpost.example/a'; accepted is an http"),
        ('url = "javascript:alert(1)"', "'url' is 'javascript:alert(1)'; accepted is an http"),
        ('language = "English (UK)"', "'language' is 'English (UK)'; accepted is a code"),
        ("outlet = true", "'outlet' must be a string"),
        ("authors = [1]", "'authors' must be a string or a list of strings"),
        ("authors = {a = 1}", "'authors' must be a string or a list of strings"),
        ("outlet = ", "is not TOML: Invalid value (at end of document)"),
        ("a = " + "[" * 5000, "is not TOML: "),
    ],
)
def test_wrong_sidecars(toml, reason, report, here, read):
    (here / "report.meta.toml").write_text(toml)
    error = read("report.txt").error
    assert isinstance(error, BadMetadata)
    assert error.subject == "report.meta.toml"
    assert error.reason.startswith(reason)


def test_sidecars_that_cannot_be_read(report, here, read):
    (here / "report.meta.toml").write_bytes(b'outlet = "caf\xe9"')
    assert "is not UTF-8" in read("report.txt").error.reason
    (here / "report.meta.toml").write_bytes(b"#" * 100_000)
    assert "over the limit" in read("report.txt").error.reason
    (here / "report.meta.toml").unlink()
    (here / "report.meta.toml").symlink_to("nowhere")
    assert "link to nothing" in read("report.txt").error.reason


def test_a_sidecar_of_many_reports_cannot_name_one_address(here, read):
    (here / "dump.jsonl").write_text('{"text": "One."}\n{"text": "Two."}\n')
    (here / "dump.jsonl.meta.toml").write_text('outlet = "Tarn Post"')
    assert [d.given.outlet for d in read("dump.jsonl").documents] == ["Tarn Post"] * 2
    (here / "dump.jsonl.meta.toml").write_text('url = "https://tarnpost.example/"')
    assert "'url' cannot hold for every report" in read("dump.jsonl").error.reason


def test_manifest(report, here, read):
    (here / "m.csv").write_bytes(
        b"\xef\xbb\xbffile;published;authors;title\r\n"
        b'report.txt;2025-04;"Ilse Marrin; P. Orlo";"Ferry; talks"\r\n'
    )
    given = read("report.txt", manifest=here / "m.csv").document.given
    assert given == Given(
        published="2025-04",
        authors=("Ilse Marrin", "P. Orlo"),
        title="Ferry; talks",
        basis="manifest",
    )


def test_manifest_paths_count_from_its_folder(here, read, monkeypatch):
    (here / "in").mkdir()
    (here / "in/a.txt").write_text("The talks ended.")
    (here / "in/m.csv").write_text("path,outlet\na.txt,Tarn Post\n")
    assert read("in", manifest=Path("in/m.csv")).documents[0].given.outlet == "Tarn Post"


@pytest.mark.parametrize(
    ("row", "subject", "reason"),
    [
        ("report.txt,8.4.2025", "m.csv, line 2", "'published' is '8.4.2025', not a date"),
        ("report.txt,2025-04\nreport.txt,2025-04", "m.csv, line 3", "names the same report as"),
    ],
)
def test_a_wrong_row_is_the_line_of_its_report(row, subject, reason, report, here, read):
    (here / "m.csv").write_text(f"path,published\n{row}\n")
    (here / "b.txt").write_text("Another.")
    everything = read("report.txt", "b.txt", manifest=Path("m.csv"))
    assert everything.error.subject == subject
    assert everything.error.reason.startswith(reason)
    assert [document.origin for document in everything.documents] == ["b.txt"]


def test_a_row_for_no_file_is_told(report, here, read):
    (here / "m.csv").write_text("path,outlet\nreprot.txt,Tarn Post\n")
    everything = read("report.txt", manifest=Path("m.csv"))
    assert len(everything.documents) == 1
    assert str(everything.error) == "m.csv, line 2: names a file that does not exist: reprot.txt"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"name,outlet\na,b\n", "has no column named path or file"),
        (b"", "has no column named path or file"),
        (b"path,publshed\n", "unknown column 'publshed'; the columns are path, url"),
        (b"path,url,url\n", "names a column twice"),
        (b"path,outlet\na,b,c\n", "has more cells than there are columns"),
        (b"path,outlet\n,b\n", "has no path"),
        (b"path,outlet\ncaf\xe9,b\n", "is not UTF-8; save it as CSV UTF-8"),
        (b"path,outlet\n" + b"x" * 200_000, "is not CSV: field larger"),
    ],
)
def test_an_unusable_manifest_stops_the_reading(data, reason, report, here, read):
    (here / "m.csv").write_bytes(data)
    everything = read("report.txt", manifest=Path("m.csv"))
    assert everything.documents == []
    assert isinstance(everything.error, BadMetadata)
    assert everything.error.reason.startswith(reason)


def test_a_missing_manifest(report, read):
    assert str(read("report.txt", manifest=Path("no.csv")).error) == "no.csv: does not exist"


def test_sidecar_over_manifest_over_fields(here, read):
    (here / "d.jsonl").write_text(
        '{"text": "One.", "outlet": "F", "published": "2025-01-01", "title": "F"}\n'
    )
    (here / "m.csv").write_text("path,outlet,published\nd.jsonl,M,2025-02-02\n")
    (here / "d.jsonl.meta.toml").write_text('outlet = "S"')
    given = read("d.jsonl", manifest=Path("m.csv")).document.given
    assert (given.outlet, given.published, given.title) == ("S", "2025-02-02", "F")
    assert given.basis == "manifest"  # who gave the date


def test_basis_is_of_whoever_says_something():
    nothing, feed = Given(), Given(outlet="F", basis="feed")
    assert over(nothing, feed) == feed
    assert over(Given(outlet="S"), nothing) == Given(outlet="S")
    assert over(Given(language="en"), feed) == Given(outlet="F", language="en", basis="sidecar")


def test_metadata_is_one_clean_line():
    given = given_from(
        {"title": " Ferry\n talks\x00 \ud800end ", "authors": "A\tB", "outlet": " ", "key": 7},
        subject="s",
        basis="fields",
    )
    assert given == Given(title="Ferry talks \ufffdend", authors=("A B",), key="7", basis="fields")
