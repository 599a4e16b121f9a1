"""A worker that draws nothing from texts, and falls over as some of them tell it to."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Sequence

import msgspec

from verbale.archive.frames import Kind
from verbale.archive.results import Rows, encode
from verbale.archive.tables import TABLES
from verbale.archive.worker import Start, Work, main
from verbale.model import RawDocument

DOCUMENTS = msgspec.msgpack.Decoder(RawDocument)


def begin(start: Start) -> Work:
    def work(kind: Kind, documents: Sequence[bytes]) -> list[bytes]:
        if kind == "sift" and start.setup.gates:
            from verbale.archive.triage.sift import Sifting  # takes a second to load

            return Sifting(start.setup)(documents)
        return [_one(document) for document in documents]

    return work


def _one(document: bytes) -> bytes:
    _obey(document)
    raw = DOCUMENTS.decode(document)
    known = {
        "origin": raw.origin,
        "version": raw.version,
        "text": raw.data.decode("utf-8", "replace"),
    }
    return encode(Rows([known.get(column.name) for column in TABLES["reports"][1:]], [], [], []))


def _obey(document: bytes) -> None:
    if b"DIE OF A SIGNAL" in document:
        os.kill(os.getpid(), signal.SIGSEGV)
    if b"HANG" in document:
        time.sleep(1000)
    if b"TAKE ALL MEMORY" in document:
        bytearray(20_000_000_000)
    if b"END QUIETLY" in document:
        os._exit(3)
    if b"PRINT" in document:
        sys.stdout.write("x" * 100_000)
        sys.stdout.flush()


if __name__ == "__main__":
    main(begin)
