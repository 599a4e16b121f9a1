"""Opening files without surprises: regular files only, a limit on what is read, packing undone."""

from __future__ import annotations

import errno
import gzip
import io
import os
import stat
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from verbale.errors import SourceTooLarge, UnreadableSource

#: What reading a compressed stream raises when the stream is broken.
UNPACKING = (gzip.BadGzipFile, EOFError, zlib.error)

#: Streams of bytes that can be looked into.
Peekable = io.BufferedReader | gzip.GzipFile

_REASONS = {
    errno.ENOENT: "does not exist",
    errno.ENOTDIR: "does not exist",
    errno.EACCES: "may not be read: no rights to it",
    errno.EPERM: "may not be read: no rights to it",
    errno.ELOOP: "is a symbolic link that leads back to itself",
    errno.ENAMETOOLONG: "is too long for a path",
    errno.EISDIR: "is a folder",
}
_SPECIAL = (
    (stat.S_ISDIR, "is a folder"),
    (stat.S_ISFIFO, "is a named pipe, not a file; pipe it to `-`"),
    (stat.S_ISSOCK, "is a socket, not a file"),
    (stat.S_ISCHR, "is a device, not a file"),
    (stat.S_ISBLK, "is a device, not a file"),
)


def printable(path: Path) -> str:
    """``path`` with forward slashes; bytes of a name that are not UTF-8 as ``\\xNN``."""
    name = path.as_posix()
    try:
        return os.fsencode(name).decode("utf-8", "backslashreplace")
    except UnicodeEncodeError:  # no name that a file could have
        return name.encode("utf-8", "backslashreplace").decode()


def unreadable(path: Path, error: OSError | ValueError) -> UnreadableSource:
    """The error value for what the system said about ``path``."""
    code = error.errno if isinstance(error, OSError) else None
    if code == errno.ENOENT and path.is_symlink():
        reason = "is a symbolic link to nothing"
    elif isinstance(error, OSError):
        reason = _REASONS.get(code or 0) or (error.strerror or "could not be read").lower()
    else:
        reason = "is not a possible path"
    problem = UnreadableSource(printable(path), reason)
    problem.missing = code in (errno.ENOENT, errno.ENOTDIR) and not path.is_symlink()
    return problem


def megabytes(count: int) -> str:
    """``count`` bytes for a person."""
    return f"{count / 1_000_000:.3g} MB"


@contextmanager
def opened(path: Path) -> Iterator[io.BufferedReader]:
    """A regular file, open for reading. Raises `UnreadableSource` for all else.

    A pipe or device is not even opened, since opening may block or set something off; the flag
    and the second look are for one that takes the file's place in between.
    """
    try:
        _refuse_special(path, os.stat(path).st_mode)  # noqa: PTH116 - also with names not UTF-8
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | _binary())
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from error
    with os.fdopen(handle, "rb") as stream:
        _refuse_special(path, os.fstat(handle).st_mode)
        try:
            yield stream
        except OSError as error:
            if isinstance(error, UNPACKING):
                raise
            raise unreadable(path, error) from error


def _binary() -> int:
    return getattr(os, "O_BINARY", 0)


def _refuse_special(path: Path, mode: int) -> None:
    for is_kind, reason in _SPECIAL:
        if is_kind(mode):
            raise UnreadableSource(printable(path), reason)


def read_all(stream: Peekable, limit: int, origin: str) -> bytes:
    """All of ``stream``. Raises `SourceTooLarge` past ``limit`` bytes, `UnreadableSource` if packed
    data is broken. A regular file that is too large is refused before anything is read."""
    size = _size_on_disk(stream)
    if size is not None and size > limit:
        raise SourceTooLarge(origin, f"is {megabytes(size)}, over the limit of {megabytes(limit)}")
    try:
        data = stream.read(limit + 1)
    except UNPACKING as error:
        raise broken_packing(origin) from error
    if len(data) > limit:
        raise SourceTooLarge(origin, f"unpacks or runs to more than {megabytes(limit)}")
    return data


def broken_packing(origin: str) -> UnreadableSource:
    """The error for compressed data that is cut short or garbled."""
    return UnreadableSource(origin, "is not whole packed data: cut short or damaged")


def _size_on_disk(stream: Peekable) -> int | None:
    """The size of a regular file; for gzip that of the packed file, a lower bound."""
    try:
        status = os.fstat(stream.fileno())
    except (OSError, AttributeError):
        return None
    return status.st_size if stat.S_ISREG(status.st_mode) else None


class Counted(io.RawIOBase):
    """A stream that counts what is taken from it: the packed side of a gzip reader."""

    def __init__(self, inner: io.BufferedReader) -> None:
        self._inner = inner
        self.taken = 0

    def readable(self) -> bool:
        """True."""
        return True

    def read(self, size: int = -1) -> bytes:
        """Up to ``size`` bytes."""
        data = self._inner.read(size)
        self.taken += len(data)
        return data

    def fileno(self) -> int:
        """That of the stream inside."""
        return self._inner.fileno()


def unpacked(counted: Counted, packing: str = "gzip") -> Peekable:
    """The content of a ``gzip`` (all its members) or ``zstd`` stream; nothing is unpacked before
    it is read."""
    if packing == "zstd":
        return io.BufferedReader(_Zstandard(counted))
    return gzip.GzipFile(fileobj=counted, mode="rb")


class _Zstandard(io.RawIOBase):
    """Zstandard undone by Arrow, which is here anyway; Python 3.11 has none of its own."""

    def __init__(self, packed: Counted) -> None:
        import pyarrow as pa

        self._inner = pa.CompressedInputStream(pa.PythonFile(packed, mode="r"), "zstd")

    def readable(self) -> bool:
        """True."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill ``buffer``. Raises `EOFError` for what is cut short or garbled."""
        try:
            data = self._inner.read(len(buffer))
        except OSError as error:
            raise EOFError(str(error)) from error
        buffer[: len(data)] = data
        return len(data)


def head_of(stream: Peekable, origin: str) -> bytes:
    """The first bytes that ``stream`` will give, without taking them."""
    try:
        return stream.peek(1)
    except UNPACKING as error:
        raise broken_packing(origin) from error
