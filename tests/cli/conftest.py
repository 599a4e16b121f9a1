from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from verbale.cli.main import main
from verbale.desk import read
from verbale.record import Record

SAMPLES = Path(__file__).resolve().parents[2] / "src" / "verbale" / "samples"
#: A wire report, two in one file, one without a year, one in French, one with its update.
CHOSEN = (
    "islands/02-trawler-kelvane.txt",
    "islands/03-sanctions.jsonl",
    "islands/04-thurnia-answers.txt",
    "islands/09-courrier-fr.txt",
    "river/07-talks-resume-early.html",
    "river/07-talks-resume-late.html",
    "lexicon.toml",
)


class Result(NamedTuple):
    code: int
    out: str
    err: str

    @property
    def plain(self) -> str:
        """The output without colours."""
        return re.sub("\x1b\\[[0-9;]*m", "", self.out)

    @property
    def lines(self) -> list[str]:
        return self.plain.splitlines()


Run = Callable[..., Result]


@pytest.fixture(autouse=True)
def _own_surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Each test in a folder of its own, with no settings from outside."""
    for name in ("VERBALE_RECORD", "VERBALE_DEBUG", "FORCE_COLOR", "NO_COLOR", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """The program in this process."""

    def run_it(*arguments: object) -> Result:
        capsys.readouterr()
        code = main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Result(code, captured.out, captured.err)

    return run_it


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Makes output look as on a terminal of so many columns, without colours."""

    def make(columns: int) -> None:
        monkeypatch.setenv("TTY_COMPATIBLE", "1")
        monkeypatch.setenv("NO_COLOR", "1")
        monkeypatch.setenv("COLUMNS", str(columns))

    return make


def put_samples(folder: Path) -> Path:
    for name in CHOSEN:
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(SAMPLES / name, place)
    return folder


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A folder of sample reports with their lexicon."""
    return put_samples(tmp_path / "reports")


@pytest.fixture(scope="session")
def read_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("read-once")
    put_samples(folder / "reports")
    with Record(folder / "verbale.vrb") as record:
        summary = read([str(folder / "reports")], record)
        assert summary.read == 7
    return folder / "verbale.vrb"


@pytest.fixture
def record(read_once: Path, tmp_path: Path) -> Path:
    """The record of the sample reports, where commands look for it."""
    return Path(shutil.copy(read_once, tmp_path / "verbale.vrb"))
