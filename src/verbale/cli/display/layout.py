"""The parts of a page about one entry: fields, passages with marks, lists, differences.

On a terminal they are coloured and folded; in a pipe they are plain lines, whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from verbale.cli.display.terminal import block, line, out, write
from verbale.model import Span

_INDENT = 2
_AROUND = 240


class Mark(NamedTuple):
    """A place in a text, and how it is shown."""

    span: Span
    style: str


def title(id: str, words: str | None) -> None:  # noqa: A002 - the reader's word for it
    """The first line of a page."""
    text = Text(id, style="bold cyan")
    text.append(f"  {line(words)}", style="bold")
    _print(text)


def heading(words: str) -> None:
    """The line above a part of a page."""
    _print(Text(""))
    _print(Text(line(words), style="bold"))


def fields(pairs: Iterable[tuple[str, str | None]]) -> None:
    """Labels and values; those without a value are left out."""
    rows = [(label, line(value)) for label, value in pairs if value]
    console = out()
    if not console.is_terminal:
        for label, value in rows:
            _print(Text(f"{label}\t{value}"))
        return
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    for label, value in rows:
        grid.add_row(Text(label), Text(value))
    console.print(Padding(grid, (0, 0, 0, _INDENT)))


def items(rows: Iterable[tuple[str, str]]) -> None:
    """A list of ids or numbers, each with its words."""
    fields((label, words or "-") for label, words in rows)


def passage(text: str, span: Span, marks: Sequence[Mark] = ()) -> None:
    """The words at ``span`` of ``text`` with ``marks`` (places in ``text``; the first one wins)."""
    shown = Text()
    for piece, style in _pieces(span, marks):
        shown.append(block(piece.of(text)), style=style)
    _print_indented(shown)


def excerpt(words: str, marks: Sequence[Mark]) -> None:
    """Words cut out of a text, on one line, with ``marks`` (places in ``words``)."""
    shown = Text("… ", style="dim")
    for piece, style in _pieces(Span(0, len(words)), marks):
        part = piece.of(words)
        lead, trail = part[:1].isspace(), part[-1:].isspace()
        shown.append(f"{' ' * lead}{line(part)}{' ' * trail}", style=style or "not dim")
    shown.append(" …")
    _print_indented(shown)


def around(text: str, spans: Sequence[Span]) -> Span:
    """The lines that ``spans`` stand in, cut at words where they are long."""
    first, last = min(s.start for s in spans), max(s.end for s in spans)
    start = max(text.rfind("\n", 0, first) + 1, 0)
    end = text.find("\n", last)
    end = len(text) if end < 0 else end
    if first - start > _AROUND:
        start = text.find(" ", first - _AROUND, first) + 1 or first - _AROUND
    if end - last > _AROUND:
        cut = text.rfind(" ", last, last + _AROUND)
        end = cut if cut > 0 else last + _AROUND
    return Span(start, end)


def difference(sign: str, words: str) -> None:
    """A line that is gone (``-``) or come (``+``)."""
    _print(Text(f"{' ' * _INDENT}{sign} {line(words)}", style="red" if sign == "-" else "green"))


def sentence(words: str, style: str = "") -> None:
    """A line of ours, indented."""
    _print(Text(" " * _INDENT + line(words), style=style))


def _pieces(span: Span, marks: Sequence[Mark]) -> Iterable[tuple[Span, str]]:
    """``span`` cut at the ends of the marks, each piece with the style of the first that covers."""
    edges = {span.start, span.end}
    edges |= {edge for mark in marks for edge in mark.span if span.start < edge < span.end}
    ordered = sorted(edges)
    for start, end in pairwise(ordered):
        piece = Span(start, end)
        style = next((mark.style for mark in marks if mark.span.covers(piece)), "")
        yield piece, style


def _print_indented(text: Text) -> None:
    console = out()
    if console.is_terminal:
        console.print(Padding(text, (0, 0, 0, _INDENT)))
    else:
        _print(text)


def _print(text: Text) -> None:
    console = out()
    if console.is_terminal:
        console.print(text)
    else:
        write(f"{text.plain}\n")  # the console would turn tabs into spaces
