"""The network of the clause coder, in numpy alone.

A word is the sum of its own vector, that of its head in the parse, the mean of those that hang on
it, and what is known of all of these. Two steps make of it a share for every type and one for "no
act". No randomness, no state: the same words give the same answers.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate

import msgspec
import numpy as np
from numpy.typing import NDArray

from verbale.coder.passage import TRAIT, TRAITS, TYPES, Marked, Passage
from verbale.coder.pieces import Pieces

Floats = NDArray[np.float32]
#: Words multiplied at once: so few that the library does not spread them over threads, which costs
#: more processor time than the work itself.
_ROWS = 8
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
        #: A piece's vector in a word itself, in its head and in what hangs on another.
        self._own, self._head, self._borne = map(np.ascontiguousarray, np.split(pieces, 3, 1))
        self._scale = scale[:, None]
        self._weights = weights
        parts = ("traits", "relation", "borne")
        self._traits = np.concatenate([weights[f"{name}.weight"].T for name in parts])

    def read(self, passage: Passage, least: float) -> list[Answer]:
        """The words of ``passage`` on which an act hangs with a probability of ``least``."""
        return self.read_each([passage], least)[0]

    def read_each(self, passages: Sequence[Passage], least: float) -> list[list[Answer]]:
        """`read` of each passage, all at once; no passage knows of another."""
        starts = list(accumulate(map(len, passages), initial=0))
        words = [word for passage in passages for word in passage]
        asked = [at for at, word in enumerate(words) if word.asked]
        answers: list[list[Answer]] = [[] for _ in passages]
        if asked:
            heads = [
                word.above + start
                for start, passage in zip(starts, passages, strict=False)
                for word in passage
            ]
            shares = self._shares(words, heads, asked)
            sure = 1 - shares[:, 0]
            types = shares[:, 1:].argmax(1)
            for n in np.flatnonzero(sure >= least).tolist():
                number = bisect_right(starts, asked[n]) - 1
                at, said = asked[n] - starts[number], round(float(sure[n]), 3)
                answers[number].append(Answer(at, said, TYPES[types[n]]))
        return answers

    def _shares(self, words: list[Marked], heads: list[int], asked: list[int]) -> Floats:
        """For each word at ``asked`` the share of "no act", then of each type."""
        x = self._opening(words, heads, asked)
        more = np.maximum(self._linear(x, "up"), 0)
        return _shares(self._linear(np.concatenate([x, more], 1), "types"))

    def _opening(self, words: list[Marked], heads: list[int], asked: list[int]) -> Floats:
        """What is known of the words at ``asked``, of their heads and of what hangs on them."""
        pieces = list(map(self._cutter.of, (word.text for word in words)))
        above = [heads[at] for at in asked]
        hung = _hung(words, heads)
        below = [hung[at] for at in asked]
        borne = sorted({at for group in below for at in group})
        place = {at: n for n, at in enumerate(borne)}
        groups = [[place[at] for at in group] for group in below]
        traits = _traits([words[at] for at in (*asked, *above, *borne)])
        own, head, under = np.split(traits, [len(asked), 2 * len(asked)])
        known = np.concatenate([own, head, _means(groups, under.__getitem__, len(TRAITS))], 1)
        x = self._vectors(self._own, [pieces[at] for at in asked])
        x += self._vectors(self._head, [pieces[at] for at in above])
        hanging_on = self._vectors(self._borne, [pieces[at] for at in borne])
        x += _means(groups, hanging_on.__getitem__, x.shape[1])
        x += _times(known, self._traits)
        return np.maximum(self._normed(x, "norm", 1e-5), np.float32(0))

    def _vectors(self, table: NDArray[np.int8], words: Sequence[Sequence[int]]) -> Floats:
        """For each word the mean of its pieces' vectors in ``table``."""
        return _means(words, lambda pieces: table[pieces] * self._scale[pieces], table.shape[1])

    def _linear(self, x: Floats, name: str) -> Floats:
        out: Floats = _times(x, self._weights[f"{name}.weight"].T) + self._weights[f"{name}.bias"]
        return out

    def _normed(self, x: Floats, name: str, least: float) -> Floats:
        x = x - x.mean(-1, keepdims=True)
        x = x / np.sqrt((x * x).mean(-1, keepdims=True) + np.float32(least))
        out: Floats = x * self._weights[f"{name}.weight"] + self._weights[f"{name}.bias"]
        return out


def hanging(passage: Passage) -> list[list[int]]:
    """For each word the places of those that hang on it, straight or by a preposition."""
    return _hung(passage, [word.above for word in passage])


def _hung(words: Sequence[Marked], heads: Sequence[int]) -> list[list[int]]:
    found: list[list[int]] = [[] for _ in words]
    for at, head in enumerate(heads):
        if head != at:
            found[head].append(at)
            if heads[head] != head and _PREPOSITION in words[head].traits:
                found[heads[head]].append(at)
    return found


def _traits(words: Sequence[Marked]) -> Floats:
    """A row for each word, 1 where it has a trait."""
    traits = np.zeros((len(words), len(TRAITS)), np.float32)
    rows = [at for at, word in enumerate(words) for _ in word.traits]
    traits[rows, [trait for word in words for trait in word.traits]] = 1
    return traits


def _means(
    groups: Sequence[Sequence[int]], rows: Callable[[list[int]], Floats], width: int
) -> Floats:
    """For each group the mean of its ``rows``, zeros where it is empty.

    The first of all groups are added up at once, then the second of those that have one, ...
    """
    means = np.zeros((len(groups), width), np.float32)
    having = [n for n, group in enumerate(groups) if group]
    nth = 0
    while having:
        means[having] += rows([groups[n][nth] for n in having])
        nth += 1
        having = [n for n in having if len(groups[n]) > nth]
    counts = np.array([len(group) or 1 for group in groups], np.float32)
    means /= counts[:, None]
    return means


def _times(x: Floats, weights: Floats) -> Floats:
    """``x @ weights``, a few rows at a time."""
    padded = np.zeros((-(-len(x) // _ROWS), _ROWS, x.shape[1]), np.float32)
    padded.reshape(-1, x.shape[1])[: len(x)] = x
    times: Floats = (padded @ weights).reshape(-1, weights.shape[1])[: len(x)]
    return times


def _shares(scores: Floats) -> Floats:
    """Shares of what excludes each other, along the last axis."""
    powers = np.exp(scores - scores.max(-1, keepdims=True))
    shares: Floats = powers / powers.sum(-1, keepdims=True)
    return shares
