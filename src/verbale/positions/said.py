"""Which part of a sentence somebody says, up to who says so."""

from __future__ import annotations

from collections.abc import Sequence

from verbale.language import Word
from verbale.model import Span, Statement
from verbale.statements.grammar import span_of


def said_within(told: Statement | None, place: Span, words: Sequence[Word]) -> Span:
    """The part of the sentence ``words`` that whoever takes the stance at ``place`` says; what goes
    on behind "he said" is part of it."""
    sentence = span_of(words)
    if told is None or not told.speech:
        return sentence
    for span in told.content:
        if span.start <= place.start < span.end:
            later = [s.start for s in (*told.cue, *told.source) if s.start >= span.end]
            resumed = [s.end for s in told.content if later and s.start > min(later)]
            end = min(sentence.end, max([min([sentence.end, *later]), *resumed]))
            return Span(max(_opening(told, span, sentence), sentence.start), max(end, place.end))
    return sentence


def _opening(told: Statement, part: Span, sentence: Span) -> int:
    """Where what is said begins: "Only if it is paid, he explained, will they come" is told in two
    parts, and the first holds the condition."""
    before = [s for s in told.content if sentence.start <= s.start and s.end <= part.start]
    return min([part.start, *(s.start for s in before)])
