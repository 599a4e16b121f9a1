"""Passages written into the text they stand in.

Quotations: braces inside the marks, ``“{We wait},” he said``; ``{?`` is a repaired one and ``{+``
a further paragraph of the one before. Sentences: ``One.| |Two.``, as white space between
sentences belongs to none.
"""

from __future__ import annotations

import re

from verbale.model import Paragraph, Quotation, Report, Span
from verbale.passages import paragraphs, quotations, sentence_spans


def report_of(text: str) -> Report:
    """``text`` as a report that is all body."""
    body = Span(0, len(text)).stripped(text)
    return Report(text=text, body=(body,) if body else ())


def bare(marked: str) -> str:
    """The text without its marks."""
    return re.sub(r"\{[?+]?|[}|]", "", marked)


def quoted(text: str) -> str:
    """``text`` with its quotations marked."""
    return _marked(text, quotations(text, paragraphs(report_of(text))))


def _marked(text: str, found: tuple[Quotation, ...]) -> str:
    edges: list[tuple[int, int, int, str]] = []
    for quotation in found:
        for number, inner in enumerate(quotation.inner):
            sign = "+" if number else "?" if quotation.repaired else ""
            edges.append((inner.start, 1, quotation.depth, "{" + sign))
            edges.append((inner.end, 0, -quotation.depth, "}"))
    out: list[str] = []
    at = 0
    for place, _, _, mark in sorted(edges):
        out += [text[at:place], mark]
        at = place
    return "".join([*out, text[at:]])


def cut(text: str, closed: tuple[Span, ...] = ()) -> str:
    """``text``, one paragraph, with its sentences parted by ``|``."""
    out: list[str] = []
    at = 0
    for span in sentence_spans(text, Span(0, len(text)), closed):
        if at:
            out.append(f"|{text[at : span.start]}|")
        out.append(span.of(text))
        at = span.end
    return "".join(out)


def paragraph(text: str, index: int = 0) -> Paragraph:
    """All of ``text`` as one body paragraph."""
    return Paragraph(index, Span(0, len(text)), "body")
