"""Dates of publication as people and feeds write them, made one."""

from __future__ import annotations

import datetime
import re
from email.utils import parsedate_to_datetime

#: What `normal_date` reads, for messages.
ACCEPTED = "2025-04-08, 2025-04-08T10:30, 2025-04-08T10:30:00+09:00 or 2025-04"

_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")
_RFC = re.compile(r"(?:[A-Za-z]{3,9},?\s+)?\d{1,2}\s+[A-Za-z]{3,9}\s+\d{2,4}\s+\d{1,2}:\d{2}")


def normal_date(value: object) -> str | None:
    """``value`` as an ISO date, date-time (seconds, offset kept) or year-month; None if it is none.

    Takes strings, and the dates and date-times of TOML. Strings are ISO 8601 or the
    date-times of mail and RSS (``Tue, 08 Apr 2025 10:30:00 +0900``). Nothing is read into a date:
    a bare year, a day without its year or ``04/08/2025`` is no date.
    """
    if isinstance(value, datetime.datetime):
        return value.isoformat(timespec="seconds")
    if isinstance(value, datetime.date):
        return value.isoformat()
    if not isinstance(value, str) or not value.isascii():
        return None
    text = value.strip()
    if _MONTH.fullmatch(text) and text[:4] != "0000":
        return text
    return _iso(text) or _rfc(text)


def _iso(text: str) -> str | None:
    try:
        return datetime.date.fromisoformat(text).isoformat()
    except ValueError:
        pass
    try:
        return datetime.datetime.fromisoformat(text).isoformat(timespec="seconds")
    except ValueError:
        return None


def _rfc(text: str) -> str | None:
    if not _RFC.match(text):
        return None
    try:
        return parsedate_to_datetime(text).isoformat(timespec="seconds")
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
