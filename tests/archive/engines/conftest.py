"""A Ray cluster of two nodes on the loopback interface."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

LOOPBACK = str(Path(__file__).with_name("loopback.py"))
_STARTED_WITHIN = 180


class Cluster:
    """Two nodes; ``environment`` is for those who speak to it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._environment = {
            **os.environ,
            "RAY_AUTH_MODE": "token",
            "RAY_AUTH_TOKEN": secrets.token_hex(32),
            "RAY_USAGE_STATS_ENABLED": "0",
            "DO_NOT_TRACK": "1",
        }
        # Of all things this makes a program that joins take a loopback address at its word.
        self.environment = {**self._environment, "RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER": "0"}
        self.address = f"127.0.0.1:{_free_port()}"
        self.nodes: list[subprocess.Popen[bytes]] = []

    def start(self) -> None:
        port = self.address.rpartition(":")[2]
        head = ["--head", f"--port={port}", "--include-dashboard=false"]
        self._node(*head, f"--temp-dir={self.folder}")
        self._until_there(0)
        self._node(f"--address={self.address}")
        self._until_there(1)

    def _node(self, *options: str) -> None:
        common = ("--block", "--node-ip-address=127.0.0.1", "--num-cpus=1")
        sizes = ("--object-store-memory=100000000", "--disable-usage-stats")
        with (self.folder / f"node{len(self.nodes)}.log").open("wb") as log:
            node = subprocess.Popen(
                [sys.executable, LOOPBACK, "start", *options, *common, *sizes],
                env=self._environment,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        self.nodes.append(node)

    def _until_there(self, node: int) -> None:
        """Wait for what a node says once it has joined."""
        log = self.folder / f"node{node}.log"
        end = time.monotonic() + _STARTED_WITHIN
        while time.monotonic() < end and self.nodes[node].poll() is None:
            if "Ray runtime started" in log.read_text():
                return
            time.sleep(0.5)
        raise AssertionError(f"node {node} did not start: {log.read_text()[-2000:]}")

    def below(self, node: int) -> list[psutil.Process]:
        """The processes of a node."""
        with contextlib.suppress(psutil.NoSuchProcess):
            return psutil.Process(self.nodes[node].pid).children(recursive=True)
        return []

    def kill_node(self, node: int) -> None:
        """As a power cut does."""
        for process in (*self.below(node), psutil.Process(self.nodes[node].pid)):
            with contextlib.suppress(psutil.NoSuchProcess):
                process.kill()

    def listening_elsewhere(self) -> list[str]:
        """Addresses beyond the loopback interface on which a process of the cluster listens."""
        found = []
        for process in (*self.below(0), *self.below(1)):
            with contextlib.suppress(psutil.Error):
                found += [c.laddr.ip for c in process.net_connections() if c.status == "LISTEN"]
        return [ip for ip in found if not ip.removeprefix("::ffff:").startswith("127.")]

    def stop(self) -> None:
        for node in self.nodes:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(node.pid, signal.SIGTERM)
        for number, node in enumerate(self.nodes):
            try:
                node.wait(15)
            except subprocess.TimeoutExpired:
                self.kill_node(number)
                node.wait(15)


def _free_port() -> int:
    with socket.socket() as probe:
        # Below the ports that Ray gives to its workers.
        for port in range(6400, 6500):
            with contextlib.suppress(OSError):
                probe.bind(("127.0.0.1", port))
                return port
    raise AssertionError("no free port")


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    """One for all tests of a file: starting takes longer than they do. The last may kill it."""
    pytest.importorskip("ray", reason="needs verbale[ray]; see make test-cluster")
    # Its sockets' paths may not be long.
    folder = Path(tempfile.mkdtemp(prefix="vrb"))
    made = Cluster(folder)
    try:
        made.start()
        yield made
    finally:
        made.stop()
        shutil.rmtree(folder, ignore_errors=True)
