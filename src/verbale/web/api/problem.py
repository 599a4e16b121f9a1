"""What went wrong and what to do, as ``application/problem+json`` (RFC 9457)."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

import msgspec
from litestar import Request, Response

MEDIA = "application/problem+json"
_ADVICE = {
    400: "look at /api/docs for what can be asked",
    404: "GET /api lists what there is",
    503: "somebody is writing; ask again in a moment",
}


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """``detail`` is what happened this time, ``advice`` what to do about it; ``instance`` is the
    path that was asked for."""

    title: str
    status: int
    detail: str
    instance: str
    advice: str | None = None
    type: str = "about:blank"


def is_api(path: str) -> bool:
    """Whether a path is of the API and not of the pages."""
    return path == "/api" or path.startswith("/api/")


def problem(status: int, detail: str, instance: str, advice: str = "") -> Problem:
    """A problem; without ``advice`` the usual one for its status."""
    return Problem(
        title=HTTPStatus(status).phrase,
        status=status,
        detail=detail,
        instance=instance,
        advice=advice or _ADVICE.get(status),
    )


def problem_of(request: Request[Any, Any, Any], detail: str, status: int) -> Response[bytes]:
    """The answer to a request that failed."""
    found = problem(status, detail, request.url.path)
    headers = {"retry-after": "1"} if status == HTTPStatus.SERVICE_UNAVAILABLE else {}
    body = msgspec.json.encode(found) + b"\n"
    return Response(body, media_type=MEDIA, status_code=status, headers=headers)
