"""Files that are none, folders that will not open, patterns that fit nothing."""

from __future__ import annotations

import codecs
import gzip
import os
import tracemalloc
from pathlib import Path

import pytest

from verbale.errors import BadMetadata, SourceTooLarge
from verbale.sources import survey
from verbale.sources.looks import content_kind, foreign_format, markup_kind

STORY = "The ferry talks ended without a date for the next round.\n"


def story(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(STORY)
    return path


def test_a_huge_file_is_refused_unread(here, read):
    with (here / "huge.txt").open("wb") as stream:
        stream.truncate(200_000_000)
    tracemalloc.start()
    error = read("huge.txt").error
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 1_000_000
    assert isinstance(error, SourceTooLarge)
    assert "is 200 MB, over the limit of 20 MB" in str(error)


def test_a_gzip_bomb_is_refused_after_the_limit(here, read):
    (here / "bomb.txt.gz").write_bytes(gzip.compress(b"a" * 50_000_000))
    assert isinstance(read("bomb.txt.gz").error, SourceTooLarge)


@pytest.mark.parametrize("name", ["a.txt.gz", "a.jsonl.gz", "a.xml.gz"])
@pytest.mark.parametrize("data", [gzip.compress(os.urandom(4000).hex().encode())[:-900], b"plain"])
def test_damaged_gzip(name, data, here, read):
    (here / name).write_bytes(data)
    assert "is not whole packed data" in str(read(name).errors[-1])


def test_a_gzip_file_of_several_members(here, read):
    (here / "a.txt.gz").write_bytes(gzip.compress(b"One. ") + gzip.compress(b"Two."))
    assert read("a.txt.gz").document.data == b"One. Two."


def test_special_files_are_not_opened(here, read, monkeypatch):
    os.mkfifo(here / "pipe.txt")
    monkeypatch.setattr("os.open", None)
    assert "is a named pipe" in read("pipe.txt").error.reason
    assert "is a device" in read("/dev/zero").error.reason


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("gone.txt", "does not exist"),
        ("gone/a.txt", "does not exist"),
        ("dead.txt", "is a symbolic link to nothing"),
        ("loop.txt", "is a symbolic link that leads back to itself"),
        ("a\0b.txt", "is not a possible path"),
        ("x" * 300, "is too long for a path"),
        ("*.nothing", "no file fits the pattern"),
        ("[", "no file fits the pattern"),
        ("", "has an empty name"),
        ("gopher://example.org/", "only http and https addresses are fetched"),
        ("file:///etc/passwd", "only http and https addresses are fetched"),
    ],
)
def test_inputs_that_name_nothing(name, reason, here, read):
    (here / "dead.txt").symlink_to("nowhere.txt")
    (here / "loop.txt").symlink_to("loop.txt")
    everything = read(name, story(here / "good.txt"))
    assert everything.error.reason == reason
    assert len(everything.documents) == 1


def test_bad_links_inside_a_folder_do_not_stop_it(here, read):
    story(here / "in/a.txt")
    (here / "in/b.txt").symlink_to("nowhere")
    (here / "in/c.txt").symlink_to("c.txt")
    (here / "in/circle").symlink_to(".")
    everything = read("in")
    assert [document.origin for document in everything.documents] == ["in/a.txt"]
    assert [error.subject for error in everything.errors] == ["in/b.txt", "in/c.txt"]
    assert everything.skipped["in/circle"].startswith("a link to a folder")


def test_a_folder_without_rights(here, read, monkeypatch):
    story(here / "in/a.txt")
    story(here / "in/locked/b.txt")
    scan = os.scandir

    def guarded(path):
        if Path(path).name == "locked":
            raise PermissionError(13, "Permission denied")
        return scan(path)

    monkeypatch.setattr("os.scandir", guarded)
    everything = read("in")
    assert str(everything.error) == "in/locked: may not be read: no rights to it"
    assert len(everything.documents) == 1


def test_a_folder_is_sorted_and_counts_what_it_passes_over(here, read):
    for name in ("b.txt", "a/z.txt", "a.md", ".hidden.txt", ".git/x.txt", "c.docx", "lexicon.toml"):
        story(here / "in" / name)
    for name in ("b.txt.meta.toml", "README.md", "Makefile"):
        (here / "in" / name).touch()
    everything = read("in/")
    assert [document.origin for document in everything.documents] == [
        "in/a.md",
        "in/b.txt",
        "in/a/z.txt",
    ]
    assert everything.skipped == {
        "in/.git": "hidden",
        "in/.hidden.txt": "hidden",
        "in/c.docx": "of no known kind (.docx)",
        "in/lexicon.toml": "a lexicon",
        "in/b.txt.meta.toml": "metadata of a report",
        "in/README.md": "a read-me",
        "in/Makefile": "of no known kind (no suffix)",
    }


def test_our_own_files_are_no_reports_even_by_name(here, read):
    for name in ("a.txt.meta.toml", "lexicon.toml"):
        (here / name).write_text('outlet = "Tarn Post"')
    story(here / "a.txt")
    everything = read("a.txt", "a.txt.meta.toml", "lexicon.toml")
    assert len(everything.readings) == 1
    assert everything.skipped == {
        "a.txt.meta.toml": "metadata of a report",
        "lexicon.toml": "a lexicon",
    }


def test_a_sidecar_that_describes_nothing(here, read):
    story(here / "in/report.txt")
    (here / "in/reprot.txt.meta.toml").touch()
    error = read("in").error
    assert isinstance(error, BadMetadata)
    assert str(error) == "in/reprot.txt.meta.toml: there is no file beside it to describe"


def test_what_is_named_twice_is_read_once(here, read):
    story(here / "in/a.txt")
    (here / "in/b.txt").symlink_to("a.txt")
    everything = read("in", "in/a.txt", "in/*.txt", here / "in")
    assert [document.origin for document in everything.documents] == ["in/a.txt"]
    assert everything.skipped["in/b.txt"] == "the same file as in/a.txt"


def test_patterns(here, read):
    for name in ("in/a.txt", "in/b.html", "in/deep/c.txt", "in/deep/d.pdf", "in/[e].txt"):
        story(here / name)

    def names(pattern):
        return [document.origin for document in read(pattern).documents]

    assert names("in/*.txt") == ["in/[e].txt", "in/a.txt"]
    assert names("in/**/*.txt") == ["in/[e].txt", "in/a.txt", "in/deep/c.txt"]
    assert names("in/d*") == ["in/deep/c.txt"]
    assert names("in/**") == ["in/[e].txt", "in/a.txt", "in/b.html", "in/deep/c.txt"]
    assert names("in/[e].txt") == ["in/[e].txt"]
    assert names(str(here / "in" / "?.html")) == [str(here / "in/b.html")]


def test_survey_opens_no_report(here, monkeypatch):
    story(here / "in/a.txt")
    monkeypatch.setattr("os.open", None)
    (source,) = survey(["in"])
    assert source.size == 1


def test_documents_stream(here, monkeypatch):
    for number in range(30):
        story(here / f"in/{number:02}.txt")
    opened = []
    real = os.open
    monkeypatch.setattr("os.open", lambda *args: opened.append(args) or real(*args))
    (source,) = survey(["in"])
    next(source.documents())
    assert len(opened) == 1


def test_names_that_are_not_utf8(here, read):
    path = os.fsdecode(b"in/caf\xe9.txt")
    story(Path(path))
    document = read("in").document
    assert document.origin == "in/caf\\xe9.txt"


@pytest.mark.parametrize("mark", [codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE])
def test_wide_text_and_a_few_nuls_are_text(mark, here, read):
    wide = STORY.encode("utf-16-le" if mark == codecs.BOM_UTF16_LE else "utf-16-be")
    (here / "wide.txt").write_bytes(mark + wide)
    (here / "nul.txt").write_bytes(b"The talks\0 ended\0.")
    everything = read("wide.txt", "nul.txt")
    assert [document.data for document in everything.documents] == [
        mark + wide,
        b"The talks\0 ended\0.",
    ]


@pytest.mark.parametrize(
    "data",
    [
        STORY.encode(),
        "Переговоры".encode("cp1251"),
        "交渉".encode("iso-2022-jp") * 9,
        b"\x0c\x1b[1mA",
    ],
)
def test_text_in_any_encoding_is_text(data):
    assert foreign_format(data) is None


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b'\xef\xbb\xbf {"text": 1}', "jsonl"),
        (b"<?xml version='1.0'?>\n<!-- a --><rss>", "feed"),
        (b"<rdf:RDF xmlns=''>", "feed"),
        (b"<feed xmlns='x'>", "feed"),
        (b"<!DOCTYPE html><html>", "html"),
        (b"<?xml version='1.0'?><!DOCTYPE html PUBLIC><html>", "html"),
        (b"<!-- saved from url --><html>", "html"),
        (b"<p>Talks", "html"),
        (b"<3 talks", "text"),
        (b"< Talks >", "text"),
        (b"MOSCOW - Talks", "text"),
        (b"", "text"),
    ],
)
def test_content_without_a_name(data, kind):
    assert content_kind(data) == kind
    assert (markup_kind(data) or "other") == (kind if kind in ("feed", "html") else "other")
