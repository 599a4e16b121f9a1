"""A process that asks Daft, so that whoever waits for the answer can give it up.

Daft waits without end for a node that was lost in the middle of a query, and cannot be told to
stop. So the query is asked from here, the cluster is watched meanwhile, and this process ends when
a node goes: the next one asks again, of what is left.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from typing import BinaryIO

import msgspec

from verbale.archive.engines.calls import Called
from verbale.archive.engines.queries import EngineFailed, Queries
from verbale.archive.frames import Reply, Task, receive, send
from verbale.archive.worker import end_with_parent

#: Seconds between two looks at the cluster.
_PAUSE = 1.0


class _Answers:
    """What is said to the caller, by one thread at a time."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._turn = threading.Lock()

    def say(self, reply: Reply) -> None:
        with self._turn:
            send(self._stream, reply)

    def say_last(self, reply: Reply) -> None:
        """Say this and end; nobody says anything after it."""
        self._turn.acquire()
        send(self._stream, reply)
        os._exit(1)


def main() -> None:
    """Answer tasks on standard input. What is printed on the way goes to standard error."""
    tasks, answers = sys.stdin.buffer, _Answers(os.fdopen(os.dup(1), "wb"))
    os.dup2(2, 1)
    threading.Thread(target=end_with_parent, args=(os.getppid(),), daemon=True).start()
    first = receive(tasks)
    if first is None:
        return
    try:
        queries = Queries(msgspec.msgpack.decode(first, type=Called))
    except EngineFailed as error:
        answers.say(Reply(trouble=_told(error)))
        return
    threading.Thread(target=_watch, args=(queries, answers), daemon=True).start()
    answers.say(Reply())
    while (data := receive(tasks)) is not None:
        task = msgspec.msgpack.decode(data, type=Task)
        try:
            answers.say(Reply(queries.results(task.kind, task.documents)))
        except EngineFailed as error:
            answers.say(Reply(trouble=_told(error)))


def _watch(queries: Queries, answers: _Answers) -> None:
    """End with the first node that is lost."""
    known = queries.nodes()
    while True:
        alive = queries.nodes()
        if known - alive:
            lost = EngineFailed("the Ray cluster", "lost a node")
            answers.say_last(Reply(trouble=_told(lost)))
        known |= alive
        time.sleep(_PAUSE)


def _told(error: EngineFailed) -> tuple[str, str, str]:
    return type(error).__name__, error.subject, error.reason


if __name__ == "__main__":
    main()
