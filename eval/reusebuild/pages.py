"""A report made whole: its page, and where the units and labels stand in it."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from eval.reusebuild.units import Unit, without_marks


@dataclass(frozen=True)
class Built:
    """A report made whole: its page and where the units and labels stand in it."""

    id: str
    head: dict[str, Any]
    units: list[Unit]
    text: str
    places: list[tuple[int, int]]
    labels: list[tuple[str, int, int]]
    ancestors: frozenset[str]
    sources: frozenset[str]  # outlets that first wrote the sentences it copied


def _day(published: str) -> str:
    return f"{date.fromisoformat(published[:10]):%B %-d, %Y}"


def lay_out(report: dict[str, Any], units: list[Unit], outlets: dict[str, str]) -> Built:
    """The page: head lines in the outlet's manner, then the body."""
    if report.get("style", "page") == "wire":
        text = report["headline"] + "\n\n"
    else:
        text = f"{report['outlet']}\n\n{report['headline']}\n\n{_day(report['published'])}\n\n"
    places, labels = [], []
    breaks, manner = {"each": True, "none": False}, report.get("breaks")
    for at, unit in enumerate(units):
        if at:
            text += "\n\n" if breaks.get(str(manner), unit.new_paragraph) else " "
        text += unit.glue
        plain, marks = without_marks(unit.raw)
        plain = _curly(plain) if report.get("curly") else plain
        places.append((len(text), len(text) + len(plain)))
        labels += [(name, len(text) + start, len(text) + end) for name, start, end in marks]
        text += plain
    copied = [unit for unit in units if unit.parents]
    return Built(
        id=report["id"],
        head=report,
        units=units,
        text=text + "\n",
        places=places,
        labels=labels,
        ancestors=frozenset(name for unit in copied for name in unit.parents),
        sources=frozenset(outlets[name] for unit in copied for name, _ in unit.roots),
    )


def _curly(text: str) -> str:
    """Typographic quotation marks for typewriter's ones; no place moves."""
    return re.sub(r'(?<![^\s(])"', "“", text).replace('"', "”").replace("'", "’")


def span_of(report: Built, units: list[int]) -> tuple[int, int]:
    return report.places[min(units)][0], report.places[max(units)][1]
