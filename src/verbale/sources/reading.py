"""What a source is and what it yields."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol, TypeAlias

import msgspec

from verbale.errors import SourceError
from verbale.model import Given, RawDocument
from verbale.sources.opening import Counted, Peekable


class Unchanged(msgspec.Struct, frozen=True, kw_only=True):
    """An address that has nothing new since it was last read."""

    origin: str
    reason: str


class Skipped(msgspec.Struct, frozen=True, kw_only=True):
    """A file, or a part of one, that was passed over on purpose, and why."""

    origin: str
    reason: str


#: `Skipped` among readings is a part of a file that is no report, such as an image in a WARC.
Reading: TypeAlias = RawDocument | Unchanged | Skipped | SourceError


class Source(Protocol):
    """One input of the user's, ready to be read as often as asked."""

    @property
    def name(self) -> str:
        """The input as the user gave it."""
        ...

    @property
    def size(self) -> int | None:
        """How many documents and errors it yields; None when only reading can tell."""
        ...

    @property
    def skipped(self) -> tuple[Skipped, ...]:
        """What lies in it and will not be read, known before reading."""
        ...

    def documents(self) -> Iterator[Reading]:
        """The documents one at a time; an input that cannot be read yields its error."""
        ...


@dataclass(frozen=True)
class Problems:
    """A source of nothing but errors: an input that names nothing we could read."""

    name: str
    errors: tuple[SourceError, ...]
    skipped: tuple[Skipped, ...] = ()

    @property
    def size(self) -> int:
        """The number of errors."""
        return len(self.errors)

    def documents(self) -> Iterator[Reading]:
        """The errors."""
        yield from self.errors


@dataclass(frozen=True, kw_only=True)
class Body:
    """Opened content on its way from a place to a content reader.

    ``stream`` is already unpacked; ``packed`` is there if it was compressed, and counts what has
    gone in. ``beside`` is what the user says of it. ``address`` is the URL
    it was fetched from.
    """

    origin: str
    stream: Peekable
    beside: Given
    packed: Counted | None = None
    charset: str | None = None
    address: str | None = None
