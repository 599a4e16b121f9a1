"""One table or standard form of a record into one file or stream, whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import BinaryIO

from verbale.errors import UsageError
from verbale.exports.standards import STANDARDS
from verbale.exports.tables import TABLES, Column, Value
from verbale.record import Record

#: What every format offers: writes rows of columns to a stream, returns how many there were.
Write = Callable[[Sequence[Column], Iterator[Sequence[Value]], BinaryIO], int]
#: Name of the format, which is also the file's suffix -> its module, imported when asked for.
FORMATS: dict[str, str] = {
    "jsonl": "verbale.exports.jsonl",
    "csv": "verbale.exports.csv",
    "parquet": "verbale.exports.parquet",
}


def export(record: Record, table: str, format: str, destination: Path | BinaryIO) -> int:  # noqa: A002
    """Write a table and return its number of rows.

    ``table`` is one of `TABLES`, ``format`` one of `FORMATS`; or ``table`` is one of `STANDARDS`
    and ``format`` its own. A path is written beside itself first and takes its place when
    complete; what stood there stays until then. Raises `UsageError` for a table or format that
    does not exist, or a path that cannot be written.
    """
    write = _chosen(record, table, format)
    if not isinstance(destination, Path):
        return write(destination)
    try:
        with replacing(destination) as stream:
            return write(stream)
    except OSError as error:
        raise UsageError(str(destination), error.strerror or str(error)) from error


def _chosen(record: Record, name: str, form: str) -> Callable[[BinaryIO], int]:
    standard, table = STANDARDS.get(name), TABLES.get(name)
    if standard is not None:
        if form != standard.suffix:
            raise UsageError(form, f"{name} is always {standard.suffix}")
        return lambda stream: standard.write(record, stream)
    if table is None:
        raise UsageError(name, f"no such table; there are {', '.join((*TABLES, *STANDARDS))}")
    write = _writer(form)
    return lambda stream: write(table.columns, table.rows(record), stream)


def _writer(name: str) -> Write:
    if name not in FORMATS:
        raise UsageError(name, f"no such format; there are {', '.join(FORMATS)}")
    write: Write = import_module(FORMATS[name]).write
    return write


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A stream whose content becomes the file at ``path`` once all of it is on the disk."""
    with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as stream:
        try:
            yield stream.file  # type: ignore[misc]
            stream.flush()
            os.fsync(stream.fileno())
            stream.close()
            Path(stream.name).chmod(_mode())
            Path(stream.name).replace(path)
        except BaseException:
            Path(stream.name).unlink(missing_ok=True)
            raise


def _mode() -> int:
    """The mode a file made in the ordinary way gets; a temporary one is private."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
