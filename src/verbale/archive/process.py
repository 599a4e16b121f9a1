"""One worker process, as its pool sees it."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from typing import BinaryIO, cast

import msgspec

from verbale.archive.frames import Reply, Task, receive, send

#: How the workers that annotate are started.
WORKER: tuple[str, ...] = (sys.executable, "-m", "verbale.archive.worker")
_BEGIN_WITHIN = 300.0
_LAST_BREATH = 5.0
_NEVER = float("inf")
_REPLIES = msgspec.msgpack.Decoder(Reply)


class Process:
    """A worker, told ``start`` first. ``due`` is when it must have answered (monotonic clock).

    It is in a group of its own, so that Ctrl-C reaches the one who can end things in order.
    """

    def __init__(self, command: Sequence[str], start: object) -> None:
        self._complaints = tempfile.TemporaryFile()  # noqa: SIM115 - open as long as the process
        self._process = subprocess.Popen(  # noqa: S603 - our own program
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._complaints,
            start_new_session=True,
        )
        self.replies = cast(BinaryIO, self._process.stdout)
        self.due = time.monotonic() + _BEGIN_WITHIN
        self._send(start)

    def give(self, task: Task, seconds: float = _NEVER) -> bool:
        """Hand it a task to be answered within ``seconds``. False if it is dead."""
        self.due = time.monotonic() + seconds
        return self._send(task)

    def rest(self) -> None:
        """It has nothing to do, and as much time for it as it likes."""
        self.due = _NEVER

    def reply(self) -> Reply | None:
        """What it answers, or None if it is dead. Blocks until the answer is whole."""
        data = receive(self.replies)
        return None if data is None else _REPLIES.decode(data)

    def autopsy(self) -> str:
        """How it ended, or ``was lost`` should it only have fallen silent."""
        try:
            code = self._process.wait(_LAST_BREATH)
        except subprocess.TimeoutExpired:
            return "was lost"
        return f"died of signal {-code}" if code < 0 else f"ended with code {code}"

    def end(self, patience: float = 0.0) -> None:
        """Let it go: it has so many seconds to tidy up."""
        if patience:
            with suppress(OSError):
                cast(BinaryIO, self._process.stdin).close()
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(patience)
        self.kill()

    def kill(self) -> None:
        """End it."""
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                try:
                    stream.close()
                except BrokenPipeError:
                    continue
        self._complaints.close()

    def complaint(self) -> str:
        """The last line that it wrote to standard error."""
        self._complaints.seek(0)
        lines = self._complaints.read()[-2000:].decode("utf-8", "replace").split("\n")
        return next((line for line in reversed(lines) if line.strip()), "it said nothing")

    def _send(self, message: object) -> bool:
        try:
            send(cast(BinaryIO, self._process.stdin), message)
        except BrokenPipeError:
            return False
        return True
