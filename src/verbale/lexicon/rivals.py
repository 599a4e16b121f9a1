"""Places and events that parties call by different names, as data, and how they are found.

No name is *the* name. See ``data/rival_names.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

import msgspec

from verbale.errors import LexiconError
from verbale.model.span import Span

_FILE = "data/rival_names.toml"


class RivalName(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One name of a thing, whose own usage it is, and its other forms."""

    name: str
    by: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()


class RivalThing(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A thing with several names, its kind as in ``matters.toml``, and the parties it concerns."""

    id: str
    parties: tuple[str, ...]
    names: tuple[RivalName, ...]
    kind: str = "territory"
    sure: bool = False
    example: str


class FoundName(NamedTuple):
    """A name in a text. Where one form belongs to several things, there is one for each."""

    span: Span
    thing: RivalThing
    name: RivalName


class _RivalFile(msgspec.Struct, forbid_unknown_fields=True):
    thing: tuple[RivalThing, ...]


class RivalBook:
    """The things with rival names, and a search for all their forms at once."""

    def __init__(self, things: tuple[RivalThing, ...]) -> None:
        self.things: Mapping[str, RivalThing] = {thing.id: thing for thing in things}
        self._forms: dict[str, list[tuple[RivalThing, RivalName]]] = {}
        for thing in things:
            for name in thing.names:
                for form in dict.fromkeys((name.name, *name.forms)):
                    self._forms.setdefault(_plain(form), []).append((thing, name))
        longest = sorted(self._forms, key=len, reverse=True)
        joined = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in longest)
        opening = re.escape("".join(sorted({form[0] for form in self._forms})))
        self._search = re.compile(rf"(?<![\w-])(?=[{opening}])(?:{joined})(?![\w])")

    def find(self, text: str, parties: Iterable[str] = ()) -> Iterator[FoundName]:
        """The names in ``text`` (offsets into it), leftmost and longest.

        A name that may mean something else, or several things, counts only where the thing
        concerns one of ``parties``.
        """
        present = set(parties)
        for match in self._search.finditer(text.replace("’", "'")):
            owners = self._forms[_plain(match[0])]
            fitting = [both for both in owners if present & set(both[0].parties)]
            if not fitting and len(owners) == 1 and owners[0][0].sure:
                fitting = owners
            if len(fitting) == 1:
                yield FoundName(Span(*match.span()), *fitting[0])


def _plain(form: str) -> str:
    return " ".join(form.replace("’", "'").split())


@lru_cache(maxsize=1)
def rival_book() -> RivalBook:
    """The names that ship with Verbale. Raises `LexiconError` when the file does not validate."""
    raw = resources.files("verbale.lexicon").joinpath(_FILE).read_bytes()
    try:
        read = msgspec.toml.decode(raw, type=_RivalFile)
    except (msgspec.ValidationError, msgspec.DecodeError) as error:
        raise LexiconError(_FILE, str(error)) from error
    ids = [thing.id for thing in read.thing]
    book = RivalBook(read.thing)
    for thing in read.thing:
        if ids.count(thing.id) > 1:
            raise LexiconError(f"{_FILE}: {thing.id!r}", "stands twice")
        if len(thing.names) < 2:
            raise LexiconError(f"{_FILE}: {thing.id!r}", "has one name only")
        if thing not in [found.thing for found in book.find(thing.example, thing.parties)]:
            raise LexiconError(
                f"{_FILE}: {thing.id!r}", f"no name of it is found in {thing.example!r}"
            )
        listed = {code for name in thing.names for code in name.by} - set(thing.parties)
        if listed:
            raise LexiconError(f"{_FILE}: {thing.id!r}", f"{sorted(listed)} are not its parties")
    return book
