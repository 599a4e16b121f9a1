"""``verbale export``: tables of a record as files."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from verbale.cli.display.terminal import CLOSED_PIPE, close_quietly, note
from verbale.cli.options import DEFAULT_RECORD, RecordPath, open_view
from verbale.errors import UsageError
from verbale.record import Record

Format = Literal["jsonl", "csv", "parquet"]
_ALL = "all"


def export(
    table: Annotated[
        str,
        typer.Argument(
            metavar="TABLE|all",
            help="reports, versions, texts, statements, actors, acts, positions, skips, or all.",
        ),
    ],
    record: RecordPath = DEFAULT_RECORD,
    form: Annotated[
        Format | None, typer.Option("--format", "-f", help="Else by the name of --out, else jsonl.")
    ] = None,
    to: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="PATH", help="A file; with all, a folder."),
    ] = None,
) -> None:
    """Write a table of the record, or all of them, as JSON lines, CSV or Parquet.

    Without --out a table goes to standard output. A file takes the place of an earlier one only
    once it is whole.

    Examples:

      verbale export statements --out statements.csv
      verbale export statements -f jsonl | head -3
      verbale export all --format parquet --out tables/
    """
    with open_view(record) as opened:
        if table == _ALL:
            _all(opened, form or "jsonl", to)
        elif to is None or str(to) == "-":
            _to_pipe(opened, table, form or "jsonl")
        else:
            _to_file(opened, table, form or _format_of(to), to)


def _all(record: Record, form: Format, folder: Path | None) -> None:
    from verbale.exports import TABLES

    if folder is None:
        raise UsageError("export all", "name a folder with --out")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(str(folder), error.strerror or str(error)) from error
    for name in TABLES:
        _to_file(record, name, form, folder / f"{name}.{form}")


def _to_file(record: Record, table: str, form: Format, path: Path) -> None:
    from verbale.exports import export as write

    note(f"{path}: {write(record, table, form, path):,} rows")


def _to_pipe(record: Record, table: str, form: Format) -> None:
    from verbale.exports import export as write

    if form == "parquet" and sys.stdout.isatty():
        raise UsageError("--format parquet", "name a file with --out")
    try:
        write(record, table, form, sys.stdout.buffer)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        close_quietly()
        raise typer.Exit(CLOSED_PIPE) from None


def _format_of(path: Path) -> Format:
    suffixes: dict[str, Format] = {".jsonl": "jsonl", ".csv": "csv", ".parquet": "parquet"}
    found = suffixes.get(path.suffix.lower())
    if found is None:
        raise UsageError(str(path), "its name tells no format; give one with --format")
    return found
