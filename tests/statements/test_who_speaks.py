"""Who speaks, through whom, to whom, where and when: the cases of ``tests/data/speakers``.

Each case is a report of a sentence or a few. ``speakers`` holds "name | state | office" for each
statement; "?" is unknown, "*" is not asked. A case that does not hold yet says why in ``fails``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.statements.reading import read, report_of
from verbale.model import Statement

CASES = Path(__file__).parents[1] / "data" / "speakers"
_OF_THE_REPORT = ("headline", "published", "place", "outlet")
_LISTS = ("via", "to", "venue", "said_on", "background")


def _cases() -> Iterator[Any]:
    for file in sorted(CASES.glob("*.toml")):
        for case in tomllib.loads(file.read_text(encoding="utf-8"))["case"]:
            reason = case.get("fails")
            marks = [pytest.mark.xfail(reason=reason, strict=False)] if reason else []
            yield pytest.param(case, id=f"{file.stem}: {case['label']}", marks=marks)


def _shown(statement: Statement, wanted: str) -> str:
    """The statement's name, state and office, as far as ``wanted`` asks for them."""
    found = (statement.speaker, statement.country, statement.office)
    parts = [part.strip() for part in wanted.split("|")]
    told = zip(parts, found, strict=False)
    return " | ".join("*" if part == "*" else (value or "?") for part, value in told)


def _values(statements: tuple[Statement, ...], field: str, wanted: list[Any]) -> list[Any]:
    values = [getattr(statement, field) for statement in statements]
    if field == "via":
        values = [", ".join(chain) for chain in values]
    found = [value if value is not None else "" for value in values]
    return ["*" if w == "*" else value for value, w in zip(found, wanted, strict=True)]


@pytest.mark.parametrize("case", list(_cases()))
def test_who_speaks(case: dict[str, Any]) -> None:
    about = {key: case[key] for key in _OF_THE_REPORT if key in case}
    report = report_of(case["text"], agencies=tuple(case.get("agencies", ())), **about)
    statements = read(report).statements
    assert len(statements) == len(case["speakers"])
    shown = [_shown(s, w) for s, w in zip(statements, case["speakers"], strict=True)]
    assert [one.lower() for one in shown] == [one.lower() for one in case["speakers"]]
    for field in _LISTS:
        if field in case:
            assert _values(statements, field, case[field]) == case[field], field
