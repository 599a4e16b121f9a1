"""When somebody last looked at a matter, kept in their browser and nowhere else.

The cookie has two times: of the visit before, and of the last page of this one. A page more than
half an hour after the last begins a new visit.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from litestar import Request, Response

_COOKIE = "verbale-seen"
_PAUSE = timedelta(minutes=30)
_FORM = "%Y-%m-%dT%H:%M:%SZ"
_TIMES = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)?~(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)")
_YEAR = 365 * 24 * 3600


class Visit(NamedTuple):
    """``before`` is when the visit before this one ended, as the record writes times; None at the
    first. ``kept`` is what the browser is to keep."""

    before: str | None
    kept: str


def visit(request: Request[Any, Any, Any], now: str) -> Visit:
    """The visit that a request is part of."""
    return told(request.cookies.get(_COOKIE, ""), now)


def told(kept: str, now: str) -> Visit:
    """The same, from what the browser has kept.

    >>> told("", "2025-04-08T10:00:00Z")
    Visit(before=None, kept='~2025-04-08T10:00:00Z')
    >>> told("~2025-04-08T10:00:00Z", "2025-04-08T10:05:00Z").before
    >>> told("~2025-04-08T10:00:00Z", "2025-04-09T10:05:00Z").before
    '2025-04-08T10:00:00Z'
    """
    found = _TIMES.fullmatch(kept)
    before, last = (found[1], found[2]) if found else (None, None)
    if last is not None and _time(now) - _time(last) > _PAUSE:
        before = last
    return Visit(before, f"{before or ''}~{now}")


def remember(answer: Response[str], seen: Visit, path: str) -> Response[str]:
    """The answer, which the browser keeps the visit from, for this path alone."""
    answer.set_cookie(
        _COOKIE, seen.kept, max_age=_YEAR, httponly=True, samesite="strict", path=path
    )
    return answer


def _time(words: str) -> datetime:
    try:
        return datetime.strptime(words, _FORM)
    except ValueError:  # a day that is none: only somebody who writes cookies by hand has it
        return datetime.max
