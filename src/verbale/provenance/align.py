"""The parts that two outlines share: whole sentences first, then runs in what is left."""

from __future__ import annotations

from verbale.provenance.edited import edited
from verbale.provenance.parts import Part
from verbale.provenance.ready import Ready
from verbale.provenance.runs import runs


def align(one: Ready, other: Ready) -> list[Part]:
    """The shared parts in the order of ``one``; no token is in two of them."""
    whole = edited(one, other)
    free, there = bytearray(b"\1" * len(one.letters)), bytearray(b"\1" * len(other.letters))
    for part in whole:
        free[part.first : part.end] = bytes(part.end - part.first)
        there[part.there : part.there_end] = bytes(part.there_end - part.there)
    return sorted([*whole, *runs(one, other, free, there)])
