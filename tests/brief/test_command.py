from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.brief.newsroom import filled
from verbale.cli.main import main

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "ferry.vrb"
    filled(file).close()
    return file


def test_a_brief_for_a_pipe_is_plain(path: Path, capsys: Capture) -> None:
    assert main(["brief", str(path)]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("# Brief: Ordania and Velt Islands\n")
    assert "\x1b" not in out
    assert err == ""


def test_the_record_may_be_an_option(path: Path, capsys: Capture) -> None:
    main(["brief", str(path)])
    first = capsys.readouterr().out
    main(["brief", "--record", str(path)])
    assert capsys.readouterr().out == first


@pytest.mark.parametrize("name", ["XVE", "xve", "Velt", "Veltish", "Pilot House"])
def test_a_party_by_code_or_name(path: Path, capsys: Capture, name: str) -> None:
    assert main(["brief", str(path), "--party", name, "--party", "Ordania"]) == 0
    assert "### Velt Islands" in capsys.readouterr().out


def test_a_party_that_nobody_knows(path: Path, capsys: Capture) -> None:
    assert main(["brief", str(path), "--party", "Atlantis"]) == 2
    assert "Atlantis" in capsys.readouterr().err


def test_a_day_that_is_none(path: Path, capsys: Capture) -> None:
    assert main(["brief", str(path), "--since", "yesterday"]) == 2
    assert "yesterday" in capsys.readouterr().err


def test_the_format_is_that_of_the_file(path: Path, tmp_path: Path, capsys: Capture) -> None:
    for name, start in (("b.html", "<!DOCTYPE html>"), ("b.md", "# Brief"), ("b.txt", "# Brief")):
        assert main(["brief", str(path), "--out", str(tmp_path / name)]) == 0
        assert (tmp_path / name).read_text().lstrip().startswith(start)
    assert capsys.readouterr().out == ""
    assert "[^1]" in (tmp_path / "b.md").read_text()
    assert "[^1]" not in (tmp_path / "b.txt").read_text()


def test_a_file_that_cannot_be_written(path: Path, tmp_path: Path, capsys: Capture) -> None:
    assert main(["brief", str(path), "--out", str(tmp_path / "no" / "b.html")]) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_json_holds_the_checked_brief(path: Path, capsys: Capture) -> None:
    assert main(["brief", str(path), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["dropped"] == []
    assert found["footnotes"][0]["number"] == 1
    assert re.search(r'"template": ?"said.direct"', json.dumps(found["brief"]))


def test_show_dropped_says_how_many(path: Path, capsys: Capture) -> None:
    assert main(["brief", str(path), "--show-dropped"]) == 0
    assert "0 dropped" in capsys.readouterr().err


def test_no_record(tmp_path: Path, capsys: Capture) -> None:
    assert main(["brief", str(tmp_path / "none.vrb")]) == 4
    assert "no record" in capsys.readouterr().err
