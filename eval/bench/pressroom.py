"""Generates reports of made-up words with passages planted from earlier ones.

Words are drawn as in any language, the few frequent ones very often (Zipf), so that short runs of
words coincide by chance as they do in prose. A planted passage is some sentences of an earlier
report, with a share of its words changed for others. The report of a number is always the same.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Iterator
from itertools import accumulate
from random import Random

import msgspec

from verbale.model import Annotation, Dated, Headline, RawDocument, Report, Span

WORDS_A_REPORT = 360
_VOCABULARY, _SENTENCE = 40_000, 20
#: Every so many reports one has a passage of so many sentences from an earlier one.
_EVERY, _PLANTED = 10, 3
_ONSETS = ("b", "br", "d", "f", "g", "gr", "h", "k", "l", "m", "n", "p", "pr", "r", "s", "st", "t")
_VOWELS = ("a", "e", "i", "o", "u", "ai", "ou")
_CODAS = ("", "l", "n", "r", "s", "t", "nd")


class Planted(msgspec.Struct, frozen=True):
    """A passage that stands in an earlier report: its number, and the places in both."""

    source: int
    here: Span
    there: Span


class Written(msgspec.Struct, frozen=True):
    """A generated report, and what was planted in it."""

    number: int
    text: str
    planted: Planted | None

    @property
    def raw(self) -> RawDocument:
        """As a source gives it."""
        return RawDocument(data=self.text.encode(), origin=f"{self.number:06}.txt")

    def annotation(self) -> Annotation:
        """The report alone, as reading would give it; nothing is drawn from it."""
        raw, split = self.raw, self.text.index("\n\n")
        report = Report(
            text=self.text,
            headline=Headline(text=self.text[:split], span=Span(0, split)),
            outlet=f"Outlet {self.number % 97}",
            published=Dated(date=_day(self.number), how="stated"),
            language="en",
            body=(Span(split + 2, len(self.text)),),
        )
        return Annotation(
            id=raw.origin,
            origin=raw.origin,
            lineage=raw.lineage,
            version=raw.version,
            code="bench",
            report=report,
        )


class Pressroom:
    """The first ``count`` reports; ``edited`` is the share of planted words that are changed."""

    def __init__(self, count: int, edited: float) -> None:
        self._count, self._edited = count, edited
        self._words = _vocabulary()
        weights = accumulate(1 / (rank + 2.7) for rank in range(len(self._words)))
        self._weights = list(weights)

    def reports(self) -> Iterator[Written]:
        """One after the other."""
        return (self._written(number) for number in range(self._count))

    def _sentences(self, number: int) -> list[list[str]]:
        random = Random(number)
        return [
            self._draw(random, random.randint(_SENTENCE - 8, _SENTENCE + 8))
            for _ in range(WORDS_A_REPORT // _SENTENCE)
        ]

    def _written(self, number: int) -> Written:
        sentences = [_prose(words) for words in self._sentences(number)]
        random = Random(f"planted {number}")
        if number < _EVERY or number % _EVERY:
            return Written(number, self._page(random, sentences), None)
        source = random.randrange(number)
        while source % _EVERY == 0:
            source = random.randrange(number)
        theirs = self._sentences(source)
        first = random.randrange(len(theirs) - _PLANTED)
        taken = theirs[first : first + _PLANTED]
        mine = [_prose(self._changed(random, words)) for words in taken]
        at = random.randrange(len(sentences) - _PLANTED)
        sentences[at : at + _PLANTED] = mine
        text = self._page(random, sentences)
        original = self._written(source).text
        return Written(
            number, text, Planted(source, _place(text, mine), _place(original, map(_prose, taken)))
        )

    def _page(self, random: Random, sentences: list[str]) -> str:
        paragraphs = (" ".join(sentences[n : n + 3]) for n in range(0, len(sentences), 3))
        return "\n\n".join((_prose(self._draw(random, 8))[:-1], *paragraphs)) + "\n"

    def _changed(self, random: Random, words: list[str]) -> list[str]:
        return [
            self._draw(random, 1)[0] if random.random() < self._edited else word for word in words
        ]

    def _draw(self, random: Random, number: int) -> list[str]:
        whole = self._weights[-1]
        return [self._words[bisect(self._weights, random.random() * whole)] for _ in range(number)]


def _vocabulary() -> list[str]:
    random = Random("words")
    found: dict[str, None] = {}
    while len(found) < _VOCABULARY:
        syllables = [
            random.choice(_ONSETS) + random.choice(_VOWELS) for _ in range(random.randint(1, 3))
        ]
        found["".join(syllables) + random.choice(_CODAS)] = None
    return sorted(found, key=len)  # frequent words are short ones


def _prose(words: list[str]) -> str:
    return " ".join(words).capitalize() + "."


def _place(text: str, sentences: Iterable[str]) -> Span:
    """Where sentences that follow each other begin and end, whatever breaks lie between."""
    pieces = list(sentences)
    return Span(text.index(pieces[0]), text.index(pieces[-1]) + len(pieces[-1]))


def _day(number: int) -> str:
    return f"{2020 + number // 336 % 6}-{1 + number // 28 % 12:02}-{1 + number % 28:02}"
