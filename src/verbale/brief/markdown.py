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
#: What would begin a list; other such characters are escaped wherever they stand.
_LIST_START = re.compile(r"^(\s*\d*)([-.])")


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
    shown = _LIST_START.sub(r"\1\\\2", _ACTIVE.sub(r"\\\1", kept_spaces(text)))
    # An autolink needs its scheme, "www." or "@" unbroken: an empty comment is invisible and
    # breaks it.
    return _AUTOLINK.sub(lambda match: f"{match[0]}<!-- -->", shown)


def _words(pieces: Iterable[Run]) -> str:
    return "".join(map(_run, pieces))


def _run(run: Run) -> str:
    """Stars mark a name only where they are sure to be read so: between a space and a letter."""
    shown = visible(run.text)
    if run.style == "place":
        return _code(shown)
    if run.style == "name" and shown[:1].isalnum() and shown[-1:].isalnum():
        return f"**{escaped(shown)}**"
    return escaped(run.text)


def _code(words: str) -> str:
    """An address as code: nobody's link, and whole when copied."""
    longest = max(map(len, re.findall("`+", words)), default=0)
    fence = "`" * (longest + 1)
    rim = " " if longest else ""
    return f"{fence}{rim}{words}{rim}{fence}"


def _sentence(item: Item) -> str:
    return _words(item.runs) + "".join(f"[^{number}]" for number in item.notes)
