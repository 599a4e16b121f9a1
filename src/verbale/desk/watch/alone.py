"""One watch a record at a time: a slow round must not be joined by cron's next one."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from verbale.errors import UsageError


@contextmanager
def alone(record: Path) -> Iterator[None]:
    """Hold a lock on a file beside the record; it ends with the process, however that ends.

    Raises `UsageError` if another watch has it.
    """
    place = record.with_name(f"{record.name}-watch")
    stream = _locked(place)
    if stream is None:
        raise UsageError(str(record), "another watch follows this record")
    try:
        yield
    finally:
        place.unlink(missing_ok=True)
        stream.close()


def _locked(place: Path) -> BinaryIO | None:
    """The file, locked; None if another process has the lock.

    One that goes away between opening and locking (its holder ends) is opened anew.
    """
    while True:
        stream = place.open("ab")
        if not _lock(stream):
            stream.close()
            return None
        try:
            if place.stat().st_ino == os.fstat(stream.fileno()).st_ino:
                return stream
        except FileNotFoundError:
            pass
        stream.close()


if sys.platform == "win32":

    def _lock(stream: BinaryIO) -> bool:
        return not stream.closed

else:
    import fcntl

    def _lock(stream: BinaryIO) -> bool:
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
