"""A web site on this machine that behaves as its pages say, well or badly."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Answer = tuple[int, dict[str, str], bytes]
Posted = tuple[str, bytes]


class Site:
    """``pages`` by path, each an answer or something that writes one; ``asked`` keeps requests."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.pages: dict[str, Answer | Callable[[BaseHTTPRequestHandler], None]] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.posted: list[Posted] = []
        self.post_answers: list[Answer] = []

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def put(self, path: str, body: str, kind: str = "text/html", **headers: str) -> str:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages[path] = (200, {"Content-Type": kind, **named}, body.encode())
        return self.url(path)

    def feed(self, path: str, *reports: tuple[str, str], **headers: str) -> str:
        """A feed of reports, each a title and its text, by whose length its page goes."""
        entries = "".join(
            f"<item><title>{title}</title><link>{self.url(f'{path}/{len(text)}')}</link>"
            f"<description>{text}</description></item>"
            for title, text in reports
        )
        body = f'<rss version="2.0"><channel><title>Tarn Post</title>{entries}</channel></rss>'
        return self.put(path, body, "application/rss+xml", **headers)

    def fails(self, path: str, status: int, **headers: str) -> str:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages[path] = (status, named, b"sorry")
        return self.url(path)

    def times(self, path: str) -> int:
        return sum(asked == path for asked, _ in self.asked)


@contextmanager
def running() -> Iterator[Site]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append((self.path, dict(self.headers.items())))
            page = site.pages.get(self.path, (404, {}, b"no such page"))
            if callable(page):
                page(self)
                return
            status, headers, body = page
            if headers.get("ETag") and headers["ETag"] == self.headers.get("If-None-Match"):
                status, body = 304, b""
            self._send(status, headers, body)

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            answer = site.post_answers.pop(0) if site.post_answers else (204, {}, b"")
            site.posted.append((self.path, body))
            self._send(*answer)

        def _send(self, status: int, headers: dict[str, str], body: bytes) -> None:
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            if status not in (204, 304):
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site = Site(server.server_address[1])
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
