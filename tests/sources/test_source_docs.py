"""What docs/sources.md shows is what happens."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest

from verbale.sources import kinds, sidecar
from verbale.sources.given import KEYS
from verbale.sources.jsonl import FIELDS
from verbale.sources.kinds import SUFFIXES

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "sources.md").read_text()


def block(kind: str) -> str:
    return re.search(rf"```{kind}\n(.*?)```", PAGE, re.DOTALL)[1]


def test_the_examples_are_read_as_told(here, read):
    (here / "noon.txt").write_text("The talks ended.")
    (here / "evening.html").write_text("<p>The talks ended.")
    (here / "noon.txt.meta.toml").write_text(block("toml"))
    (here / "m.csv").write_text(block("csv"))
    (here / "d.jsonl").write_text(block("json"))
    everything = read("noon.txt", "evening.html", "d.jsonl", manifest=here / "m.csv")
    noon, evening, line = everything.documents
    assert everything.errors == []
    assert all(getattr(noon.given, key) for key in KEYS)
    assert (evening.given.outlet, evening.given.published) == ("Velmouth Gazette", "2025-04")
    assert line.data == b"Ferry talks end\n\nVELMOUTH - The talks ended."
    assert line.given.outlet == "Tarn Post"


def test_the_table_of_fields_is_the_mapping():
    rows = re.findall(r"^\| `(\w+)` \| (`.*`) \|$", PAGE, re.MULTILINE)
    assert {key: "|".join(re.findall(r"`(\w+)`", names)) for key, names in rows} == FIELDS


def test_every_suffix_is_told():
    assert [suffix for suffix in SUFFIXES if f"{suffix}`" not in PAGE] == []


@pytest.mark.parametrize("module", [kinds, sidecar])
def test_docstrings(module):
    assert doctest.testmod(module).failed == 0
