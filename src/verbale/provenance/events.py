"""Whether two reports tell of one event, going by days, names and figures."""

from __future__ import annotations

from datetime import date

from verbale.provenance.carriers import Printed
from verbale.provenance.outline import FUNCTION, NAME

#: Days apart at most. The share of names that the shorter report has in common, and twice that of
#: its other words, which say more as there are more of them.
_DAYS = 6
_LEAST, _WORDS_WEIGH = 0.25, 2


def same_event(one: Printed, other: Printed) -> bool:
    """Whether two reports of nearly the same day have names and words enough in common."""
    apart = _days_apart(one, other)
    if apart is not None and apart > _DAYS:
        return False
    names, words = likeness(one, other)
    return names + _WORDS_WEIGH * words >= _LEAST


def likeness(one: Printed, other: Printed) -> tuple[float, float]:
    """The share of names, and of other telling words, that the report with fewer has in common."""
    return _share(_kinds(one, names=True), _kinds(other, names=True)), _share(
        _kinds(one, names=False), _kinds(other, names=False)
    )


def _kinds(printed: Printed, *, names: bool) -> set[int]:
    outline = printed.outline
    wanted = (outline.marks & NAME > 0) if names else (outline.marks & (NAME | FUNCTION) == 0)
    return set(outline.ids[wanted].tolist())


def _share(one: set[int], other: set[int]) -> float:
    least = min(len(one), len(other))
    return len(one & other) / least if least else 0.0


def _days_apart(one: Printed, other: Printed) -> int | None:
    days = [p.report.published.date if p.report.published else "" for p in (one, other)]
    try:
        first, second = (date.fromisoformat(day) for day in days)
    except ValueError:
        return None
    return abs((second - first).days)
