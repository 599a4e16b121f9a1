"""``verbale export``: the standard forms, as a person asks for them."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.record.factory import annotate
from verbale.cli.main import app
from verbale.errors import NoSuchEntry, UsageError
from verbale.exports import STANDARDS, TABLES
from verbale.record import Record


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with Record(tmp_path / "x.vrb") as record:
        record.add(*annotate())
    return tmp_path / "x.vrb"


@pytest.mark.parametrize("name", STANDARDS)
def test_a_standard_form_needs_no_format(path: Path, name: str) -> None:
    out = path.with_name("out.any")
    asked = ["export", name, "--record", str(path)]
    printed = CliRunner().invoke(app, asked, catch_exceptions=False)
    assert printed.exit_code == 0
    kept = CliRunner().invoke(app, [*asked, "--out", str(out)], catch_exceptions=False)
    assert kept.exit_code == 0
    assert out.read_bytes() == printed.stdout_bytes
    assert out.stat().st_size > 100


def test_only_a_feed_is_of_one_matter(path: Path) -> None:
    asked = ["--record", str(path), "--matter", "ferry"]
    with pytest.raises(UsageError, match="is for atom"):
        CliRunner().invoke(app, ["export", "csl", *asked], catch_exceptions=False)
    with pytest.raises(NoSuchEntry, match="no such matter"):
        CliRunner().invoke(app, ["export", "atom", *asked], catch_exceptions=False)


def test_a_form_that_there_is_not(path: Path) -> None:
    with pytest.raises(UsageError, match="plover, annotations"):
        CliRunner().invoke(app, ["export", "ris", "-r", str(path)], catch_exceptions=False)


def test_help_names_everything_that_can_be_exported() -> None:
    shown = CliRunner(env={"COLUMNS": "200"}).invoke(app, ["export", "--help"]).output
    words = set(shown.replace(",", " ").replace(";", " ").replace(".", " ").split())
    assert {*TABLES, *STANDARDS, "all"} <= words
