"""Days as a person gives them, and days that only lacked the year that a person supplies."""

from __future__ import annotations

import re
from datetime import date

_DAY = re.compile(r"(XXXX|\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_LEAP = 2000  # a year that has every day
_BACK = 4  # years in which every day of the calendar has come round, leap days too


def is_day(edtf: str) -> bool:
    """Whether this is ``2025``, ``2025-07``, ``2025-07-15`` or ``XXXX-07-15``, and a real one.

    >>> is_day("2025-02-30"), is_day("XXXX-02-29"), is_day("XXXX"), is_day("15 July 2025")
    (False, True, False, False)
    """
    match = _DAY.fullmatch(edtf)
    if match is None or (match[1] == "XXXX" and match[3] is None):
        return False
    year = _LEAP if match[1] == "XXXX" else int(match[1])
    return _date(year, int(match[2] or 1), int(match[3] or 1)) is not None


def with_year(edtf: str, published: str, *, ahead: bool = False) -> str:
    """A day without its year in the light of the day of publication.

    News tells of what was: the last such day up to publication; of what is to come (``ahead``),
    the next one. What is no such day stays as it is, as all does while publication has no year.

    >>> with_year("XXXX-12-30", "2025-01-02"), with_year("XXXX-01-02", "2025-01-02")
    ('2024-12-30', '2025-01-02')
    >>> with_year("XXXX-03-01", "2025-01-02", ahead=True), with_year("XXXX-03-01", "XXXX-03-02")
    ('2025-03-01', 'XXXX-03-01')
    """
    match = _DAY.fullmatch(edtf)
    if (
        match is None
        or match[1] != "XXXX"
        or match[3] is None
        or len(published) < len("2025-01-01")
    ):
        return edtf
    if not published[:4].isdigit():
        return edtf
    year, step = int(published[:4]), 1 if ahead else -1
    for distance in range(_BACK + 1):
        day = _date(year + step * distance, int(match[2]), int(match[3]))
        if day and (day.isoformat() >= published if ahead else day.isoformat() <= published):
            return day.isoformat()
    return edtf


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
