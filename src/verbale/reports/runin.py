"""Headlines run in with the story: ``Zones marked. VALLETTA, 14 March (dpa) - Libya and ...``."""

from __future__ import annotations

import re

import msgspec

from verbale.model import Span
from verbale.reports.dateline import read_dateline
from verbale.reports.names import Outlets
from verbale.reports.page import Block, Page

#: A headline is no longer than this.
_REACH = 260
_START = re.compile(r"(?<=\s)(?=[A-ZÀ-Þ]{3}|(?<=[.!?”\"] )[A-Z])")


def split_run_in(page: Page, outlets: Outlets) -> Page:
    """``page`` with its first long block cut where a dateline stands inside it."""
    first = next((block for block in page.blocks[:4] if len(block.text) > 150), None)
    if first is None or read_dateline(page.text, first.span, outlets) is not None:
        return page
    for found in _START.finditer(first.text[:_REACH]):
        at = first.span.start + found.start()
        filed = read_dateline(page.text, Span(at, first.span.end), outlets)
        if (
            filed
            and filed.place
            and (filed.date or filed.agencies)
            and _closed(page.text, filed.span)
        ):
            return _cut(page, first, at)
    return page


def _closed(text: str, filing: Span) -> bool:
    return text[filing.start : filing.end].rstrip().endswith(("-", "–", "—", ":", ".", "/"))


def _cut(page: Page, block: Block, at: int) -> Page:
    head = Span(block.span.start, at).stripped(page.text)
    rest = Span(at, block.span.end)
    parts = [
        msgspec.structs.replace(block, span=span, text=span.of(page.text)) for span in (head, rest)
    ]
    blocks = [*page.blocks[: block.index], *parts, *page.blocks[block.index + 1 :]]
    numbered = (msgspec.structs.replace(item, index=at) for at, item in enumerate(blocks))
    return msgspec.structs.replace(page, blocks=tuple(numbered))
