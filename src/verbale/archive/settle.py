"""Settling: of all that was sifted, in order, what is annotated and what is left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from verbale.archive.engines.engine import Item
from verbale.archive.results import Drop, Lost, Marks, Passed, Stage, Stopped, decode_sifted
from verbale.archive.setup import packed
from verbale.archive.shards import Shard
from verbale.archive.triage.seen import Seen
from verbale.model import RawDocument


@dataclass(frozen=True)
class Settled:
    """A shard of which it is known what to keep.

    ``documents`` are to be annotated, each with its place; ``drops`` are all others. ``kept`` are
    the marks of the documents, by the keys of their reports.
    """

    shard: Shard
    documents: tuple[tuple[int, RawDocument], ...]
    drops: dict[int, Drop]
    kept: tuple[tuple[str, Marks], ...]


def report_key(shard: Shard, place: int) -> str:
    """A report's key in its archive."""
    return f"{shard.name}-{place:05}"


def settle(
    sifted: Iterable[tuple[Shard, Sequence[bytes]]], seen: Seen, gates: Sequence[str]
) -> Iterator[Item[Settled]]:
    """Each shard with the documents that are neither stopped nor copies of one before them."""
    for shard, results in sifted:
        judge = _Judge(shard, seen, gates)
        for (place, raw), result in zip(shard.documents, results, strict=True):
            judge.hear(place, raw, result)
        settled = judge.settled()
        yield settled, [packed(raw) for _, raw in settled.documents]


class _Judge:
    """Over one shard."""

    def __init__(self, shard: Shard, seen: Seen, gates: Sequence[str]) -> None:
        self._shard, self._seen, self._gates = shard, seen, gates
        self._documents: list[tuple[int, RawDocument]] = []
        self._kept: list[tuple[str, Marks]] = []
        self._drops = dict(shard.drops)

    def hear(self, place: int, raw: RawDocument, result: bytes) -> None:
        sifted = decode_sifted(result)
        if not isinstance(sifted, Passed):
            self._drops[place] = dropped(raw, sifted, "triage")
            return
        copy = self._copy(raw, sifted.marks)
        if copy is not None:
            self._drops[place] = copy
            return
        key = report_key(self._shard, place)
        self._documents.append((place, raw))
        self._kept.append((key, sifted.marks))
        self._seen.add(key, sifted.marks)

    def _copy(self, raw: RawDocument, marks: Marks) -> Drop | None:
        like = self._seen.same(marks) if "copy" in self._gates else None
        if like:
            return dropped(raw, Stopped("copy", "the same words"), "triage", like)
        like = self._seen.near(marks) if "near copy" in self._gates else None
        if like is None:
            return None
        return dropped(raw, Stopped("near copy", "nearly the same words"), "triage", like)

    def settled(self) -> Settled:
        return Settled(
            self._shard.emptied(), tuple(self._documents), self._drops, tuple(self._kept)
        )


def unsifted(shards: Iterable[Shard]) -> Iterator[Item[Settled]]:
    """Each shard with all its documents."""
    for shard in shards:
        settled = Settled(shard.emptied(), shard.documents, dict(shard.drops), ())
        yield settled, [packed(raw) for _, raw in shard.documents]


def dropped(raw: RawDocument, why: Stopped | Lost, stage: Stage, like: str | None = None) -> Drop:
    """The row of a document that is left out."""
    return Drop(
        origin=raw.origin,
        url=raw.given.url,
        version=raw.version,
        stage=stage,
        reason=why.reason,
        detail=why.detail,
        like=like,
    )
