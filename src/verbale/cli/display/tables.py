"""Rows as a table on a terminal, as tab-separated lines in a pipe, as JSON when asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from verbale.cli.display.terminal import line, note, out, write, write_json
from verbale.record import Listing

R = TypeVar("R")
#: Columns stand so far apart; with less room than that for the long words, rows are stacked.
_GAP = 3
_LEAST_ROOM = 26


class Column(NamedTuple, Generic[R]):
    """A column: its heading, its words for a row, and how it is set.

    ``narrow`` columns (ids, days) keep their width, ``wide`` ones (what was said) get what the
    others leave; ``piped`` ones stand only in piped output.
    """

    heading: str
    words: Callable[[R], str | None]
    style: str = ""
    narrow: bool = False
    wide: bool = False
    piped: bool = False


def show(columns: Sequence[Column[R]], listing: Listing[R], *, as_json: bool) -> None:
    """A listing in the form that is wanted, with a word on what it leaves out."""
    if as_json:
        write_json(listing)
        return
    show_rows(columns, listing.rows)
    note_rest(listing)


def show_rows(columns: Sequence[Column[R]], rows: Iterable[R]) -> None:
    """Rows as a table or as tab-separated lines under a line of headings."""
    console = out()
    if not console.is_terminal:
        lines = ["\t".join(column.heading for column in columns)]
        lines += ["\t".join(line(column.words(row)) for column in columns) for row in rows]
        write("\n".join(lines) + "\n")
        return
    shown = [column for column in columns if not column.piped]
    cells = [[Text(line(c.words(row)), style=c.style) for c in shown] for row in rows]
    if _room(shown, cells, console.width) < _LEAST_ROOM:
        console.print(_stack(shown, cells))
    else:
        console.print(_table(shown, cells, console.width))


def _room(columns: Sequence[Column[R]], cells: Sequence[Sequence[Text]], width: int) -> int:
    """What the other columns leave of ``width`` to the wide one."""
    taken = 0
    for number, column in enumerate(columns):
        natural = max([len(column.heading), *(row[number].cell_len for row in cells)])
        if not column.wide:
            taken += _GAP + (natural if column.narrow else min(natural, _most(width)))
    return width - taken


def _most(width: int) -> int:
    """How much of ``width`` a column may take that is neither narrow nor wide."""
    return max(width // 6, 8)


def _table(columns: Sequence[Column[R]], cells: Sequence[Sequence[Text]], width: int) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold")
    table.expand = any(column.wide for column in columns)
    for column in columns:
        table.add_column(
            column.heading,
            no_wrap=column.narrow,
            overflow="fold",
            ratio=1 if column.wide else None,
            max_width=None if column.narrow or column.wide else _most(width),
        )
    for row in cells:
        table.add_row(*row)
    return table


def _stack(columns: Sequence[Column[R]], cells: Sequence[Sequence[Text]]) -> Group:
    """For a terminal too small for columns: a line of short cells, the long one below it."""
    parts: list[RenderableType] = []
    for row in cells:
        pairs = [(t, c) for t, c in zip(row, columns, strict=True) if t and not c.wide]
        short = [_counted(t, column.heading) for t, column in pairs]
        parts.append(Text("  ").join(short))
        long = (t for t, column in zip(row, columns, strict=True) if t and column.wide)
        parts += [Padding(text, (0, 0, 0, 2)) for text in long]
    return Group(*parts)


def _counted(cell: Text, heading: str) -> Text:
    """A bare number with what it counts, since there is no heading above it."""
    return Text(f"{cell.plain} {heading}", style=cell.style) if cell.plain.isdigit() else cell


def note_rest(listing: Listing[Any]) -> None:
    """A word on what a listing leaves out, on standard error."""
    if not listing.rows:
        note("Nothing fits." if not listing.undated else "Nothing with a day fits.", "dim")
    elif listing.total > len(listing):
        note(f"{len(listing)} of {listing.total:,} shown; --limit 0 shows all.", "dim")
    if listing.undated:
        note(f"{listing.undated:,} more have no day with a year, so no period holds them.", "dim")
