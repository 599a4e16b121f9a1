"""Reports to make archives of, and what is in an archive."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from verbale.archive import pool
from verbale.archive.job import archive
from verbale.archive.manifest import MANIFEST
from verbale.archive.options import ArchiveOptions

SAMPLES = Path(__file__).parents[2] / "src" / "verbale" / "samples"
STORY = (
    "VELMOUTH, 8 April 2031 - Tarnland's foreign minister Orla Venn said on Monday that Japan and"
    " Russia had agreed to resume talks on a fisheries treaty. Report number {}."
)


NAMES = SAMPLES / "lexicon.toml"
RIVER = str(SAMPLES / "river" / "0[1-6]*")


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of some sample reports. Not to be written to."""
    out = tmp_path_factory.mktemp("archive") / "out"
    archive([RIVER], out, ArchiveOptions(triage=(), shard=4, lexicons=(NAMES,)))
    return out


@pytest.fixture
def lines(tmp_path: Path) -> Any:
    """Writes reports as JSON Lines, and gives the file."""

    def write(texts: Sequence[str], name: str = "reports.jsonl") -> str:
        path = tmp_path / name
        told = (
            json.dumps({"text": text, "url": f"https://tarn.example/{number}"})
            for number, text in enumerate(texts)
        )
        path.write_text("\n".join(told) + "\n")
        return str(path)

    return write


QUICK = (sys.executable, str(Path(__file__).with_name("quick.py")))


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Workers that read no sentences."""
    monkeypatch.setattr(pool, "WORKER", QUICK)


def stories(count: int) -> list[str]:
    return [STORY.format(number) for number in range(count)]


def files(out: Path) -> dict[str, bytes]:
    """All files of an archive, by their path in it."""
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.is_file()
    }


def rows(out: Path, table: str) -> list[dict[str, Any]]:
    """All rows of a table, in order."""
    parts = sorted((out / table).glob("*.parquet"))
    return [row for part in parts for row in pq.ParquetFile(part).read().to_pylist()]


def manifest(out: Path) -> dict[str, Any]:
    return json.loads((out / MANIFEST).read_text())
