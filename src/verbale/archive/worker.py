"""A worker: a process that answers tasks on its standard input until nobody asks any more.

Started as ``python -m verbale.archive.worker``; the first message is its `Start`. It is a program
of its own, not a fork or a spawn of the caller, so that it is the same below a terminal, a Daft
process and a Ray actor.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable, Sequence
from typing import BinaryIO

import msgspec

from verbale.archive.frames import Kind, Reply, Task, receive, send
from verbale.archive.memory import cap, peak, resident
from verbale.archive.setup import Setup
from verbale.errors import VerbaleError

#: A worker ends by itself once it has grown to this share of what it may take.
_LARGE = 0.8
_TASKS = msgspec.msgpack.Decoder(Task)

Work = Callable[[Kind, Sequence[bytes]], list[bytes]]


class Start(msgspec.Struct, frozen=True, kw_only=True):
    """What a worker is told first. ``memory`` is the most bytes that it may take, ``kinds`` are
    the work that it must be ready for."""

    setup: Setup = Setup()
    memory: int
    kinds: tuple[Kind, ...] = ("sift", "annotate")


def main(begin: Callable[[Start], Work]) -> None:
    """Answer tasks on standard input. What is printed on the way goes to standard error."""
    tasks, replies = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    threading.Thread(target=end_with_parent, args=(os.getppid(),), daemon=True).start()
    first = receive(tasks)
    if first is None:
        return
    start = msgspec.msgpack.decode(first, type=Start)
    try:
        work = begin(start)
    except VerbaleError as error:
        send(replies, Reply(trouble=(type(error).__name__, error.subject, error.reason)))
        return
    cap(start.memory)
    try:
        send(replies, Reply(peak=peak()))
        _serve(work, tasks, replies, int(_LARGE * start.memory))
    except BrokenPipeError:
        os._exit(1)  # the caller is gone, and closing the stream would only fail again


def _serve(work: Work, tasks: BinaryIO, replies: BinaryIO, large: int) -> None:
    while (data := receive(tasks)) is not None:
        task = _TASKS.decode(data)
        began = time.process_time()
        results: list[bytes] | None
        try:
            results = work(task.kind, task.documents)
        except MemoryError:
            results = None
        retires = results is None or resident() > large
        send(replies, Reply(results, time.process_time() - began, peak(), retires))
        if retires:
            return


def end_with_parent(parent: int) -> None:
    """End when the caller was killed, in the middle of a document if need be."""
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)


def _at_work(start: Start) -> Work:
    from verbale.archive.batch import Annotating  # the whole of Verbale
    from verbale.archive.triage.sift import Sifting

    begin: dict[Kind, Callable[[Setup], Callable[[Sequence[bytes]], list[bytes]]]] = {
        "annotate": Annotating,
        "sift": Sifting,
    }
    ready = {kind: begin[kind](start.setup) for kind in start.kinds}
    return lambda kind, documents: ready[kind](documents)


if __name__ == "__main__":
    main(_at_work)
