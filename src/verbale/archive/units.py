"""From inputs to units: what is read in one go, and skipped in one go when a job is resumed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from verbale.sources import Reading, Source
from verbale.sources.file import FileSource
from verbale.sources.folder import Folder
from verbale.sources.reading import Problems
from verbale.sources.storage import StoredFile, StoredFolder


@dataclass(frozen=True)
class Unit:
    """A file of many reports, or a run of files that hold one each.

    ``size`` is in bytes, as stored, where that is known before reading.
    """

    number: int
    name: str
    sources: tuple[Source, ...]
    size: int | None

    @property
    def position(self) -> int | None:
        """How many bytes of it, as stored, have been read, where that can be told: in a file of
        many reports."""
        only = self.sources[0] if len(self.sources) == 1 else None
        return only.resources.position if isinstance(only, FileSource | StoredFile) else None

    def documents(self) -> Iterator[Reading]:
        """Everything in it, in order."""
        for source in self.sources:
            yield from source.documents()


def units_of(sources: Sequence[Source], longest: int) -> tuple[Unit, ...]:
    """The units of ``sources``, in order: ``longest`` files of one report each make one unit."""
    runs: list[list[Source]] = []
    open_run = False
    for source in _each_file(sources):
        single = source.size is not None
        if single and open_run and len(runs[-1]) < longest:
            runs[-1].append(source)
        else:
            runs.append([source])
        open_run = single
    return tuple(
        Unit(number, run[0].name, tuple(run), _size(run)) for number, run in enumerate(runs)
    )


def _each_file(sources: Iterable[Source]) -> Iterator[Source]:
    """The sources with folders and patterns taken apart."""
    for source in sources:
        if isinstance(source, Folder | StoredFolder):
            yield from source.parts()
        else:
            yield source


def _size(run: Sequence[Source]) -> int | None:
    sizes = [_bytes(source) for source in run]
    return None if None in sizes else sum(size for size in sizes if size is not None)


def _bytes(source: Source) -> int | None:
    if isinstance(source, Problems):
        return 0
    if isinstance(source, StoredFile):
        return source.bytes
    if not isinstance(source, FileSource):
        return None
    try:
        return source.path.stat().st_size
    except (OSError, ValueError):
        return 0
