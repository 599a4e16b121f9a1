"""What is told when, and what is said of a place that cannot be listened at."""

from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path

import pytest
import uvicorn

from verbale.errors import UsageError
from verbale.record import Record
from verbale.web import serve


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "x.vrb"
    Record(path).close()
    return path


def test_whoever_is_told_the_address_can_connect_at_once(
    record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []

    def ask(address: str) -> None:
        told.append(address)
        port = int(address.rstrip("/").rsplit(":", 1)[1])
        socket.create_connection(("127.0.0.1", port), timeout=5).close()

    monkeypatch.setattr(uvicorn.Server, "run", lambda self, sockets: None)
    _serve(record, 0, ask)
    assert len(told) == 1


def test_no_answer_waits_for_its_head_to_be_acknowledged(
    record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listening: list[socket.socket] = []
    monkeypatch.setattr(uvicorn.Server, "run", lambda self, sockets: listening.extend(sockets))
    _serve(record, 0, lambda address: None)
    assert [each.proto for each in listening] == [socket.IPPROTO_TCP]  # what asyncio looks at


def test_a_port_that_is_taken_is_said_with_what_to_do(record: Path) -> None:
    free = "--port 0 takes a free one"
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(UsageError, match=free):
        _serve(record, taken.getsockname()[1], print)


def _serve(record: Path, port: int, say: Callable[[str], None]) -> None:
    serve(
        record,
        host="127.0.0.1",
        port=port,
        browse=False,
        guarded=False,
        read_only=True,
        author="the test",
        say=say,
    )
