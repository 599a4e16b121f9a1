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
            help="reports, versions, texts, statements, actors, acts, positions, skips, origins,"
            " polecat; or plover, annotations, csl, bibtex, atom; or all.",
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
    matter: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="With atom: only what is about this matter."),
    ] = None,
) -> None:
    """Write a table of the record, or all of them, as JSON lines, CSV or Parquet; or the record in
    a form of which other programs know what it means.

    plover: events with the PLOVER ontology's field names, and statements as an extension. polecat:
    a table with the columns of that data set; it is lossy. annotations: W3C Web Annotations, each
    with the place and the quote. csl, bibtex: reports for citing. atom: what is new, as a feed.

    Without --out a table goes to standard output. A file takes the place of an earlier one only
    once it is whole.

    Examples:

      verbale export statements --out statements.csv
      verbale export statements -f jsonl | head -3
      verbale export all --format parquet --out tables/
      verbale export plover --out events.jsonl
      verbale export bibtex --out reports.bib
      verbale export atom --matter "peace treaty" --out treaty.atom
    """
    with open_view(record) as opened:
        if matter is not None:
            _of_matter(opened, table, matter, to)
        elif table == _ALL:
            _all(opened, form or "jsonl", to)
        elif to is None or str(to) == "-":
            _to_pipe(opened, table, form or _own(table) or "jsonl")
        else:
            _to_file(opened, table, form or _own(table) or _format_of(to), to)


def _own(table: str) -> str | None:
    """The format of what has only one."""
    from verbale.exports import STANDARDS

    found = STANDARDS.get(table)
    return found.suffix if found else None


def _of_matter(record: Record, table: str, matter: str, path: Path | None) -> None:
    from verbale.exports.export import replacing
    from verbale.exports.feed import feed

    if table != "atom":
        raise UsageError("--matter", f"is for atom; {table} is of the whole record")
    words = feed(record, record.matter(matter))
    if path is None or str(path) == "-":
        sys.stdout.buffer.write(words)
        return
    try:
        with replacing(path) as stream:
            stream.write(words)
    except OSError as error:
        raise UsageError(str(path), error.strerror or str(error)) from error


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


def _to_file(record: Record, table: str, form: str, path: Path) -> None:
    from verbale.exports import export as write

    note(f"{path}: {write(record, table, form, path):,} rows")


def _to_pipe(record: Record, table: str, form: str) -> None:
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
        there = ", ".join(suffixes)
        raise UsageError(
            str(path), f"its name tells no format; there are {there}, or give one with --format"
        )
    return found
