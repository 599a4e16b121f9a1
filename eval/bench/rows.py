"""Measured ratios, what is asked of them, and the table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import msgspec
from rich.table import Table


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One figure. ``value`` None: the run cannot tell it, and its target is missed. ``target``
    None: shown, nothing asked of it.

    ``clock`` says what was measured; ``context`` holds absolute figures of this very run, which
    promise nothing about another machine.
    """

    what: str
    value: float | None
    target: float | None = None
    better: Literal["low", "high"] = "low"
    unit: str = "x"
    clock: str = "CPU"
    context: str = ""

    @property
    def missed(self) -> bool:
        """Whether the figure is on the wrong side of its target."""
        if self.target is None:
            return False
        if self.value is None:
            return True
        return self.value > self.target if self.better == "low" else self.value < self.target


def table(rows: Sequence[Row]) -> Table:
    """All rows, those that miss their target marked."""
    shown = Table("what", "measured", "target", "", "clock", "in this run", header_style="bold")
    shown.columns[1].justify = shown.columns[2].justify = "right"
    for row in rows:
        shown.add_row(row.what, _figure(row), _target(row), _verdict(row), row.clock, row.context)
    return shown


def _verdict(row: Row) -> str:
    if row.target is None or row.value is None:
        return ""
    return "MISSED" if row.missed else "ok"


def _figure(row: Row) -> str:
    return "no measurement" if row.value is None else _write(row.value, row.unit)


def _target(row: Row) -> str:
    if row.target is None:
        return ""
    return ("≤ " if row.better == "low" else "≥ ") + _write(row.target, row.unit)


def _write(value: float, unit: str) -> str:
    if unit == "%":
        return f"{100 * value:.1f} %"
    return f"{value:.0f} {unit}" if unit == "MB" else f"{value:.2f}{unit}"
