"""Answers: a body with an entity tag, or nothing where the asker has it already."""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import msgspec
from litestar import Request, Response
from litestar.response import Stream

from verbale.web.reader import Reader

JSON = "application/json"
JSONL = "application/jsonl"
#: A later start may run other code, which may tell something else of the same record.
_STARTED = secrets.token_hex(8)
_TAG = re.compile(r'(?:W/)?("[^"]*")')
_Request = Request[Any, Any, Any]
_Answer = Response[bytes] | Stream


def answered(
    request: _Request,
    reader: Reader,
    make: Callable[[], object],
    headers: Callable[[Any], Mapping[str, str]] = lambda _: {},
) -> _Answer:
    """What ``make`` returns, as JSON; ``headers`` are made of it. It is not called where nothing
    was written since the asker got the same."""
    tag = _tag(reader, JSON)
    if _holds(request, tag):
        return _unchanged(tag)
    made = make()
    return Response(
        msgspec.json.encode(made) + b"\n",
        media_type=JSON,
        headers={"etag": tag, **headers(made)},
    )


def sent(request: _Request, reader: Reader, media: str, make: Callable[[], bytes]) -> _Answer:
    """What ``make`` returns, as it is; it is not called where the asker has the same."""
    tag = _tag(reader, media)
    if _holds(request, tag):
        return _unchanged(tag)
    return Response(make(), media_type=media, headers={"etag": tag})


def streamed(request: _Request, reader: Reader, rows: Callable[[], Iterator[object]]) -> _Answer:
    """A line of JSON for each of ``rows``, sent as it is made."""
    tag = _tag(reader, JSONL)
    if _holds(request, tag):
        return _unchanged(tag)
    return Stream(_lines(rows()), media_type=JSONL, headers={"etag": tag})


def _lines(rows: Iterable[object]) -> Iterator[bytes]:
    encoder = msgspec.json.Encoder()
    for row in rows:
        yield encoder.encode(row) + b"\n"


def _tag(reader: Reader, media: str) -> str:
    """Looked at before the record is: what is read may be newer than its tag, and never older."""
    state = reader.state()
    told = hashlib.blake2b(f"{_STARTED} {media} {state}".encode(), digest_size=12)
    return f'"{told.hexdigest()}"'


def _holds(request: _Request, tag: str) -> bool:
    """Whether the asker has what bears this tag."""
    held = request.headers.get("if-none-match", "")
    return held.strip() == "*" or tag in _TAG.findall(held)


def _unchanged(tag: str) -> Response[bytes]:
    return Response(b"", status_code=304, headers={"etag": tag})
