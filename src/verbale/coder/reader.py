"""The network of the clause coder, in numpy alone.

A word is the sum of its own vector, that of its head in the parse, the mean of those that hang on
it, and what is known of all of these. Two steps make of it a share for every type and one for "no
act". No randomness, no state: the same words give the same answers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from verbale.coder.passage import TRAIT, TRAITS, TYPES, Passage
from verbale.coder.pieces import Pieces

Floats = NDArray[np.float32]
#: Words multiplied at once: so few that the library does not spread them over threads, which costs
#: more processor time than the work itself.
_ROWS = 8
_MOST = 20_000
_PREPOSITION = TRAIT["dep:prep"]


class Answer(msgspec.Struct, frozen=True):
    """What the coder makes of one word: how sure it is that an act hangs on it, and of what type.

    ``at`` is the word's place in its passage.
    """

    at: int
    sure: float
    type: str


class ClauseReader:
    """Reads passages. Safe to use from several threads."""

    def __init__(
        self,
        vocabulary: Sequence[str],
        pieces: NDArray[np.int8],
        scale: Floats,
        weights: Mapping[str, Floats],
    ) -> None:
        self._cutter = Pieces(vocabulary)
        self._pieces = pieces
        self._scale = scale
        self._weights = weights
        parts = ("traits", "relation", "borne")
        self._traits = np.concatenate([weights[f"{name}.weight"].T for name in parts])
        self._known: dict[str, Floats] = {}

    def read(self, passage: Passage, least: float) -> list[Answer]:
        """The words of ``passage`` on which an act hangs with a probability of ``least``."""
        asked = [at for at, word in enumerate(passage) if word.asked]
        if not asked:
            return []
        x = self._opening(passage, asked)
        more = np.maximum(self._linear(x, "up"), 0)
        shares = _shares(self._linear(np.concatenate([x, more], 1), "types"))
        return [
            Answer(at, round(float(1 - share[0]), 3), TYPES[int(share[1:].argmax())])
            for at, share in zip(asked, shares, strict=True)
            if 1 - share[0] >= least
        ]

    def _opening(self, passage: Passage, asked: Sequence[int]) -> Floats:
        """What is known of the words at ``asked``, of their heads and of what hangs on them."""
        above = [passage[at].above for at in asked]
        below = hanging(passage)[asked]
        own, head, borne = np.split(np.stack([self._vector(w.text) for w in passage]), 3, 1)
        traits = np.zeros((len(passage), len(TRAITS)), np.float32)
        for at, word in enumerate(passage):
            traits[at, list(word.traits)] = 1
        known = np.concatenate([traits[asked], traits[above], _times(below, traits)], 1)
        x = own[asked] + head[above] + _times(below, borne) + _times(known, self._traits)
        return np.maximum(self._normed(x, "norm", 1e-5), np.float32(0))

    def _vector(self, text: str) -> Floats:
        """A word as itself, as a head and as what hangs on another, one behind the other."""
        found = self._known.get(text)
        if found is None:
            if len(self._known) > _MOST:
                self._known = {}
            rows = list(self._cutter.of(text))
            found = np.asarray((self._pieces[rows] * self._scale[rows, None]).mean(0), np.float32)
            self._known[text] = found
        return found

    def _linear(self, x: Floats, name: str) -> Floats:
        out: Floats = _times(x, self._weights[f"{name}.weight"].T) + self._weights[f"{name}.bias"]
        return out

    def _normed(self, x: Floats, name: str, least: float) -> Floats:
        x = x - x.mean(-1, keepdims=True)
        x = x / np.sqrt((x * x).mean(-1, keepdims=True) + np.float32(least))
        out: Floats = x * self._weights[f"{name}.weight"] + self._weights[f"{name}.bias"]
        return out


def hanging(passage: Passage) -> Floats:
    """For each word (row) the shares of those that hang on it, straight or by a preposition."""
    children = np.zeros((len(passage), len(passage)), np.float32)
    for at, word in enumerate(passage):
        if word.above != at:
            children[word.above, at] = 1
            if _PREPOSITION in passage[word.above].traits:
                children[passage[word.above].above, at] = 1
    shares: Floats = children / np.maximum(children.sum(1, keepdims=True), np.float32(1))
    return shares


def _times(x: Floats, weights: Floats) -> Floats:
    """``x @ weights``, a few rows at a time."""
    parts = [x[at : at + _ROWS] @ weights for at in range(0, len(x), _ROWS)]
    return np.concatenate(parts)


def _shares(scores: Floats) -> Floats:
    """Shares of what excludes each other, along the last axis."""
    powers = np.exp(scores - scores.max(-1, keepdims=True))
    shares: Floats = powers / powers.sum(-1, keepdims=True)
    return shares
