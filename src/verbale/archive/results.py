"""What comes of a document: its rows, or why there are none."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

Stage = Literal["source", "triage", "annotate"]


class Drop(msgspec.Struct, frozen=True, kw_only=True):
    """A document that is not in the archive.

    ``reason`` is one of a few words that can be counted, ``detail`` says more. ``like`` is the
    report that this one is a copy of.
    """

    origin: str
    stage: Stage
    reason: str
    detail: str = ""
    url: str | None = None
    version: str | None = None
    like: str | None = None


class Rows(msgspec.Struct, frozen=True, tag="rows"):
    """The rows of one report, each in the order of its table's columns without ``report``."""

    report: list[Any]
    statements: list[list[Any]]
    acts: list[list[Any]]
    positions: list[list[Any]]


class Lost(msgspec.Struct, frozen=True, tag="lost"):
    """Why a document was given up: ``error``, ``time-out``, ``memory`` or ``crash``."""

    reason: str
    detail: str = ""


Result = Rows | Lost
_DECODER: msgspec.msgpack.Decoder[Result] = msgspec.msgpack.Decoder(Result)


def encode(result: object) -> bytes:
    """A result as it travels between processes."""
    return msgspec.msgpack.encode(result)


def decode(data: bytes) -> Result:
    """The reverse of `encode`."""
    return _DECODER.decode(data)
