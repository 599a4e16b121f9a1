"""EDTF days as periods, so that they can be ordered and compared."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from verbale.errors import UsageError

Period = tuple[str, str]
_EDTF = re.compile(r"([0-9X]{4})(?:-([0-9X]{2})(?:-([0-9X]{2}))?)?[?~%]?")
_OPEN = ("", "..")
#: Days as forms have them: 31.12.2025, 31/12/2025. With a stroke the month may come first.
_DAY_FIRST = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})")


def period(edtf: str | None) -> Period | None:
    """The first and last ISO day that ``edtf`` may mean, or None while its year is open.

    ``2025-04`` is the whole month, ``2025-04-07/2025-04-13`` an interval, ``XXXX-07-15`` None;
    so is what cannot be read as a day at all.
    """
    if edtf is None:
        return None
    start, slash, end = edtf.partition("/")
    if not slash:
        return _single(start)
    first = ("0001-01-01",) if start in _OPEN else _single(start)
    last = ("9999-12-31",) if end in _OPEN else _single(end)
    if first is None or last is None or first[0] > last[-1]:
        return None
    return first[0], last[-1]


def bound(value: str) -> Period:
    """The period a person's ``--since`` or ``--until`` names. Raises `UsageError`."""
    found = period(value.strip())
    if found is None:
        raise UsageError(value, f"not a day that can be read; {_hint(value)}")
    return found


def between(since: str | None, until: str | None) -> Period:
    """The first and the last day of what a person asks for; what is left open reaches beyond all.

    Raises `UsageError` for what is no day, and where the one ends before the other begins.
    """
    first = bound(since)[0] if since else "0001-01-01"
    last = bound(until)[1] if until else "9999-12-31"
    if first > last:
        raise UsageError(
            f"from {since} until {until}", "no day is in both; the later one stands first"
        )
    return first, last


def _hint(value: str) -> str:
    """How to write a day: the one that is meant, where only one can be."""
    match = _DAY_FIRST.fullmatch(value.strip())
    if match:
        day, mark, month, year = match.groups()
        own = f"{year}-{int(month):02}-{int(day):02}"
        if period(own) and (mark == "." or int(day) > 12):
            return f"did you mean {own}?"
    return "write the year first: 2025, 2025-04 or 2025-04-08"


def _single(edtf: str) -> Period | None:
    match = _EDTF.fullmatch(edtf)
    if not match or match[1].startswith("X"):
        return None
    year, month, day = match.groups()
    first_year, last_year = _reach(year)
    first_month, last_month = (1, 12) if _whole_year(month) else _reach(month, 1, 12)
    if not (first_year >= 1 and 1 <= first_month <= last_month <= 12):
        return None
    first_end, last_end = (
        monthrange(first_year, first_month)[1],
        monthrange(last_year, last_month)[1],
    )
    first_day, last_day = (1, last_end) if day is None else _reach(day, 1, last_end)
    if not (1 <= first_day <= first_end and last_day <= last_end):
        return None
    return _iso(first_year, first_month, first_day), _iso(last_year, last_month, last_day)


def _whole_year(month: str | None) -> bool:
    """No month, or an EDTF season (21-41), which no calendar bounds for both hemispheres."""
    return month is None or ("X" not in month and 21 <= int(month) <= 41)


def _reach(digits: str, low: int = 0, high: int = 9999) -> tuple[int, int]:
    """The least and greatest number that ``digits`` may be; clamped only where an X leaves room."""
    if "X" not in digits:
        return int(digits), int(digits)
    return max(low, int(digits.replace("X", "0"))), min(high, int(digits.replace("X", "9")))


def _iso(year: int, month: int, day: int) -> str:
    return date(year, month, day).isoformat()
