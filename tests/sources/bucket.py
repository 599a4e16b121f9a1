"""A bucket in object storage on this machine: the little of S3 that reading takes."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit

_LISTED = (
    "<Contents><Key>{}</Key><Size>{}</Size>"
    "<LastModified>2031-04-08T12:00:00Z</LastModified></Contents>"
)
_LISTING = (
    "<ListBucketResult><IsTruncated>false</IsTruncated><KeyCount>{}</KeyCount>{}</ListBucketResult>"
)


class Bucket(ThreadingHTTPServer):
    """The bucket ``crawls``. ``objects`` may be put into it at any time; ``locked``, it is for
    nobody."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.objects: dict[str, bytes] = {}
        self.locked = False

    def address(self, key: str = "") -> str:
        where = f"scheme=http&endpoint_override=127.0.0.1:{self.server_port}&region=eu-west-1"
        return f"s3://crawls/{key}?{where}"

    def listing(self, prefix: str) -> bytes:
        held = sorted(self.objects.items())
        found = [_LISTED.format(key, len(data)) for key, data in held if key.startswith(prefix)]
        return _LISTING.format(len(found), "".join(found)).encode()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Bucket

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_GET(self) -> None:
        asked = urlsplit(self.path)
        key = unquote(asked.path).removeprefix("/crawls").removeprefix("/")
        if self.server.locked:
            self._send(403, b"")
        elif not key:
            prefix = parse_qs(asked.query).get("prefix", [""])[0]
            self._send(200, self.server.listing(prefix))
        elif key not in self.server.objects:
            self._send(404, b"")
        else:
            self._send_part(self.server.objects[key], self.headers.get("Range", ""))

    def _send_part(self, data: bytes, asked: str) -> None:
        if not asked:
            self._send(200, data)
            return
        first, last = asked.removeprefix("bytes=").split("-")
        part = data[int(first) : int(last) + 1]
        self._send(206, part, f"bytes {first}-{int(first) + len(part) - 1}/{len(data)}")

    def _send(self, status: int, data: bytes, where: str = "") -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Last-Modified", "Tue, 08 Apr 2031 12:00:00 GMT")
        if where:
            self.send_header("Content-Range", where)
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(data)

    def log_message(self, *_: object) -> None: ...


@contextmanager
def served() -> Iterator[Bucket]:
    """The bucket, which is gone afterwards."""
    bucket = Bucket()
    thread = threading.Thread(target=bucket.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield bucket
    finally:
        bucket.shutdown()
        thread.join()
        bucket.server_close()
