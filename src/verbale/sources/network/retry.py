"""When a server says that it may be asked again."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

#: No server makes us wait for longer than this many seconds.
LONGEST = 86_400.0


def retry_after(value: str | None, now: datetime) -> float | None:
    """The seconds that a Retry-After header asks for, whether as a number or as a day and time.

    None where there is none or it cannot be read; never more than a day.

    >>> retry_after("120", datetime(2025, 4, 8, tzinfo=UTC))
    120.0
    >>> retry_after("Tue, 08 Apr 2025 00:01:00 GMT", datetime(2025, 4, 8, tzinfo=UTC))
    60.0
    """
    if value is None:
        return None
    plain = value.strip()
    if plain.isascii() and plain.isdigit():
        return min(float(plain), LONGEST)
    try:
        then = parsedate_to_datetime(plain)
    except (TypeError, ValueError):
        return None
    aware = then if then.tzinfo else then.replace(tzinfo=UTC)
    return max(0.0, min((aware - now).total_seconds(), LONGEST))
