"""How long an input that fails is left alone: doubled each time, with jitter, never for long."""

from __future__ import annotations

from collections.abc import Callable

#: The longest pause in seconds; a day.
LONGEST = 86_400.0
_MOST_DOUBLINGS = 10
_JITTER = 0.2


def pause(failures: int, every: float, asked: float | None, chance: Callable[[], float]) -> float:
    """Seconds to wait after the n-th failure in a row, with rounds ``every`` so many seconds.

    ``asked`` is what the server wants at least. ``chance`` gives numbers from 0 to 1: feeds that
    fail together are not asked again together.
    """
    grown = every * float(1 << min(max(failures, 1) - 1, _MOST_DOUBLINGS))
    jittered = grown * (1 + _JITTER * (2 * chance() - 1))
    return min(max(jittered, asked or 0.0), LONGEST)
