"""A noun as pages of JSON that hold still while the record grows, and as a stream of lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any, Generic, TypeVar

import msgspec
from litestar import Request, Response, get
from litestar.di import NamedDependency
from litestar.handlers import HTTPRouteHandler
from litestar.response import Stream

from verbale.record import Place
from verbale.record.filters import Page
from verbale.web.api.answer import answered, streamed
from verbale.web.api.cursor import cursor_of, place_of, wrong
from verbale.web.api.nouns import Noun, Piece
from verbale.web.api.parameters import Parameter, parameters_of, refuse_unknown
from verbale.web.asked import filter_of, query_of
from verbale.web.reader import Reader

R = TypeVar("R")


class Answer(msgspec.Struct, Generic[R], frozen=True, kw_only=True):
    """A page of a list.

    ``total`` counts all that fits; ``undated`` what else would, but for having no day with a year,
    where days were asked for. ``next`` is the address of the page after, None on the last.
    ``cursor`` is where this page ends: kept, it asks later for what was added since.
    """

    items: tuple[R, ...]
    total: int
    undated: int
    next: str | None
    cursor: str | None


def parameters(noun: Noun) -> tuple[Parameter, ...]:
    """What a list can be asked."""
    return parameters_of(noun.kind, noun.orders)


def handlers(noun: Noun) -> list[HTTPRouteHandler]:
    """The list of a noun, and the stream."""
    known = parameters(noun)

    @get(f"/api/{noun.name}", sync_to_thread=True)
    def listed(
        request: Request[Any, Any, Any], reader: NamedDependency[Reader]
    ) -> Response[bytes] | Stream:
        query = dict(request.query_params)
        refuse_unknown(query, known)
        wanted = filter_of(noun.kind, query, reader)
        word = query.get("cursor", "").strip() or None
        _place(noun, wanted, word)
        return answered(request, reader, lambda: _page(noun, reader, wanted, word), _links)

    @get(f"/api/{noun.name}.jsonl", sync_to_thread=True)
    def lines(
        request: Request[Any, Any, Any], reader: NamedDependency[Reader]
    ) -> Response[bytes] | Stream:
        query = dict(request.query_params)
        refuse_unknown(query, known)
        wanted = filter_of(noun.kind, query, reader)
        word = query.get("cursor", "").strip() or None
        _look(noun, reader, msgspec.structs.replace(wanted, limit=1), word)  # refuses before line 1
        return streamed(request, reader, lambda: _rows(noun, reader, wanted, word, _most(query)))

    return [listed, lines]


def _page(noun: Noun, reader: Reader, wanted: Page, word: str | None) -> Answer[Any]:
    found, number = _look(noun, reader, wanted, word)
    ends = cursor_of(noun.name, wanted.order, found.last) if found.last else word
    query = query_of(wanted, offset=0, cursor=ends)
    return Answer(
        items=found.rows,
        total=number.fit,
        undated=number.undated,
        next=f"/api/{noun.name}?{query}" if found.more else None,
        cursor=ends,
    )


def _look(noun: Noun, reader: Reader, wanted: Page, word: str | None) -> Piece:
    try:
        return noun.piece(reader, wanted, _place(noun, wanted, word))
    except ValueError as error:
        raise wrong() from error


def _rows(
    noun: Noun, reader: Reader, wanted: Page, word: str | None, most: int | None
) -> Iterator[object]:
    return islice(noun.each(reader, wanted, _place(noun, wanted, word)), most)


def _place(noun: Noun, wanted: Page, word: str | None) -> Place | None:
    return place_of(word, noun.name, wanted.order) if word else None


def _most(query: Mapping[str, str]) -> int | None:
    """How many lines are asked for; None for all."""
    given = query.get("limit", "").strip()
    return min(max(int(given), 1), 2**31) if given else None


def _links(answer: Answer[Any]) -> dict[str, str]:
    return {"link": f'<{answer.next}>; rel="next"'} if answer.next else {}
