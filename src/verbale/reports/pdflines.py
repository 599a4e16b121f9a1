"""A PDF document as lines of text with where each stands on its page.

A PDF has no paragraphs and no spaces that can be relied on, only signs at places. PDFium puts them
in reading order and says where a line ends; what belongs together is for `verbale.reports.pdf`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

#: Signs that PDFium has for a hyphen at the end of a line.
_HYPHENS = "\x02\ufffe\u00ad"
_SPACE = re.compile(r"[ \t\u00a0]+")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\uffff]")
#: Nobody prints a statement of more pages; what has more is not gone through.
MOST_PAGES = 1_000


class Printed(NamedTuple):
    """A line: its words, on which page (from 0), its edges from the lower left corner of the page
    and the height of its type, in points; ``reach`` is the height of the page. ``cut`` where its
    last word goes on in the next line."""

    words: str
    page: int
    left: float
    right: float
    bottom: float
    size: float
    reach: float
    cut: bool = False


def printed_lines(data: bytes) -> list[Printed]:
    """The lines of a document in reading order; none where it cannot be read or holds no text."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError:
        return []
    try:
        pages = range(min(len(document), MOST_PAGES))
        return [line for number in pages for line in _lines_of(document, number)]
    finally:
        document.close()


def _lines_of(document: pdfium.PdfDocument, number: int) -> Iterator[Printed]:
    try:
        page = document[number]
    except pdfium.PdfiumError:  # a page that is damaged costs itself
        return
    words = page.get_textpage()
    try:
        reach = page.get_height()
        start, total = 0, words.count_chars()
        signs = [chr(raw.FPDFText_GetUnicode(words.raw, at) or 32) for at in range(total)]
        for at in range(total + 1):
            if at == total or signs[at] in "\r\n":
                line = _line(words, signs, start, at, number, reach)
                if line is not None:
                    yield line
                start = at + 1
    finally:
        words.close()
        page.close()


def _line(
    words: pdfium.PdfTextPage, signs: list[str], start: int, end: int, page: int, reach: float
) -> Printed | None:
    shown = [at for at in range(start, end) if not signs[at].isspace()]
    if not shown:
        return None
    first, last = shown[0], shown[-1]
    text = "".join(signs[first : last + 1])
    cut = text[-1] in _HYPHENS
    clean = _CONTROL.sub("", _SPACE.sub(" ", text.rstrip(_HYPHENS))).replace("\ufffe", "-").strip()
    if not clean:
        return None
    # The size that a font is asked for says little: the page may be drawn larger or smaller.
    left, bottom, right, top = words.get_charbox(first, loose=True)
    if last != first:
        right = words.get_charbox(last, loose=True)[2]
    return Printed(clean, page, left, right, bottom, top - bottom, reach, cut)
