"""A generated crawl, from the file to the tables: every page comes to what it is to come to."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

from eval import crawl
from tests.archive.conftest import files, rows
from tests.archive.test_job import Stops
from verbale.archive.job import archive
from verbale.archive.options import ArchiveOptions

OPTIONS = ArchiveOptions(shard=60)


def test_right_counts_in_drops(tmp_path: Path, quick: None) -> None:
    pages = crawl.write(tmp_path / "crawl.warc.gz", 240)
    done = archive([str(tmp_path / "crawl.warc.gz")], tmp_path / "out", OPTIONS)
    assert done.manifest is not None
    expected = Counter(page.fate for page in pages)
    assert done.manifest.drops == {k: n for k, n in sorted(expected.items()) if k != "report"}
    assert done.manifest.reports == expected["report"]
    by_url = {row["url"]: row for row in rows(tmp_path / "out", "drops") if row["url"]}
    copies = [page for page in pages if page.fate == "copy"]
    originals = {row["report"]: row["origin"] for row in rows(tmp_path / "out", "reports")}
    for page in copies:
        original = int(originals[by_url[page.url]["like"]].rpartition("#")[2]) - 1
        assert pages[original].paragraphs == page.paragraphs


def test_a_stopped_job_knows_the_copies_of_what_it_kept(tmp_path: Path, quick: Any) -> None:
    crawl.write(tmp_path / "crawl.warc.gz", 240)
    source = str(tmp_path / "crawl.warc.gz")
    archive([source], tmp_path / "whole", OPTIONS)
    archive([source], tmp_path / "out", OPTIONS, Stops(2))
    assert archive([source], tmp_path / "out", OPTIONS).resumed == 2
    assert files(tmp_path / "out") == files(tmp_path / "whole")
