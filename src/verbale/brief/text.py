"""The brief as text: coloured on a terminal, plain and close to Markdown where it is piped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from verbale.brief.layout import Block, Item, Page, flat, lay_out, note_origin
from verbale.brief.model import CheckedBrief
from verbale.brief.visible import kept_spaces, visible
from verbale.brief.wording import Run, Style

_LOOKS: dict[Style, str] = {
    "prose": "",
    "quote": "italic",
    "name": "bold",
    "day": "cyan",
    "source": "dim",
    "place": "dim",
}
_PASSAGES = "Passages cited"


def render_text(checked: CheckedBrief) -> str:
    """Plain text without a single escape sequence, one sentence a line."""
    return "\n".join(_lines(lay_out(checked))) + "\n"


def render_terminal(checked: CheckedBrief, console: Console) -> None:
    """The brief on a terminal, wrapped to its width."""
    page = lay_out(checked)
    console.print(Text(_words(page.title), style="bold"), justify="center")
    for block in flat(page.blocks):
        console.print(_terminal_heading(block))
        for item in block.items:
            console.print(_terminal_item(item, block))
    console.print(Padding(Rule(_PASSAGES, align="left", style="dim"), (1, 0, 0, 0)))
    for note in page.notes:
        mark = Text(f"[{note.number}]", style="dim")
        origin = Text(visible(note_origin(note)), style="dim")
        console.print(_hanging(mark, Group(Text(f"“{visible(note.passage)}”"), origin), 6))
    for item in page.footer:
        console.print(Padding(_rich(item), (1, 0, 0, 0)))


def _lines(page: Page) -> Iterator[str]:
    yield f"# {_words(page.title)}"
    for block in flat(page.blocks):
        yield from ("", f"{'#' * block.level} {_words(block.heading)}")
        if block.items:
            yield ""
        for item in block.items:
            yield f"{'- ' if block.listed else ''}{_words(item.runs)}{_numbers(item)}"
    if page.notes:
        yield from ("", f"## {_PASSAGES}", "")
    for note in page.notes:
        yield f"[{note.number}] “{visible(note.passage)}” ({visible(note_origin(note))})"
    for item in page.footer:
        yield from ("", _words(item.runs))


def _words(pieces: Iterable[Run]) -> str:
    return "".join(kept_spaces(run.text) for run in pieces)


def _numbers(item: Item) -> str:
    return "".join(f" [{number}]" for number in item.notes)


def _terminal_heading(block: Block) -> RenderableType:
    words = Text(_words(block.heading))
    if block.level == 2:
        return Padding(Rule(words, align="left", style="blue"), (1, 0, 0, 0))
    words.stylize("bold blue" if block.level == 3 else "bold")
    return Padding(words, (1, 0, 0, 2 * (block.level - 3)))


def _terminal_item(item: Item, block: Block) -> RenderableType:
    if not block.listed:
        return _rich(item)
    return _hanging(Text("•", style="dim"), _rich(item), 2 * max(1, block.level - 2))


def _hanging(mark: Text, body: RenderableType, width: int) -> Table:
    """``body`` beside ``mark``, so that its later lines do not run under it."""
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(width=width, justify="right", no_wrap=True)
    table.add_column(ratio=1, overflow="fold")
    table.add_row(mark, body)
    return table


def _rich(item: Item) -> Text:
    """Never markup: rich takes ``Text`` as it is."""
    text = Text()
    for run in item.runs:
        text.append(kept_spaces(run.text), style=_LOOKS[run.style])
    return text.append(_numbers(item), style="dim")
