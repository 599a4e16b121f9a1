"""What comes of a document: its rows, or why there are none."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

Stage = Literal["source", "triage", "annotate"]


class Marks(msgspec.Struct, frozen=True, array_like=True):
    """What a text has in common with its copies.

    ``whole`` is equal for texts of the same words; of ``bands`` (64-bit keys) the more are equal
    the more words in a row two texts have in common.
    """

    whole: bytes
    bands: tuple[int, ...]


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


class Passed(msgspec.Struct, frozen=True, tag="passed"):
    """A document that every gate let through, with its marks: see `verbale.archive.triage`."""

    marks: Marks


class Stopped(msgspec.Struct, frozen=True, tag="stopped"):
    """A document that the gate called ``reason`` stopped."""

    reason: str
    detail: str


Result = Rows | Lost
Sifted = Passed | Stopped | Lost
_RESULTS: msgspec.msgpack.Decoder[Result] = msgspec.msgpack.Decoder(Result)
_SIFTED: msgspec.msgpack.Decoder[Sifted] = msgspec.msgpack.Decoder(Sifted)


def encode(result: object) -> bytes:
    """A result as it travels between processes."""
    return msgspec.msgpack.encode(result)


def decode(data: bytes) -> Result:
    """What came of annotating a document."""
    return _RESULTS.decode(data)


def decode_sifted(data: bytes) -> Sifted:
    """What came of sifting one."""
    return _SIFTED.decode(data)
