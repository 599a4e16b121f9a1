"""Debian's Chromium on a desk of its own: for the tests of the pages, and for their pictures.

Nothing is downloaded: Playwright drives the browser that is installed, and what a page asks of any
other machine is refused and kept, so that it can be told.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Route,
    sync_playwright,
)

_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_NAMES = ("chromium", "chromium-browser", "google-chrome")
_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_PATIENCE = 15_000
_OPENED = "The desk is open at "


def installed() -> str | None:
    """The path of the browser; None where none is installed. ``VERBALE_CHROMIUM`` names another."""
    named = os.environ.get("VERBALE_CHROMIUM")
    return named or next(filter(None, map(shutil.which, _NAMES)), None)


@contextmanager
def browser() -> Iterator[Browser]:
    """The browser, with a profile that is thrown away."""
    with sync_playwright() as driver:
        found = driver.chromium.launch(executable_path=installed(), args=list(_FLAGS))
        try:
            yield found
        finally:
            found.close()


@contextmanager
def served(record: Path, *options: str) -> Iterator[str]:
    """The desk over a record in a process of its own, at a free port: its address, as printed."""
    command = (sys.executable, "-m", "verbale.cli", "serve", str(record))
    desk = subprocess.Popen(
        [*command, "--port", "0", "--no-browser", *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1", "COLUMNS": "300"},
    )
    with desk:
        try:
            assert desk.stdout is not None
            told = next((line for line in desk.stdout if _OPENED in line), "")
            yield told.partition(_OPENED)[2].strip().rstrip("/")
        finally:
            desk.terminate()


class Visit(NamedTuple):
    """Somebody looking: their page, what the browser complained of, what was asked elsewhere."""

    page: Page
    context: BrowserContext
    complaints: list[str]
    elsewhere: list[str]


@contextmanager
def visit(
    found: Browser,
    home: str,
    *,
    width: int = 1440,
    height: int = 900,
    script: bool = True,
    dark: bool = False,
) -> Iterator[Visit]:
    """A window of a size, with or without JavaScript, on the first page of the desk at ``home``."""
    context = found.new_context(
        base_url=home,
        viewport={"width": width, "height": height},
        java_script_enabled=script,
        color_scheme="dark" if dark else "light",
        reduced_motion="reduce",
    )
    context.set_default_timeout(_PATIENCE)
    complaints: list[str] = []
    elsewhere: list[str] = []

    def fence(route: Route) -> None:
        address = urlsplit(route.request.url)
        if address.scheme in ("http", "https", "ws", "wss") and address.hostname not in _LOOPBACK:
            elsewhere.append(route.request.url)
            route.abort()
        else:
            route.continue_()

    def heard(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            complaints.append(message.text)

    context.route("**/*", fence)
    context.on("console", heard)
    context.on("weberror", lambda error: complaints.append(str(error.error)))
    page = context.new_page()
    page.goto(home)
    try:
        yield Visit(page, context, complaints, elsewhere)
    finally:
        context.close()
