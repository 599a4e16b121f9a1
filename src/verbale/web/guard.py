"""Stands before every request: who may ask, and what the browser may do with the answer.

A page on the web can make the user's browser ask this server (or a name that it makes point here).
So the host that the browser says it asked must be ours, a request that another site's page makes is
refused, and beyond the user's own machine nothing is shown without the token.
"""

from __future__ import annotations

import hmac
import ipaddress
import secrets
import socket
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from http import HTTPStatus
from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import parse_qs, urlsplit

import msgspec

from verbale.web.api.problem import MEDIA, is_api, problem

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

ENTRANCE = "/enter"
_COOKIE = "verbale-{}"
_OPEN = frozenset({"/static/desk.css"})
_LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})
_ANY = frozenset({"0.0.0.0", "::", ""})  # noqa: S104 - compared with, not bound to
_MONTH = 30 * 24 * 3600

#: Sent with every answer. No script and no style but our own files, no frame, no other place.
HEADERS = {
    "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self';"
    " img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
    " frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
    "cache-control": "private, no-cache",
}


def is_local(host: str) -> bool:
    """Whether only this machine can reach what listens there."""
    if host in _LOCAL:
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


class Access(msgspec.Struct, frozen=True, kw_only=True):
    """Where the server listens and what it asks for. ``token`` None asks for nothing;
    ``read_only`` takes no change from anybody."""

    host: str = "127.0.0.1"
    port: int = 0
    token: str | None = None
    read_only: bool = False

    def allows(self, asked: str) -> bool:
        """Whether ``asked``, the Host header, is a name of this server and not of another."""
        try:
            parts = urlsplit(f"//{asked}")
            name, port = (parts.hostname or "").rstrip("."), parts.port
        except ValueError:
            return False
        if parts.username is not None or parts.path or (port or 80) != self.port:
            return False
        if is_local(self.host):
            return is_local(name)
        if self.host not in _ANY:
            return name == self.host
        return is_local(name) or _is_address(name) or name in _own_names()


class Guard:
    """An ASGI application around another, which is asked only what may be asked."""

    def __init__(self, app: App, access: Access) -> None:
        self._app = app
        self._access = access
        self._pass = secrets.token_urlsafe(32)
        self._cookie = _COOKIE.format(access.port)  # cookies know no ports

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or hand it on."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            return
        refused = self._refusal(scope)
        if refused is not None:
            await _refuse(scope, send, *refused)
        elif self._access.token is not None and scope["path"] == ENTRANCE:
            await self._enter(scope, send)
        elif not self._may_see(scope):
            await _refuse(scope, send, 401, _ASK)
        elif scope["method"] == "HEAD":
            await self._app({**scope, "method": "GET"}, receive, _headless(_guarded(send)))
        else:
            await self._app(scope, receive, _guarded(send))

    def _refusal(self, scope: Scope) -> tuple[int, str] | None:
        """Why a request is refused whoever makes it; None where it is not."""
        hosts = _headers(scope, b"host")
        if len(hosts) != 1 or not self._access.allows(hosts[0]):
            return 421, "This is not the host of this record."
        for origin in _headers(scope, b"origin"):
            parts = urlsplit(origin)
            if parts.scheme != "http" or parts.netloc != hosts[0]:
                return 403, "Another site may not ask for this."
        site, mode = (_headers(scope, name) for name in (b"sec-fetch-site", b"sec-fetch-mode"))
        if site and site[0] in ("cross-site", "same-site") and mode != ["navigate"]:
            return 403, "Another site may not ask for this."
        return self._refused_change(scope)

    def _refused_change(self, scope: Scope) -> tuple[int, str] | None:
        """Browsers say whose page sends a form; what does not say so is no browser's."""
        if scope["method"] in ("GET", "HEAD"):
            return None
        if scope["method"] != "POST" or self._access.read_only:
            return 405, "The desk only shows; it changes nothing."
        if not _headers(scope, b"origin"):
            return 403, "A change is asked for by a page of the desk only."
        return None

    async def _enter(self, scope: Scope, send: Send) -> None:
        """Change the token of the printed address for a cookie."""
        given = parse_qs(scope["query_string"].decode("latin-1")).get("token", [""])[0]
        if not _same(given, self._access.token or ""):
            await _answer(send, 401, "This is not the token that was printed.")
            return
        cookie = f"{self._cookie}={self._pass}; HttpOnly; SameSite=Strict; Path=/; Max-Age={_MONTH}"
        # A page, not a redirect: a cookie that is Strict does not follow a link from elsewhere.
        await _answer(
            send, 200, "", headers={"set-cookie": cookie, "refresh": "0; url=/"}, page=_ENTERED
        )

    def _may_see(self, scope: Scope) -> bool:
        if self._access.token is None or scope["path"] in _OPEN:
            return True
        for given in _headers(scope, b"authorization"):  # which no browser sends by itself
            kind, _, token = given.partition(" ")
            if kind.lower() == "bearer" and _same(token.strip(), self._access.token):
                return True
        for header in _headers(scope, b"cookie"):
            try:
                found = SimpleCookie(header).get(self._cookie)
            except CookieError:
                continue
            if found is not None and _same(found.value, self._pass):
                return True
        return False


_ASK = (
    "Open the address that was printed when the desk was started; a program sends its token as"
    " Authorization: Bearer TOKEN."
)
_ENTERED = '<!DOCTYPE html><title>Verbale</title><p><a href="/">Open the record</a></p>'


def _same(given: str, wanted: str) -> bool:
    """Whether they are the same, told in a time that does not depend on where they differ."""
    return hmac.compare_digest(given.encode(), wanted.encode())


def _headers(scope: Scope, name: bytes) -> list[str]:
    return [value.decode("latin-1") for key, value in scope["headers"] if key.lower() == name]


def _is_address(name: str) -> bool:
    """An address in digits is nobody's to point elsewhere, as a name is."""
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _own_names() -> frozenset[str]:
    name = socket.gethostname().lower()
    return frozenset({name, f"{name}.local"})


def _guarded(send: Send) -> Send:
    async def guarded(message: Message) -> None:
        if message["type"] == "http.response.start":
            own = {key.encode() for key in HEADERS}
            kept = [(k, v) for k, v in message.get("headers", ()) if k.lower() not in own]
            message["headers"] = [*kept, *_encoded(HEADERS.items())]
        await send(message)

    return guarded


def _headless(send: Send) -> Send:
    """All of an answer but its body, as HEAD asks."""

    async def headless(message: Message) -> None:
        if message["type"] == "http.response.body":
            message = {**message, "body": b""}
        await send(message)

    return headless


def _encoded(headers: Iterable[tuple[str, str]]) -> list[tuple[bytes, bytes]]:
    return [(key.encode(), value.encode("latin-1")) for key, value in headers]


async def _refuse(scope: Scope, send: Send, status: int, words: str) -> None:
    if not is_api(scope["path"]):
        await _answer(send, status, words)
        return
    told = {"content-type": MEDIA}
    if status == HTTPStatus.UNAUTHORIZED:
        told["www-authenticate"] = "Bearer"
    body = msgspec.json.encode(problem(status, words, scope["path"]))
    await _answer(send, status, body.decode(), headers=told)


async def _answer(
    send: Send, status: int, words: str, headers: dict[str, str] | None = None, page: str = ""
) -> None:
    kind = "text/html" if page else "text/plain"
    told = {**HEADERS, "content-type": f"{kind}; charset=utf-8", **(headers or {})}
    await send({"type": "http.response.start", "status": status, "headers": _encoded(told.items())})
    await send({"type": "http.response.body", "body": (page or f"{words}\n").encode()})
