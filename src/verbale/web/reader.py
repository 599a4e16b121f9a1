"""The record behind the pages: opened for reading once a thread, and again when it is replaced."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from verbale.brief import Parties
from verbale.desk import lexicon_of
from verbale.errors import NotARecord
from verbale.lexicon import Lexicon
from verbale.lexicon.parties import code_of
from verbale.record import Record
from verbale.web.kept import Kept

T = TypeVar("T")
_Identity = tuple[int, int]


class Reader:
    """Hands each thread its own read-only view of one file; a writer elsewhere disturbs none."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._own = threading.local()
        self._lock = threading.Lock()
        self.keeping = Kept()
        self._lexicon: tuple[dict[str, str], Lexicon, Parties] | None = None

    def record(self) -> Record:
        """The record, for this thread. Raises as `Record` does."""
        now = self._identity()
        if getattr(self._own, "identity", None) != now:
            self.close()
            self._own.record = Record(self.path, read_only=True)
            self._own.identity = now
        found: Record = self._own.record
        return found

    def state(self) -> str:
        """A mark of what can be read now: another one after every write, or in another file."""
        return f"{self.record().state()} {self._own.identity}"

    def kept(self, key: object, make: Callable[[Record], T]) -> T:
        """What ``make`` gives for ``key``, not made again while nothing is written to the record,
        nor, where that is large, for some time after."""
        large = self.record().is_large
        return self.keeping.get(key, self.state(), self._asking(make), may_be_old=large)

    def kept_on(self, matter: str, key: object, make: Callable[[Record], T]) -> T:
        """The same for what reports on a matter tell. In a large record, where these alone are
        read, it is made again only once one of them was drawn, came or went."""
        record = self.record()
        if not record.is_large:
            return self.kept((matter, key), make)
        state = f"{record.state_of(matter)} {self._own.identity}"
        return self.keeping.get((matter, key), state, self._asking(make), may_be_old=True)

    def _asking(self, make: Callable[[Record], T]) -> Callable[[], T]:
        """``make`` with the record as the thread that runs it has it open."""
        return lambda: make(self.record())

    def close(self) -> None:
        """Close what this thread has open."""
        record: Record | None = getattr(self._own, "record", None)
        if record is not None:
            record.close()
        self._own.record = self._own.identity = None

    def lexicon(self) -> Lexicon:
        """The lexicon that the record is read with."""
        return self._book()[1]

    def parties(self) -> Parties:
        """The names of parties in that lexicon."""
        return self._book()[2]

    def code(self, party: str) -> str:
        """The code of the party that goes by any of its names. Raises `UsageError`."""
        return code_of(party, self.lexicon())

    def _book(self) -> tuple[dict[str, str], Lexicon, Parties]:
        extensions = self.record().extensions()
        with self._lock:
            if self._lexicon is None or self._lexicon[0] != extensions:
                lexicon = lexicon_of(self.record())
                self._lexicon = (extensions, lexicon, Parties(lexicon))
                self.keeping.drop()
            return self._lexicon

    def _identity(self) -> _Identity:
        try:
            found = self.path.stat()
        except OSError as error:
            raise NotARecord(str(self.path), "the record is not there any more") from error
        return found.st_dev, found.st_ino
