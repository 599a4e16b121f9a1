"""Steps between two wordings of one stance or condition, in the prose of several regions
(``data/tone_steps.txt``, ``data/condition_steps.txt``)."""

from pathlib import Path
from typing import Any

import pytest

from tests.positions.test_shifts import held, kinds, told

_DATA = Path(__file__).parent / "data"


def _rows(name: str) -> list[tuple[str, ...]]:
    lines = (_DATA / name).read_text(encoding="utf-8").splitlines()
    return [
        tuple(part.strip() for part in line.split("|"))
        for line in lines
        if line.strip() and not line.startswith("#")
    ]


@pytest.mark.parametrize("row", _rows("tone_steps.txt"), ids=lambda row: f"{row[0]}: {row[-1]}")
def test_tone(row: tuple[str, ...]) -> None:
    kind, on, stance, before, after = row
    first = held("2024-03-01", stance, before, on=on)
    second = held("2024-05-01", stance, after, on=on)
    assert kinds(told(first, second)) == ["first", kind]


@pytest.mark.parametrize(
    "row", _rows("condition_steps.txt"), ids=lambda row: f"{row[0]}: {row[-1]}"
)
def test_condition(row: tuple[str, ...]) -> None:
    kind, before, after = row
    first: Any = held("2024-03-01", "conditional", condition=before)
    second: Any = held("2024-05-01", "conditional", condition=after)
    assert kinds(told(first, second)) == ["first", kind]
