"""An outline made ready to be aligned: worked out once, for all that it is aligned with."""

from __future__ import annotations

from collections import defaultdict

import numpy as np

from verbale.provenance.fingerprints import shingles
from verbale.provenance.outline import FUNCTION, NAME, QUOTED, Outline

#: Sentences compared at most: ten thousand pairs take some milliseconds, a whole book takes hours.
_MOST = 300
#: Telling words of a sentence that is looked at for them alone.
FEWEST_TELLING = 5


class Ready:
    """The tokens of an outline as plain lists, its sentences, and where each hash stands.

    Of each sentence: ``places`` as ``[first, end)`` of tokens, all its ``words``, the ``telling``
    ones in order and ``sorted``, as a set its ``own`` ones, telling but no names, whether most of
    it is ``quoted``, and whether it is ``prose``: is not, and tells enough. ``hashes`` are of five
    tokens in a row by place, ``stand`` their places.
    """

    def __init__(self, outline: Outline) -> None:
        self.outline = outline
        self.ids: list[int] = outline.ids.tolist()
        marks = outline.marks
        self._read_sentences(
            (marks & FUNCTION).tolist(),
            (marks & (FUNCTION | NAME)).tolist(),
            (marks & QUOTED > 0).tolist(),
        )
        self.hashes: list[int] = shingles(outline.ids).tolist()
        self.stand: defaultdict[int, list[int]] = defaultdict(list)
        for place, value in enumerate(self.hashes):
            self.stand[value].append(place)

    def _read_sentences(self, function: list[int], names: list[int], quoted: list[bool]) -> None:
        ids = self.ids
        self.places = self.outline.sentences()[:_MOST]
        self.words = [ids[first:end] for first, end in self.places]
        self.telling = [
            [ids[place] for place in range(first, end) if not function[place]]
            for first, end in self.places
        ]
        self.sorted = [sorted(words) for words in self.telling]
        self.quoted = [2 * sum(quoted[first:end]) > end - first for first, end in self.places]
        self.own = [
            {ids[place] for place in range(first, end) if not names[place]}
            for first, end in self.places
        ]
        enough = [len(telling) >= FEWEST_TELLING for telling in self.telling]
        self.prose = np.array(enough, np.bool_) & ~np.array(self.quoted, np.bool_)
