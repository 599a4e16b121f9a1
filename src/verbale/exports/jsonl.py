"""JSON lines: an object a row, with every column; lists and numbers as they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import BinaryIO

import msgspec

from verbale.exports.tables import Column, Value


def write(columns: Sequence[Column], rows: Iterator[Sequence[Value]], stream: BinaryIO) -> int:
    """UTF-8, a newline after each row."""
    names = [column.name for column in columns]
    encoder = msgspec.json.Encoder()
    count = 0
    for row in rows:
        stream.write(encoder.encode(dict(zip(names, row, strict=True))) + b"\n")
        count += 1
    return count
