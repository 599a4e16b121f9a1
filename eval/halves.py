"""Figures over the two halves of a gold: counted alike, gated alike, printed alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from rich.console import Console
from rich.table import Table

from eval.figures import Figures

HALVES = ("dev", "test")
#: A share of fewer says little, and one of them would turn a gate red.
FEWEST = 30


class Counts(NamedTuple):
    """How often something was right, of how many."""

    right: int = 0
    of: int = 0

    @property
    def rate(self) -> float:
        """The share that was right; 0 of nothing."""
        return self.right / self.of if self.of else 0.0


def gated(measured: Mapping[str, Counts]) -> Figures:
    """The shares that are gated, with how many each counts; none of fewer than `FEWEST`."""
    found: Figures = {}
    for name, counts in measured.items():
        if counts.of >= FEWEST:
            found[name] = counts.rate
            found[f"{name}.gold"] = counts.of
    return found


def print_halves(measure: Callable[[str], Mapping[str, Counts]]) -> None:
    """One line a figure, one column a half."""
    measured = {half: measure(half) for half in HALVES}
    table = Table("figure", *HALVES, header_style="bold")
    for name in sorted({name for counts in measured.values() for name in counts}):
        cells = (counts.get(name, Counts()) for counts in measured.values())
        table.add_row(name, *(f"{100 * c.rate:5.1f} of {c.of:3d}" for c in cells))
    Console().print(table)
