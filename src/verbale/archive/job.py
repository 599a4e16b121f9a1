"""The job: inputs -> units -> shards -> engine -> parts and ledger -> manifest."""

from __future__ import annotations

import hashlib
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, Protocol

import msgspec

from verbale.archive.engines import Engine, engine_for
from verbale.archive.engines.engine import Item
from verbale.archive.ledger import Ledger
from verbale.archive.manifest import Input, Job, Manifest, ShardEntry
from verbale.archive.options import ArchiveOptions
from verbale.archive.parts import write_parts
from verbale.archive.results import Lost, Result, decode
from verbale.archive.settle import Settled, dropped, report_key, settle, unsifted
from verbale.archive.setup import Setup, packed
from verbale.archive.shards import Shard, cut
from verbale.archive.tables import TABLES, TableName
from verbale.archive.triage.seen import Seen
from verbale.archive.units import Unit, units_of
from verbale.desk.extensions import gathered, load
from verbale.errors import SourceError, UnreadableSource, UsageError
from verbale.language import SERVED, backend_for
from verbale.pipeline import code_version
from verbale.sources import Source, survey
from verbale.sources.file import FileSource
from verbale.sources.folder import Folder
from verbale.sources.reading import Problems

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
    finished; ``cpu`` is in seconds of all workers, by kind of work, ``peak`` the most bytes of one.
    """

    manifest: Manifest | None
    annotated: int = 0
    resumed: int = 0
    deaths: int = 0
    seconds: float = 0.0
    cpu: dict[str, float] = {}
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
    in order. Raises `SourceError` for an input that names nothing and where nothing can be read of
    any, `UsageError` where ``out`` holds
    something else, `RecordBusy`, `CannotWrite`, `LexiconError`, `LanguageModelMissing`,
    `WorkersFailed` and `EngineFailed`.
    """
    began = time.monotonic()
    sources = survey(inputs, options.sources)
    _require(sources)
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
        gates = options.triage
        shards = _waiting(units, ledger, options)
        with engine_for(options, Setup(extensions, gates), told.result) as engine:
            manifest = None
            try:
                for settled, results in engine.run(
                    "annotate", _kept(engine, shards, ledger, gates)
                ):
                    entry = _write(out, settled, [decode(result) for result in results])
                    ledger.finish(entry, settled.kept)
                    annotated += len(results)
                    told.shard(settled.shard, entry)
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


def _require(sources: Sequence[Source]) -> None:
    """Raise `SourceError` for an input that names nothing, and where nothing can be read of any: a
    slip of the hand, which is no reason to make an archive without it."""
    for source in sources:
        if isinstance(source, Problems) and source.errors:
            raise source.errors[0]
        if isinstance(source, Folder):
            if not source.found:
                raise UnreadableSource(source.name, "holds no file of a known kind")
            if len(source.found) == 1 and isinstance(source.found[0], SourceError):
                raise source.found[0]
    troubles: list[SourceError] = []
    for source in sources:
        trouble = _trouble(source)
        if trouble is None:
            return
        troubles.append(trouble)
    if troubles:
        raise troubles[0]


def _trouble(source: Source) -> SourceError | None:
    """Why nothing at all can be read of a file; None where something can, or only reading tells."""
    first = list(islice(source.documents(), 2)) if isinstance(source, FileSource) else ()
    return first[0] if len(first) == 1 and isinstance(first[0], SourceError) else None


def _job(units: Sequence[Unit], extensions: dict[str, str], options: ArchiveOptions) -> Job:
    lexicon = load(extensions)
    codes = [code_version(lexicon, backend_for(language)) for language in sorted(SERVED)]
    return Job(
        code=" | ".join(codes),
        lexicons=tuple(text for _, text in sorted(extensions.items())),
        inputs=tuple(map(_input, units)),
        triage=options.triage,
        shard=options.shard,
        max_bytes=options.sources.max_bytes,
        fields=dict(options.sources.fields),
    )


def _input(unit: Unit) -> Input:
    names = "\0".join(source.name for source in unit.sources)
    digest = hashlib.sha256(names.encode("utf-8", "backslashreplace")).hexdigest()
    return Input(name=unit.name, files=len(unit.sources), size=unit.size, names=digest)


def _kept(
    engine: Engine, shards: Iterable[Shard], ledger: Ledger, gates: Sequence[str]
) -> Iterator[Item[Settled]]:
    """The shards with what is to be annotated of them."""
    if not gates:
        return unsifted(shards)
    seen = Seen()
    seen.add_all(ledger.kept())
    looked_at = ((shard, [packed(raw) for _, raw in shard.documents]) for shard in shards)
    return settle(engine.run("sift", looked_at), seen, gates)


def _waiting(units: Sequence[Unit], ledger: Ledger, options: ArchiveOptions) -> Iterator[Shard]:
    """The shards that are not finished. Raises `UsageError` where one that is reads otherwise."""
    for unit in units:
        if ledger.whole(unit.number):
            continue
        for shard in cut(unit, options.shard):
            entry = ledger.entry(shard.name)
            if entry is None:
                yield shard
            elif entry.digest != shard.digest:
                raise UsageError(unit.name, "is not what it was when this archive was begun")


def _write(out: Path, settled: Settled, results: Sequence[Result]) -> ShardEntry:
    shard = settled.shard
    rows: Rows = {table: [] for table in TABLES}
    drops = dict(settled.drops)
    for (place, raw), result in zip(settled.documents, results, strict=True):
        if isinstance(result, Lost):
            drops[place] = dropped(raw, result, "annotate")
            continue
        key = report_key(shard, place)
        rows["reports"].append([key, *result.report])
        rows["statements"].extend([key, *row] for row in result.statements)
        rows["acts"].extend([key, *row] for row in result.acts)
        rows["positions"].extend([key, *row] for row in result.positions)
    for place, drop in sorted(drops.items()):
        values = (getattr(drop, column.name) for column in TABLES["drops"][1:])
        rows["drops"].append([report_key(shard, place), *values])
    return ShardEntry(
        name=shard.name,
        unit=shard.unit,
        last=shard.last,
        read=shard.read,
        digest=shard.digest,
        drops=dict(sorted(Counter(drop.reason for drop in drops.values()).items())),
        parts=write_parts(out, shard.name, rows),
    )
