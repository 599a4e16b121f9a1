"""Passages: the paragraphs, sentences and quotations that later stages work on."""

from __future__ import annotations

from typing import Literal

import msgspec

from verbale.model.span import Span, Spans

Zone = Literal["headline", "standfirst", "body"]


class Paragraph(msgspec.Struct, frozen=True):
    """A paragraph without the line break around it. ``index`` counts over all zones from 0."""

    index: int
    span: Span
    zone: Zone


class Sentence(msgspec.Struct, frozen=True):
    """A sentence; a quotation of several sentences does not end the sentence that frames it."""

    span: Span
    paragraph: int


class Quotation(msgspec.Struct, frozen=True, kw_only=True):
    """Words between quotation marks.

    ``inner`` excludes the marks and has one span a paragraph, since a quotation that runs over
    paragraphs opens anew in each; ``outer`` includes them. ``depth`` is 1 for the outermost.
    ``repaired`` says that a mark was missing and where the quotation was taken to end.
    """

    inner: Spans
    outer: Spans
    depth: int = 1
    repaired: str | None = None


class Passages(msgspec.Struct, frozen=True):
    """All passages of one report, each list in order of place."""

    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
