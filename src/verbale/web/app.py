"""The application: the routes over one record, behind the guard."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any, cast

from litestar import Litestar, Request, Response
from litestar.di import Provide
from litestar.exceptions import HTTPException

from verbale.desk import ReadingApart
from verbale.errors import (
    AmbiguousEntry,
    NoSuchEntry,
    RecordBusy,
    UsageError,
    VerbaleError,
)
from verbale.web.api import is_api, problem_of
from verbale.web.api.routes import HANDLERS as API
from verbale.web.changes import Changes
from verbale.web.guard import Access, App, Guard
from verbale.web.pages import page
from verbale.web.reader import Reader
from verbale.web.routes import HANDLERS

#: HTTP statuses, most specific class first, beside `verbale.errors.EXIT_CODES`.
STATUSES: tuple[tuple[type[VerbaleError], int], ...] = (
    (UsageError, 400),
    (NoSuchEntry, 404),
    (AmbiguousEntry, 404),
    (RecordBusy, 503),
    (VerbaleError, 500),
)
_Request = Request[Any, Any, Any]
_Failure = Response[str] | Response[bytes]
_log = logging.getLogger("verbale.web")


def create_app(path: Path, access: Access | None = None, *, author: str = "unknown") -> App:
    """The pages over the record at ``path``, as an ASGI application. ``author`` decides where a
    page names nobody.

    Raises as `verbale.record.Record` does where there is no record to open.
    """
    access = access or Access()
    reader = Reader(path)
    reader.record()
    apart = ReadingApart(path)
    changes = Changes(path, author=author, read_only=access.read_only, decided=reader.keeping.drop)

    def told(request: _Request, error: VerbaleError) -> _Failure:
        return _failed(request, reader, str(error), status_of(error))

    def http(request: _Request, error: HTTPException) -> _Failure:
        words = "There is no such page." if error.status_code == 404 else error.detail
        return _failed(request, reader, words, error.status_code)

    def unforeseen(request: _Request, error: Exception) -> _Failure:
        _log.error("a page failed", exc_info=error)
        return _failed(request, reader, "A mistake in Verbale; the terminal shows where.", 500)

    app = Litestar(
        route_handlers=[*HANDLERS, *API],
        dependencies={
            "reader": Provide(lambda: reader, sync_to_thread=False),
            "changes": Provide(lambda: changes, sync_to_thread=False),
            "apart": Provide(lambda: apart, sync_to_thread=False),
        },
        exception_handlers={VerbaleError: told, HTTPException: http, Exception: unforeseen},
        openapi_config=None,
        logging_config=None,
        request_max_body_size=0,
    )
    return Guard(cast(App, app), access)  # the same protocol in other types


def status_of(error: VerbaleError) -> int:
    """The HTTP status for ``error``: that of the first class in the table it belongs to."""
    return next(status for kind, status in STATUSES if isinstance(error, kind))


def _failed(request: _Request, reader: Reader, words: str, status: int) -> _Failure:
    if is_api(request.url.path):
        return problem_of(request, words, status)
    try:
        return page(reader, "failure.html", "", status, title=f"{status}", words=words)
    except VerbaleError:  # the record itself cannot be opened: its name is all there is to tell
        return Response(f"{words}\n", status_code=status, media_type="text/plain")
