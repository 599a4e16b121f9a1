"""An archive is asked as a record is, and gives a record what reading would have given it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.archive.conftest import NAMES, RIVER, STORY
from verbale.archive.intake import take_in
from verbale.archive.job import archive as make
from verbale.archive.options import ArchiveOptions
from verbale.archive.query import Archive
from verbale.archive.where import Slice, slice_of
from verbale.desk import ReadOptions, read
from verbale.errors import UsageError
from verbale.lexicon import default_lexicon
from verbale.record import Record, StatementFilter


class Quiet:
    def begin(self, total: int | None) -> None: ...

    def advance(self, step: Any) -> None: ...


@pytest.fixture(scope="module")
def whole(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """A record of all of the archive."""
    with Record(tmp_path_factory.mktemp("record") / "whole.vrb") as record:
        assert take_in(samples, record, "", Quiet()).new > 3
        yield record


@pytest.fixture
def archive(samples: Path) -> Iterator[Archive]:
    opened = Archive(samples)
    yield opened
    opened.close()


def test_a_record_is_as_if_the_reports_had_been_read(whole: Record, tmp_path: Path) -> None:
    with Record(tmp_path / "read.vrb") as record:
        read([RIVER], record, ReadOptions(lexicons=(NAMES,)))
        assert list(record.dump()) == list(whole.dump())


def test_copies_are_one_report_as_if_they_had_been_read(tmp_path: Path) -> None:
    for name in ("a/one.txt", "b/one.txt", "b/two.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(STORY.format(name[2:]))
    inputs = [str(tmp_path / folder) for folder in "ab"]
    make(inputs, tmp_path / "out", ArchiveOptions(triage=()))
    with Record(tmp_path / "read.vrb") as record, Record(tmp_path / "taken.vrb") as other:
        done = read(inputs, record, ReadOptions())
        taken = take_in(tmp_path / "out", other, "", Quiet())
        assert (taken.new, taken.unchanged) == (done.new, done.unchanged) == (2, 1)
        assert list(other.dump()) == list(record.dump())
        assert other.places("r1") == record.places("r1") == tuple(f"{i}/one.txt" for i in inputs)


def changed(samples: Path, out: Path, schema: int, columns: dict[str, Any]) -> Path:
    """The archive as another Verbale would have made it: some columns otherwise, or left out."""
    shutil.copytree(samples, out)
    for part in (out / "reports").glob("*.parquet"):
        table = pq.ParquetFile(part).read()
        for name, value in columns.items():
            table = table.drop_columns(name)
            if value is not None:
                table = table.append_column(name, pa.array([value] * len(table)))
        pq.write_table(table, part)
    told = json.loads((out / "manifest.json").read_text())
    told["job"]["schema"] = schema
    (out / "manifest.json").write_text(json.dumps(told))
    return out


@pytest.mark.parametrize(
    ("schema", "columns"),
    [(1, {"prepared": None, "prepared_by": None}), (2, {"prepared_by": "other", "prepared": b""})],
)
def test_what_another_version_prepared_is_prepared_anew(
    samples: Path, whole: Record, tmp_path: Path, schema: int, columns: dict[str, Any]
) -> None:
    older = changed(samples, tmp_path / "older", schema, columns)
    with Record(tmp_path / "older.vrb") as record:
        take_in(older, record, "", Quiet())
        assert list(record.dump()) == list(whole.dump())


def test_taking_in_again_changes_nothing(samples: Path, whole: Record) -> None:
    again = take_in(samples, whole, "", Quiet())
    assert (again.new, again.unchanged) == (0, len(list(whole.each_report())))


@pytest.mark.parametrize(
    "wanted",
    [
        StatementFilter(),
        StatementFilter(country="XHV"),
        StatementFilter(by="foreign minister"),
        StatementFilter(about="treaty"),
        StatementFilter(type="direct", since="2024-03"),
        StatementFilter(until="2024-03-31"),
        StatementFilter(text='"water" treaty'),
    ],
)
def test_filters_find_what_they_find_in_a_record(
    archive: Archive, whole: Record, wanted: StatementFilter
) -> None:
    mine, other = archive.statements(wanted), whole.statements(wanted)
    assert mine.total == other.total
    words = sorted((row.content_words, row.date or "") for row in mine)
    assert words == sorted((row.content_words, row.date or "") for row in other)


def test_a_page_of_many(archive: Archive) -> None:
    found = archive.statements(StatementFilter(limit=3))
    assert len(found) == 3 < found.total
    (row,) = archive.statements(StatementFilter(report=found[0].report, limit=1))
    assert row.statement == found[0].statement


def test_slices(archive: Archive) -> None:
    lexicon = archive.lexicon
    everything = archive.count(Slice())
    for words, some in {
        "party = XHV": True,
        "party = Halveria and party = Nemora": True,
        "party = Japan": False,
        'matter ~ "water"': True,
        "since = 2024-03 and until = 2024-03": True,
        "since = 2031": False,
        'outlet = "the lissard chronicle"': True,
        "language = en, party = Nemora": True,
    }.items():
        count = archive.count(slice_of(words, lambda: lexicon))
        assert (0 < count <= everything) == some, (words, count)


def test_words_are_taken_as_they_are() -> None:
    words = """party = Tokyo and matter ~ 'a "b" c' and since = 2024-02"""
    expected = Slice(parties=("JPN",), matters=('a "b" c',), since="2024-02-01")
    assert slice_of(words, default_lexicon) == expected
    assert slice_of("", default_lexicon) == Slice()


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("colour = red", "is no term"),
        ("party ~ Japan", "is no term"),
        ("party = Japan since = 2024", "joined on"),
        ("party = Japan or party = Russia", "must fit all terms"),
        ("since = soon", "not a day"),
        ("language = French", "no code of a language"),
        ("matter ~ x'; DROP TABLE", "is no term|joined on"),
    ],
)
def test_what_is_no_condition(words: str, reason: str) -> None:
    with pytest.raises(UsageError, match=reason):
        slice_of(words, default_lexicon)


def test_what_is_no_archive(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no finished archive"):
        Archive(tmp_path)


def test_files_that_could_not_be_read_are_told_once_each(
    lines: Any, tmp_path: Path, quick: None
) -> None:
    whole = lines(["The envoys met.", "They left."], "a.jsonl")
    (tmp_path / "b.jsonl").write_text('{"story": "x"}\nnot JSON\n')
    (tmp_path / "c.txt").write_text("")
    inputs = [whole, str(tmp_path / "b.jsonl"), str(tmp_path / "c.txt")]
    make(inputs, tmp_path / "out", ArchiveOptions(triage=()))
    opened = Archive(tmp_path / "out")
    found = [(Path(file).name, more) for file, _, more in opened.unread(9)]
    assert found == [("b.jsonl", 1), ("c.txt", 0)]
    assert "line 1: has no text" in opened.unread(1)[0][1]
    opened.close()
