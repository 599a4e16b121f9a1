"""Steps between two wordings of one stance or condition, in the prose of several regions
(``data/tone_steps.txt``, ``data/condition_steps.txt``), and the voices of one report."""

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


def _voices(on: str, second_report: str) -> list[str]:
    return kinds(
        told(
            held("2024-03-01", "conditional", condition="if the buoys are removed", on=on),
            held("2024-04-01", "refuses", on=on, report="daily", number=1),
            held("2024-04-01", "open", on=on, report=second_report, number=2, speaker="Omar Delk"),
            held("2024-06-01", "open", on=on),
        )
    )


def test_of_two_voices_in_one_report_the_first_told_makes_the_step() -> None:
    assert _voices("talks", "daily") == ["first", "stance", "reversal"]


def test_two_voices_in_two_reports_make_none() -> None:
    assert _voices("talks", "weekly") == ["first", "stance"]


def test_two_terms_told_beside_each_other_are_no_two_voices() -> None:
    assert _voices("terms", "daily") == ["first", "stance"]
