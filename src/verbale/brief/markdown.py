"""The brief as Markdown with footnotes; what sources wrote is escaped and can mark up nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from verbale.brief.layout import Item, Page, flat, lay_out, note_origin
from verbale.brief.model import CheckedBrief
from verbale.brief.visible import kept_spaces, visible
from verbale.brief.wording import Run

_ACTIVE = re.compile(r"([\\`*_{}\[\]<>()#+!|~$&^=])")
_AUTOLINK = re.compile(r"(?i)\b(https?|ftp|mailto|xmpp)(?=:)|(www)(?=\.)|(?<=\w)(?=@)")
_LINE_START = re.compile(r"^(\s*)([-+*#>]|\d+[.)])")


def render_markdown(checked: CheckedBrief) -> str:
    """Markdown (CommonMark with the usual footnotes), one paragraph or list item a sentence."""
    return "\n".join(_lines(lay_out(checked))) + "\n"


def _lines(page: Page) -> Iterator[str]:
    yield f"# {_words(page.title)}"
    for block in flat(page.blocks):
        yield from ("", f"{'#' * block.level} {_words(block.heading)}")
        if block.listed and block.items:
            yield ""
        for item in block.items:
            if block.listed:
                yield f"- {_sentence(item)}"
            else:
                yield from ("", _sentence(item))
    if page.notes:
        yield ""
    for note in page.notes:
        yield f"[^{note.number}]: “{escaped(note.passage)}” ({escaped(note_origin(note))})"
    yield from ("", "---")
    for item in page.footer:
        yield from ("", _sentence(item))


def escaped(text: str) -> str:
    """``text`` so that Markdown shows it as it is: no links, no tags, no emphasis, no lists."""
    shown = _ACTIVE.sub(r"\\\1", kept_spaces(text))
    # An autolink needs its scheme, "www." or "@" unbroken: an empty comment is invisible and
    # breaks it.
    return _AUTOLINK.sub(lambda match: f"{match[0]}<!-- -->", shown)


def _words(pieces: Iterable[Run]) -> str:
    words = "".join(_run(run) for run in pieces)
    return _LINE_START.sub(r"\1\\\2", words)


def _run(run: Run) -> str:
    words = escaped(run.text)
    return f"**{words}**" if run.style == "name" and visible(run.text) else words


def _sentence(item: Item) -> str:
    return _words(item.runs) + "".join(f"[^{number}]" for number in item.notes)
