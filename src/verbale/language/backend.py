"""What a language backend takes and gives.

A `Unit` is a piece of text with its sentence starts already decided; a `Parse` is its words with
their places and grammatical relations (Universal parts of speech, ClearNLP dependency labels as
spaCy's English models use them).
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import wraps
from typing import Any, NamedTuple, Protocol, TypeVar

T = TypeVar("T")


class Unit(NamedTuple):
    """A text to parse. ``starts`` are the offsets at which its sentences begin."""

    text: str
    starts: tuple[int, ...] = (0,)


class Word:
    """A word of a parse. ``start`` and ``end`` are offsets; ``children`` are in order of place.

    The root of a sentence is its own ``head``. ``quote`` numbers the quotation that this word
    stands in for, when it is a placeholder (see `verbale.passages.frames`). ``answers`` are kept
    by `asked_once`.
    """

    __slots__ = (
        "answers",
        "children",
        "dep",
        "end",
        "head",
        "i",
        "lemma",
        "pos",
        "quote",
        "start",
        "tag",
        "text",
    )

    def __init__(
        self, i: int, start: int, text: str, lemma: str, pos: str, tag: str, dep: str
    ) -> None:
        self.i = i
        self.start = start
        self.end = start + len(text)
        self.text = text
        self.lemma = lemma
        self.pos = pos
        self.tag = tag
        self.dep = dep
        self.head: Word = self
        self.children: list[Word] = []
        self.quote: int | None = None
        self.answers: dict[Hashable, Any] | None = None

    def __repr__(self) -> str:
        return f"{self.text}/{self.pos}/{self.dep}"

    def of(self, *deps: str) -> Word | None:
        """The first child with one of these relations."""
        for child in self.children:
            if child.dep in deps:
                return child
        return None

    def all(self, *deps: str) -> list[Word]:
        """All children with one of these relations."""
        return [child for child in self.children if child.dep in deps]

    def subtree(self) -> list[Word]:
        """This word and everything below it, in order of place."""
        return list(_subtree(self))

    def ancestors(self) -> Iterator[Word]:
        """The words above this one, nearest first."""
        word = self
        while word.head is not word:
            word = word.head
            yield word

    def under(self, other: Word) -> bool:
        """Whether ``other`` is this word or above it."""
        return self is other or any(above is other for above in self.ancestors())


def asked_once(question: Callable[[Word], T]) -> Callable[[Word], T]:
    """``question``, its answers kept with the word.

    For questions about a parse that is done, whose answers nobody changes: many rules ask them of
    the same verb.
    """

    @wraps(question)
    def asked(word: Word) -> T:
        answers = word.answers
        if answers is None:
            answers = word.answers = {}
        elif question in answers:
            known: T = answers[question]
            return known
        answer = answers[question] = question(word)
        return answer

    return asked


def _place(word: Word) -> int:
    return word.i


@asked_once
def _subtree(top: Word) -> tuple[Word, ...]:
    found = [top]
    for word in found:
        found.extend(word.children)
    found.sort(key=_place)
    return tuple(found)


class Parse(NamedTuple):
    """The words of a unit; ``sentences`` are index ranges ``[first, last)`` into ``words``."""

    words: list[Word]
    sentences: list[tuple[int, int]]

    def sentence(self, number: int) -> list[Word]:
        """The words of one sentence."""
        first, last = self.sentences[number]
        return self.words[first:last]


class Backend(Protocol):
    """A parser for one language."""

    @property
    def name(self) -> str:
        """Name and version of the model, kept with everything drawn from its parses."""

    def parse(self, units: Sequence[Unit]) -> Iterable[Parse]:
        """Parse ``units``; the results come in the same order."""
