"""docs/archive.md tells the tables and reasons as they are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from verbale.archive.tables import SCHEMA, TABLES

PAGE = (Path(__file__).parents[2] / "docs" / "archive.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("table", TABLES)
def test_every_column_is_told_in_order(table: str) -> None:
    (told,) = re.findall(rf"^\| `{table}` \| (.*) \|$", PAGE, re.MULTILINE)
    bare = re.sub(r"\([^()]*\)", "", told)
    assert re.findall(r"`(\w+)`", bare) == [column.name for column in TABLES[table]]


def test_the_version_is_told() -> None:
    assert f"## The tables, version {SCHEMA}\n" in PAGE
