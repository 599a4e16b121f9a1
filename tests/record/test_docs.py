"""The page about the record names what there is."""

from __future__ import annotations

import re
from pathlib import Path

from verbale.record.migrate import SCHEMA, migrations

ROOT = Path(__file__).resolve().parents[2]


def test_every_table_is_explained():
    page = (ROOT / "docs" / "record.md").read_text("utf-8")
    for _, sql in migrations():
        for table in re.findall(r"CREATE (?:VIRTUAL )?TABLE (\w+)", sql):
            assert f"`{table}`" in page, table


def test_migrations_are_numbered_without_gaps():
    assert [number for number, _ in migrations()] == list(range(1, SCHEMA + 1))


def test_a_script_is_split_into_whole_statements():
    from verbale.record.migrate import split

    (_, sql), *_ = migrations()
    statements = list(split(sql))
    assert len(statements) == sql.count("\nCREATE ")
    assert sum("BEGIN\n" in statement for statement in statements) == 2
