"""What a driver is told first."""

from __future__ import annotations

import msgspec

from verbale.archive.options import EngineName, Limits
from verbale.archive.setup import Setup


class Called(msgspec.Struct, frozen=True, kw_only=True):
    """Which engine to drive, with how many workers at most, and how these begin."""

    engine: EngineName
    address: str | None
    workers: int
    setup: Setup
    limits: Limits
