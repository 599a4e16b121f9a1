"""Object storage: files behind ``s3://``, ``gs://`` and ``abfs://``, read where they lie, by Arrow.

Keys, regions and endpoints are those of the environment (``AWS_ACCESS_KEY_ID``, ``AWS_PROFILE``,
``GOOGLE_APPLICATION_CREDENTIALS`` ...), or stand in the address as Arrow has it:
``s3://crawls/2025?region=eu-west-1``.
"""

from __future__ import annotations

import fnmatch
import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from verbale.errors import SourceError, UnreadableSource
from verbale.sources.file import read_named
from verbale.sources.folder import other_use, passed_over
from verbale.sources.kinds import SINGLE, kind_of_name
from verbale.sources.reading import Body, Problems, Reading, Skipped, Source
from verbale.sources.resources import Resources

_STORED = re.compile(r"(?:s3|gs|gcs|abfss?)://")
_MAGIC = re.compile(r"[*\[]")
#: Bytes asked for at once: every asking costs tens of milliseconds.
_PIECE = 4_000_000
#: What servers say, in words for a person.
_TOLD = (
    ("ACCESS_DENIED", "may not be read: no rights to it with the keys of the environment"),
    ("NETWORK_CONNECTION", "cannot be reached"),
    ("NO_SUCH_BUCKET", "does not exist"),
    ("NO_SUCH_KEY", "does not exist"),
)


def is_stored(text: str) -> bool:
    """Whether an input is an address in object storage."""
    return _STORED.match(text) is not None


@dataclass(frozen=True)
class StoredFile:
    """One object. ``files`` is Arrow's file system, ``key`` the place in it."""

    name: str
    files: Any
    key: str
    bytes: int | None
    resources: Resources
    skipped: tuple[Skipped, ...] = ()

    @property
    def size(self) -> int | None:
        """1 for a page; None for feeds and JSONL."""
        return 1 if kind_of_name(self.key).kind in SINGLE else None

    def documents(self) -> Iterator[Reading]:
        """The documents of the object, or its error."""
        try:
            beside = self.resources.manifest.given(self.name)
            with _speaking_of(self.name), _Stream(self.files.open_input_file(self.key)) as raw:
                stream: io.BufferedReader = io.BufferedReader(raw, _PIECE)
                self.resources.reads(stream)
                body = Body(origin=self.name, stream=stream, beside=beside)
                yield from read_named(self.key, stream, body, self.resources)
        except SourceError as error:
            yield error


@dataclass(frozen=True)
class StoredFolder:
    """The reports below an address, or behind a pattern."""

    name: str
    found: tuple[StoredFile, ...]
    skipped: tuple[Skipped, ...]

    @property
    def size(self) -> int | None:
        """The number of objects, if each holds one report."""
        return len(self.found) if all(each.size for each in self.found) else None

    def parts(self) -> Iterator[Source]:
        """Each object by itself."""
        yield from self.found

    def documents(self) -> Iterator[Reading]:
        """The documents of all, one object open at a time."""
        for each in self.found:
            yield from each.documents()


def stored_source(text: str, resources: Resources, seen: dict[str, str]) -> Source:
    """The object, or the objects, at an address; a pattern may stand after the bucket."""
    address, mark, options = text.partition("?")
    try:
        with _speaking_of(text):
            return _found(address, mark + options, resources, seen)
    except SourceError as error:
        return Problems(text, (error,))


def _found(address: str, options: str, resources: Resources, seen: dict[str, str]) -> Source:
    from pyarrow import fs

    plain = _MAGIC.split(address)[0]
    pattern = plain != address
    top = plain.rpartition("/")[0] if pattern else address.rstrip("/")
    files, place = fs.FileSystem.from_uri(top + options)
    scheme = address.partition("://")[0]
    name = f"{address}{options}"
    info = files.get_file_info(place)
    if info.type == fs.FileType.NotFound:
        raise UnreadableSource(name, "does not exist")
    if info.type == fs.FileType.File and not pattern:
        return _kept([info], files, name, scheme, resources, seen)
    inside = files.get_file_info(fs.FileSelector(place, recursive=True))
    inside = sorted((each for each in inside if each.is_file), key=lambda each: each.path)
    if pattern:
        fits = _pattern(place + address[len(top) :])
        inside = [each for each in inside if fits.match(each.path)]
    if not inside:
        reason = "no object fits the pattern" if pattern else "holds nothing"
        raise UnreadableSource(name, reason)
    return _kept(inside, files, name, scheme, resources, seen)


def _pattern(path: str) -> re.Pattern[str]:
    """A pattern as the shell has it: ``*`` stays within a folder, ``**`` does not."""
    steps = ("(?:.*/)?" if step == "**" else _step(step) for step in path.split("/"))
    return re.compile("".join(steps).removesuffix("/") + r"\Z")


def _step(step: str) -> str:
    words = fnmatch.translate(step).removeprefix("(?s:").removesuffix(r")\Z")
    return words.replace(".*", "[^/]*") + "/"


def _kept(
    infos: list[Any],
    files: Any,
    name: str,
    scheme: str,
    resources: Resources,
    seen: dict[str, str],
) -> Source:
    """Those of some objects that are reports and were not named before."""
    alone = len(infos) == 1
    found, skipped = [], []
    for info in infos:
        own = f"{scheme}://{info.path}"
        path = PurePosixPath(info.path)
        reason = other_use(path.name) if alone else passed_over(path)
        if own in seen:
            reason = f"the same object as {seen[own]}"
        if reason:
            skipped.append(Skipped(origin=own, reason=reason))
            continue
        seen[own] = own
        found.append(StoredFile(own, files, info.path, info.size, resources))
    return StoredFolder(name, tuple(found), tuple(skipped))


class _Stream(io.RawIOBase):
    """An object as a stream that can be sought in."""

    def __init__(self, inner: Any) -> None:
        self._inner = inner

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = 0) -> int:
        return int(self._inner.seek(offset, whence))

    def tell(self) -> int:
        return int(self._inner.tell())

    def readinto(self, buffer: Any) -> int:
        data = self._inner.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self._inner.close()
        super().close()


@contextmanager
def _speaking_of(name: str) -> Iterator[None]:
    """What goes wrong in the storage, as an error about ``name``."""
    import pyarrow as pa

    try:
        yield
    except (OSError, pa.ArrowException) as error:
        said = str(error).splitlines()[0] if str(error) else type(error).__name__
        reason = next((words for code, words in _TOLD if code in said), f"cannot be read: {said}")
        raise UnreadableSource(name, reason) from error
