"""Standard input, named ``-``: a page, JSON Lines or a feed, told by its content."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast

from verbale.errors import SourceError, UnreadableSource
from verbale.sources.follow import read_content
from verbale.sources.looks import content_kind
from verbale.sources.opening import Counted, head_of, unpacked
from verbale.sources.reading import Body, Reading, Skipped
from verbale.sources.resources import Resources

NAME = "-"
_GZIP = b"\x1f\x8b"


@dataclass(frozen=True)
class StandardInput:
    """What is piped in, packed or not."""

    resources: Resources
    name: str = NAME
    size: int | None = None
    skipped: tuple[Skipped, ...] = ()

    def documents(self) -> Iterator[Reading]:
        """The documents piped in, or the error."""
        try:
            piped: io.BufferedReader = io.BufferedReader(cast(Any, sys.stdin.buffer))
        except (AttributeError, ValueError, OSError):
            yield UnreadableSource(NAME, "there is no standard input")
            return
        try:
            yield from self._readings(piped)
        except SourceError as error:
            yield error
        except OSError as error:
            yield UnreadableSource(NAME, f"cannot be read: {error.strerror or error}")
        finally:
            piped.detach()  # or it would close the standard input with itself

    def _readings(self, piped: io.BufferedReader) -> Iterator[Reading]:
        beside = self.resources.manifest.given(NAME)
        packed = Counted(piped) if head_of(piped, NAME).startswith(_GZIP) else None
        stream = unpacked(packed) if packed else piped
        body = Body(origin=NAME, stream=stream, packed=packed, beside=beside)
        yield from read_content(body, content_kind(head_of(stream, NAME)), self.resources)
