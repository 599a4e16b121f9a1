"""How positions, steps and standings are put into words, for every surface that shows them."""

from __future__ import annotations

from collections.abc import Iterable

from verbale.model import Target
from verbale.positions.lanes import Held
from verbale.positions.shifts import StepKind
from verbale.positions.standing import Standing

#: What each kind of step is called.
KINDS: dict[StepKind, str] = {
    "first": "first mention",
    "repeated": "repeated",
    "strengthened": "strengthened",
    "softened": "softened",
    "condition": "new condition",
    "stance": "change of stance",
    "reversal": "reversal",
}
_MONTH, _YEAR = 30.44, 365.25


def ago(days: int) -> str:
    """``7 months``, ``12 days``, ``2 years``.

    >>> [ago(days) for days in (0, 1, 12, 40, 213, 800)]
    ['the same day', '1 day', '12 days', '6 weeks', '7 months', '2 years']
    """
    if days == 0:
        return "the same day"
    for least, length, unit in ((700, _YEAR, "year"), (60, _MONTH, "month"), (28, 7, "week")):
        if days >= least:
            return _counted(round(days / length), unit)
    return _counted(days, "day")


def day_of(held: Held) -> str:
    """The day; in brackets where it is only that of publication."""
    if held.date is None:
        return "no day"
    return f"({held.date})" if held.dated_by == "published" else held.date


def stance_of(held: Held) -> str:
    """The stance with its condition."""
    return f"{held.stance}: {held.condition}" if held.condition else held.stance


def voice_of(held: Held) -> str:
    """Who speaks, in which office, or who tells."""
    if held.account == "outlet":
        return "as the report tells it"
    name = ", ".join(filter(None, (held.speaker, held.office)))
    if held.account == "own":
        return name or "nobody named"
    teller = f"{held.told_by or 'somebody not named'} ({held.teller or 'another side'})"
    return f"{name}, as told by {teller}" if name else f"told by {teller}"


def on_what(named: str, on: Target, thing: str = "") -> str:
    """The matter and its side: ``peace treaty, outcome``; one word where they are the same.

    >>> on_what("cod", "terms", "landing fee")
    'cod, terms (landing fee)'
    """
    side = on_which(on, thing)
    return side if named in ("", on) else f"{named}, {side}"


def on_which(on: Target, thing: str) -> str:
    """The side of a matter, with the one of several things on it that is meant."""
    return f"{on} ({thing})" if thing else on


def outlets_of(carried: Iterable[Held]) -> str:
    """The outlets that carry a moment."""
    return ", ".join(sorted({held.outlet or "outlet not stated" for held in carried}))


def known_of(row: Standing) -> str:
    """Since when, or what keeps it from being the party's own last word."""
    day = day_of(row.held)
    if row.known == "divided":
        return f"{day}, voices differ"
    if row.known == "undated":
        return f"{day}, so not placed in time"
    if row.known != "current":
        return f"{day}, {row.known}"
    told = day if row.since == row.held.date else f"since {row.since}, last said {day}"
    silent = f", {ago(row.silent)} ago" if row.silent and row.silent > _MONTH else ""
    return f"{told}{silent}{'; voices differ since' if row.voices else ''}"


def _counted(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"
