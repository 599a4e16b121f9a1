"""What an address asks for: its query as a filter of the record, and a filter as a query."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Literal, TypeVar, get_args, get_origin
from urllib.parse import urlencode

import msgspec
from msgspec.structs import FieldInfo

from verbale.errors import UsageError, VerbaleError
from verbale.record.days import between
from verbale.record.filters import Page
from verbale.web.reader import Reader

F = TypeVar("F", bound=Page)

SHOWN = 50
MOST = 200
_LONGEST = 400
_WHETHER = "give true or false"
#: What the values of a number look like.
_FORMS = dict.fromkeys(("limit", "offset"), "give a whole number")
#: Values that name a party, by any of its names.
_PARTIES = frozenset({"country", "party", "actor", "recipient"})


def filter_of(kind: type[F], query: Mapping[str, str], reader: Reader) -> F:
    """The filter that ``query`` asks for; empty values ask for nothing, other keys for no more.

    Raises `UsageError` for a value that the field cannot have, what is no day where a day is asked
    for, or a party that nobody knows.
    """
    given: dict[str, str] = {}
    for field in _fields(kind):
        value = query.get(field.name, "").strip()
        if value and field.name != "parties":
            if len(value) > _LONGEST:
                raise UsageError(field.name, f"at most {_LONGEST} characters")
            given[field.name] = reader.code(value) if field.name in _PARTIES else value
    try:
        found = msgspec.convert(given, kind, strict=False)
    except msgspec.ValidationError as error:
        raise _wrong(kind, given, error) from error
    between(given.get("since"), given.get("until"))
    limit, offset = found.limit or SHOWN, max(found.offset, 0)
    return msgspec.structs.replace(found, limit=min(max(limit, 1), MOST), offset=min(offset, 2**40))


def slips(given: Mapping[str, str], error: VerbaleError) -> list[str]:
    """The boxes of a form whose values ``error`` is about, so that the page can point at them."""
    about = error.subject
    return [
        name
        for name, value in given.items()
        if value and (_holds(about, value) or _holds(value, about))
    ]


def _holds(words: str, part: str) -> bool:
    """Whether ``part`` stands in ``words`` and is no piece of a longer word or day."""
    return re.search(rf"(?<![\w.-]){re.escape(part)}(?![\w.-])", words) is not None


@cache
def _fields(kind: type[Page]) -> tuple[FieldInfo, ...]:
    """The fields of a filter. Asking for them reads its annotations anew, which takes longer than
    all else that an address of a page costs, and a page has some fifty."""
    return msgspec.structs.fields(kind)


def _wrong(kind: type[Page], given: Mapping[str, str], error: Exception) -> UsageError:
    """What is wrong with a value, and which there are where they can be told."""
    name = str(error).rpartition("$.")[2].rstrip("`")
    field = next((each for each in _fields(kind) if each.name == name), None)
    if field is None:
        return UsageError("the address", str(error))
    values = [value for value in _values(field.type) if value is not None]
    there = (
        f"there are {', '.join(map(str, values))}" if values else _FORMS.get(name, "true or false")
    )
    return UsageError(f"{name}={given[name]}", f"no such value; {there}")


def _values(kind: Any) -> Iterator[Any]:
    """The values of the literals in a type."""
    for part in get_args(kind):
        if get_origin(part) is Literal:
            yield from get_args(part)
        elif get_origin(kind) is Literal:
            yield part


def query_of(wanted: Page, **changes: object) -> str:
    """The query that asks for ``wanted`` with ``changes``, without what asks for nothing."""
    values = {**msgspec.structs.asdict(wanted), **changes}
    usual = {field.name: field.default for field in _fields(type(wanted))}
    usual["limit"] = SHOWN
    kept = {
        name: str(value).lower() if isinstance(value, bool) else value
        for name, value in values.items()
        if value not in (None, "", ()) and usual.get(name) != value
    }
    return urlencode(kept)


def address(path: str, **values: object) -> str:
    """A path with the query of those ``values`` that say something."""
    query = urlencode({name: value for name, value in values.items() if value not in (None, "")})
    return f"{path}?{query}" if query else path
