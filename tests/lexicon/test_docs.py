"""The page about the lexicon is true: its sessions run, its worked example loads."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

from verbale.lexicon import Lexicon

PAGE = Path(__file__).resolve().parents[2] / "docs/lexicon.md"


def test_sessions_run() -> None:
    failed, tried = doctest.testfile(str(PAGE), module_relative=False)
    assert (failed, tried > 5) == (0, True)


def test_the_worked_example_loads(tmp_path: Path) -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.S)
    file = tmp_path / "mine.toml"
    file.write_text(example, encoding="utf-8")
    lexicon = Lexicon.load([file])
    text = "Veyholm and the Riverines met Orlon and Nippon in Norland Sound."
    assert [m.span.of(text) for m in lexicon.find(text)] == [
        "Veyholm",
        "Riverines",
        "Orlon",
        "Nippon",
    ]
