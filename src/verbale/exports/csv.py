"""CSV for spreadsheets: UTF-8, a heading, lists as JSON, and no cell that runs as a formula.

The words of a report are somebody else's, and a spreadsheet runs a cell that begins with ``=``,
``+``, ``-`` or ``@`` (or a control character before one). Such a text gets an apostrophe in front;
so does one that only has apostrophes before it, so that the rule can be undone: if what follows
the leading apostrophes is one of those characters, take one apostrophe away.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from typing import BinaryIO

import msgspec

from verbale.exports.tables import Column, Kind, Value

_RUNS = re.compile(r"'*[=+\-@\t\r\n]")


def write(columns: Sequence[Column], rows: Iterator[Sequence[Value]], stream: BinaryIO) -> int:
    """Fields are quoted where needed; nothing in a cell means that there is no value."""
    stream.write(heading(columns))
    count = 0
    for row in rows:
        stream.write(line(columns, row))
        count += 1
    return count


def heading(columns: Sequence[Column]) -> bytes:
    """The first line: the names of the columns."""
    return _line([column.name for column in columns])


def line(columns: Sequence[Column], row: Sequence[Value]) -> bytes:
    """One row."""
    return _line([_cell(v, column.kind) for v, column in zip(row, columns, strict=True)])


def _line(cells: Sequence[str]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerow(cells)
    return text.getvalue().encode("utf-8")


def harmless(text: str) -> str:
    """``text`` as a cell that no spreadsheet runs."""
    return f"'{text}" if _RUNS.match(text) else text


def restored(cell: str) -> str:
    """The text that `harmless` made ``cell`` from."""
    return cell[1:] if cell.startswith("'") and _RUNS.match(cell) else cell


def _cell(value: Value, kind: Kind) -> str:
    if value is None:
        return ""
    if kind == "text":
        return harmless(value)
    if kind == "bool":
        return "true" if value else "false"
    if kind in ("int", "float"):
        return str(value)
    return msgspec.json.encode(value).decode()
