"""An archive holds what `annotate` gives, in order, whoever made it and however often stopped."""

from __future__ import annotations

import errno
import os
from itertools import count
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.archive.conftest import (
    NAMES,
    RIVER,
    SAMPLES,
    STORY,
    files,
    manifest,
    rows,
    stories,
)
from verbale.archive.job import archive
from verbale.archive.ledger import manifest_of
from verbale.archive.manifest import MANIFEST, ShardEntry
from verbale.archive.options import ArchiveOptions
from verbale.archive.parts import CannotWrite
from verbale.archive.shards import Shard
from verbale.archive.tables import SCHEMA
from verbale.desk import ReadOptions, annotate_inputs
from verbale.errors import BadMetadata, RecordBusy, UnreadableSource, UsageError
from verbale.model import Annotation
from verbale.record.stored import annotation_json, storable

ISLANDS = str(SAMPLES / "islands")
READ = ReadOptions(lexicons=(NAMES,))


class Stops:
    """Ctrl-C after some shards."""

    def __init__(self, after: int) -> None:
        self.left = after

    def begin(self, *_: Any) -> None: ...

    def result(self, _: bytes) -> None: ...

    def shard(self, shard: Shard, entry: ShardEntry) -> None:
        self.left -= 1
        if not self.left:
            raise KeyboardInterrupt


def test_the_tables_hold_the_annotations(samples: Path) -> None:
    expected = [a for a in annotate_inputs([RIVER], READ) if isinstance(a, Annotation)]
    reports = rows(samples, "reports")
    assert [row["annotation"] for row in reports] == [
        annotation_json(storable(a)) for a in expected
    ]
    assert [row["text"] for row in reports] == [a.text for a in expected]
    statements = rows(samples, "statements")
    assert len(statements) == sum(len(a.statements) for a in expected)
    texts = {row["report"]: row["text"] for row in reports}
    for row in statements:
        places = (texts[row["report"]][start:end] for start, end in row["content"])
        assert " … ".join(places).split() == row["content_words"].split()


def test_the_manifest_counts_and_vouches(samples: Path) -> None:
    told = manifest(samples)
    for table in ("reports", "statements", "acts", "positions"):
        assert told[table] == len(rows(samples, table)) > 0
    parts = {part["path"] for shard in told["shards"] for part in shard["parts"]}
    assert parts == set(files(samples)) - {"manifest.json"}


def test_keys_are_in_order_and_join(samples: Path) -> None:
    keys = [row["report"] for row in rows(samples, "reports")]
    assert keys == sorted(set(keys))
    assert {row["report"] for row in rows(samples, "acts")} <= set(keys)


def test_the_number_of_workers_changes_nothing(samples: Path, tmp_path: Path) -> None:
    archive(
        [RIVER], tmp_path / "two", ArchiveOptions(triage=(), shard=4, workers=2, lexicons=(NAMES,))
    )
    assert files(tmp_path / "two") == files(samples)


def test_a_stopped_job_goes_on(lines: Any, tmp_path: Path, quick: None) -> None:
    inputs = [lines(stories(5), "a.jsonl"), ISLANDS, lines(stories(3), "b.jsonl")]
    out, options = tmp_path / "out", ArchiveOptions(triage=(), shard=2)
    archive(inputs, tmp_path / "whole", options)
    for after in (1, 4):
        stopped = archive(inputs, out, options, Stops(after))
        assert stopped.manifest is None
    assert not (out / "manifest.json").exists()
    # What a kill may leave: a part without its entry, an entry without its part.
    (out / "reports" / "part-00004-00000.parquet").write_bytes(b"half a")
    (out / "acts" / "part-00001-00000.parquet").unlink()
    ended = archive(inputs, out, options)
    assert ended.resumed == 3
    assert files(out) == files(tmp_path / "whole")
    again = archive(inputs, out, options)
    assert (again.annotated, again.manifest) == (0, ended.manifest)


def test_a_stopped_job_goes_on_within_a_file(lines: Any, tmp_path: Path, quick: None) -> None:
    source, options = lines(stories(7)), ArchiveOptions(triage=(), shard=2)
    archive([source], tmp_path / "whole", options)
    archive([source], tmp_path / "out", options, Stops(2))
    ended = archive([source], tmp_path / "out", options)
    assert (ended.resumed, ended.annotated) == (2, 3)
    assert files(tmp_path / "out") == files(tmp_path / "whole")


def test_a_job_whose_input_changed_is_not_gone_on_with(
    lines: Any, tmp_path: Path, quick: None
) -> None:
    texts, options = stories(5), ArchiveOptions(triage=(), shard=2)
    archive([lines(texts)], tmp_path / "out", options, Stops(2))
    changed = [texts[0].replace("Monday", "Sunday"), *texts[1:]]
    with pytest.raises(UsageError, match="is not what it was"):
        archive([lines(changed)], tmp_path / "out", options)
    with pytest.raises(UsageError, match="of other inputs"):
        archive([lines(texts[:4])], tmp_path / "out", options)


def test_nothing_else_is_written_over(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "letter.txt").write_text("Dear colleague")
    with pytest.raises(UsageError, match="not empty"):
        archive([str(SAMPLES / "river")], out)
    assert list(out.iterdir()) == [out / "letter.txt"]


def test_two_at_once_do_not_write_to_one_folder(lines: Any, tmp_path: Path, quick: None) -> None:
    class Second(Stops):
        def shard(self, shard: Shard, entry: ShardEntry) -> None:
            with pytest.raises(RecordBusy):
                archive([source], tmp_path / "out", options)

    source, options = lines(stories(3)), ArchiveOptions(triage=(), shard=2)
    assert archive([source], tmp_path / "out", options, Second(0)).manifest is not None


def test_what_cannot_be_read_is_a_drop(tmp_path: Path, quick: None) -> None:
    (tmp_path / "a.txt").write_text(stories(1)[0])
    (tmp_path / "b.txt").write_bytes(b"%PDF-1.7")
    (tmp_path / "c.txt").write_text("")
    done = archive([str(tmp_path / "*.txt")], tmp_path / "out", ArchiveOptions(triage=()))
    assert done.manifest is not None
    assert (done.manifest.reports, done.manifest.drops) == (1, {"unreadable": 2})
    drops = rows(tmp_path / "out", "drops")
    assert [Path(row["origin"]).name for row in drops] == ["b.txt", "c.txt"]
    assert "PDF" in drops[0]["detail"]
    assert [row["place"][-5:] for row in drops] == ["00001", "00002"]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("gone.txt", "does not exist"),
        ("*.warc.gz", "no file fits the pattern"),
        (".", "holds no file of a known kind"),
    ],
)
def test_an_input_that_names_nothing_begins_no_archive(
    name: str, reason: str, lines: Any, tmp_path: Path, quick: None
) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "notes.docx").write_text("x")
    inputs = [lines(stories(1)), str(tmp_path / "empty" / name)]
    with pytest.raises(UnreadableSource, match=reason):
        archive(inputs, tmp_path / "out", ArchiveOptions(triage=()))
    assert not (tmp_path / "out").exists()


def test_a_table_whose_text_is_not_named_begins_no_archive(
    lines: Any, tmp_path: Path, quick: None
) -> None:
    table = str(tmp_path / "dump.parquet")
    pq.write_table(pa.table({"story": [STORY.format(1)]}), table)
    with pytest.raises(BadMetadata, match=r"--field text=NAME.*its columns are story"):
        archive([table], tmp_path / "out", ArchiveOptions(triage=()))
    assert not (tmp_path / "out").exists()
    beside = archive([table, lines(stories(1))], tmp_path / "out", ArchiveOptions(triage=()))
    assert beside.manifest is not None
    assert (beside.manifest.reports, beside.manifest.drops) == (1, {"bad metadata": 1})


def test_a_full_disk_costs_the_shard_in_hand(
    lines: Any, tmp_path: Path, quick: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    inputs, options = [lines(stories(6))], ArchiveOptions(triage=(), shard=2)
    archive(inputs, tmp_path / "whole", options)
    written = count()

    def full(_: int) -> None:
        if next(written) == 12:  # in the second shard
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CannotWrite, match=r"no space left on device .see to that"):
        archive(inputs, tmp_path / "out", options)
    assert not list((tmp_path / "out").rglob("*.new"))
    done = archive(inputs, tmp_path / "out", options)
    assert (done.resumed, done.annotated) == (1, 4)
    assert files(tmp_path / "out") == files(tmp_path / "whole")


def test_a_damaged_entry_of_the_ledger_is_made_again(
    lines: Any, tmp_path: Path, quick: None
) -> None:
    inputs, options = [lines(stories(6))], ArchiveOptions(triage=(), shard=2)
    archive(inputs, tmp_path / "whole", options)
    archive(inputs, tmp_path / "out", options, Stops(2))
    sorted((tmp_path / "out" / ".ledger").glob("*.json"))[1].write_text("{")
    assert archive(inputs, tmp_path / "out", options).resumed == 1
    assert files(tmp_path / "out") == files(tmp_path / "whole")


def test_what_is_no_archive_of_ours_is_told(lines: Any, tmp_path: Path, quick: None) -> None:
    out, options = tmp_path / "out", ArchiveOptions(triage=(), shard=2)
    with pytest.raises(UsageError, match="does not exist"):
        manifest_of(out)
    archive([lines(stories(3))], out, options, Stops(1))
    with pytest.raises(UsageError, match="unfinished archive"):
        manifest_of(out)
    archive([lines(stories(3))], out, options)
    told = (out / MANIFEST).read_text()
    (out / MANIFEST).write_text(told.replace(f'"schema": {SCHEMA}', '"schema": 99'))
    with pytest.raises(UsageError, match=r"schema 99, and this Verbale reads schemas 1 to "):
        manifest_of(out)
    (out / MANIFEST).write_text(told[:100])
    with pytest.raises(UsageError, match=r"manifest\.json: is not as an archive has it"):
        manifest_of(out)
