"""Weighs candidates by their traits: the probability of each is what its traits weigh together."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

Weights = Mapping[str, float]


class Candidate(NamedTuple):
    """Sides that may be meant (none, for nobody), with what speaks for them and how much."""

    codes: tuple[str, ...]
    traits: Mapping[str, float]


class Choice(NamedTuple):
    """Who is meant, with what probability."""

    codes: tuple[str, ...]
    sure: float


class SideWeights(NamedTuple):
    """What each trait weighs, of who acts and of whom it is done to."""

    actor: Weights
    recipient: Weights


def weigh(candidates: Sequence[Candidate], weights: Weights) -> list[Choice]:
    """Every candidate with its probability, in the given order; a trait unheard of weighs nothing.

    Rounded, so that no two machines differ.
    """
    scores = [
        sum(weights.get(trait, 0.0) * share for trait, share in sorted(one.traits.items()))
        for one in candidates
    ]
    powers = [math.exp(score - max(scores)) for score in scores]
    return [
        Choice(one.codes, round(power / sum(powers), 3))
        for one, power in zip(candidates, powers, strict=True)
    ]
