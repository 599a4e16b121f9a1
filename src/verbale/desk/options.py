"""What a person may choose about a reading."""

from __future__ import annotations

from pathlib import Path

import msgspec

from verbale.sources import SourceOptions


class ReadOptions(msgspec.Struct, frozen=True, kw_only=True):
    """How to read into a record.

    ``lexicons`` are files of names beside those the record keeps and those found in the folders
    read. ``drop_lexicons`` forgets the ones kept so far. ``workers`` are processes that annotate.
    ``again`` annotates what was read before too. ``restore`` reads what was once forgotten.
    ``sources.validators`` is the record's own business and replaced.
    """

    sources: SourceOptions = SourceOptions()
    lexicons: tuple[Path, ...] = ()
    drop_lexicons: bool = False
    workers: int = 1
    again: bool = False
    restore: bool = False
