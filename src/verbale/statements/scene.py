"""What a rule sees, and the draft it returns."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from functools import cached_property
from typing import Any

import msgspec

from verbale.actors import Cast
from verbale.language import Word
from verbale.lexicon.cues import Cue, CueBook
from verbale.model import Paragraph, Polarity, Quotation, Report, Span, Spans


class Scene:
    """One parsed sentence with all that a rule may ask about it.

    ``inside`` is the number of the quotation whose words the sentence is part of, if any.
    ``answers`` keeps what several rules ask.
    """

    def __init__(
        self,
        report: Report,
        words: tuple[Word, ...],
        paragraph: Paragraph,
        inside: int | None,
        quotations: Sequence[Quotation],
        cast: Cast,
        cues: CueBook,
    ) -> None:
        self.report = report
        self.text = report.text
        self.words = words
        self.paragraph = paragraph
        self.inside = inside
        self.quotations = quotations
        self.cast = cast
        self.cues = cues
        self.answers: dict[Hashable, Any] = {}

    @cached_property
    def span(self) -> Span:
        """The place of the sentence, closing punctuation included."""
        return Span(self.words[0].start, max(word.end for word in self.words))

    @cached_property
    def placeholders(self) -> tuple[Word, ...]:
        """Words that stand in for quotations."""
        return tuple(word for word in self.words if word.quote is not None)

    def after(self, word: Word) -> Word | None:
        """The word that follows ``word`` in this sentence."""
        at = word.i - self.words[0].i + 1
        return self.words[at] if at < len(self.words) else None

    def before(self, word: Word) -> Word | None:
        """The word in front of ``word`` in this sentence."""
        at = word.i - self.words[0].i - 1
        return self.words[at] if at >= 0 else None

    def between(self, first: int, last: int) -> tuple[Word, ...]:
        """The words with index in ``[first, last)`` (indices as in `Word.i`)."""
        base = self.words[0].i
        return self.words[max(0, first - base) : max(0, last - base)]


class CueWord(msgspec.Struct, frozen=True):
    """A word that may report, with the lexicon entry that says so."""

    word: Word
    cue: Cue
    particle: str = ""

    @property
    def polarity(self) -> Polarity:
        """Of the entry; negation in the sentence is the rules' business."""
        return self.cue.polarity


class Draft(msgspec.Struct, kw_only=True):
    """A statement in the making. ``head`` is the cue's main word, ``actor`` names the source."""

    scene: Scene
    rule: str
    head: Word
    cue: Spans
    content: Spans
    source: Spans = ()
    actor: Word | None = None
    quotes: frozenset[int] = frozenset()
    speech: bool = True
    polarity: Polarity = "affirms"
    carriers: tuple[Word, ...] = ()
    verbatim: bool = False  # the speaker's own words although no marks stand around them
    answers: bool = False  # the source is whoever the interview is with

    @property
    def place(self) -> int:
        """Where it begins: at its cue, else its source, else its content."""
        return (self.cue or self.source or self.content)[0].start
