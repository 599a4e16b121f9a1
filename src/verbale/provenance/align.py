"""The parts that two outlines share: whole sentences first, then runs in what is left."""

from __future__ import annotations

from verbale.provenance.edited import Sentences, edited
from verbale.provenance.outline import Outline
from verbale.provenance.parts import Part
from verbale.provenance.runs import runs


def align(one: Outline, other: Outline) -> list[Part]:
    """The shared parts in the order of ``one``; no token is in two of them."""
    whole = edited(Sentences(one), Sentences(other))
    taken = {place for part in whole for place in range(part.first, part.end)}
    there = {place for part in whole for place in range(part.there, part.there_end)}
    return sorted([*whole, *runs(one, other, taken, there)])
