"""What an archive costs: measured of one run, and projected to larger ones."""

from __future__ import annotations

import msgspec

#: The sizes that people ask about.
ASKED = (1_000_000, 100_000_000)
_HOUR = 3600.0


class Cost(msgspec.Struct, frozen=True, kw_only=True):
    """What a run cost.

    ``read`` documents were looked at for ``sifting`` seconds of processor and ``annotated`` of them
    annotated for ``annotating`` seconds, in all workers, model loading left out. No worker took
    more than ``peak`` bytes.
    """

    read: int
    annotated: int
    sifting: float
    annotating: float
    peak: int

    @property
    def seconds_each(self) -> float | None:
        """Processor seconds for each report annotated; None if there was none."""
        return self.annotating / self.annotated if self.annotated else None

    def hours(self, documents: int) -> float | None:
        """Core-hours for ``documents`` of the same mixture."""
        spent = self.sifting + self.annotating
        return documents * spent / self.read / _HOUR if self.read else None
