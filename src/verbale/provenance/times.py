"""Times that words name, and whether two namings can be of one time.

Only what stands there is read: a day of the week, a day and month, a month, a season, a year. What
one naming leaves open contradicts nothing.
"""

from __future__ import annotations

import re
from itertools import product
from typing import NamedTuple

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
#: "May" and "March" are words as well: a day, a year or "in", "by", "until" must stand with them.
_NAMED = (
    r"(?P<{0}>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)|Apr(?:il|\.)?|May|June|July"
    r"|Aug(?:ust|\.)|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_YEAR = r"(?:,?\s(?:of\s)?(?P<{0}>(?:19|20)\d\d)\b)"
_TIME = re.compile(
    rf"\b(?P<day>\d\d?)(?:st|nd|rd|th)?(?:\sof)?\s{_NAMED.format('month')}\b{_YEAR.format('year')}?"
    rf"|\b{_NAMED.format('month2')}\s(?P<day2>\d\d?)(?:st|nd|rd|th)?\b(?!\d){_YEAR.format('year2')}?"
    rf"|\b{_NAMED.format('month3')}{_YEAR.format('year3')}"
    rf"|\b(?:in|by|until|till|from|since|before|after|of|(?:early|mid|late)[\s-])\s?"
    rf"{_NAMED.format('month4')}\b(?!,?\s\d)"
    rf"|\b(?P<season>spring|summer|autumn|fall|winter){_YEAR.format('year5')}"
    r"|\b(?P<weekday>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    r"|\b(?:in|by|until|till|before|after|since|from)\s(?P<year6>(?:19|20)\d\d)\b"
    r"(?!\s(?!(?:the|an?|and|or|but|if|when|at|to|for|it|they|we|he|she|his|her|their)\b)[a-z])"
)
_GROUPS = {
    "year": ("year", "year2", "year3", "year5", "year6"),
    "month": ("month", "month2", "month3", "month4"),
    "day": ("day", "day2"),
    "season": ("season",),
    "weekday": ("weekday",),
}


class Time(NamedTuple):
    """A time as it is written, with what it names; None for what it leaves open."""

    written: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: str | None = None
    weekday: str | None = None


def times(words: str) -> tuple[Time, ...]:
    """The times that ``words`` name, in their order."""
    return tuple(_time(match) for match in _TIME.finditer(words))


def _time(match: re.Match[str]) -> Time:
    told = {
        part: next((match[name] for name in names if match[name]), None)
        for part, names in _GROUPS.items()
    }
    return Time(
        written=match[0],
        year=int(told["year"]) if told["year"] else None,
        month=_MONTHS.index(told["month"][:3].lower()) + 1 if told["month"] else None,
        day=int(told["day"]) if told["day"] else None,
        season="autumn" if told["season"] == "fall" else told["season"],
        weekday=told["weekday"],
    )


def at_odds(one: tuple[Time, ...], other: tuple[Time, ...]) -> bool:
    """Whether both name times and none of the one can be any of the other."""
    return bool(one and other) and all(_differ(a, b) for a, b in product(one, other))


def _differ(one: Time, other: Time) -> bool:
    """Whether both name the same sort of thing, and not the same."""
    return any(
        mine is not None and theirs is not None and mine != theirs
        for mine, theirs in zip(one[1:], other[1:], strict=True)
    )
