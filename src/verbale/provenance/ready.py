"""An outline made ready to be aligned: worked out once, for all that it is aligned with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from verbale.provenance.fingerprints import shingles
from verbale.provenance.outline import FUNCTION, NAME, QUOTED, Outline

#: Sentences compared at most: ten thousand pairs take some milliseconds, a whole book takes hours.
_MOST = 300
#: Telling words of a sentence that is looked at for them alone.
FEWEST_TELLING = 5
#: As many characters as there are, in whole bits.
_LETTERS = 1 << 20


class Ready:
    """The tokens of an outline as ``letters``, its sentences, and where each hash stands.

    Of each sentence: ``places`` as ``[first, end)`` of tokens, all its ``words``, the ``telling``
    ones in order and ``sorted``, as a set its ``own`` ones, telling but no names, whether most of
    it is ``quoted``, and whether it is ``prose``: is not, and tells enough. ``wordings`` are the
    sentences that have the same words. ``hashes`` are of five tokens in a row by place, ``stand``
    their places.
    """

    def __init__(self, outline: Outline) -> None:
        self.outline = outline
        self.letters = _letters(outline.ids)
        marks = outline.marks
        plain, own = marks & QUOTED == 0, marks & (FUNCTION | NAME) == 0
        self._plain: list[bool] = plain.tolist()
        self._plain_before: list[int] = [0, *accumulate(self._plain)]
        self._own_before: list[int] = [0, *accumulate(own.tolist())]
        self.places = outline.sentences()[:_MOST]
        self.words = [self.letters[first:end] for first, end in self.places]
        self.wordings: defaultdict[str, list[int]] = defaultdict(list)
        for number, words in enumerate(self.words):
            self.wordings[words].append(number)
        self.quoted = [2 * self.plain(first, end) < end - first for first, end in self.places]
        self.telling = self._of_each(marks & FUNCTION == 0)
        self.tell = np.array([len(telling) for telling in self.telling], np.int64)
        self.sorted = ["".join(sorted(words)) for words in self.telling]
        self.own = list(map(frozenset, self._of_each(own)))
        enough = [len(telling) >= FEWEST_TELLING for telling in self.telling]
        self.prose = np.array(enough, np.bool_) & ~np.array(self.quoted, np.bool_)
        self.hashes: list[int] = shingles(outline.ids).tolist()
        self.stand: defaultdict[int, list[int]] = defaultdict(list)
        for place, value in enumerate(self.hashes):
            self.stand[value].append(place)

    def _of_each(self, some: NDArray[np.bool_]) -> list[str]:
        """Of each sentence the tokens that are among ``some``."""
        kept, before = _letters(self.outline.ids[some]), [0, *np.cumsum(some).tolist()]
        return [kept[before[first] : before[end]] for first, end in self.places]

    def plain(self, first: int, end: int) -> int:
        """How many of the tokens ``[first, end)`` stand outside quotations."""
        return self._plain_before[end] - self._plain_before[first]

    def plain_among(self, places: Sequence[int]) -> int:
        """How many of the tokens at ``places`` do."""
        return sum(map(self._plain.__getitem__, places))

    def telling_own(self, first: int, end: int) -> int:
        """How many of the tokens ``[first, end)`` are neither names nor function words."""
        return self._own_before[end] - self._own_before[first]


def _letters(ids: NDArray[np.uint32]) -> str:
    """Tokens as a character each, which are compared twice as fast as numbers: the last bits of
    their hashes, so that one pair of words in a million is taken for the same."""
    letters = (ids & np.uint32(_LETTERS - 1)).astype("<u4")
    return letters.tobytes().decode("utf-32-le", "surrogatepass")
