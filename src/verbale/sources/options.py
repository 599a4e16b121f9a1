"""How sources are to be read: limits, metadata beside the reports, and the network."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

import msgspec


class Validators(Protocol):
    """Where the HTTP validators (ETag, Last-Modified) of fetched addresses are kept.

    ``put`` is called when the consumer has come back for more after the last document of the
    address, so that a run killed while it digests a document fetches that document again.
    """

    def get(self, url: str) -> tuple[str | None, str | None] | None:
        """``(etag, last_modified)`` as last put for this address, or None."""
        ...

    def put(self, url: str, etag: str | None, last_modified: str | None) -> None:
        """Keep both for the next time."""
        ...


class SourceOptions(msgspec.Struct, frozen=True, kw_only=True):
    """How to read sources.

    ``max_bytes`` limits one document, unpacked (a file, a line of JSONL, a whole feed).
    ``manifest`` is a CSV file of metadata. ``fields`` maps our keys to the names in JSONL lines,
    alternatives separated by ``|``, members of inner objects by a dot.
    ``follow`` fetches the page each feed entry links to, but for those that ``read_before`` knows.
    ``allow_private`` permits requests to addresses that are not on the public internet. Times are
    in seconds: ``timeout`` for each step of a request, ``deadline`` for one whole answer, ``delay``
    between two requests to a host.
    """

    max_bytes: int = 20_000_000
    manifest: Path | None = None
    fields: Mapping[str, str] = msgspec.field(default_factory=dict)
    follow: bool = False
    read_before: Callable[[str], bool] | None = None
    allow_private: bool = False
    validators: Validators | None = None
    timeout: float = 20.0
    deadline: float = 120.0
    delay: float = 1.0
    max_redirects: int = 5
