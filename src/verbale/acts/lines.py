"""The sentences of a report in order: what was said before one of them."""

from __future__ import annotations

from collections.abc import Sequence

from verbale.language import Word
from verbale.passages import Frame

Line = tuple[Word, ...]


class Lines:
    """All sentences of a report; ``all`` has them in order of place."""

    def __init__(self, frames: Sequence[Frame]) -> None:
        self.all: list[Line] = [words for frame in frames for words in frame.sentences]
        self._number = {id(words[0]): n for n, words in enumerate(self.all) if words}
        opening = {id(frame.sentences[0]) for frame in frames if frame.sentences}
        self._opening = {n for n, words in enumerate(self.all) if id(words) in opening}

    def before(self, words: Line, back: int = 1) -> list[Line]:
        """The ``back`` sentences before ``words``, the nearest first; fewer at the start."""
        number = self._number.get(id(words[0]), 0)
        return self.all[max(0, number - back) : number][::-1]

    def before_in_paragraph(self, words: Line) -> Line:
        """The sentence before ``words``, empty where ``words`` opens its paragraph."""
        number = self._number.get(id(words[0]), 0)
        return () if number in self._opening or not number else self.all[number - 1]
