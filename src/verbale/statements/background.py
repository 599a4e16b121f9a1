"""Background: statements that a report recalls rather than brings."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

import msgspec

from verbale.model import Passages, Report, Span, Statement, words_at
from verbale.reports import day_mentions

_RECALLING_CUE = re.compile(
    r"\b(?:had|repeatedly|previously|always|long|consistently|traditionally|earlier)\b", re.I
)
_LONG_AGO = re.compile(
    r"\b(?:last (?:year|month|decade)|in (?:19|20)\d\d|(?:years|months|weeks) (?:ago|earlier))\b",
    re.I,
)
# What opens or dates a paragraph of history wherever it stands.
_LOOKS_BACK = re.compile(
    r"(?:^|[.!?] )(?:In response|At the time|Back then|Earlier|Previously|Historically|"
    r"(?:In|Since|By|After) (?:\w+ )?(?:19|20)\d\d)\b,?|"
    r"\b(?:last year|(?:years|decades) ago|since the (?:war|mid-|early|late|\d))",
)
_RECAP = re.compile(
    r"\b(?:since the|since \d{4}|in (?:the )?(?:19|20)\d\d|(?:last|the previous) (?:year|month)|"
    r"(?:years|months|decades|weeks) (?:ago|earlier)|after the (?:start|end|launch|outbreak|war)|"
    r"after world war|in response,|at the time|back then|earlier,|previously,|have been engaged|"
    r"has long|have long|historically|for (?:years|decades)|dates back)",
    re.I,
)


def mark_background(
    report: Report, passages: Passages, statements: tuple[Statement, ...]
) -> tuple[Statement, ...]:
    """``statements`` with `background` set: a recalling cue, an older day, or the recap at the end.

    Reports close with paragraphs of history; the recap begins after the last paragraph that
    brings somebody's quoted or dated words of the day, where a recap marker stands.
    """
    from_here = _recap_start(report, passages, statements)
    looking_back = _recap_paragraphs(report, passages, statements)
    return tuple(
        msgspec.structs.replace(statement, background=True)
        if _recalled(report, statement)
        or _place(statement) >= from_here
        or any(span.start <= _place(statement) < span.end for span in looking_back)
        else statement
        for statement in statements
    )


def _place(statement: Statement) -> int:
    return (statement.cue or statement.content)[0].start if statement.zone == "body" else -1


def _recalled(report: Report, statement: Statement) -> bool:
    if _RECALLING_CUE.search(words_at(report.text, statement.cue)):
        return True
    around = _around_cue(report, statement)
    if around and _LONG_AGO.search(around.of(report.text)):
        return True
    published = report.published
    if published is not None and published.full and around:
        told = [m.date for m in day_mentions(report.text, around, published) if len(m.date) == 7]
        if any(month < published.date[:7] for month in told):
            return True
    if published is None or not published.full or not statement.said_on:
        return False
    said = statement.said_on
    return (
        not said.startswith("XXXX")
        and said[:7] < published.date[:7]
        and _days_apart(said, published.date) > 10
    )


def _around_cue(report: Report, statement: Statement) -> Span:
    """The words behind the cue that are not content: "said last year that"."""
    if not statement.cue:
        return Span(0, 0)
    end = statement.cue[-1].end
    later = [span.start for span in statement.content if span.start >= end]
    return Span(statement.cue[0].end, min([end + 24, len(report.text), *later]))


def _days_apart(said: str, published: str) -> int:
    try:
        return (date.fromisoformat(published) - date.fromisoformat(said)).days
    except ValueError:
        return 31


def _recap_start(report: Report, passages: Passages, statements: Iterable[Statement]) -> int:
    news = [
        s
        for s in statements
        if s.zone == "body"
        and (s.type != "indirect" or s.said_how == "stated")
        and s.nested_in is None
    ]
    last_news = max((max(span.end for span in (*s.content, *s.cue)) for s in news), default=None)
    if last_news is None:
        return len(report.text) + 1
    for paragraph in passages.paragraphs:
        if (
            paragraph.zone == "body"
            and paragraph.span.start >= last_news
            and _marks_recap(report, paragraph.span)
        ):
            return paragraph.span.start
    return len(report.text) + 1


def _recap_paragraphs(
    report: Report, passages: Passages, statements: tuple[Statement, ...]
) -> list[Span]:
    """Paragraphs in the middle that look back: a marker, nobody's quoted words, no day of now."""
    fresh = [s for s in statements if s.type != "indirect" or s.said_how == "stated"]
    return [
        paragraph.span
        for paragraph in passages.paragraphs
        if paragraph.zone == "body"
        and _LOOKS_BACK.search(paragraph.span.of(report.text))
        and not any(paragraph.span.start <= _place(s) < paragraph.span.end for s in fresh)
    ]


def _marks_recap(report: Report, span: Span) -> bool:
    return _RECAP.search(span.of(report.text)) is not None
