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

from verbale.provenance.parts import Part
from verbale.provenance.ready import FEWEST_TELLING, Ready

#: A sentence is compared with this many tokens at least; shorter ones only join their neighbours.
_SHORTEST = 7
#: Likeness that a pair needs by itself, beside a sure one, and of telling words in any order.
_SURE, _BESIDE, _REWORDED = 0.62, 0.45, 0.35
#: Telling words in any order that each of several sentences in a row needs, and all together:
#: two reporters hardly say two things running in a third of the same words each.
_IN_A_ROW, _TOGETHER = 0.28, 1.1
_TELLING, _TELLING_BESIDE, _FEWEST = 0.5, 0.4, 3
#: Shared words that are neither names nor function words: a full title alone is nobody's.
_OWN_WORDS = 2
#: Sentences that may lie between two pairs, and the telling words that suffice there.
_GAP = 3
_BRIDGED = 0.1
#: Shares that differ, differ by more.
_ROUNDING = 1e-5

Matrix = NDArray[np.float32]


def edited(one: Ready, other: Ready) -> list[Part]:
    """Pairs of sentences, each sentence in one pair at most, in the order of ``one``."""
    if not one.words or not other.words:
        return []
    pairs = dict.fromkeys(_best(_verbatim(one, other)), "sentence")
    left = _left(len(one.words), [here for here, _ in pairs])
    left_there = _left(len(other.words), [there for _, there in pairs])
    if left and left_there:
        sets = _compared(one, other, left, left_there)
        pairs |= dict.fromkeys(_best(_sure(sets, one, other)), "sentence")
        _reworded(pairs, sets, one, other)
        _spread(pairs, sets, one, other)
        _bridge(pairs, sets, one, other)
    return [_part(one, other, pair, rule) for pair, rule in sorted(pairs.items())]


def _left(number: int, taken: list[int]) -> list[int]:
    """The sentences that are in no pair."""
    done = set(taken)
    return [sentence for sentence in range(number) if sentence not in done]


def _compared(one: Ready, other: Ready, left: list[int], left_there: list[int]) -> Matrix:
    """Of the sentences that are left, the share of telling words in common, in any order; 0 for all
    the rest."""
    # Of sorted words, the similarity in order is that in any order.
    mine, theirs = [one.sorted[each] for each in left], [other.sorted[each] for each in left_there]
    compared: Matrix = cdist(mine, theirs, scorer=Indel.normalized_similarity)
    whole = len(one.words), len(other.words)
    if compared.shape == whole:
        return compared
    found: Matrix = np.zeros(whole, np.float32)
    found[np.array(left)[:, np.newaxis], left_there] = compared
    return found


def _verbatim(one: Ready, other: Ready) -> list[tuple[float, int, int]]:
    """Pairs that are the same word for word and enough by themselves: nothing is more alike, so
    they come first."""
    return [
        (1.0, here, there)
        for words in one.wordings.keys() & other.wordings.keys()
        for here in one.wordings[words]
        if len(one.words[here]) >= _SHORTEST and len(one.telling[here]) >= _FEWEST
        for there in other.wordings[words]
        if len(one.own[here] & other.own[there]) >= _OWN_WORDS
    ]


def _sure(sets: Matrix, one: Ready, other: Ready) -> list[tuple[float, int, int]]:
    """Pairs that are alike enough by themselves, with how much."""
    found = []
    for here, there in _with_words_in_common(sets, one, other):
        words, others = one.words[here], other.words[there]
        if min(len(words), len(others)) < _SHORTEST:
            continue
        if len(one.own[here] & other.own[there]) < _OWN_WORDS:
            continue
        likeness = _likeness(one, other, (here, there))
        if likeness < _SURE - _ROUNDING:
            continue
        mine, theirs = one.telling[here], other.telling[there]
        if LCSseq.similarity(mine, theirs) >= _TELLING * min(len(mine), len(theirs)):
            found.append((likeness, here, there))
    return found


def _with_words_in_common(sets: Matrix, one: Ready, other: Ready) -> list[list[int]]:
    """The pairs of sentences that have telling words enough in common, in whatever order, for them
    to be alike in order."""
    mine, theirs = one.tell[:, np.newaxis], other.tell
    least = np.minimum(mine, theirs)
    enough = sets * (mine + theirs) >= 2 * _TELLING * least * (1 - _ROUNDING)
    found: list[list[int]] = np.argwhere(enough & (least >= _FEWEST)).tolist()
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


def _reworded(pairs: dict[tuple[int, int], str], sets: Matrix, one: Ready, other: Ready) -> None:
    """Add sentences that follow each other on both sides and have telling words in common, each
    some and together many: prose that was reworded throughout, or came back from another
    language."""
    fits = _going_on(sets, one, other)
    running = _with_two_running(fits)
    here_taken, there_taken = {here for here, _ in pairs}, {there for _, there in pairs}
    for offset in running:
        row: list[tuple[int, int]] = []
        for here in range(max(0, -offset), min(len(one.words), len(other.words) - offset) + 1):
            place = (here, here + offset)
            free = here not in here_taken and here + offset not in there_taken
            if free and fits[place]:
                row.append(place)
                continue
            if len(row) > 1 and sum(float(sets[each]) for each in row) >= _TOGETHER:
                pairs.update(dict.fromkeys(row, "reworded"))
                here_taken.update(first for first, _ in row)
                there_taken.update(second for _, second in row)
            row = []


def _going_on(sets: Matrix, one: Ready, other: Ready) -> NDArray[np.bool_]:
    """Which sentences share telling words enough to be part of reworded prose; one row and column
    more, of what ends every diagonal."""
    fits = np.zeros((len(one.words) + 1, len(other.words) + 1), np.bool_)
    fits[:-1, :-1] = (sets >= _IN_A_ROW) & one.prose[:, np.newaxis] & other.prose
    return fits


def _with_two_running(fits: NDArray[np.bool_]) -> list[int]:
    """The diagonals on which two places follow each other, from the lowest."""
    here, there = np.nonzero(fits[:-1, :-1] & fits[1:, 1:])
    return sorted(set((there - here).tolist()))


def _spread(pairs: dict[tuple[int, int], str], sets: Matrix, one: Ready, other: Ready) -> None:
    """Let pairs take the sentence beside them along on both sides, as long as that goes on."""
    here_done = {here for here, _ in pairs}
    there_done = {there for _, there in pairs}
    waiting = [pair for pair in sorted(pairs) if not _is_quoted(pair, one, other)]
    while waiting:
        here, there = waiting.pop()
        for step in (-1, 1):
            beside = (here + step, there + step)
            if not (0 <= beside[0] < len(one.words) and 0 <= beside[1] < len(other.words)):
                continue
            if beside[0] in here_done or beside[1] in there_done:
                continue
            rule = _rule_beside(float(sets[beside]), one, other, beside)
            if rule:
                pairs[beside] = rule
                here_done.add(beside[0])
                there_done.add(beside[1])
                if not _is_quoted(beside, one, other):
                    waiting.append(beside)


def _rule_beside(shared: float, one: Ready, other: Ready, place: tuple[int, int]) -> str | None:
    """What pairs two sentences beside a pair: words in order, or telling words in any order."""
    here, there = place
    least = min(len(one.telling[here]), len(other.telling[there]))
    whole = len(one.telling[here]) + len(other.telling[there])
    common = shared * whole / 2
    if least < 2:
        return "neighbour" if _likeness(one, other, place) >= _SURE - _ROUNDING else None
    if common >= _TELLING_BESIDE * least and _likeness(one, other, place) >= _BESIDE - _ROUNDING:
        return "neighbour"
    return "reworded" if shared >= _REWORDED and common >= FEWEST_TELLING - 1 else None


def _likeness(one: Ready, other: Ready, place: tuple[int, int]) -> float:
    """The share of all words that two sentences have in the same order."""
    return Indel.normalized_similarity(one.words[place[0]], other.words[place[1]])


def _is_quoted(place: tuple[int, int], one: Ready, other: Ready) -> bool:
    """Whether a pair is one of quotations, next to which anybody's prose may stand."""
    return one.quoted[place[0]] or other.quoted[place[1]]


def _bridge(pairs: dict[tuple[int, int], str], sets: Matrix, one: Ready, other: Ready) -> None:
    """Join what a sentence or three on both sides part: whoever copied what stands around them
    copied them, too, if they have anything in common."""
    prose = {pair for pair in pairs if not _is_quoted(pair, one, other)}
    here_done, there_done = {here for here, _ in pairs}, {there for _, there in pairs}
    for here, there in sorted(prose):
        if (here + 1, there + 1) in prose:
            continue  # whatever lies further on is seen from there
        further = next((n for n in range(2, _GAP + 2) if (here + n, there + n) in prose), 0)
        between = [(here + step, there + step) for step in range(1, further)]
        for place in between:
            free = place[0] not in here_done and place[1] not in there_done
            if free and sets[place] >= _BRIDGED:
                pairs[place] = "reworded"


def _part(one: Ready, other: Ready, pair: tuple[int, int], rule: str) -> Part:
    here, there = pair
    (first, end), (start, stop) = one.places[here], other.places[there]
    if rule != "reworded" and one.words[here] == other.words[there]:
        return Part(first, end, start, stop, end - first, one.plain(first, end), rule)
    if rule == "reworded":
        theirs = Counter(other.words[there])
        same = []
        for place in range(first, end):
            if theirs[token := one.letters[place]]:
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
    return Part(first, end, start, stop, len(same), one.plain_among(same), rule)
