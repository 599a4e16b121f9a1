"""Which network addresses may be asked, and a transport that asks no others.

A name is resolved here, every address it has is checked, and the connection is made to a checked
address itself. So no second resolution, which could answer otherwise, comes between
check and connection, and every hop of a redirect is checked as well.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Iterator

import httpx

from verbale.errors import FetchFailed, FetchRefused

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

#: IPv6 ranges that carry an IPv4 address, and by how many bits it is shifted.
_CARRIERS = (
    (ipaddress.IPv6Network("::ffff:0:0/96"), 0),
    (ipaddress.IPv6Network("::/96"), 0),
    (ipaddress.IPv6Network("64:ff9b::/96"), 0),
    (ipaddress.IPv6Network("2002::/16"), 80),
)
#: Set apart by IANA, whatever the Python release at hand knows of them.
_SET_APART = tuple(
    map(ipaddress.ip_network, ("64:ff9b:1::/48", "100::/64", "2001::/23", "3fff::/20", "5f00::/16"))
)
_TRIES = 4


def is_public(address: str) -> bool:
    """Whether a numeric address is one of the public internet.

    Not public: private, loopback, link-local, shared, reserved, multicast and unspecified ones,
    and IPv6 addresses that stand for such an IPv4 address.
    """
    parsed = ipaddress.ip_address(address.partition("%")[0])
    carried = _carried(parsed)
    if carried is not None:
        return is_public(str(carried))
    odd = parsed.is_multicast or parsed.is_reserved or parsed.is_loopback or parsed.is_link_local
    site = isinstance(parsed, ipaddress.IPv6Address) and parsed.is_site_local
    apart = any(parsed in network for network in _SET_APART if network.version == parsed.version)
    return parsed.is_global and not (odd or site or apart)


def _carried(address: Address) -> ipaddress.IPv4Address | None:
    if isinstance(address, ipaddress.IPv4Address):
        return None
    for network, shift in _CARRIERS:
        if address in network:
            return ipaddress.IPv4Address((int(address) >> shift) & 0xFFFFFFFF)
    return None


def resolve(host: str, port: int) -> tuple[str, ...]:
    """The numeric addresses of ``host``, in the order to try them. Raises ``OSError``."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


class CheckedTransport(httpx.BaseTransport):
    """Sends requests through ``inner``, to checked addresses only.

    The request goes to the numeric address; its Host header and the name that TLS asks for and
    verifies stay those of the URL. ``inner`` must not keep connections: it would
    know them by number and could use one, verified for one name, for another.
    """

    def __init__(self, inner: httpx.BaseTransport, *, allow_private: bool) -> None:
        self._inner = inner
        self._allow_private = allow_private

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """The answer from the first address that takes the connection.

        Raises `FetchRefused` if any address is not public, `FetchFailed` if there is none.
        """
        failure: httpx.TransportError | None = None
        for direct in self._direct(request):
            try:
                return self._inner.handle_request(direct)
            except (httpx.ConnectError, httpx.ConnectTimeout) as error:
                failure = error
        raise failure or FetchFailed(str(request.url), "its host has no address")

    def close(self) -> None:
        """Close the transport inside."""
        self._inner.close()

    def _direct(self, request: httpx.Request) -> Iterator[httpx.Request]:
        host = request.url.raw_host.decode("ascii")
        for address in self._checked(request.url, host)[:_TRIES]:
            yield httpx.Request(
                request.method,
                request.url.copy_with(host=address),
                headers=request.headers,
                stream=request.stream,
                extensions={**request.extensions, "sni_hostname": host},
            )

    def _checked(self, url: httpx.URL, host: str) -> tuple[str, ...]:
        port = url.port or (443 if url.scheme == "https" else 80)
        try:
            addresses = resolve(host, port)
        except (OSError, UnicodeError) as error:
            raise FetchFailed(str(url), f"there is no host named {host}") from error
        hidden = [address for address in addresses if not is_public(address)]
        if hidden and not self._allow_private:
            raise FetchRefused(
                str(url),
                f"{host} is at {hidden[0]}, which is not a public address; "
                "--allow-private permits it",
            )
        return addresses
