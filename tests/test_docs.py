"""The commands of the README and the tutorial are run, in order, as a reader would type them."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from verbale.cli.main import app

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "src" / "verbale" / "samples"
STAND_INS = {
    "FOLDER": str(SAMPLES / "islands"),
    "FILE": str(SAMPLES / "islands" / "02-trawler-kelvane.txt"),
    "FILE...": str(SAMPLES / "islands" / "08-condition-repeated.txt"),
}


def commands(page: str) -> Iterator[list[str]]:
    """The `verbale` commands in the shell blocks of a page, without comments and redirections."""
    for block in re.findall(r"```sh\n(.*?)```", (ROOT / page).read_text(encoding="utf-8"), re.S):
        for line in block.splitlines():
            words = shlex.split(line, comments=True)
            if words[:1] == ["verbale"] and words[1:2] != ["serve"]:  # runs until it is stopped
                kept = words[1 : words.index(">")] if ">" in words else words[1:]
                yield [STAND_INS.get(word, word) for word in kept]


@pytest.mark.parametrize("page", ["README.md", "docs/tutorial.md"])
def test_every_command_of_the_page_runs(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("VERBALE_RECORD", raising=False)
    runner = CliRunner()
    ran = 0
    for words in commands(page):
        result = runner.invoke(app, words, catch_exceptions=False)
        assert result.exit_code == 0, (words, result.output[-500:])
        ran += 1
    assert ran >= 4


def test_links_between_pages_lead_somewhere() -> None:
    for page in (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")):
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"
