"""Parts joined to stretches, each of one's own words or of somebody's quoted ones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from verbale.provenance.parts import Part

#: A part is a quotation where so few of its words stand outside of it: "he told reporters on
#: Tuesday" is what anybody writes around the same words.
_FRAME, _FRAME_SHARE = 9, 0.35
#: Where other prose is shared, a quotation in the very same frame of so many words is, too.
_SAME_FRAME, _ALIKE = 4, 0.9
#: Tokens of one's own that may lie between two parts of one stretch.
_BETWEEN = 14


class Stretch(NamedTuple):
    """Parts that follow each other on both sides."""

    parts: tuple[Part, ...]
    quoted: bool

    @property
    def here(self) -> tuple[int, int]:
        """Its tokens here."""
        return self.parts[0].first, self.parts[-1].end

    @property
    def there(self) -> tuple[int, int]:
        """Its tokens there."""
        return self.parts[0].there, self.parts[-1].there_end

    @property
    def same(self) -> int:
        """How many tokens both have."""
        return sum(part.same for part in self.parts)

    @property
    def edited(self) -> float:
        """The share of tokens that differ."""
        whole = sum(p.end - p.first + p.there_end - p.there for p in self.parts)
        return 1 - 2 * self.same / whole


def stretches(parts: Sequence[Part]) -> list[Stretch]:
    """``parts``, in the order of the text, joined where nothing stands between them.

    A quotation between own words that are shared belongs to these: whoever copied the one
    copied the other. So does one at an edge that was taken with its whole sentence.
    """
    found: list[Stretch] = []
    copied = any(not is_quotation(part) for part in parts)
    for chain in _chains(parts):
        beside = any(not is_quotation(part) for part in chain)
        kinds = [
            is_quotation(part) and not _taken_along(part, beside=beside, copied=copied)
            for part in chain
        ]
        if all(kinds):
            found.append(Stretch(tuple(chain), quoted=True))
            continue
        first = kinds.index(False)
        last = len(kinds) - kinds[::-1].index(False)
        for piece, quoted in ((chain[:first], True), (chain[first:last], False)):
            if piece:
                found.append(Stretch(tuple(piece), quoted))
        if chain[last:]:
            found.append(Stretch(tuple(chain[last:]), quoted=True))
    return found


def is_quotation(part: Part) -> bool:
    """Whether what is shared is, but for a frame, quoted words."""
    quoted = part.same - part.plain
    return quoted > 0 and (part.plain < _FRAME or part.plain < _FRAME_SHARE * part.same)


def _taken_along(part: Part, *, beside: bool, copied: bool) -> bool:
    """Whether a quotation was copied as part of the prose: it stands ``beside`` prose that was, as
    a whole sentence; or prose was ``copied`` elsewhere, and the frame is the very same."""
    return (beside and part.rule != "run") or (copied and _framed(part))


def _framed(part: Part) -> bool:
    """Whether the words around a quotation are the same, and more than "he said"."""
    return part.plain >= _SAME_FRAME and part.likeness >= _ALIKE


def _chains(parts: Iterable[Part]) -> list[list[Part]]:
    chains: list[list[Part]] = []
    for part in parts:
        if chains and _follows(chains[-1][-1], part):
            chains[-1].append(part)
        else:
            chains.append([part])
    return chains


def _follows(before: Part, part: Part) -> bool:
    gap, gap_there = part.first - before.end, part.there - before.there_end
    return 0 <= gap <= _BETWEEN and 0 <= gap_there <= _BETWEEN
