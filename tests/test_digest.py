"""The digest of the rules: the same for the same files, another one for any change of them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import verbale
from verbale import digest

SOURCES = Path(verbale.__file__).parent


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in digest.DRAWING:
        place = SOURCES / name
        if place.is_dir():
            shutil.copytree(place, tmp_path / name)
        else:
            shutil.copy(place, tmp_path / name)
    monkeypatch.setattr(digest, "files", lambda _: tmp_path)
    return tmp_path


def again() -> str:
    return digest.rules_digest.__wrapped__()


def test_it_depends_on_sources_and_word_lists_alone(copy: Path) -> None:
    before = again()
    assert before == digest.rules_digest.__wrapped__() == again()
    (copy / "acts" / "__pycache__").mkdir(exist_ok=True)
    (copy / "acts" / "__pycache__" / "code.pyc").write_bytes(b"x")
    source = copy / "acts" / "code.py"
    source.write_bytes(source.read_bytes().replace(b"\n", b"\r\n"))
    assert again() == before


@pytest.mark.parametrize("name", ["acts/code.py", "lexicon/data/stances.toml", "pipeline.py"])
def test_any_change_of_the_rules_changes_it(name: str, copy: Path) -> None:
    before = again()
    with (copy / name).open("a", encoding="utf-8") as file:
        file.write("# a change\n")
    assert again() != before


def test_everything_that_annotates_is_in_it() -> None:
    ours = {place.name for place in SOURCES.iterdir() if place.name != "__pycache__"}
    others = {
        *("brief", "cli", "corrections", "desk", "exports", "record", "samples", "sources"),
        *("__init__.py", "digest.py", "errors.py", "py.typed", "version.py"),
    }
    above = {"talks", "matters", "provenance", "web", "agents", "archive"}  # over what is stored
    assert ours - others - above == set(digest.DRAWING)
