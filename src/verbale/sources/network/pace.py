"""Pauses between requests to the same host."""

from __future__ import annotations

import time
from collections.abc import Callable

#: However long a site asks us to wait between requests, we wait no longer than this.
LONGEST = 30.0


class Pace:
    """Remembers when each host was last asked. Times in seconds."""

    def __init__(
        self,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._clock = clock
        self._sleep = sleep
        self._last: dict[str, float] = {}

    def wait(self, host: str, delay: float) -> None:
        """Return when at least ``delay`` has passed since the last call for ``host``."""
        last = self._last.get(host)
        if last is not None:
            left = last + min(delay, LONGEST) - self._clock()
            if left > 0:
                self._sleep(left)
        self._last[host] = self._clock()
