"""What a source hands on: bytes with where they came from and what the user knows of them."""

from __future__ import annotations

import hashlib
from typing import Literal

import msgspec

Media = Literal["text", "html", "pdf"]


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody says of a report beside its own bytes. Everything here is ``metadata``.

    ``basis`` names who says it: ``sidecar``, ``manifest``, ``feed``, ``fields`` (of a JSONL line),
    ``http`` (the address it was fetched from) or ``mail`` (its own headers). ``published`` is an
    ISO date or date-time.
    """

    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None
    key: str | None = None
    basis: str = "sidecar"


class RawDocument(msgspec.Struct, frozen=True, kw_only=True):
    """One report's bytes, as they came.

    ``origin`` is where a person would look for it: a path, a URL, ``-`` for standard input, or
    one of these with ``#N`` for the N-th report inside it (line of a JSONL file, entry of a feed).
    ``charset`` is one declared outside the bytes (HTTP header), if any.
    """

    data: bytes
    origin: str
    media: Media = "text"
    charset: str | None = None
    given: Given = Given()

    @property
    def lineage(self) -> str:
        """What stays the same when the report is published again with other bytes.

        The canonical address, else the user's key, else the origin.
        """
        return self.given.url or self.given.key or self.origin

    @property
    def version(self) -> str:
        """The sha256 of the bytes, in hex."""
        return hashlib.sha256(self.data).hexdigest()
