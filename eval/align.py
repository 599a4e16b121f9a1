"""Aligns predicted statements with gold, one to one, by their content tokens.

A token is a maximal run of word characters, so quotes, commas and full stops never decide. A role
is the set of tokens its spans touch; content in several parts is one statement.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias, TypeVar

import msgspec
import numpy as np
from scipy.optimize import linear_sum_assignment

from eval.records import GoldStatement
from verbale.model import Spans, Statement

Tokens = frozenset[int]
#: What can be scored: a prediction, or gold taken as one (a second annotator's).
Triple: TypeAlias = Statement | GoldStatement
_T = TypeVar("_T", bound=Triple)
#: Jaccard of the content tokens from which a statement counts as found.
_FOUND = 0.5
_SOURCE_TIE, _CUE_TIE = 0.01, 0.005


class Unit(msgspec.Struct, frozen=True):
    """A statement as token sets, beside the statement itself."""

    source: Tokens
    cue: Tokens
    content: Tokens


class Pair(msgspec.Struct, frozen=True):
    """An aligned pair by its places in the two lists; ``jaccard`` is of the content tokens."""

    gold: int
    predicted: int
    jaccard: float

    @property
    def found(self) -> bool:
        """Whether the content is near enough to count as found."""
        return self.jaccard >= _FOUND


class Aligned(msgspec.Struct, frozen=True):
    """One document, aligned: what every later figure reads.

    ``gold`` and ``predicted`` hold the statements with content, ``pairs`` every pair with any
    content in common, ``leans`` for each prediction the gold it is aligned with or else overlaps
    most, None where it touches no gold.
    """

    text: str
    gold: tuple[GoldStatement, ...]
    predicted: tuple[Triple, ...]
    gold_units: tuple[Unit, ...]
    predicted_units: tuple[Unit, ...]
    pairs: tuple[Pair, ...]
    leans: tuple[int | None, ...]

    @property
    def found(self) -> tuple[Pair, ...]:
        """The pairs that count as found."""
        return tuple(pair for pair in self.pairs if pair.found)


def align(text: str, gold: Iterable[GoldStatement], predicted: Iterable[Triple]) -> Aligned:
    """Align the predictions for one document with its gold."""
    tokens_of = _tokenizer(text)
    ours, theirs = _with_content(gold, tokens_of), _with_content(predicted, tokens_of)
    gold_units, predicted_units = [unit for _, unit in ours], [unit for _, unit in theirs]
    pairs = _assign(gold_units, predicted_units)
    partner = {pair.predicted: pair.gold for pair in pairs}
    return Aligned(
        text,
        tuple(statement for statement, _ in ours),
        tuple(statement for statement, _ in theirs),
        tuple(gold_units),
        tuple(predicted_units),
        pairs,
        tuple(
            partner.get(at, _most_overlapped(unit, gold_units))
            for at, unit in enumerate(predicted_units)
        ),
    )


def _tokenizer(text: str) -> Callable[[Spans], Tokens]:
    at = np.full(len(text) + 1, -1, dtype=np.int64)
    for number, token in enumerate(re.finditer(r"\w+", text)):
        at[token.start() : token.end()] = number

    def tokens_of(spans: Spans) -> Tokens:
        touched = (np.unique(at[max(0, start) : max(0, end)]) for start, end in spans)
        return frozenset(int(t) for part in touched for t in part if t >= 0)

    return tokens_of


def _with_content(
    statements: Iterable[_T], tokens_of: Callable[[Spans], Tokens]
) -> list[tuple[_T, Unit]]:
    units = (
        (s, Unit(tokens_of(s.source), tokens_of(s.cue), tokens_of(s.content))) for s in statements
    )
    return [(statement, unit) for statement, unit in units if unit.content]


def _assign(gold: Sequence[Unit], predicted: Sequence[Unit]) -> tuple[Pair, ...]:
    if not gold or not predicted:
        return ()
    weights = np.array([[_weight(ours, theirs) for theirs in predicted] for ours in gold])
    rows, columns = linear_sum_assignment(weights, maximize=True)
    return tuple(
        Pair(i, j, _jaccard(gold[i].content, predicted[j].content))
        for i, j in zip(rows.tolist(), columns.tolist(), strict=True)
        if weights[i, j] > 0
    )


def _weight(ours: Unit, theirs: Unit) -> float:
    common = len(ours.content & theirs.content)
    if not common:
        return 0.0
    same_source, same_cue = bool(ours.source & theirs.source), bool(ours.cue & theirs.cue)
    return common + _SOURCE_TIE * same_source + _CUE_TIE * same_cue


def _jaccard(one: Tokens, other: Tokens) -> float:
    return len(one & other) / len(one | other)


def _most_overlapped(unit: Unit, gold: Sequence[Unit]) -> int | None:
    """The gold with most content in common, the first of equals."""
    overlaps = [len(unit.content & ours.content) for ours in gold]
    most = max(overlaps, default=0)
    return overlaps.index(most) if most else None
