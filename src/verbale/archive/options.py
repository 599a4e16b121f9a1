"""What a person may choose about an archive."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, get_args

import msgspec

from verbale.sources import SourceOptions

EngineName = Literal["local", "daft", "ray"]
Gate = Literal["address", "length", "language", "content", "off topic", "copy", "near copy"]
#: What a document may be left out for before it is read closely, in the order of asking.
GATES: tuple[Gate, ...] = get_args(Gate)


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """What one document may cost before it is given up: seconds, and bytes of its process."""

    seconds: float = 120.0
    memory: int = 2_000_000_000


class ArchiveOptions(msgspec.Struct, frozen=True, kw_only=True):
    """How to annotate an archive.

    ``lexicons`` are files of names beside those found in the folders read. ``triage`` are the gates
    that every document must pass. ``engine`` does the work in ``workers`` processes, on Ray those
    of the cluster at ``ray_address``. ``shard`` is how many documents are finished, written and
    noted in the ledger at once: what a stopped job loses at most.
    """

    sources: SourceOptions = SourceOptions()
    lexicons: tuple[Path, ...] = ()
    triage: tuple[Gate, ...] = GATES
    engine: EngineName = "local"
    ray_address: str | None = None
    workers: int = 1
    limits: Limits = Limits()
    shard: int = 1_000
