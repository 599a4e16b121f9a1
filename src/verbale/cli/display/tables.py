"""Rows as a table on a terminal, as tab-separated lines in a pipe, as JSON when asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from rich import box
from rich.table import Table
from rich.text import Text

from verbale.cli.display.terminal import line, note, out, write, write_json
from verbale.record import Listing

R = TypeVar("R")


class Column(NamedTuple, Generic[R]):
    """A column: its heading, its words for a row, and how it is set.

    ``narrow`` columns (ids, days) are never folded; ``piped`` ones stand only in piped output.
    """

    heading: str
    words: Callable[[R], str | None]
    style: str = ""
    narrow: bool = False
    piped: bool = False


def show(columns: Sequence[Column[R]], listing: Listing[R], *, as_json: bool) -> None:
    """A listing in the form that is wanted, with a word on what it leaves out."""
    if as_json:
        write_json(listing)
        return
    show_rows(columns, listing.rows)
    _note_rest(listing)


def show_rows(columns: Sequence[Column[R]], rows: Iterable[R]) -> None:
    """Rows as a table or as tab-separated lines under a line of headings."""
    console = out()
    if console.is_terminal:
        console.print(_table(columns, rows))
        return
    lines = ["\t".join(column.heading for column in columns)]
    lines += ["\t".join(line(column.words(row)) for column in columns) for row in rows]
    write("\n".join(lines) + "\n")


def _table(columns: Sequence[Column[R]], rows: Iterable[R]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold")
    shown = [column for column in columns if not column.piped]
    for column in shown:
        table.add_column(column.heading, no_wrap=column.narrow, overflow="fold")
    for row in rows:
        table.add_row(*(Text(line(column.words(row)), style=column.style) for column in shown))
    return table


def _note_rest(listing: Listing[Any]) -> None:
    if not listing.rows:
        note("Nothing fits." if not listing.undated else "Nothing with a day fits.", "dim")
    elif listing.total > len(listing):
        note(f"{len(listing)} of {listing.total:,} shown; --limit 0 shows all.", "dim")
    if listing.undated:
        note(f"{listing.undated:,} more have no day with a year, so no period holds them.", "dim")
