"""What took a while to put together from a large record, kept for a while.

In a record of ordinary size nothing is ever old: a value is kept as long as nothing is written. In
a large one, to which a reading may add without pause, it may be old by some seconds, or by a few
times as long as it took to make; and for some minutes after, it is shown once more while a thread
of its own makes the new one, so that pages stay quick while somebody writes. What a person decides
here is seen at once: deciding drops everything.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Executor, ThreadPoolExecutor
from typing import Any, NamedTuple, TypeVar

from verbale.errors import VerbaleError

T = TypeVar("T")
_MOST = 256
#: A value may be so many times as old as it took to make, and so many seconds in any case.
_TIMES, _LEAST = 30.0, 15.0
#: For so many seconds more it is shown while the new one is made; older ones are waited for.
_MEANWHILE = 300.0
_log = logging.getLogger("verbale.web")


class _Value(NamedTuple):
    value: Any
    state: str
    until: float


class Kept:
    """Values by key; for any number of threads."""

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, behind: Executor | None = None
    ) -> None:
        """``behind`` makes values while older ones are shown: a single thread, else."""
        self._clock = clock
        self._behind = behind or ThreadPoolExecutor(1, "verbale-kept")
        self._lock = threading.Lock()
        self._values: OrderedDict[object, _Value] = OrderedDict()
        self._making: set[object] = set()
        self._drops = 0

    def get(self, key: object, state: str, make: Callable[[], T], *, may_be_old: bool) -> T:
        """The value for ``key`` in a ``state`` of the record, made if need be.

        With ``may_be_old`` that of an earlier state will do for a while, and for as long as the new
        one is being made; ``make`` may then run in another thread.
        """
        with self._lock:
            found = self._values.get(key)
            if found is not None and self._fits(found, key, state, may_be_old):
                self._values.move_to_end(key)
                value: T = found.value
                return value
            self._making.add(key)
            if found is not None and may_be_old and self._clock() < found.until + _MEANWHILE:
                self._behind.submit(self._made_behind, key, state, make)
                older: T = found.value
                return older
        try:
            return self._made(key, state, make)
        finally:
            self._is_made(key)

    def _fits(self, found: _Value, key: object, state: str, may_be_old: bool) -> bool:
        if found.state == state:
            return True
        return may_be_old and (key in self._making or self._clock() < found.until)

    def _made_behind(self, key: object, state: str, make: Callable[[], object]) -> None:
        try:
            self._made(key, state, make)
        except VerbaleError as error:  # whoever asks once the old one is too old is told
            _log.warning("a page could not be made anew: %s", error)
        finally:
            self._is_made(key)

    def _is_made(self, key: object) -> None:
        with self._lock:
            self._making.discard(key)

    def drop(self) -> None:
        """Keep nothing of what there is."""
        with self._lock:
            self._values.clear()
            self._drops += 1

    def _made(self, key: object, state: str, make: Callable[[], T]) -> T:
        begun, drops = self._clock(), self._drops
        value = make()
        now = self._clock()
        with self._lock:
            if self._drops != drops:  # it may be from before what everything was dropped for
                return value
            self._values[key] = _Value(value, state, now + max(_TIMES * (now - begun), _LEAST))
            self._values.move_to_end(key)
            if len(self._values) > _MOST:
                self._values.popitem(last=False)
        return value
