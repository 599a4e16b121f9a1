"""Paragraphs of the parts of a report that may carry statements."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verbale.model import Paragraph, Report, Span, Zone

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
# (?!\n) keeps the two halves of one \r\n from passing for two line ends
_BLANK_LINE = re.compile(r"(?:\r\n|\r(?!\n)|\n)[ \t]*(?:\r\n|\r(?!\n)|\n)\s*")
_ENDS_A_SENTENCE = re.compile(r"[.!?…:;][\"'”’»«)\]]*\s*$")

# A text is hard-wrapped when most lines inside its blank-line blocks stop in mid-sentence at about
# the same width; then a line break means nothing and only a blank line parts paragraphs.
_WRAP_LEAST_LINES = 6
_WRAP_WIDTH = range(40, 101)


def paragraphs(report: Report) -> tuple[Paragraph, ...]:
    """The headline, stand-first and body of ``report`` cut into paragraphs, in that order."""
    places: list[tuple[Span, Zone]] = []
    if report.headline and report.headline.span:
        places.append((report.headline.span, "headline"))
    if report.standfirst:
        places.append((report.standfirst, "standfirst"))
    wrapped = _is_hard_wrapped(report)
    for stretch in report.body:
        pieces = _blocks if wrapped else _lines
        places.extend((piece, "body") for piece in pieces(report.text, stretch))
    return tuple(Paragraph(index, span, zone) for index, (span, zone) in enumerate(places))


def _lines(text: str, within: Span) -> Iterator[Span]:
    for found in _LINE.finditer(text, within.start, within.end):
        if span := Span(*found.span()).stripped(text):
            yield span


def _blocks(text: str, within: Span) -> Iterator[Span]:
    at = within.start
    for gap in _BLANK_LINE.finditer(text, within.start, within.end):
        if span := Span(at, gap.start()).stripped(text):
            yield span
        at = gap.end()
    if span := Span(at, within.end).stripped(text):
        yield span


def _is_hard_wrapped(report: Report) -> bool:
    text = report.text
    inner = [
        line
        for stretch in report.body
        for block in _blocks(text, stretch)
        for line in list(_lines(text, block))[:-1]
    ]
    if len(inner) < _WRAP_LEAST_LINES:
        return False
    broken = sum(
        line.end - line.start in _WRAP_WIDTH and not _ENDS_A_SENTENCE.search(line.of(text))
        for line in inner
    )
    return broken >= 0.7 * len(inner)
