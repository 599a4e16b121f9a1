"""The words that a position rests on: its clause with the condition, and both marks of a quotation
opened in them."""

from __future__ import annotations

from verbale.acts.clause import clause_words
from verbale.language import Word
from verbale.model import Span
from verbale.statements.grammar import span_of

_CLOSING = {'"': '"', "“": "”", "‘": "’", "«": "»", "„": "“"}
#: What may stand between the last word and the mark: 'on the table."'
_STOPS = ",.!?"


def clause_of(head: Word) -> Span:
    """The words of a stance, without the "that" by which they hang on who says so."""
    words = clause_words(head)
    first = min(words, key=lambda word: word.i)
    led = first.text.lower() == "that" and first.dep == "mark" and len(words) > 1
    return span_of([word for word in words if word is not first] if led else words)


def with_condition(clause: Span, condition: Span | None) -> Span:
    """The words of a stance up to its condition, which the parser may have hung elsewhere."""
    if condition is None:
        return clause
    return Span(min(clause.start, condition.start), max(clause.end, condition.end))


def closed(place: Span, text: str) -> Span:
    """``place`` with the mark behind it that closes a quotation opened inside."""
    inside = place.of(text)
    for opening, closing in _CLOSING.items():
        if not _is_open(inside, opening, closing):
            continue
        end = place.end
        while end < len(text) and text[end] in _STOPS and end - place.end < 1:
            end += 1
        if text[end : end + 1] == closing:
            return Span(place.start, end + 1)
    return place


def _is_open(words: str, opening: str, closing: str) -> bool:
    if opening == closing:
        return words.count(opening) % 2 == 1 and not words.endswith(opening)
    return words.count(opening) > words.count(closing)
