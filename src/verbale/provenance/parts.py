"""A part: tokens of one outline that stand, perhaps edited, in another one."""

from __future__ import annotations

from typing import NamedTuple


class Part(NamedTuple):
    """Tokens ``[first, end)`` here and ``[there, there_end)`` in the other outline.

    ``same`` tokens stand on both sides in the same order, ``plain`` of them outside quotations.
    ``rule`` names what found it: ``run``, ``sentence``, ``neighbour``, ``reworded``.
    """

    first: int
    end: int
    there: int
    there_end: int
    same: int
    plain: int
    rule: str

    @property
    def likeness(self) -> float:
        """The share of all tokens on both sides that both have, 0 to 1."""
        return 2 * self.same / (self.end - self.first + self.there_end - self.there)

    @property
    def turned(self) -> Part:
        """The same seen from the other side."""
        return self._replace(
            first=self.there, end=self.there_end, there=self.first, there_end=self.end
        )
