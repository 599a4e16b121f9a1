"""Fetching one address politely: robots, pauses, redirects, limits, validators."""

from __future__ import annotations

import codecs
import ssl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cached_property
from http import HTTPStatus
from typing import BinaryIO, NamedTuple

import httpx

from verbale.errors import FetchFailed, FetchRefused, SourceError, SourceTooLarge
from verbale.sources.network import robots
from verbale.sources.network.addresses import CheckedTransport
from verbale.sources.network.pace import Pace
from verbale.sources.network.retry import retry_after
from verbale.sources.network.robots import Robots, RobotsAnswer
from verbale.sources.opening import megabytes
from verbale.sources.options import SourceOptions
from verbale.version import __version__

AGENT = f"Verbale/{__version__} (reader of news reports; obeys robots.txt)"
_ACCEPT = (
    "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, "
    "application/xml;q=0.9, text/plain;q=0.8"
)
#: Only what unpacks to a bounded multiple of each piece read; Brotli and Zstandard do not.
_ENCODINGS = ("gzip", "deflate")

Known = tuple[str | None, str | None]


class Answer(NamedTuple):
    """What a server sent in the end. ``url`` is where redirects led, without its fragment.

    ``media_type`` is lower-case and empty if not declared; ``charset`` one that Python knows.
    """

    url: str
    media_type: str = ""
    charset: str | None = None
    data: bytes = b""
    unchanged: bool = False
    etag: str | None = None
    last_modified: str | None = None


class Fetcher:
    """Fetches addresses for one survey; rules of sites and pauses hold across them."""

    def __init__(self, options: SourceOptions, pace: Pace | None = None) -> None:
        self._options = options
        self._pace = pace or Pace()
        self._robots = Robots(AGENT, self._ask_robots)

    def fetch(self, url: str, known: Known | None = None) -> Answer:
        """The answer for ``url``; ``unchanged`` if the ``known`` validators still hold.

        Raises `FetchRefused`, `FetchFailed` and `SourceTooLarge`.
        """
        _refuse_scheme(url.partition("://")[0].lower(), url)
        headers = {"Accept": _ACCEPT, **_conditions(known)}
        try:
            with self._failures(_safe(url)), self._client() as client:
                request = client.build_request("GET", url, headers=headers)
                with self._final(client, request, politely=True) as response:
                    return self._answer(response)
        except SourceError as error:
            raise _about(error, _safe(url)) from error

    def keep(self, url: str, file: BinaryIO) -> None:
        """Write to ``file`` what a server has at ``url``, as it is and however large it is.

        Raises `FetchRefused` and `FetchFailed`.
        """
        _refuse_scheme(url.partition("://")[0].lower(), url)
        headers = {"Accept": "*/*", "Accept-Encoding": "identity"}
        try:
            with self._failures(_safe(url)), self._client() as client:
                request = client.build_request("GET", url, headers=headers)
                with self._final(client, request, politely=True) as response:
                    _require_success(response)
                    for piece in response.iter_raw():
                        file.write(piece)
        except OSError as error:
            reason = f"cannot be kept while it is read: {error.strerror or error}".lower()
            raise FetchFailed(_safe(url), reason) from error
        except SourceError as error:
            raise _about(error, _safe(url)) from error

    def _client(self) -> httpx.Client:
        """A client for one address. Neither proxies nor netrc of the environment are used: a
        proxy would resolve names out of our sight, and reports need no passwords."""
        wire = httpx.HTTPTransport(
            verify=self._tls, trust_env=False, limits=httpx.Limits(max_keepalive_connections=0)
        )
        return httpx.Client(
            transport=CheckedTransport(wire, allow_private=self._options.allow_private),
            headers={"User-Agent": AGENT, "Accept-Encoding": ", ".join(_ENCODINGS)},
            timeout=self._options.timeout,
            trust_env=False,
        )

    @cached_property
    def _tls(self) -> ssl.SSLContext:
        return httpx.create_ssl_context()

    @contextmanager
    def _final(
        self, client: httpx.Client, request: httpx.Request, *, politely: bool
    ) -> Iterator[httpx.Response]:
        """The answer that redirects lead to, its content not read yet."""
        start = request.url
        for _ in range(self._options.max_redirects + 1):
            self._admit(request.url, politely=politely)
            response = client.send(request, stream=True)
            try:
                if response.next_request is None:
                    yield response
                    return
                request = response.next_request
            finally:
                response.close()
        reason = f"it redirects more than {self._options.max_redirects} times"
        raise FetchFailed(str(start), reason)

    def _admit(self, url: httpx.URL, *, politely: bool) -> None:
        """Return when ``url`` may be asked for. Raises `FetchRefused` if it may not."""
        _refuse_scheme(url.scheme, str(url))
        if url.userinfo:
            raise FetchRefused(_safe(str(url)), "addresses with a password are not fetched")
        if politely:
            self._robots.refuse(url)
            self._pace.wait(url.host, max(self._options.delay, self._robots.delay(url)))

    def _ask_robots(self, url: httpx.URL) -> RobotsAnswer:
        with self._failures(str(url)), self._client() as client:
            request = client.build_request("GET", url)
            with self._final(client, request, politely=False) as response:
                if not response.is_success:
                    return RobotsAnswer(response.status_code, "")
                data = self._content(response, robots.LIMIT, cut=True)
                return RobotsAnswer(response.status_code, data.decode("utf-8", "replace"))

    def _answer(self, response: httpx.Response) -> Answer:
        url = str(response.url.copy_with(fragment=None))
        headers = response.headers
        if response.status_code == HTTPStatus.NOT_MODIFIED:
            return Answer(url, unchanged=True)
        _require_success(response)
        return Answer(
            url,
            media_type=headers.get("content-type", "").partition(";")[0].strip().lower(),
            charset=_known_charset(response.charset_encoding),
            data=self._content(response, self._options.max_bytes),
            etag=headers.get("etag"),
            last_modified=headers.get("last-modified"),
        )

    def _content(self, response: httpx.Response, limit: int, *, cut: bool = False) -> bytes:
        """The unpacked content, read piece by piece; past ``limit`` bytes `SourceTooLarge`, or
        ``cut`` there."""
        url = str(response.url)
        packing = response.headers.get("content-encoding", "identity").strip().lower()
        if packing not in ("identity", "", *_ENCODINGS):
            raise FetchFailed(url, f"the server packed its answer as {packing}, unasked")
        declared = response.headers.get("content-length", "")
        if declared.isdecimal() and int(declared) > limit and not cut:
            size = megabytes(int(declared))
            raise SourceTooLarge(url, f"is {size}, over the limit of {megabytes(limit)}")
        content = bytearray()
        end = time.monotonic() + self._options.deadline
        for piece in response.iter_bytes():
            content += piece
            if len(content) > limit:
                if cut:
                    break
                raise SourceTooLarge(url, f"runs to more than {megabytes(limit)}")
            if time.monotonic() > end:
                raise FetchFailed(url, f"it took more than {self._options.deadline:g} s to arrive")
        return bytes(content[:limit])

    @contextmanager
    def _failures(self, url: str) -> Iterator[None]:
        """What goes wrong on the wire, as errors about ``url``."""
        try:
            yield
        except httpx.InvalidURL as error:
            raise FetchFailed(url, f"is no address: {error}".lower()) from error
        except httpx.TimeoutException as error:
            raise FetchFailed(url, f"no answer within {self._options.timeout:g} s") from error
        except httpx.DecodingError as error:
            raise FetchFailed(url, "its packed answer is damaged") from error
        except httpx.HTTPError as error:
            raise FetchFailed(url, f"the connection failed: {error}") from error


def _require_success(response: httpx.Response) -> None:
    if not response.is_success:
        url = str(response.url.copy_with(fragment=None))
        phrase = f"{response.status_code} {response.reason_phrase}".strip()
        asked = retry_after(response.headers.get("retry-after"), datetime.now(UTC))
        raise FetchFailed(url, f"the server answers {phrase}", asked)


def _conditions(known: Known | None) -> dict[str, str]:
    """The headers that ask for an answer only if something has changed."""
    etag, last_modified = known or (None, None)
    headers = {"If-None-Match": etag, "If-Modified-Since": last_modified}
    return {name: value for name, value in headers.items() if value}


def _refuse_scheme(scheme: str, url: str) -> None:
    if scheme not in ("http", "https"):
        raise FetchRefused(_safe(url), "only http and https addresses are fetched")


def _about(error: SourceError, url: str) -> SourceError:
    """``error`` as one about ``url``, which was asked for, where it is about a redirect's goal."""
    try:
        asked = _safe(str(httpx.URL(url).copy_with(fragment=None)))
    except httpx.InvalidURL:
        asked = url
    reason = error.reason
    if error.subject.partition("#")[0] not in (url.partition("#")[0], asked):
        reason = f"it leads to {error.subject}: {reason}"
    if isinstance(error, FetchFailed):
        return FetchFailed(url, reason, error.retry_after)
    return type(error)(url, reason)


def _safe(url: str) -> str:
    """``url`` without the name and password it may hold, fit to be shown and kept."""
    scheme, mark, rest = url.partition("://")
    authority, slash, path = rest.partition("/")
    return scheme + mark + authority.rpartition("@")[2] + slash + path


def _known_charset(name: str | None) -> str | None:
    try:
        return codecs.lookup(name).name if name else None
    except (LookupError, ValueError):
        return None
