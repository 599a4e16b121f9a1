"""What travels to where documents are annotated: how to begin, and the documents."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from verbale.model import RawDocument


class Setup(msgspec.Struct, frozen=True):
    """All that a process must be told to do its part: lexicon extensions, by name, and the gates
    of triage that are asked."""

    extensions: Mapping[str, str] = msgspec.field(default_factory=dict)
    gates: tuple[str, ...] = ()


def packed(raw: RawDocument) -> bytes:
    """A document as it travels."""
    return msgspec.msgpack.encode(raw)
