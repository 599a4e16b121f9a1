"""Spans of time as people write them: ``90s``, ``15m``, ``6h``, ``180d``."""

from __future__ import annotations

import re

from verbale.errors import UsageError

_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400, "w": 7 * 86400}
_FORM = re.compile(r"(\d{1,6})\s*([smhdw])")


def seconds(text: str) -> int:
    """The seconds that ``text`` means. Raises `UsageError` for what is none, and for none at all.

    >>> seconds("15m"), seconds("2 d")
    (900, 172800)
    """
    match = _FORM.fullmatch(text.strip().lower())
    if match is None or int(match[1]) == 0:
        raise UsageError(text, "is no span of time, such as 90s, 15m, 6h or 180d")
    return int(match[1]) * _UNITS[match[2]]
