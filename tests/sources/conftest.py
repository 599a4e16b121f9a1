"""A loopback server to fetch from, and a short way to read everything."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from verbale.errors import SourceError
from verbale.model import RawDocument
from verbale.sources import Reading, SourceOptions, survey


class Everything:
    """All readings of some inputs, sorted by what they are."""

    def __init__(self, *inputs: object, **options: Any) -> None:
        self.sources = survey([str(name) for name in inputs], SourceOptions(**options))
        self.readings: list[Reading] = [
            reading for source in self.sources for reading in source.documents()
        ]

    @property
    def documents(self) -> list[RawDocument]:
        return [item for item in self.readings if isinstance(item, RawDocument)]

    @property
    def errors(self) -> list[SourceError]:
        return [item for item in self.readings if isinstance(item, SourceError)]

    @property
    def skipped(self) -> dict[str, str]:
        return {s.origin: s.reason for source in self.sources for s in source.skipped}

    @property
    def error(self) -> SourceError:
        """The one error there is."""
        (error,) = self.errors
        return error

    @property
    def document(self) -> RawDocument:
        """The one reading there is."""
        (document,) = self.readings
        assert isinstance(document, RawDocument), document
        return document


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty current folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def read() -> type[Everything]:
    return Everything


class Site:
    """A web site: ``pages`` by path, each ``(status, headers, body)``; ``asked`` keeps requests."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.pages: dict[str, tuple[int, dict[str, str], bytes]] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def put(self, path: str, body: bytes | str, kind: str = "text/html", **headers: str) -> str:
        """Publish a page and give its address."""
        data = body.encode() if isinstance(body, str) else body
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages[path] = (200, {"Content-Type": kind, **named}, data)
        return self.url(path)

    def redirect(self, path: str, to: str) -> str:
        self.pages[path] = (302, {"Location": to}, b"")
        return self.url(path)

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]


@pytest.fixture
def site() -> Iterator[Site]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            held.asked.append((self.path, dict(self.headers.items())))
            status, headers, body = held.pages.get(self.path, (404, {}, b"no such page"))
            if headers.get("ETag") and headers["ETag"] == self.headers.get("If-None-Match"):
                status, body = 304, b""
            self.send_response(status)
            for name, value in headers.items():
                if value:
                    self.send_header(name, value)
            if status != 304 and "Content-Length" not in headers:
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    held = Site(server.server_address[1])
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield held
    server.shutdown()
    thread.join()
    server.server_close()
