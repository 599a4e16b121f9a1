"""Shards: the documents that are finished, written and noted at once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from verbale.archive.results import Drop
from verbale.archive.units import Unit
from verbale.errors import BadMetadata, SourceError, SourceTooLarge
from verbale.model import RawDocument
from verbale.sources import Reading, Skipped

#: A shard ends before its documents take more memory than this, however few they are.
_MOST_BYTES = 64_000_000


@dataclass(frozen=True)
class Shard:
    """A stretch of a unit.

    ``documents`` and ``drops`` are each with their place in the shard, from 0, in order;
    ``digest`` is of all that was read, so that a resumed job can tell that it reads the same.
    ``size`` is the bytes read of the unit for it, as stored where that can be told; ``read`` how
    many documents and errors. ``last`` says that the unit ends with it.
    """

    unit: int
    number: int
    documents: tuple[tuple[int, RawDocument], ...]
    drops: tuple[tuple[int, Drop], ...]
    digest: str
    size: int
    read: int
    last: bool

    @property
    def name(self) -> str:
        """``00002-00017``: the number of the unit, and of the shard in it."""
        return f"{self.unit:05}-{self.number:05}"

    def emptied(self) -> Shard:
        """The same without what it holds, so that memory is not held by what is dealt with."""
        return replace(self, documents=(), drops=())


@dataclass
class _Open:
    """A shard being filled."""

    documents: list[tuple[int, RawDocument]] = field(default_factory=list)
    drops: list[tuple[int, Drop]] = field(default_factory=list)
    size: int = 0
    count: int = 0
    total: hashlib._Hash = field(default_factory=hashlib.sha256)

    def add(self, reading: Reading) -> None:
        if isinstance(reading, RawDocument):
            self.documents.append((self.count, reading))
            self.size += len(reading.data)
            mark = f"{reading.origin}\0{reading.version}"
        else:
            drop = _drop(reading)
            self.drops.append((self.count, drop))
            mark = f"{drop.origin}\0{drop.detail}"
        self.count += 1
        self.total.update(mark.encode("utf-8", "surrogatepass") + b"\n")

    def closed(self, unit: int, number: int, size: int, *, last: bool) -> Shard:
        documents, drops = tuple(self.documents), tuple(self.drops)
        digest = self.total.hexdigest()
        return Shard(unit, number, documents, drops, digest, size, self.count, last)


def cut(unit: Unit, most: int) -> Iterator[Shard]:
    """The shards of ``unit``, each of ``most`` documents or 64 MB; the last may be empty.

    Where one ends depends on what is read and on nothing else.
    """
    number, done, filling = 0, 0, _Open()
    for reading in unit.documents():
        if filling.count >= most or filling.size >= _MOST_BYTES:
            taken = filling.size if unit.position is None else unit.position - done
            yield filling.closed(unit.number, number, taken, last=False)
            number, done, filling = number + 1, done + taken, _Open()
        filling.add(reading)
    rest = filling.size if unit.size is None else unit.size - done
    yield filling.closed(unit.number, number, rest, last=True)


def _drop(reading: Reading) -> Drop:
    if isinstance(reading, SourceError):
        reason = next((name for kind, name in _REASONS if isinstance(reading, kind)), "unreadable")
        return Drop(origin=reading.subject, stage="source", reason=reason, detail=reading.reason)
    detail = reading.reason if isinstance(reading, Skipped) else "nothing new"
    return Drop(origin=reading.origin, stage="source", reason="no page", detail=detail)


_REASONS: tuple[tuple[type[SourceError], str], ...] = (
    (SourceTooLarge, "too large"),
    (BadMetadata, "bad metadata"),
)
