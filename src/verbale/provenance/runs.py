"""Runs: stretches of two outlines that agree token by token, but for a word here and there."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import compress
from typing import NamedTuple

from verbale.provenance.fingerprints import SHINGLE
from verbale.provenance.parts import Part
from verbale.provenance.ready import Ready

#: Words changed, added or left out between two exact runs that still belong together.
_GAP = 8
#: A run is worth telling with so many tokens, so many of them neither names nor function words:
#: full titles and names of treaties run to eight and are nobody's.
_LEAST, _LEAST_TELLING = 10, 3
_LEAST_QUOTED = 7
#: Hashes that stand more often in one report say nothing about a place.
_OFTEN = 4


class _Run(NamedTuple):
    here: int
    there: int
    size: int


def runs(one: Ready, other: Ready, free: bytearray, free_there: bytearray) -> list[Part]:
    """Shared runs within the tokens that are ``free`` here and there: a byte for each token, 1 or
    0."""
    chains = _chains(_exact(one, other, free, free_there))
    parts = [_part(chain, one) for chain in chains]
    kept: list[Part] = []
    for part in sorted(parts, key=lambda p: (-p.same, p.first, p.there)):
        clear = all(part.end <= other.first or other.end <= part.first for other in kept) and all(
            part.there_end <= k.there or k.there_end <= part.there for k in kept
        )
        if clear and _telling(part, one):
            kept.append(part)
    return kept


def _exact(one: Ready, other: Ready, free: bytearray, free_there: bytearray) -> Iterator[_Run]:
    """Maximal exact runs, by place here."""
    letters, letters_there = one.letters, other.letters
    reached: dict[int, int] = {}  # diagonal -> end of the last run on it
    stand = other.stand
    for place, value in compress(enumerate(one.hashes), free):
        if value not in stand:
            continue
        found = [there for there in stand[value] if free_there[there]]
        if len(found) > _OFTEN:
            continue
        for there in found:
            if reached.get(place - there, -1) > place:
                continue
            size = SHINGLE
            while (
                place + size < len(letters)
                and there + size < len(letters_there)
                and letters[place + size] == letters_there[there + size]
                and free[place + size]
                and free_there[there + size]
            ):
                size += 1
            reached[place - there] = place + size
            yield _Run(place, there, size)


def _chains(found: Iterator[_Run]) -> list[list[_Run]]:
    """Runs that follow each other closely on both sides, near one diagonal."""
    chains: list[list[_Run]] = []
    for run in found:
        for chain in reversed(chains[-8:]):
            last = chain[-1]
            gap = run.here - last.here - last.size
            gap_there = run.there - last.there - last.size
            if 0 <= gap <= _GAP and 0 <= gap_there <= _GAP:
                chain.append(run)
                break
        else:
            chains.append([run])
    return chains


def _part(chain: list[_Run], one: Ready) -> Part:
    first, last = chain[0], chain[-1]
    return Part(
        first=first.here,
        end=last.here + last.size,
        there=first.there,
        there_end=last.there + last.size,
        same=sum(run.size for run in chain),
        plain=sum(one.plain(run.here, run.here + run.size) for run in chain),
        rule="run",
    )


def _telling(part: Part, one: Ready) -> bool:
    telling = one.telling_own(part.first, part.end)
    quoted = part.same - part.plain
    if 2 * quoted > part.same:
        return quoted >= _LEAST_QUOTED and telling >= 2
    return part.same >= _LEAST and telling >= _LEAST_TELLING
