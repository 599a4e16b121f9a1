"""Listening: the socket first, so that whoever is told the address can ask there at once."""

from __future__ import annotations

import secrets
import socket
import webbrowser
from collections.abc import Callable
from pathlib import Path
from threading import Timer

import uvicorn

from verbale.errors import UsageError
from verbale.web.app import create_app
from verbale.web.guard import ENTRANCE, Access, is_local

_A_MOMENT = 0.6


def serve(
    path: Path,
    *,
    host: str,
    port: int,
    browse: bool,
    guarded: bool,
    read_only: bool,
    author: str,
    say: Callable[[str], None],
) -> None:
    """Serve the record at ``path`` until stopped. ``port`` 0 takes a free one.

    Beyond this machine, or where ``guarded``, nothing is shown without a token, which ``say`` is
    given once as part of the address. ``author`` decides where a page names nobody; ``read_only``
    nobody does. Raises `UsageError` for a place that cannot be listened at.
    """
    listening = _listen(host, port)
    with listening:
        bound = int(listening.getsockname()[1])
        token = secrets.token_urlsafe(32) if guarded or not is_local(host) else None
        access = Access(host=host, port=bound, token=token, read_only=read_only)
        app = create_app(path, access, author=author)
        place = f"http://{_shown(host)}:{bound}"
        home = f"{place}{ENTRANCE}?token={token}" if token else f"{place}/"
        say(home)
        if browse:
            opening = Timer(_A_MOMENT, webbrowser.open, (home,))
            opening.daemon = True
            opening.start()
        config = uvicorn.Config(
            app,
            log_level="warning",
            access_log=False,
            server_header=False,
            ws="none",
            timeout_graceful_shutdown=3,
        )
        uvicorn.Server(config).run(sockets=[listening])


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Named in full, TCP included: asyncio turns Nagle's algorithm off only where it reads that, and
    # else the body of each answer waits some 40 ms for the browser to acknowledge the head.
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
        listening.listen()  # what is asked before the pages are up waits, and is not refused
    except OSError as error:
        listening.close()
        reason = f"cannot be listened at: {error.strerror or error}; --port 0 takes a free one"
        raise UsageError(f"{host}:{port}", reason) from error
    return listening


def _shown(host: str) -> str:
    """The host as an address has it; for all addresses of a machine, its name."""
    if host in ("0.0.0.0", "::"):  # noqa: S104 - compared with
        return socket.gethostname()
    return f"[{host}]" if ":" in host else host
