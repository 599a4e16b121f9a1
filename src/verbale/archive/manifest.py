"""The manifest: what an archive was made of, by what, and what it holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec

from verbale.archive.parts import Part
from verbale.archive.tables import SCHEMA

MANIFEST = "manifest.json"


class Input(msgspec.Struct, frozen=True, kw_only=True):
    """A unit that was read: its first file, how many there are, their bytes as stored (None where
    nobody knew), and a sha256 of their names."""

    name: str
    files: int
    size: int | None
    names: str


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """All that decides what an archive holds. Two jobs that are equal give equal files.

    ``code`` is the version of Verbale, its rules, lexicon and language model, ``lexicons`` the
    extensions of the lexicon, whole.
    """

    schema: int = SCHEMA
    code: str
    lexicons: tuple[str, ...]
    inputs: tuple[Input, ...]
    triage: tuple[str, ...]
    shard: int
    max_bytes: int
    fields: dict[str, str]


class ShardEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A finished shard. ``read`` counts documents and errors, ``drops`` those left out by reason;
    ``digest`` is of what was read."""

    name: str
    unit: int
    last: bool
    read: int
    digest: str
    drops: dict[str, int]
    parts: tuple[Part, ...]

    def rows(self, table: str) -> int:
        """How many rows its part of a table has."""
        return sum(part.rows for part in self.parts if part.path.startswith(f"{table}/"))


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """Of a finished archive. It says nothing of when, where and how fast it was made."""

    job: Job
    read: int
    reports: int
    statements: int
    acts: int
    positions: int
    drops: dict[str, int]
    shards: tuple[ShardEntry, ...]

    @classmethod
    def of(cls, job: Job, shards: Sequence[ShardEntry]) -> Manifest:
        """The sum of all shards."""
        drops: Counter[str] = Counter()
        for shard in shards:
            drops.update(shard.drops)
        return cls(
            job=job,
            read=sum(shard.read for shard in shards),
            **{
                table: sum(shard.rows(table) for shard in shards)
                for table in ("reports", "statements", "acts", "positions")
            },
            drops=dict(sorted(drops.items())),
            shards=tuple(shards),
        )


def encoded(value: object) -> bytes:
    """As JSON for people and programs."""
    return msgspec.json.format(msgspec.json.encode(value), indent=1) + b"\n"
