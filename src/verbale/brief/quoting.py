"""Words taken from a report: which ones, shortened how, and whether they still stand there."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from verbale.model import Span, Spans, Statement, hull

Form = Literal["direct", "reported", "content"]
LEFT_OUT = "[…]"
_LEFT_OUT_BETWEEN = f" {LEFT_OUT} "
#: Gaps within one statement's content up to this many characters are printed as they stand.
_SHORT_GAP = 40
_MARKS = "\"'“”„‟‘’‚‛«»‹›「」『』"
_ONLY_MARKS = re.compile(rf"[\s{_MARKS}]*")
_POSSESSIVE = re.compile(r"['’](s\b)?")
_NOT_FINITE = re.compile(r"\w+ing\b|to\b", re.IGNORECASE)
_WORD = re.compile(r"\w")
#: How far a passage is drawn out, at most, and where a sentence begins and ends.
_CONTEXT = 240
_LEAST_OPENING = 2
_STARTS = re.compile(rf"\n\s*|^(?=[A-Z{_MARKS}])|[.!?][{_MARKS}]?\s+(?=[A-Z{_MARKS}])")
_ENDS = re.compile(rf"[.!?][{_MARKS}]?(?=\s|$)|(?=\n)|$")


class Quoted(NamedTuple):
    """The words that stand for a statement, and as what they may be printed.

    ``direct``: the speaker's own. ``reported``: the report's, from the cue on, so that they
    follow a name ("affirmed commitment to ..."). ``content``: the report's, without the cue.
    """

    form: Form
    spans: Spans


def quoted(text: str, statement: Statement) -> Quoted:
    """What to print of ``statement``; spans are places in ``text``."""
    if statement.type == "direct":
        return Quoted("direct", statement.content)
    content = _joined(text, statement)
    if _leads_on(text, statement):
        begins = Span(statement.cue[0].start, content[0].end)
        return Quoted("reported", (begins, *content[1:]))
    return Quoted("content", content)


def content_of(text: str, statement: Statement) -> Spans:
    """The content of ``statement`` without its cue; what little stands between its parts is kept
    where the words are not the speaker's own."""
    return statement.content if statement.type == "direct" else _joined(text, statement)


def parts(text: str, spans: Spans) -> tuple[str, ...]:
    """The words at ``spans`` in single spaces; pieces with only quotation marks between are one."""
    found: list[str] = []
    last: Span | None = None
    for span in spans:
        words = " ".join(span.of(text).split())
        if last and _ONLY_MARKS.fullmatch(text, last.end, span.start):
            found[-1] = f"{found[-1]} {words}".strip()
        else:
            found.append(words)
        last = span
    return tuple(filter(None, found))


def excerpt(text: str, spans: Spans, longest: int) -> str:
    """The words at ``spans``, cut to about ``longest`` characters between words."""
    whole = _LEFT_OUT_BETWEEN.join(parts(text, spans))
    if len(whole) <= longest:
        return whole
    cut = _sentence_end(whole, longest) or _word_end(whole, longest)
    return f"{whole[:cut].rstrip().removesuffix(LEFT_OUT).rstrip()} {LEFT_OUT}"


def stands(shown: str, text: str, spans: Spans) -> bool:
    """Whether ``shown`` is the words at ``spans``: all of them, or from the first to where it says.

    Nothing may be left out at the front or within a piece: that could turn a denial round.
    """
    whole = _LEFT_OUT_BETWEEN.join(parts(text, spans))
    if not shown or shown == whole:
        return bool(shown)
    kept = shown.removesuffix(f" {LEFT_OUT}")
    return (
        kept != shown
        and bool(kept)
        and whole.startswith(kept)
        and not _splits_word(whole, len(kept))
    )


def passage(statement: Statement) -> Span:
    """The place of a whole statement: source, cue and content."""
    return hull((*statement.source, *statement.cue, *statement.content))


def in_context(text: str, span: Span) -> Span:
    """``span`` drawn out to the sentence or line it stands in, for reading."""
    before = text[max(0, span.start - _CONTEXT) : span.start]
    starts = [match.end() for match in _STARTS.finditer(before)]
    start = span.start - len(before) + starts[-1] if starts else _at_word(text, span.start)
    end = _ENDS.search(text, max(span.start, span.end - 1), min(len(text), span.end + _CONTEXT))
    return Span(start, max(span.end, end.end() if end else span.end)).stripped(text)


def sentence_of(text: str, span: Span) -> Span:
    """``span`` drawn out to its own sentence or line, without the one before where it opens one."""
    if span.end - span.start < _LEAST_OPENING:
        return in_context(text, span)
    return in_context(text, Span(span.start + 1, span.end))


def _at_word(text: str, start: int) -> int:
    """``start``, or that of the opening quotation mark just before it."""
    return start - 1 if start and text[start - 1] in _MARKS else start


def _splits_word(text: str, at: int) -> bool:
    return 0 < at < len(text) and bool(_WORD.match(text[at - 1])) and bool(_WORD.match(text[at]))


def _sentence_end(whole: str, longest: int) -> int | None:
    ends = [m.end() for m in re.finditer(r"[.!?][\"'”’»]?(?= )", whole[: longest + 1])]
    return ends[-1] if ends and ends[-1] > longest // 2 else None


def _word_end(whole: str, longest: int) -> int:
    space = whole.rfind(" ", 0, longest + 1)
    if space > 0:
        return space
    following = whole.find(" ", longest)
    return following if following > 0 else len(whole)


def _joined(text: str, statement: Statement) -> Spans:
    """The content's places with what is left out between them where it is little and no frame."""
    frame = (*statement.source, *statement.cue)
    joined: list[Span] = []
    for span in statement.content:
        gap = Span(joined[-1].end, span.start) if joined else None
        if gap is not None and _belongs(text, gap, frame):
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return tuple(joined)


def _belongs(text: str, gap: Span, frame: Spans) -> bool:
    words = gap.of(text)
    return (
        0 <= gap.end - gap.start <= _SHORT_GAP
        and "\n" not in words
        and not any(mark in words for mark in '"“”„«»')
        and not any(gap.overlaps(span) for span in frame)
    )


def _leads_on(text: str, statement: Statement) -> bool:
    """Whether source, finite cue and content follow each other in one stretch of the text."""
    source, cue, content = statement.source, statement.cue, statement.content
    if not (source and cue and content):
        return False
    before, after = Span(source[-1].end, cue[0].start), Span(cue[-1].end, content[0].start)
    return (
        before.start <= before.end
        and 0 <= after.end - after.start <= _SHORT_GAP
        and "\n" not in hull((*source, cue[-1], content[0])).of(text)
        and not _POSSESSIVE.match(before.of(text))
        and not _NOT_FINITE.match(cue[0].of(text))
        and any(char.isalpha() for char in cue[0].of(text))
    )
