"""A table of one kind of entry: what can be asked of it, and its rows as a page and as files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import Any, NamedTuple
from urllib.parse import parse_qsl

import msgspec
from litestar import Request, Response, get
from litestar.di import NamedDependency
from litestar.handlers import HTTPRouteHandler
from litestar.response import Stream

from verbale.errors import UsageError
from verbale.exports import csv
from verbale.exports.tables import Column
from verbale.record import ActorFilter, Facet, Listing, Record, StatementFilter
from verbale.record.filters import Page
from verbale.record.orders import ORDERS
from verbale.web.asked import filter_of, query_of, slips
from verbale.web.changes import Changes
from verbale.web.pages import page, stream
from verbale.web.reader import Reader

_BATCH = 500
_USUAL = "day"
#: Orders that an index keeps, both ways; and of how many entries at most a large record's pages are
#: put in another one, since all that fit are looked at for it.
_KEPT = frozenset({"read", _USUAL})
_SORTED = 20_000
#: Fields that narrow nothing down.
_PAGING = frozenset({"limit", "offset", "order"})
#: What fields ask for, in words, where those of the field do not tell.
_ONLY: dict[tuple[str, object], str] = {
    ("lacks", "speaker"): "by somebody who is not identified",
    ("lacks", "year"): "made on a day whose year is open",
    ("open", True): "speaker or year not known",
    ("speech", True): "said, no attitude that news reports",
    ("speech", False): "attitudes that news reports",
    ("background", True): "recalled",
    ("background", False): "no background",
}
#: Nouns whose rows the record can list in several orders, with the letter that it knows them by.
_ORDERED = {"reports": "r", "statements": "s", "acts": "e", "positions": "p"}


class Box(NamedTuple):
    """A field of the form above a table: the filter's field, its label, an example."""

    name: str
    label: str
    example: str = ""


class Table(NamedTuple):
    """``noun`` is the path and the name of the template of its rows. ``listed`` gives a page of
    them, ``whole`` all that fit, ``divided`` how they divide by a field; ``facets`` are these
    fields (field, label), ``orders`` what rows can be listed by (name, label), the usual one first;
    ``columns`` make the files."""

    noun: str
    title: str
    kind: type[Page]
    listed: Callable[[Record, Any], Listing[Any]]
    divided: Callable[[Record, Any, str], Sequence[Facet]]
    whole: Callable[[Reader, Any], Iterator[Any]]
    boxes: tuple[Box, ...]
    facets: tuple[tuple[str, str], ...]
    orders: tuple[tuple[str, str], ...]
    columns: Sequence[Column]


class Choice(NamedTuple):
    """A value of a facet: the query that asks for it, or no more where it is chosen already."""

    value: str
    number: int | None
    query: str
    chosen: bool


class Only(NamedTuple):
    """What an address asks for beside boxes and facets: in words, and the query without it."""

    words: str
    query: str


class Heading(NamedTuple):
    """A column that rows can be listed by: the query that asks for it, turned round where they are
    listed by it already; how they are, as ``aria-sort`` has it."""

    query: str
    now: str | None


def ordered(reader: Reader, wanted: Any) -> Iterator[Any]:
    """All entries that fit, in short reads: a thread at a time, each with its own connection."""
    numbers = reader.record().order(wanted)
    for start in range(0, len(numbers), _BATCH):
        yield from reader.record().these(wanted, numbers[start : start + _BATCH])


def handlers(table: Table) -> list[HTTPRouteHandler]:
    """The page of a table, and the files of exactly what it shows."""

    @get(f"/{table.noun}", sync_to_thread=True)
    def shown(
        request: Request[Any, Any, Any],
        reader: NamedDependency[Reader],
        changes: NamedDependency[Changes],
    ) -> Response[str]:
        query = dict(request.query_params)
        try:
            return _page(table, reader, changes, query)
        except UsageError as error:
            return _refused(table, reader, changes, query, error)

    @get(f"/{table.noun}.csv", sync_to_thread=True)
    def as_csv(request: Request[Any, Any, Any], reader: NamedDependency[Reader]) -> Stream:
        wanted = filter_of(table.kind, dict(request.query_params), reader)
        return stream(_csv(table, reader, wanted), "text/csv", f"{table.noun}.csv")

    @get(f"/{table.noun}.jsonl", sync_to_thread=True)
    def as_jsonl(request: Request[Any, Any, Any], reader: NamedDependency[Reader]) -> Stream:
        wanted = filter_of(table.kind, dict(request.query_params), reader)
        return stream(_jsonl(table, reader, wanted), "application/jsonl", f"{table.noun}.jsonl")

    return [shown, as_csv, as_jsonl]


def _page(table: Table, reader: Reader, changes: Changes, query: dict[str, str]) -> Response[str]:
    wanted = filter_of(table.kind, query, reader)
    if not _is_kept(wanted.order) and not _are_few(reader, table, wanted):
        raise UsageError(
            f"order={wanted.order}",
            f"more than {_SORTED:,} fit; narrow them down, or list them by day",
        )
    found: Listing[Any] = reader.kept(
        (table.noun, query_of(wanted)), lambda its: table.listed(its, wanted)
    )
    few = found.total <= _SORTED or not reader.record().is_large
    return page(
        reader,
        "table.html",
        f"/{table.noun}",
        title=table.title,
        table=table,
        problem=None,
        wrong=(),
        wanted=wanted,
        given={box.name: query.get(box.name, "") for box in table.boxes},
        found=found,
        facets=[
            (name, label, _choices(table, reader, wanted, name)) for name, label in table.facets
        ],
        orders=[
            (label, query_of(wanted, order=name or None, offset=0), (wanted.order or "") == name)
            for name, label in table.orders
            if few or _is_kept(name)
        ],
        heads={
            name: _heading(wanted, name)
            for name in ORDERS.get(_ORDERED.get(table.noun, ""), ())
            if few or _is_kept(name)
        },
        query=query_of(wanted),
        only=_only(table, wanted),
        whole=query_of(wanted, limit=None, offset=0),
        before=_turned(wanted, found, -1),
        after=_turned(wanted, found, 1),
        kept=parse_qsl(query_of(wanted, offset=0)),
        meant=() if found.total else _meant(reader, wanted),
        changes=changes,
    )


def _refused(
    table: Table, reader: Reader, changes: Changes, query: Mapping[str, str], error: UsageError
) -> Response[str]:
    """The page with all that was asked for, and why it cannot be answered."""
    fields = {name: value for name, value in query.items() if name in table.kind.__struct_fields__}
    given = {box.name: fields.pop(box.name, "") for box in table.boxes}
    return page(
        reader,
        "table.html",
        f"/{table.noun}",
        400,
        title=table.title,
        table=table,
        problem=str(error),
        wrong=slips(given, error),
        given=given,
        kept=[(name, value) for name, value in fields.items() if value],
        changes=changes,
    )


def _meant(reader: Reader, wanted: Page) -> tuple[str, ...]:
    """Names like one that is asked for and that nobody has."""
    if isinstance(wanted, StatementFilter) and wanted.by:
        alone, name = StatementFilter(by=wanted.by, limit=1), wanted.by
        return () if reader.record().statements(alone) else reader.record().speakers_like(name)
    if isinstance(wanted, ActorFilter) and wanted.name:
        others = ActorFilter(name=wanted.name, limit=1)
        known = reader.record().roster(others)
        return () if known else reader.record().speakers_like(wanted.name)
    return ()


def _is_kept(order: str | None) -> bool:
    return not order or order.removeprefix("-") in _KEPT


def _are_few(reader: Reader, table: Table, wanted: Any) -> bool:
    """Whether so few fit that they can be put in any order."""
    if not reader.record().is_large:
        return True
    rest = query_of(wanted, limit=None, offset=0, order=None)
    number = reader.kept((table.noun, "number", rest), lambda its: its.number(wanted).fit)
    return number <= _SORTED


def _heading(wanted: Page, name: str) -> Heading:
    """By day from the first on is the usual order, which an address need not name."""
    order = wanted.order or _USUAL
    up, down = (None if name == _USUAL else name), f"-{name}"
    if order == name:
        return Heading(query_of(wanted, order=down, offset=0), "ascending")
    now = "descending" if order == down else None
    return Heading(query_of(wanted, order=up, offset=0), now)


def _choices(table: Table, reader: Reader, wanted: Any, name: str) -> list[Choice]:
    """The values of a facet among what all the other filters leave."""
    chosen = getattr(wanted, name)
    if chosen is not None:
        return [Choice(str(chosen), None, query_of(wanted, offset=0, **{name: None}), True)]
    rest = query_of(wanted, limit=None, offset=0, order=None)
    found: Sequence[Facet] = reader.kept(
        (table.noun, name, rest), lambda its: table.divided(its, wanted, name)
    )
    return [
        Choice(each.value, each.number, query_of(wanted, offset=0, **{name: each.value}), False)
        for each in found
    ]


def _only(table: Table, wanted: Page) -> list[Only]:
    """What narrows the rows down and stands in no box and no facet, so that it can be seen."""
    shown = {box.name for box in table.boxes} | {name for name, _ in table.facets}
    asked = msgspec.structs.asdict(wanted)
    return [
        Only(
            _ONLY.get((name, value), f"{name}: {str(value).lower()}"),
            query_of(wanted, offset=0, **{name: _usual(wanted, name)}),
        )
        for name, value in asked.items()
        if name not in shown | _PAGING and value != _usual(wanted, name)
    ]


def _usual(wanted: Page, name: str) -> object:
    """What a field says where nothing is asked of it."""
    return next(each.default for each in msgspec.structs.fields(wanted) if each.name == name)


def _turned(wanted: Page, found: Listing[Any], by: int) -> str | None:
    """The query of the page before or after, None where there is none."""
    limit = wanted.limit or 0
    offset = wanted.offset + by * limit
    if by < 0:
        return query_of(wanted, offset=max(offset, 0)) if wanted.offset else None
    return query_of(wanted, offset=offset) if offset < found.total else None


def _rows(table: Table, reader: Reader, wanted: Page) -> Iterator[Sequence[Any]]:
    """All rows that fit, in the order shown. The first is looked for at once: what cannot be asked
    is refused before a file begins."""
    found = table.whole(reader, wanted)
    first = tuple(islice(found, 1))
    return ([column.take(row) for column in table.columns] for row in chain(first, found))


def _csv(table: Table, reader: Reader, wanted: Page) -> Iterator[bytes]:
    rows = _rows(table, reader, wanted)
    return chain((csv.heading(table.columns),), (csv.line(table.columns, row) for row in rows))


def _jsonl(table: Table, reader: Reader, wanted: Page) -> Iterator[bytes]:
    names = [column.name for column in table.columns]
    rows = _rows(table, reader, wanted)
    return (msgspec.json.encode(dict(zip(names, row, strict=True))) + b"\n" for row in rows)
