"""A record served by a process of its own, as `verbale serve` does, and pages asked from it."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

_PATIENCE = 120.0


class Server:
    """A client of a running server, which keeps its connection."""

    def __init__(self, home: str) -> None:
        self.home = home
        self._client = httpx.Client(base_url=home, timeout=_PATIENCE, trust_env=False)

    def seconds(self, path: str) -> float:
        """How long a page takes, to its last byte. Raises where it is not well answered."""
        begun = time.perf_counter()
        answer = self._client.get(path)
        taken = time.perf_counter() - begun
        if answer.status_code != httpx.codes.OK:
            raise RuntimeError(f"{path}: {answer.status_code} {answer.text[:300]}")
        return taken

    def close(self) -> None:
        """Close the connection."""
        self._client.close()


class Serving(Server):
    """The same, with the process that serves."""

    def __init__(self, home: str, process: subprocess.Popen[str]) -> None:
        super().__init__(home)
        self.process = process

    def close(self) -> None:
        """Close the connection and end the server."""
        super().close()
        self.process.terminate()
        try:
            self.process.wait(timeout=30)
        except subprocess.TimeoutExpired:  # a page is still being made
            self.process.kill()
            self.process.wait()


@contextmanager
def serving(record: Path) -> Iterator[Serving]:
    """``record`` behind a port of this machine."""
    command = [
        *(sys.executable, "-m", "verbale.cli", "serve", str(record)),
        *("--port", "0", "--no-browser", "--read-only"),
    ]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        assert process.stdout is not None
        home = ""
        while "http://" not in home:
            line = process.stdout.readline()
            if not line:
                raise RuntimeError(f"the server ended with {process.wait()}")
            home += line
        server = Serving("http://" + home.split("http://")[1].split()[0].rstrip("/"), process)
        try:
            yield server
        finally:
            server.close()
