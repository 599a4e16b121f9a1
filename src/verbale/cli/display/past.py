"""What changed from one value of an entry to the next, in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec

#: Where things stand changes with every version of a page and says nothing of what they are.
_PLACES = {"id", "source", "cue", "content", "mentions", "actor_span", "recipient_span"}
_PLACES |= {"evidence", "nested_in", "statement", "span", "standfirst", "body", "junk"}


class Changed(NamedTuple):
    """A field with its value before and after."""

    field: str
    before: str
    after: str


def changes(old: str | None, new: str | None) -> Iterator[Changed]:
    """The fields that differ between two values of an entry, as JSON; none if one is missing."""
    if old is None or new is None:
        return
    before, after = msgspec.json.decode(old), msgspec.json.decode(new)
    for field in dict.fromkeys((*before, *after)):
        one, other = _shown(before.get(field)), _shown(after.get(field))
        if field not in _PLACES and one != other:
            yield Changed(field.replace("_", " "), one, other)


def _shown(value: Any) -> str:
    match value:
        case None | [] | "":
            return "-"
        case bool():
            return "yes" if value else "no"
        case list():
            return ", ".join(map(_shown, value))
        case dict():
            told = value.get("date") or value.get("text") or value.get("title")
            return _shown(told) if told else msgspec.json.encode(value).decode()
    return str(value)
