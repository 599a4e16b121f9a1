"""What took a while to put together from a large record, kept for a while.

In a record of ordinary size nothing is ever old: a value is kept as long as nothing is written. In
a large one, to which a reading may add without pause, it may be old by some seconds, or by a few
times as long as it took to make, so that pages stay quick while somebody writes. What a person
decides here is seen at once: deciding drops everything.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

T = TypeVar("T")
_MOST = 256
#: A value may be so many times as old as it took to make, and so many seconds in any case.
_TIMES, _LEAST = 30.0, 15.0


class _Value(NamedTuple):
    value: Any
    state: str
    until: float


class Kept:
    """Values by key; for any number of threads."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._values: OrderedDict[object, _Value] = OrderedDict()
        self._making: set[object] = set()

    def get(self, key: object, state: str, make: Callable[[], T], *, may_be_old: bool) -> T:
        """The value for ``key`` in a ``state`` of the record, made if need be.

        With ``may_be_old`` that of an earlier state will do for a while, and for as long as another
        thread is making the new one.
        """
        with self._lock:
            found = self._values.get(key)
            fits = found is not None and (
                found.state == state
                or (may_be_old and (key in self._making or self._clock() < found.until))
            )
            if found is not None and fits:
                self._values.move_to_end(key)
                value: T = found.value
                return value
            self._making.add(key)
        try:
            return self._made(key, state, make)
        finally:
            with self._lock:
                self._making.discard(key)

    def drop(self) -> None:
        """Keep nothing of what there is."""
        with self._lock:
            self._values.clear()

    def _made(self, key: object, state: str, make: Callable[[], T]) -> T:
        begun = self._clock()
        value = make()
        now = self._clock()
        with self._lock:
            self._values[key] = _Value(value, state, now + max(_TIMES * (now - begun), _LEAST))
            self._values.move_to_end(key)
            if len(self._values) > _MOST:
                self._values.popitem(last=False)
        return value
