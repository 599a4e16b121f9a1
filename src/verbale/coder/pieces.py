"""Words cut into the pieces that the encoder knows, as BERT's uncased vocabulary has them."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

_LONGEST = 40
_MOST = 50_000


class Pieces:
    """Cuts words. ``vocabulary`` is the encoder's list; ``##`` opens a piece inside a word."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self._numbers = {piece: number for number, piece in enumerate(vocabulary)}
        self.unknown = self._numbers["[UNK]"]
        self.first = self._numbers["[CLS]"]
        self.last = self._numbers["[SEP]"]
        self.mask = self._numbers["[MASK]"]
        self._known: dict[str, tuple[int, ...]] = {}

    def of(self, word: str) -> tuple[int, ...]:
        """The numbers of the pieces of ``word``, at least one."""
        found = self._known.get(word)
        if found is None:
            if len(self._known) > _MOST:
                self._known = {}
            found = self._cut(word)
            self._known[word] = found
        return found

    def _cut(self, word: str) -> tuple[int, ...]:
        found = [number for part in _parts(_plain(word)) for number in self._longest(part)]
        return tuple(found) or (self.unknown,)

    def _longest(self, part: str) -> list[int]:
        """Greedily the longest piece first; one unknown where any rest is unknown."""
        if len(part) > _LONGEST:
            return [self.unknown]
        found: list[int] = []
        at = 0
        while at < len(part):
            opening = "##" if at else ""
            end = next(
                (e for e in range(len(part), at, -1) if opening + part[at:e] in self._numbers), None
            )
            if end is None:
                return [self.unknown]
            found.append(self._numbers[opening + part[at:end]])
            at = end
        return found


def _plain(word: str) -> str:
    """``word`` in lower case without accents."""
    apart = unicodedata.normalize("NFD", word.lower())
    return "".join(letter for letter in apart if unicodedata.category(letter) != "Mn")


def _parts(word: str) -> list[str]:
    """The runs of letters and digits in ``word``, and each sign between them."""
    found: list[str] = []
    joined = False
    for letter in word:
        if letter.isspace() or unicodedata.category(letter) in {"Cc", "Cf"}:
            joined = False
        elif letter.isalnum():
            if joined:
                found[-1] += letter
            else:
                found.append(letter)
            joined = True
        else:
            found.append(letter)
            joined = False
    return found
