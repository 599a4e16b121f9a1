"""Conditions compared: seldom worded alike, often the same."""

from __future__ import annotations

import pytest

from verbale.positions.terms import alike, condition_change


@pytest.mark.parametrize(
    ("before", "after", "how"),
    [
        (None, None, None),
        (None, "if the pier is mended", "added"),
        ("if the pier is mended", None, "dropped"),
        ("when the time is right", "when circumstances permit", None),
        ("provided the crew returns home", "until the crew has been handed over", None),
        ("if the ban ends and an apology is made", "if the ban ends", "dropped"),
        ("if the ban ends, the fleet leaves", "once the fleet leaves and the ban ends", None),
        ("if the ban ends", "if a referee is named", "changed"),
    ],
)
def test_change(before: str | None, after: str | None, how: str | None) -> None:
    found = condition_change(before, after)
    assert (found and found.how) == how


def test_what_came_is_told() -> None:
    found = condition_change("if the ban ends", "if the ban ends and the crew is released")
    assert found == ("added", "the crew is released")


def test_alike_compares_the_shorter_with_the_longer() -> None:
    assert alike("ready to sit down in Orda", "We are ready to sit down in Orda at any time", 0.8)
    assert not alike("ready to sit down in Orda", "The ferry is closed", 0.8)
    assert not alike("", "")
