"""The job: inputs -> units -> shards -> engine -> parts and ledger -> manifest."""

from __future__ import annotations

import hashlib
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Protocol

import msgspec

from verbale.archive.engines import engine_for
from verbale.archive.ledger import Ledger
from verbale.archive.manifest import Input, Job, Manifest, ShardEntry
from verbale.archive.options import ArchiveOptions
from verbale.archive.parts import write_parts
from verbale.archive.results import Drop, Lost, Result, decode
from verbale.archive.setup import Setup, packed
from verbale.archive.shards import Shard, cut
from verbale.archive.tables import TABLES, TableName
from verbale.archive.units import Unit, units_of
from verbale.desk.extensions import gathered, load
from verbale.errors import UsageError
from verbale.language import SERVED, backend_for
from verbale.model import RawDocument
from verbale.pipeline import code_version
from verbale.sources import survey

_DEFAULTS = ArchiveOptions()
Rows = dict[TableName, list[list[Any]]]


class Watcher(Protocol):
    """Who wants to know how a job goes on."""

    def begin(self, units: Sequence[Unit], finished: Sequence[ShardEntry]) -> None:
        """It begins, ``finished`` being what an earlier run left."""

    def result(self, result: bytes) -> None:
        """A document was annotated, or given up."""

    def shard(self, shard: Shard, entry: ShardEntry) -> None:
        """A shard is finished."""


class Silence:
    """Nobody."""

    def begin(self, units: Sequence[Unit], finished: Sequence[ShardEntry]) -> None:
        """Say nothing."""

    def result(self, result: bytes) -> None:
        """Say nothing."""

    def shard(self, shard: Shard, entry: ShardEntry) -> None:
        """Say nothing."""


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What came of a run. ``manifest`` is None where it was stopped before the end.

    ``annotated`` counts the documents of this run, ``resumed`` the shards that an earlier one had
    finished; ``cpu`` is in seconds of all workers' work, ``peak`` the most bytes of one.
    """

    manifest: Manifest | None
    annotated: int = 0
    resumed: int = 0
    deaths: int = 0
    seconds: float = 0.0
    cpu: float = 0.0
    peak: int = 0


def archive(
    inputs: Sequence[str],
    out: Path,
    options: ArchiveOptions = _DEFAULTS,
    watcher: Watcher | None = None,
) -> Outcome:
    """Annotate ``inputs`` into tables below the folder ``out``.

    The files do not depend on the engine, on how many workers there are or on whether the job was
    stopped and taken up again; a document that is given up is a row of ``drops``. Ctrl-C stops it
    in order. Raises `UsageError` where ``out`` holds something else, `RecordBusy`,
    `LexiconError`, `LanguageModelMissing` and `WorkersFailed`.
    """
    began = time.monotonic()
    sources = survey(inputs, options.sources)
    extensions = gathered({}, sources, options.lexicons)
    units = units_of(sources, options.shard)
    told = watcher or Silence()
    ledger = Ledger(out, _job(units, extensions, options))
    before = ledger.finished
    if before is not None:
        return Outcome(
            manifest=before, resumed=len(before.shards), seconds=time.monotonic() - began
        )
    with ledger:
        resumed = len(ledger.entries)
        told.begin(units, ledger.entries)
        annotated = 0
        with engine_for(options, Setup(extensions=extensions), told.result) as engine:
            manifest = None
            try:
                for shard, results in engine.run(_waiting(units, ledger, options)):
                    entry = _write(out, shard, [decode(result) for result in results])
                    ledger.finish(entry)
                    annotated += len(results)
                    told.shard(shard, entry)
                manifest = ledger.close()
            except KeyboardInterrupt:
                pass
            spent = engine.spent
        return Outcome(
            manifest=manifest,
            annotated=annotated,
            resumed=resumed,
            deaths=spent.deaths,
            seconds=time.monotonic() - began,
            cpu=spent.cpu,
            peak=spent.peak,
        )


def _job(units: Sequence[Unit], extensions: dict[str, str], options: ArchiveOptions) -> Job:
    lexicon = load(extensions)
    codes = [code_version(lexicon, backend_for(language)) for language in sorted(SERVED)]
    return Job(
        code=" | ".join(codes),
        inputs=tuple(map(_input, units)),
        shard=options.shard,
        max_bytes=options.sources.max_bytes,
        fields=dict(options.sources.fields),
    )


def _input(unit: Unit) -> Input:
    names = "\0".join(source.name for source in unit.sources)
    digest = hashlib.sha256(names.encode("utf-8", "backslashreplace")).hexdigest()
    return Input(name=unit.name, files=len(unit.sources), size=unit.size, names=digest)


def _waiting(
    units: Sequence[Unit], ledger: Ledger, options: ArchiveOptions
) -> Iterator[tuple[Shard, list[bytes]]]:
    """The shards that are not finished, with their documents.

    Raises `UsageError` where a finished one reads otherwise now.
    """
    for unit in units:
        if ledger.whole(unit.number):
            continue
        for shard in cut(unit, options.shard):
            entry = ledger.entry(shard.name)
            if entry is None:
                yield shard, [packed(raw) for _, raw in shard.documents]
            elif entry.digest != shard.digest:
                raise UsageError(unit.name, "is not what it was when this archive was begun")


def _write(out: Path, shard: Shard, results: Sequence[Result]) -> ShardEntry:
    rows: Rows = {table: [] for table in TABLES}
    drops = dict(shard.drops)
    for (place, raw), result in zip(shard.documents, results, strict=True):
        if isinstance(result, Lost):
            drops[place] = _given_up(raw, result)
            continue
        key = f"{shard.name}-{place:05}"
        rows["reports"].append([key, *result.report])
        rows["statements"].extend([key, *row] for row in result.statements)
        rows["acts"].extend([key, *row] for row in result.acts)
        rows["positions"].extend([key, *row] for row in result.positions)
    for place, drop in sorted(drops.items()):
        rows["drops"].append([f"{shard.name}-{place:05}", *_dropped(drop)])
    return ShardEntry(
        name=shard.name,
        unit=shard.unit,
        last=shard.last,
        read=shard.read,
        digest=shard.digest,
        drops=dict(sorted(Counter(drop.reason for drop in drops.values()).items())),
        parts=write_parts(out, shard.name, rows),
    )


def _given_up(raw: RawDocument, lost: Lost) -> Drop:
    return Drop(
        origin=raw.origin,
        url=raw.given.url,
        version=raw.version,
        stage="annotate",
        reason=lost.reason,
        detail=lost.detail,
    )


def _dropped(drop: Drop) -> list[Any]:
    return [getattr(drop, column.name) for column in TABLES["drops"][1:]]
