"""Plain text and saved text dumps of pages: lines to blocks.

Most dumps have one paragraph a line. Some are wrapped at a fixed width, with blank lines (or an
indent) between paragraphs; there the lines of a paragraph are joined into one block.
"""

from __future__ import annotations

import re
from itertools import pairwise

from verbale.model import Span
from verbale.reports.page import Block, Page

_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_END = re.compile(r"""[.!?:…][\s"'”’»)\]]*$""")
#: Wrapped text is between these widths; terminals and mail set them.
_NARROW, _WIDE = 50, 100
_STRIPPED = "\ufeff\u200b\x00"


def page_from_text(text: str) -> Page:
    """The blocks of a plain text; their spans count in ``text`` itself."""
    lines = [Span(*found.span()) for found in _LINE.finditer(text)]
    spans = [_trim(text, line) for line in lines]
    spans = [span for span in spans if span]
    if _wrapped(text, spans):
        spans = _joined(text, spans)
    blocks = (Block(index=at, span=span, text=span.of(text)) for at, span in enumerate(spans))
    return Page(text=text, blocks=tuple(blocks))


def _trim(text: str, line: Span) -> Span:
    """The line without white space and byte-order marks at its ends."""
    words = line.of(text)
    left = words.lstrip()
    while left and left[0] in _STRIPPED:
        left = left[1:].lstrip()
    start = line.end - len(left)
    right = left.rstrip()
    while right and right[-1] in _STRIPPED:
        right = right[:-1].rstrip()
    return Span(start, start + len(right))


def _wrapped(text: str, spans: list[Span]) -> bool:
    """Whether most lines were broken at a fixed width rather than at the end of a paragraph."""
    lengths = [span.end - span.start for span in spans]
    if len(lengths) < 6 or max(lengths) > _WIDE:
        return False
    full = [
        span
        for span, after in pairwise(spans)
        if span.end - span.start >= _NARROW - 8 and not _gap(text, span, after)
    ]
    if len(full) < 0.4 * len(spans):
        return False
    return sum(1 for span in full if not _END.search(span.of(text))) > 0.6 * len(full)


def _gap(text: str, line: Span, after: Span) -> bool:
    between = text[line.end : after.start]
    return between.count("\n") > 1 or between.count("\r") > 1 or between.endswith(("   ", "\t"))


def _joined(text: str, spans: list[Span]) -> list[Span]:
    width = max(span.end - span.start for span in spans)
    joined: list[Span] = []
    last: Span | None = None
    for span in spans:
        if last is not None and not _gap(text, last, span) and _runs_on(text, last, span, width):
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
        last = span
    return joined


def _runs_on(text: str, line: Span, after: Span, width: int) -> bool:
    """Whether the paragraph goes on: the next line's first word would not have fitted."""
    first = after.of(text).split(maxsplit=1)[0]
    return line.end - line.start + 1 + len(first) > width - 10
