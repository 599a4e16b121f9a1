"""Posting JSON to an address, with the same guard as fetching."""

from __future__ import annotations

from datetime import UTC, datetime

import httpx

from verbale.errors import FetchFailed, FetchRefused
from verbale.sources.network.addresses import CheckedTransport
from verbale.sources.network.fetch import AGENT
from verbale.sources.network.retry import retry_after
from verbale.sources.options import SourceOptions


def post(url: str, body: bytes, options: SourceOptions) -> None:
    """Post ``body``, JSON in UTF-8; what is answered is not read, redirects are not followed.

    Raises `FetchRefused` for an address that may not be asked, `FetchFailed` for any answer but
    success; its ``retry_after`` is what the server asks for.
    """
    if not url.startswith(("https://", "http://")):
        raise FetchRefused(url, "only http and https addresses are posted to")
    headers = {"User-Agent": AGENT, "Content-Type": "application/json"}
    wire = httpx.HTTPTransport(trust_env=False, limits=httpx.Limits(max_keepalive_connections=0))
    transport = CheckedTransport(wire, allow_private=options.allow_private)
    try:
        with (
            httpx.Client(transport=transport, timeout=options.timeout, trust_env=False) as client,
            client.stream("POST", url, content=body, headers=headers) as response,
        ):
            status = response.status_code
            asked = retry_after(response.headers.get("retry-after"), datetime.now(UTC))
    except httpx.InvalidURL as error:
        raise FetchRefused(url, f"is no address: {error}".lower()) from error
    except httpx.TimeoutException as error:
        raise FetchFailed(url, f"no answer within {options.timeout:g} s") from error
    except httpx.HTTPError as error:
        raise FetchFailed(url, f"the connection failed: {error}") from error
    if not httpx.codes.is_success(status):
        raise FetchFailed(url, f"the server answers {status}", asked)
