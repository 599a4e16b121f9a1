"""A report that somebody hands over: its bytes, held in memory, and what they say of it."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, cast

import msgspec

from verbale.errors import SourceError, SourceTooLarge
from verbale.model import Given
from verbale.sources.file import read_named
from verbale.sources.given import one_line
from verbale.sources.opening import megabytes
from verbale.sources.reading import Body, Reading, Skipped
from verbale.sources.resources import Resources

_LONGEST_NAME = 120
_DIGITS = 12
_HANDED = re.compile(rf"^handed over [0-9a-f]{{{_DIGITS}}}/")


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """Bytes under a name, which tells their kind and is never taken for a path."""

    name: str
    data: bytes
    given: Given = Given()

    @property
    def origin(self) -> str:
        """``handed over 1f2e3d4c5b6a/statement.pdf``: the same bytes have the same, others not,
        since two reports may well be called alike."""
        digest = hashlib.sha256(self.data).hexdigest()[:_DIGITS]
        bare = PurePosixPath(one_line(self.name).replace("\\", "/")).name
        return f"handed over {digest}/{bare[-_LONGEST_NAME:] or 'report'}"


def handed_name(origin: str) -> str:
    """The name that somebody gave what they handed over; an origin of any other kind as it is."""
    return _HANDED.sub("", origin)


@dataclass(frozen=True)
class HeldSource:
    """The documents in what is held, packed or not, of any kind of content."""

    held: Held
    resources: Resources
    size: int | None = None
    skipped: tuple[Skipped, ...] = ()

    @property
    def name(self) -> str:
        """Where it is said to come from."""
        return self.held.origin

    def documents(self) -> Iterator[Reading]:
        """The documents, or the error."""
        try:
            yield from self._readings()
        except SourceError as error:
            yield error

    def _readings(self) -> Iterator[Reading]:
        limit = self.resources.options.max_bytes
        if len(self.held.data) > limit:
            size = megabytes(len(self.held.data))
            raise SourceTooLarge(self.name, f"is {size}, over the limit of {megabytes(limit)}")
        stream: io.BufferedReader = io.BufferedReader(cast(Any, io.BytesIO(self.held.data)))
        body = Body(origin=self.name, stream=stream, beside=self.held.given)
        yield from read_named(self.held.name, stream, body, self.resources)
