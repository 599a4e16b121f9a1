"""The ledger: which shards are finished, so that a stopped job goes on where it was.

Each finished shard has a file of its own, written after its parts are in place. When all are
there, the manifest is made of them and the ledger goes.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from verbale.archive.manifest import MANIFEST, Job, Manifest, ShardEntry, encoded
from verbale.archive.parts import CannotWrite, put
from verbale.archive.results import Marks
from verbale.archive.tables import OLDEST, SCHEMA
from verbale.errors import RecordBusy, UsageError

_FOLDER, _JOB, _LOCK = ".ledger", "job.json", "lock"


#: Keys of reports with their marks.
Kept = Sequence[tuple[str, Marks]]
_KEPT = msgspec.msgpack.Decoder(list[tuple[str, Marks]])


class Ledger:
    """The ledger of one archive, held by one process. Use as a context manager.

    Raises `UsageError` where it is another job's, and `RecordBusy` where another process is at it.
    """

    def __init__(self, folder: Path, job: Job) -> None:
        self._folder, self._job = folder, job
        self._place = folder / _FOLDER
        self._entries: dict[str, ShardEntry] = {}
        self._lock: int | None = None

    def __enter__(self) -> Ledger:
        try:
            self._place.mkdir(parents=True, exist_ok=True)
            self._lock = _locked(self._place / _LOCK)
        except OSError as error:
            raise CannotWrite.of(self._folder, error) from error
        held = self._place / _JOB
        if held.exists():
            if held.read_bytes() != encoded(self._job):
                raise UsageError(str(self._folder), _OTHER_JOB.format("an unfinished archive"))
            self._entries = {entry.name: entry for entry in _unbroken(self._written())}
        else:
            put(held, encoded(self._job))
        return self

    def __exit__(self, *_: object) -> None:
        if self._lock is not None:
            os.close(self._lock)

    @property
    def finished(self) -> Manifest | None:
        """The manifest, if this job was done before. Raises `UsageError` where the folder holds
        something else; it is to be asked before the ledger is opened."""
        if is_archive(self._folder):
            done = manifest_of(self._folder)
            if done.job != self._job:
                raise UsageError(str(self._folder), _OTHER_JOB.format("an archive"))
            return done
        if not (self._place / _JOB).exists() and _holds_something(self._folder):
            raise UsageError(str(self._folder), "is not empty and no archive; give another --out")
        return None

    @property
    def entries(self) -> Sequence[ShardEntry]:
        """What is finished, in order."""
        return [self._entries[name] for name in sorted(self._entries)]

    def entry(self, name: str) -> ShardEntry | None:
        """A shard's entry if it is finished."""
        return self._entries.get(name)

    def kept(self) -> Iterator[tuple[str, Marks]]:
        """What was kept of all that is finished, in order."""
        for name in sorted(self._entries):
            yield from _KEPT.decode((self._place / f"{name}.kept").read_bytes())

    def whole(self, unit: int) -> bool:
        """Whether all of a unit is finished."""
        mine = [entry for entry in self._entries.values() if entry.unit == unit]
        last = next((entry for entry in mine if entry.last), None)
        return last is not None and len(mine) == int(last.name.partition("-")[2]) + 1

    def finish(self, entry: ShardEntry, kept: Kept) -> None:
        """A shard's parts are in place, and these were kept of it."""
        put(self._place / f"{entry.name}.kept", msgspec.msgpack.encode(kept))
        put(self._place / f"{entry.name}.json", encoded(entry))
        self._entries[entry.name] = entry

    def close(self) -> Manifest:
        """All is finished: write the manifest, and let the ledger go."""
        manifest = Manifest.of(self._job, self.entries)
        put(self._folder / MANIFEST, encoded(manifest))
        shutil.rmtree(self._place)
        return manifest

    def _written(self) -> Iterator[ShardEntry]:
        """The entries whose parts are all there."""
        for place in sorted(self._place.glob("*-*.json")):
            try:
                entry = msgspec.json.decode(place.read_bytes(), type=ShardEntry)
            except msgspec.MsgspecError:
                continue  # damaged: the shard is made again
            whole = all(self._stands(part.path, part.size) for part in entry.parts)
            if whole and place.with_suffix(".kept").is_file():
                yield entry

    def _stands(self, path: str, size: int) -> bool:
        try:
            return (self._folder / path).stat().st_size == size
        except OSError:
            return False


def _unbroken(entries: Iterable[ShardEntry]) -> Iterator[ShardEntry]:
    """Those before the first that is missing: what is a copy depends on all before it."""
    expected = (0, 0)
    for entry in entries:
        unit, _, number = entry.name.partition("-")
        if (int(unit), int(number)) != expected:
            return
        yield entry
        expected = (int(unit) + 1, 0) if entry.last else (int(unit), int(number) + 1)


_OTHER_JOB = "holds {} of other inputs, options or code; give another --out"


def _locked(path: Path) -> int:
    """The lock file, held until it is closed. Raises `RecordBusy`."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except ImportError:
        return handle
    except OSError as error:
        os.close(handle)
        raise RecordBusy(str(path.parent.parent), "another process is writing to it") from error
    return handle


def _holds_something(folder: Path) -> bool:
    if not folder.exists():
        return False
    return not folder.is_dir() or any(path.name != _FOLDER for path in folder.iterdir())


def is_archive(path: Path) -> bool:
    """Whether a folder holds a finished archive."""
    return (path / MANIFEST).is_file()


class _OfSchema(msgspec.Struct):
    schema: int


class _Versioned(msgspec.Struct):
    """What every version of a manifest begins with."""

    job: _OfSchema


def manifest_of(path: Path) -> Manifest:
    """The manifest of a finished archive. Raises `UsageError`."""
    try:
        data = (path / MANIFEST).read_bytes()
    except OSError as error:
        raise UsageError(str(path), _no_archive(path)) from error
    try:
        schema = msgspec.json.decode(data, type=_Versioned).job.schema
        if OLDEST <= schema <= SCHEMA:
            return msgspec.json.decode(data, type=Manifest)
    except msgspec.MsgspecError as error:
        raise UsageError(str(path / MANIFEST), f"is not as an archive has it: {error}") from error
    told = f"is an archive of schema {schema}, and this Verbale reads schemas {OLDEST} to {SCHEMA}"
    raise UsageError(str(path), f"{told}; use the version that made it, or make it anew")


def _no_archive(path: Path) -> str:
    if not path.exists():
        return "does not exist"
    if (path / _FOLDER).is_dir():
        return "is an unfinished archive; the command that began it goes on with it"
    return "holds no finished archive"
