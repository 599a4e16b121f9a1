"""One entry, and what the record tells about it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import msgspec
from litestar import Request, Response, get
from litestar.di import NamedDependency
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath
from litestar.response import Stream

from verbale.errors import NoSuchEntry
from verbale.exports.citing import Cited, cited
from verbale.exports.interchange import Interchange, interchange
from verbale.record import (
    ActRow,
    Counts,
    HistoryRow,
    MatterLinkRow,
    MatterRow,
    OriginsRow,
    PositionRow,
    Record,
    ReportRow,
    ReuseRow,
    StatementRow,
)
from verbale.web.api.answer import answered
from verbale.web.api.nouns import NOUNS
from verbale.web.api.parameters import refuse_unknown
from verbale.web.reader import Reader


class Index(msgspec.Struct, frozen=True, kw_only=True):
    """What the record holds, and where to ask for it."""

    record: str
    counts: Counts
    lists: dict[str, str]
    search: str
    brief: str
    documents: str
    openapi: str


class History(msgspec.Struct, frozen=True, kw_only=True):
    """How an entry came to be, oldest first."""

    items: tuple[HistoryRow, ...]


class Matters(msgspec.Struct, frozen=True, kw_only=True):
    """What an entry is about, the surest first."""

    items: tuple[MatterLinkRow, ...]


class Single(NamedTuple):
    """An address with an id in it: ``path`` with ``{id}``, its answer, an id for the example."""

    path: str
    told: str
    answer: type
    ask: Callable[[Record, str], object]
    example: str


def _of(kind: type) -> Callable[[Record, str], object]:
    """An entry, if it is of this kind."""

    def ask(record: Record, name: str) -> object:
        found = record.find(name)
        if not isinstance(found, kind):
            raise NoSuchEntry(name, "an entry of another kind")
        return found

    return ask


SINGLES: tuple[Single, ...] = (
    Single("/api/reports/{id}", "A report: by id, handle, or address.", ReportRow,
           lambda record, name: record.report(name), "r1"),
    Single("/api/reports/{id}/annotation",
           "Its text with all that was drawn from it: what `verbale annotate` prints.",
           Interchange, lambda record, name: interchange(record.annotation(name)), "r1"),
    Single("/api/reports/{id}/reuse",
           "Which passages of it stand in other reports, since when, credited or not.",
           ReuseRow, lambda record, name: record.reuse(name), "r1"),
    Single("/api/statements/{id}", "A statement.", StatementRow, _of(StatementRow), "s1"),
    Single("/api/acts/{id}", "An act.", ActRow, _of(ActRow), "e1"),
    Single("/api/positions/{id}", "A position.", PositionRow, _of(PositionRow), "p1"),
    Single("/api/matters/{id}", "A matter: by id, the beginning of one, or words of its name.",
           MatterRow, lambda record, name: record.matter(name), "m1a2b3c4"),
    Single("/api/entries/{id}/passage",
           "The words that a statement, act, position or actor rests on, ready to be cited.",
           Cited, cited, "s1"),
    Single("/api/entries/{id}/origins",
           "Where an entry comes from, and on how many independent origins it rests.",
           OriginsRow, lambda record, name: record.origins(name), "s1"),
    Single("/api/entries/{id}/matters", "What an entry is about.", Matters,
           lambda record, name: Matters(items=record.matters_of(record.find(name).id)), "s1"),
    Single("/api/entries/{id}/history", "How an entry came to be.", History,
           lambda record, name: History(items=record.history(name)), "s1"),
)  # fmt: skip


def handler(single: Single) -> HTTPRouteHandler:
    """The route of one of them."""

    @get(single.path.replace("{id}", "{name:str}"), sync_to_thread=True)
    def one(
        request: Request[Any, Any, Any], reader: NamedDependency[Reader], name: FromPath[str]
    ) -> Response[bytes] | Stream:
        refuse_unknown(request.query_params, ())
        return answered(request, reader, lambda: single.ask(reader.record(), name))

    return one


@get("/api", sync_to_thread=True)
def index(
    request: Request[Any, Any, Any], reader: NamedDependency[Reader]
) -> Response[bytes] | Stream:
    """What there is."""
    refuse_unknown(request.query_params, ())
    return answered(request, reader, lambda: _index(reader))


def _index(reader: Reader) -> Index:
    return Index(
        record=reader.path.name,
        counts=reader.record().counts(),
        lists={noun.name: f"/api/{noun.name}" for noun in NOUNS},
        search="/api/search",
        brief="/api/brief",
        documents="/api/docs",
        openapi="/api/openapi.json",
    )
