"""What robots.txt permits, asked once for each host and port."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import httpx
from protego import Protego

from verbale.errors import FetchRefused, SourceError

#: Bytes of robots.txt that are heeded; RFC 9309 asks for at least this many.
LIMIT = 512_000

_EVERYTHING = ""


class RobotsAnswer(NamedTuple):
    """A server's answer for robots.txt."""

    status: int
    text: str


class Robots:
    """The rules of every site met so far. ``ask`` fetches a robots.txt and may raise."""

    def __init__(self, agent: str, ask: Callable[[httpx.URL], RobotsAnswer]) -> None:
        self._agent = agent
        self._ask = ask
        self._known: dict[tuple[str, str, int | None], Protego | SourceError] = {}

    def refuse(self, url: httpx.URL) -> None:
        """Raise `FetchRefused` if the site does not want ``url`` fetched.

        A site whose robots.txt fails on the server's side is not fetched from; one that
        has none may be. Raises what ``ask`` raises, each time anew.
        """
        if not self._rules(url).can_fetch(str(url), self._agent):
            raise FetchRefused(str(url), "robots.txt asks not to fetch it")

    def delay(self, url: httpx.URL) -> float:
        """The pause between requests that the site asks for, in seconds; 0 if none."""
        return float(self._rules(url).crawl_delay(self._agent) or 0)

    def _rules(self, url: httpx.URL) -> Protego:
        site = (url.scheme, url.host, url.port)
        if site not in self._known:
            self._known[site] = self._learn(url)
        known = self._known[site]
        if isinstance(known, SourceError):
            raise type(known)(str(url), known.reason)
        return known

    def _learn(self, url: httpx.URL) -> Protego | SourceError:
        address = url.copy_with(raw_path=b"/robots.txt", fragment=None)
        try:
            answer = self._ask(address)
        except SourceError as error:
            return error
        if answer.status >= 500 or answer.status == 429:
            reason = f"its robots.txt cannot be had now (the server answers {answer.status})"
            return FetchRefused(str(address), reason)
        return Protego.parse(answer.text if answer.status < 300 else _EVERYTHING)
