"""Folders and patterns: which of their files are reports, found without opening one."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from verbale.errors import BadMetadata, SourceError, UnreadableSource
from verbale.sources import sidecar
from verbale.sources.file import FileSource
from verbale.sources.kinds import SINGLE, kind_of_name
from verbale.sources.opening import printable, unreadable
from verbale.sources.reading import Problems, Reading, Skipped, Source
from verbale.sources.resources import Resources

LEXICON_NAME = "lexicon.toml"
_READ_ME = "readme"

Found = Path | SourceError


@dataclass
class Finds:
    """What a walk brings to light, in order. ``seen`` are the files found before, by real path."""

    seen: dict[str, str]
    files: list[Found] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)

    def add(self, path: Path) -> None:
        """Keep a file for reading, unless it has been kept under this or another name."""
        name, real = printable(path), os.path.realpath(path)
        if real in self.seen:
            self.skip(path, f"the same file as {self.seen[real]}")
            return
        self.seen[real] = name
        self.files.append(path)

    def skip(self, path: Path, reason: str) -> None:
        """Pass over a file."""
        self.skipped.append(Skipped(origin=printable(path), reason=reason))


#: A record, with what SQLite keeps beside it, is at home among its reports: no word is lost on it.
_RECORDS = frozenset((".vrb", ".vrb-shm", ".vrb-wal", ".vrb-journal"))


@dataclass(frozen=True)
class Folder:
    """The reports in a folder or behind a pattern."""

    name: str
    found: tuple[Found, ...]
    skipped: tuple[Skipped, ...]
    resources: Resources

    @property
    def size(self) -> int | None:
        """The number of files and errors, if every file holds one report."""
        single = all(
            isinstance(item, SourceError) or kind_of_name(item.name).kind in SINGLE
            for item in self.found
        )
        return len(self.found) if single else None

    def parts(self) -> Iterator[Source]:
        """Each file by itself, and each error."""
        for item in self.found:
            if isinstance(item, SourceError):
                yield Problems(item.subject, (item,))
            else:
                yield FileSource(item, self.resources)

    def documents(self) -> Iterator[Reading]:
        """The documents of all files, one file open at a time."""
        for part in self.parts():
            yield from part.documents()


def folder_source(path: Path, resources: Resources, seen: dict[str, str]) -> Folder:
    """The reports in a folder and the folders in it, sorted by name."""
    finds = Finds(seen)
    _walk(path, finds)
    return Folder(printable(path), tuple(finds.files), tuple(finds.skipped), resources)


def pattern_source(pattern: str, resources: Resources, seen: dict[str, str]) -> Folder:
    """The reports that a pattern (``*``, ``?``, ``[]``, ``**`` for any depth) names, sorted.

    As a shell would have it, a folder that the pattern names is read as a folder; but not the
    folders that ``**`` passes through.
    """
    finds = Finds(seen)
    matches = [Path(match) for match in sorted(_matches(pattern))]
    for path in matches:
        if not path.is_dir():
            _consider(path, finds)
        elif "**" not in pattern:
            _walk(path, finds)
    if not matches:
        finds.files.append(UnreadableSource(pattern, "no file fits the pattern"))
    return Folder(pattern, tuple(finds.files), tuple(finds.skipped), resources)


def _matches(pattern: str) -> list[str]:
    return glob.glob(pattern, recursive=True)  # noqa: PTH207 - Path.glob takes no absolute pattern


def _walk(top: Path, finds: Finds) -> None:
    """All files below ``top``, a folder's files before its folders.

    Linked folders are passed over: those inside ``top`` come up anyway, and the others could lead
    in circles or to the whole disk.
    """
    waiting = [top]
    while waiting:
        folder = waiting.pop()
        try:
            with os.scandir(folder) as entries:
                inside = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            finds.files.append(unreadable(folder, error))
            continue
        folders = [entry for entry in inside if entry.is_dir(follow_symlinks=False)]
        names = {entry.name for entry in inside}
        for entry in inside:
            if not entry.is_dir(follow_symlinks=False):
                _consider_entry(entry, names, finds)
        for entry in folders:
            if entry.name.startswith("."):
                finds.skip(Path(entry.path), "hidden")
        waiting.extend(Path(e.path) for e in reversed(folders) if not e.name.startswith("."))


def _consider_entry(entry: os.DirEntry[str], names: set[str], finds: Finds) -> None:
    path = Path(entry.path)
    if entry.is_symlink() and path.is_dir():
        finds.skip(path, "a link to a folder; name the folder to read it")
    elif entry.name.endswith(sidecar.SUFFIX) and not _has_report(entry.name, names):
        finds.files.append(BadMetadata(printable(path), "there is no file beside it to describe"))
    else:
        _consider(path, finds)


def _has_report(sidecar_name: str, names: set[str]) -> bool:
    """Whether a file among ``names`` is described by the sidecar."""
    stem = sidecar_name.removesuffix(sidecar.SUFFIX)
    near = (name for name in names if name.startswith(stem) and name != sidecar_name)
    return any(sidecar_name in sidecar.sidecar_names(name) for name in near)


def other_use(name: str) -> str | None:
    """What a file of this name is for, if it is one of ours and no report, however it was named."""
    if name.endswith(sidecar.SUFFIX):
        return "metadata of a report"
    return "a lexicon" if name == LEXICON_NAME else None


def _consider(path: Path, finds: Finds) -> None:
    """Keep or skip a file by its name alone."""
    if path.suffix in _RECORDS:
        return
    reason = passed_over(path)
    if reason:
        finds.skip(path, reason)
    else:
        finds.add(path)


def passed_over(path: PurePath) -> str | None:
    """Why a file of this name is no report, where nobody named it; None for one that may be."""
    if path.name.startswith("."):
        return "hidden"
    if other := other_use(path.name):
        return other
    if path.stem.lower() == _READ_ME:
        return "a read-me"
    if kind_of_name(path.name).kind is None:
        return f"of no known kind ({path.suffix or 'no suffix'})"
    return None
