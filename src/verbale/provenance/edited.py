"""Sentences of two reports that say one thing in nearly the same words, in the same order.

How alike two sentences are is the share of tokens that both have in the same order (Indel
similarity). Two reporters who write of one event use the same names and figures; what they do not
share is the order of all the other words. So a pair needs a likeness of its own; less will do
beside a pair that is sure (``neighbour``), and clauses may be turned about only beside such a pair
or between two (``reworded``).
"""

from __future__ import annotations

from collections import Counter

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Indel, LCSseq
from rapidfuzz.process import cdist

from verbale.provenance.outline import FUNCTION, NAME, Outline
from verbale.provenance.parts import Part, plain_among

#: A sentence is compared with this many tokens at least; shorter ones only join their neighbours.
_SHORTEST = 7
#: Likeness that a pair needs by itself, beside a sure one, and of telling words in any order.
_SURE, _BESIDE, _REWORDED = 0.62, 0.45, 0.6
_TELLING, _TELLING_BESIDE = 0.5, 0.4
#: Shared words that are neither names nor function words: a full title alone is nobody's.
_OWN_WORDS = 2
#: Telling words that suffice between two pairs.
_BRIDGED = 0.3
#: Sentences compared at most: ten thousand pairs take some milliseconds, a whole book takes hours.
_MOST = 300

Matrix = NDArray[np.float32]


class Sentences:
    """The sentences of an outline as lists of tokens: all of them, the telling ones, and as sets
    those of the telling ones that are no names."""

    def __init__(self, outline: Outline) -> None:
        self.outline = outline
        self.places = outline.sentences()[:_MOST]
        ids = outline.ids.tolist()
        function = (outline.marks & FUNCTION).tolist()
        names = (outline.marks & (FUNCTION | NAME)).tolist()
        self.words = [ids[first:end] for first, end in self.places]
        self.telling = [
            [ids[place] for place in range(first, end) if not function[place]]
            for first, end in self.places
        ]
        self.own = [
            {ids[place] for place in range(first, end) if not names[place]}
            for first, end in self.places
        ]


def edited(one: Sentences, other: Sentences) -> list[Part]:
    """Pairs of sentences, each sentence in one pair at most, in the order of ``one``."""
    if not one.words or not other.words:
        return []
    likeness: Matrix = cdist(one.words, other.words, scorer=Indel.normalized_similarity)
    pairs = dict.fromkeys(_best(_sure(likeness, one, other)), "sentence")
    _spread(pairs, likeness, one, other)
    _bridge(pairs, one, other)
    return [_part(one, other, pair, rule) for pair, rule in sorted(pairs.items())]


def _sure(likeness: Matrix, one: Sentences, other: Sentences) -> list[tuple[float, int, int]]:
    """Pairs that are alike enough by themselves, with how much."""
    found = []
    for here, there in np.argwhere(likeness >= _SURE).tolist():
        if min(len(one.words[here]), len(other.words[there])) < _SHORTEST:
            continue
        least = min(len(one.telling[here]), len(other.telling[there]))
        common = LCSseq.similarity(one.telling[here], other.telling[there])
        enough = least >= 3 and common >= _TELLING * least
        if enough and len(one.own[here] & other.own[there]) >= _OWN_WORDS:
            found.append((float(likeness[here, there]), here, there))
    return found


def _best(found: list[tuple[float, int, int]]) -> list[tuple[int, int]]:
    """One to one: the most alike first; among equals what stands most nearly in the same place."""
    pairs: list[tuple[int, int]] = []
    here_done: set[int] = set()
    there_done: set[int] = set()
    for _, here, there in sorted(found, key=lambda f: (-f[0], abs(f[1] - f[2]), f[1], f[2])):
        if here not in here_done and there not in there_done:
            pairs.append((here, there))
            here_done.add(here)
            there_done.add(there)
    return pairs


def _spread(
    pairs: dict[tuple[int, int], str], likeness: Matrix, one: Sentences, other: Sentences
) -> None:
    """Let pairs take the sentence beside them along on both sides, as long as that goes on."""
    here_done = {here for here, _ in pairs}
    there_done = {there for _, there in pairs}
    waiting = sorted(pairs)
    while waiting:
        here, there = waiting.pop()
        for step in (-1, 1):
            beside = (here + step, there + step)
            if not (0 <= beside[0] < len(one.words) and 0 <= beside[1] < len(other.words)):
                continue
            if beside[0] in here_done or beside[1] in there_done:
                continue
            rule = _rule_beside(float(likeness[beside]), one, other, *beside)
            if rule:
                pairs[beside] = rule
                here_done.add(beside[0])
                there_done.add(beside[1])
                waiting.append(beside)


def _bridge(pairs: dict[tuple[int, int], str], one: Sentences, other: Sentences) -> None:
    """Join what single sentences on both sides part: whoever copied what stands around them
    copied them, too, if they say the same at all."""
    for here, there in sorted(pairs):
        between = (here + 1, there + 1)
        if between not in pairs and (here + 2, there + 2) in pairs:
            taken = any(h == between[0] or t == between[1] for h, t in pairs)
            mine, theirs = Counter(one.telling[between[0]]), Counter(other.telling[between[1]])
            least = min(mine.total(), theirs.total())
            if not taken and least and (mine & theirs).total() >= _BRIDGED * least:
                pairs[between] = "reworded"


def _rule_beside(
    likeness: float, one: Sentences, other: Sentences, here: int, there: int
) -> str | None:
    mine, theirs = Counter(one.telling[here]), Counter(other.telling[there])
    least = min(mine.total(), theirs.total())
    if least < 2:
        return "neighbour" if likeness >= _SURE else None
    common = (mine & theirs).total()
    if likeness >= _BESIDE and common >= _TELLING_BESIDE * least:
        return "neighbour"
    share = 2 * common / (mine.total() + theirs.total())
    return (
        "reworded" if share >= _REWORDED and common >= 4 and _anchored(one, here, theirs) else None
    )


def _anchored(one: Sentences, here: int, theirs: Counter[int]) -> bool:
    """Whether the two sentences share names or figures."""
    first, end = one.places[here]
    marks, ids = one.outline.marks, one.outline.ids
    return sum(bool(marks[p] & NAME) and int(ids[p]) in theirs for p in range(first, end)) >= 2


def _part(one: Sentences, other: Sentences, pair: tuple[int, int], rule: str) -> Part:
    here, there = pair
    (first, end), (start, stop) = one.places[here], other.places[there]
    if rule == "reworded":
        theirs = Counter(other.words[there])
        same = []
        for place in range(first, end):
            if theirs[token := int(one.outline.ids[place])]:
                theirs[token] -= 1
                same.append(place)
    else:
        blocks = LCSseq.opcodes(one.words[here], other.words[there])
        same = [
            first + place
            for block in blocks
            if block.tag == "equal"
            for place in range(block.src_start, block.src_end)
        ]
    plain = plain_among(one.outline, same)
    return Part(first, end, start, stop, len(same), plain, rule)
