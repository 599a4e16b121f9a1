"""Content spans: which words were said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from verbale.language import Word
from verbale.model import Quotation, Span, Spans, StatementType
from verbale.statements.grammar import span_of

_RIM_BEFORE = " \t\r\n,;:—–-\u00a0"
_RIM_AFTER = " \t\r\n,;:—–\u00a0"
_MARKS = "\"“”„«»‘’'‹›"
_OPENERS = '"“„«‘'
_MEASURE = re.compile(r"\s+(?:as|so)\s+(?:long|soon|far|much)\b", re.I)
_AS = re.compile(r"\s+as\b", re.I)
_REST_OF_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_BRACKETS = {")": "(", "]": "["}
_BRACKETS_OPEN = {"(": ")", "[": "]"}
_CLOSERS = '"”“»’' + "'"
#: The number of a note behind what rests on it: "... than before (35)", "... in mice.[4]"
_NOTE = re.compile(r"[.]?\s?(?:\(\d{1,3}(?:\s?[,–-]\s?\d{1,3})*\)|\[\d{1,3}\])$")
_NOTES = re.compile(r"\w[.,]?\s?(?:\(\d{1,3}(?:\s?[,–-]\s?\d{1,3})*\)|\[\d{1,3}\])")
_FEWEST_NOTES = 3  # a single "(34)" is somebody's age


def clause_words(clause: Word) -> list[Word]:
    """The words of a complement clause without the "that" that opens it."""
    words = clause.subtree()
    while words and (
        (words[0].pos == "PUNCT" and words[0].text not in _MARKS) or _is_conjunction(words[0])
    ):
        words = words[1:]
    mark = next((n for n, w in enumerate(words[:4]) if _is_conjunction(w)), None)
    if mark is not None and all(w.pos == "ADV" for w in words[:mark]):
        return words[mark + 1 :]  # "announced earlier that ..."
    return _behind_its_that(clause, words)


def _behind_its_that(clause: Word, words: list[Word]) -> list[Word]:
    """ "Said, according to the Post, that | it is shut": what stands in front of the "that" of a
    clause, behind a comma, is no part of it."""
    that = next((c for c in clause.children if _is_conjunction(c)), None)
    at = words.index(that) if that is not None and that in words else 0
    return words[at + 1 :] if at and words[at - 1].text == "," else words


def _is_conjunction(word: Word) -> bool:
    """Whether ``word`` is the "that" that opens a clause."""
    return word.text.lower() == "that" and (word.tag == "IN" or word.dep == "mark")


#: What a page's post ends with and nobody wrote: "pic.twitter.com/x1", "https://t.co/x1".
LINKS = re.compile(r"(?:\s*(?:https?://\S+|pic\.\w+\.com/\S+))+\s*$")


def tidy(text: str, span: Span) -> Span:
    """``span`` without the commas, dashes and closing full stop at its rims.

    A quotation mark stays when its partner is inside, goes when it is alone. The full stop of an
    abbreviation ("in the U.S.") stays.
    """
    start, end = span
    if "/" in text[max(start, end - 20) : end]:
        end = start + len(LINKS.sub("", text[start:end]))
    while True:
        before = (start, end)
        while start < end and text[start] in _RIM_BEFORE:
            start += 1
        while start < end and text[end - 1] in _RIM_AFTER:
            end -= 1
        if end - start > 1 and text[end - 1] == "." and not _abbreviated(text, start, end):
            end -= 1
        words = text[start:end]
        if words[-1:] in (")", "]") and words.count(_BRACKETS[words[-1]]) < words.count(words[-1]):
            end -= 1
        elif (
            words[:1]
            and words[0] in _OPENERS
            and not any(c in _partners(words[0]) for c in words[1:])
        ):
            start += 1
        elif words[-1:] and words[-1] in _CLOSERS and not _opened(words):
            end -= 1
        elif words[-1:] in (")", "]"):
            end = _before_note(text, start, end)
        if words[:1] in ("(", "[") and _BRACKETS_OPEN[words[0]] not in words:
            start += 1
        if (start, end) == before:
            return Span(start, max(start, end))


def _before_note(text: str, start: int, end: int) -> int:
    """``end``, or where the number of a note begins that stands there, in a text with notes."""
    note = _NOTE.search(text, start, end)
    if note is None or len(_NOTES.findall(text)) < _FEWEST_NOTES:
        return end
    return note.start() if note.start() > start else end


def _abbreviated(text: str, start: int, end: int) -> bool:
    return (
        re.search(r"(?:\b[A-Za-z]\.[A-Za-z]|\b(?:Inc|Ltd|Co|Corp|Jr|Sr|etc))\.$", text[start:end])
        is not None
    )


def _partners(opener: str) -> str:
    return {'"': '"”', "“": '”"', "„": "“”", "«": "»", "‘": "’"}.get(opener, "")


def _opened(words: str) -> bool:
    last = words[-1]
    if last == '"':
        return words.count('"') % 2 == 0
    if last in "’'":
        return (
            "‘" in words[:-1] or "'" in words[:-1] or not words[:-1].endswith((",", ".", "!", "?"))
        )
    openers = {"”": "“„", "»": "«", "“": "„"}[last]
    return sum(words.count(o) for o in openers) >= words.count(last)


def quote_content(text: str, quotation: Quotation) -> Spans:
    """The words of a direct quotation: no outer marks; a final comma dropped, a final full stop too
    where it merely closes the sentence."""
    spans: list[Span] = []
    last = len(quotation.inner) - 1
    for number, inner in enumerate(quotation.inner):
        span = inner.stripped(text)
        words = span.of(text)
        if words.endswith((",", ";", "—", "–")) or (words.endswith(".") and number == last):
            end = span.end - 1
            if words.endswith(".") and (
                words.endswith("..") or _abbreviated(text, span.start, span.end)
            ):
                end = span.end
            span = Span(span.start, end).stripped(text)
        if span:
            spans.append(span)
    return tuple(spans)


def of_words(text: str, words: Sequence[Word]) -> Span:
    """The tidy span of neighbouring words, a quotation that it opens closed."""
    place = _to_word_end(text, span_of(words))
    return _without_measure(text, tidy(text, _close(text, _open(text, place))))


def _to_word_end(text: str, span: Span) -> Span:
    """Take in the rest of a word that parsers cut: ca | n’t."""
    rest = _REST_OF_WORD.match(text, span.end) if text[span.end - 1 : span.end].isalpha() else None
    return Span(span.start, rest.end()) if rest is not None else span


def _without_measure(text: str, span: Span) -> Span:
    """Cut off the "as long" of an "as long as" that parsers have cut in two."""
    cut = _MEASURE.search(text, span.start, span.end)
    if cut is None or cut.end() != span.end or not _AS.match(text, span.end):
        return span
    return Span(span.start, cut.start())


def _open(text: str, span: Span) -> Span:
    """Take in the single mark before ``span`` of a quotation that closes in it: 'bold' claims."""
    mark = text[span.start - 1 : span.start]
    alone = text[span.start - 2 : span.start - 1].isspace()
    if mark in ("'", "‘") and alone and re.search(r"\w['’]\s+\w", span.of(text)):
        return Span(span.start - 1, span.end)
    return span


def _close(text: str, span: Span) -> Span:
    """Reach over ``,"`` to the mark that closes a quotation opened inside ``span``."""
    words = span.of(text)
    for opener, closers in (('"', '"'), ("“", "”"), ("‘", "’"), ("«", "»")):
        open_ = (
            words.count(opener) % 2 == 1
            if opener == '"'
            else words.count(opener) > words.count(closers)
        )
        if open_:
            doubled = "|’’" if opener == "“" else ""  # as it is typed in some papers
            ahead = re.match(rf"[,.!?…]?(?:{closers}{doubled})", text[span.end : span.end + 3])
            if ahead:
                return Span(span.start, span.end + ahead.end())
    return span


def type_of(text: str, content: Spans, quotations: Iterable[Quotation]) -> StatementType:
    """``direct``: every letter is inside quotes; ``mixed``: some are; or ``indirect``."""
    inner = [span for quotation in quotations if quotation.depth == 1 for span in quotation.inner]
    inside = outside = 0
    for span in content:
        quoted = sum(
            sum(map(str.isalnum, text[max(a, span.start) : min(b, span.end)]))
            for a, b in inner
            if a < span.end and span.start < b
        )
        total = sum(map(str.isalnum, span.of(text)))
        inside += quoted
        outside += total - quoted
    return "indirect" if not inside else "mixed" if outside else "direct"
