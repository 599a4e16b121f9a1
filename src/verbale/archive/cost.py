"""What an archive costs: measured of one run, and projected to larger ones."""

from __future__ import annotations

import msgspec

#: The sizes that people ask about.
ASKED = (1_000_000, 100_000_000)
_HOUR = 3600.0


class Cost(msgspec.Struct, frozen=True, kw_only=True):
    """What a run cost.

    ``read`` documents were read and ``annotated`` of them annotated, for ``cpu`` seconds of
    processor in all workers, model loading left out; no worker took more than ``peak`` bytes.
    """

    read: int
    annotated: int
    cpu: float
    peak: int

    @property
    def seconds_each(self) -> float | None:
        """Processor seconds for each report annotated; None if there was none."""
        return self.cpu / self.annotated if self.annotated else None

    def hours(self, documents: int) -> float | None:
        """Core-hours for ``documents`` of the same mixture."""
        return documents * self.cpu / self.read / _HOUR if self.read and self.annotated else None
