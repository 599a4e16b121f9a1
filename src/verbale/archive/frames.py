"""Messages between a pool and its workers: a length of eight bytes, then as many bytes."""

from __future__ import annotations

import struct
from typing import BinaryIO, Literal

import msgspec

_LENGTH = struct.Struct("<Q")


#: What can be done with documents.
Kind = Literal["sift", "annotate"]


class Task(msgspec.Struct, frozen=True):
    """Documents to be worked on together."""

    kind: Kind
    documents: list[bytes]


class Reply(msgspec.Struct, frozen=True):
    """What came of a task.

    ``results`` are in the order of its documents, or None where the worker ran out of memory.
    ``cpu`` is in seconds, ``peak`` the most bytes its process ever took. ``retires``: it takes no
    more tasks, since its process has grown large. A worker's first message is a reply to no
    task: ``trouble`` says why it cannot work, by class of error, subject and reason.
    """

    results: list[bytes] | None = None
    cpu: float = 0.0
    peak: int = 0
    retires: bool = False
    trouble: tuple[str, str, str] | None = None


def send(stream: BinaryIO, message: object) -> None:
    """Write one message. Raises `OSError` where nobody reads."""
    data = msgspec.msgpack.encode(message)
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def receive(stream: BinaryIO) -> bytes | None:
    """The next message, or None where the other side has gone, in the middle of one maybe."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    data = stream.read(length)
    return data if len(data) == length else None
