"""Quotations that are signed: a post or a pulled quotation with "— Name" under it or behind it.

A page shows a post as a block of its own, often without quotation marks, and under it a dash, the
author's name, the handle in brackets and the day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from verbale.language import Word
from verbale.model import Paragraph, Report, Span
from verbale.statements.content import LINKS, tidy
from verbale.statements.scene import Draft, Scene

_NAME = r"[^\W\d_][\w’'.-]*(?:\s(?:[^\W\d_][\w’'.-]*)){0,5}"
_HANDLE = r"\(@\w{2,30}\)"
_DASH = r"(?:[—–]|--?)\s?"
#: "— Wálter Choque (@wchoque) August 9, 2023"; a picture may stand behind the name.
_POSTED = re.compile(rf"{_DASH}(?P<name>{_NAME})(?:\s[^\w\s(]{{1,9}})*\s{_HANDLE}[^.\n]{{0,40}}$")
#: "— Afi Mensah, Togo's foreign minister"
_SIGNED = re.compile(rf"{_DASH}(?P<name>{_NAME}(?:,\s[^.:;\n]{{3,80}})?)\W*$")
_QUOTED = re.compile(r"[\"“«„][^\"“”«»„]{12,600}[\"”»]\W*")
#: The same in one paragraph.
_BEHIND = re.compile(rf"(?P<quote>[\"“«„][^\"“”«»„]{{12,600}}[\"”»])\s*{_SIGNED.pattern}")
_MARKS = ' \n\t"“”«»„'
_LONGEST_POST = 80  # words
_NO_NAMES = re.compile(
    r"\b(?:report(?:ing|ed)|with|by|edit(?:ing|ed)|staff|agenc(?:y|ies)|read more|photo)\b",
    re.IGNORECASE,
)


def signed_drafts(report: Report, scenes: Sequence[Scene]) -> list[Draft]:
    """One draft for each signed quotation of the body; the signature is its source."""
    first: dict[int, Scene] = {}
    for scene in scenes:
        if scene.inside is None and scene.paragraph.zone == "body":
            first.setdefault(scene.paragraph.index, scene)
    paragraphs = [scene.paragraph for scene in first.values()]
    found = [*_under(report, paragraphs), *_behind(report, paragraphs)]
    return [_draft(first[at], name, content) for at, name, content in found]


def _under(report: Report, body: Sequence[Paragraph]) -> Iterator[tuple[int, Span, Span]]:
    """Paragraphs that are signatures of the one above: number, name, content."""
    for above, below in pairwise(body):
        if report.text[above.span.end : below.span.start].strip():
            continue  # what is signed was left out of the body
        words = above.span.of(report.text).strip()
        quoted = _QUOTED.fullmatch(words) is not None
        here, end = below.span
        found = _POSTED.match(report.text, here, end)
        if found is None and quoted:
            found = _SIGNED.match(report.text, here, end)
        short = len(words.split()) <= _LONGEST_POST
        content = _without_marks(report.text, above.span)
        if found and content and (quoted or short) and not _NO_NAMES.search(found["name"]):
            yield below.index, Span(*found.span("name")), content


def _behind(report: Report, body: Sequence[Paragraph]) -> Iterator[tuple[int, Span, Span]]:
    for paragraph in body:
        found = _BEHIND.match(report.text, *paragraph.span)
        content = _without_marks(report.text, Span(*found.span("quote"))) if found else None
        if found and content and not _NO_NAMES.search(found["name"]):
            yield paragraph.index, Span(*found.span("name")), content


def _without_marks(text: str, span: Span) -> Span | None:
    """``span`` without the quotation marks around all of it."""
    words = LINKS.sub("", span.of(text))
    start = len(words) - len(words.lstrip(_MARKS))
    end = len(words.rstrip(_MARKS))
    return tidy(text, Span(span.start + start, span.start + end)) if start < end else None


def _draft(scene: Scene, name: Span, content: Span) -> Draft:
    named = name.of(scene.text).partition(",")[0]
    inside = [w for w in scene.words if name.start <= w.start < name.start + len(named)]
    actor: Word | None = inside[-1] if inside else None
    return Draft(
        scene=scene,
        rule="signed-quote",
        head=actor or scene.words[0],
        actor=actor,
        source=(name,),
        cue=(),
        content=(content,),
        verbatim=True,
    )
