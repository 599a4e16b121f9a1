"""Little reports in which most sentences say nothing; see ``tests/data/quiet/reports.txt``.

A line is a sentence: ``~`` opens one in which nobody says anything, ``>`` one in which somebody
does, ``.`` one of which neither is asked. ``#`` opens a report.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from verbale import annotate
from verbale.model import Annotation, Span, hull

FILE = Path(__file__).resolve().parents[1] / "data/quiet/reports.txt"


class Line(NamedTuple):
    """A sentence of a report, its place and what is asked of it."""

    kind: str
    text: str
    place: Span


def _reports() -> dict[str, list[Line]]:
    found: dict[str, list[Line]] = {}
    lines: list[Line] = []
    for raw in FILE.read_text("utf-8").splitlines():
        kind, _, text = raw.partition(" ")
        if kind == "#":
            lines = found.setdefault(text, [])
        elif text:
            start = lines[-1].place.end + 2 if lines else 0
            lines.append(Line(kind, text, Span(start, start + len(text))))
    return found


REPORTS = _reports()


def _starts(annotation: Annotation) -> list[int]:
    return [hull(one.cue or one.content).start for one in annotation.statements]


@pytest.mark.parametrize("name", REPORTS)
def test_only_where_somebody_speaks(name: str) -> None:
    starts = _starts(annotate("\n\n".join(line.text for line in REPORTS[name])))

    def speaks(line: Line) -> bool:
        return any(line.place.start <= start < line.place.end for start in starts)

    assert [line.text for line in REPORTS[name] if line.kind == "~" and speaks(line)] == []
    assert [line.text for line in REPORTS[name] if line.kind == ">" and not speaks(line)] == []
