"""Words for what parties deal with, as data: things, what leads to them, what tells them apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib import resources
from typing import TypeVar

import msgspec

from verbale.errors import LexiconError

_NAME = "data/matters.toml"
T = TypeVar("T")
#: "intelligence-sharing" before a pact tells no more than "intelligence".
_SHARED = re.compile(r"-(?:sharing|related|exchange)$")


class Thing(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A noun that names a matter, with the words that mean the same. See ``data/matters.toml``."""

    noun: str
    same: tuple[str, ...] = ()
    kind: str
    bare: bool = True
    place: bool = False
    example: str


class Through(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A noun that leads to the thing behind or before it."""

    noun: str
    shown: bool = False
    example: str


class NamedBy(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An adjective that names the thing itself before a word that leads to one."""

    adjective: str
    noun: str
    kind: str
    example: str


class Dealing(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A verb whose object is what parties deal with."""

    verb: str
    example: str


class _MatterFile(msgspec.Struct, forbid_unknown_fields=True):
    things: tuple[Thing, ...]
    through: tuple[Through, ...]
    dealing: tuple[Dealing, ...]
    disputing: str
    adjectives: str
    named_by: tuple[NamedBy, ...]
    empty: str
    alike: tuple[tuple[str, ...], ...]


class MatterBook(msgspec.Struct, frozen=True):
    """``things`` by every noun that means them, the rest by its own word."""

    things: Mapping[str, Thing]
    through: Mapping[str, Through]
    dealing: frozenset[str]
    disputing: frozenset[str]
    adjectives: frozenset[str]
    named_by: Mapping[str, NamedBy]
    empty: frozenset[str]
    alike: Mapping[str, str]

    def thing(self, lemma: str, text: str) -> Thing | None:
        """The thing that a noun names; a name's plural ("the Skarn Isles") has no lemma."""
        low = text.lower()
        for form in (lemma.lower(), low, low.removesuffix("s"), re.sub("ies$", "y", low)):
            if form in self.things:
                return self.things[form]
        return None

    def modifier(self, lemma: str) -> str:
        """The one word that stands for ``lemma`` and all that mean the same before a thing."""
        return self.alike.get(lemma) or self.alike.get(bare := _SHARED.sub("", lemma), bare)


@lru_cache(maxsize=1)
def matter_book() -> MatterBook:
    """The words that ship with Verbale. Raises `LexiconError` when the file does not validate."""
    raw = resources.files("verbale.lexicon").joinpath(_NAME).read_bytes()
    try:
        read = msgspec.toml.decode(raw, type=_MatterFile)
    except (msgspec.ValidationError, msgspec.DecodeError) as error:
        raise LexiconError(_NAME, str(error)) from error
    for thing in read.things:
        _check(thing.example, (thing.noun, *thing.same))
    for through in read.through:
        _check(through.example, (through.noun,))
    for named in read.named_by:
        _check(named.example, (named.adjective,))
    for dealing in read.dealing:
        _check(dealing.example, (dealing.verb,))
    return MatterBook(
        things=_once((noun, thing) for thing in read.things for noun in (thing.noun, *thing.same)),
        through=_once((through.noun, through) for through in read.through),
        dealing=frozenset(dealing.verb for dealing in read.dealing),
        disputing=frozenset(read.disputing.split()),
        adjectives=frozenset(read.adjectives.split()),
        named_by=_once((named.adjective, named) for named in read.named_by),
        empty=frozenset(read.empty.split()),
        alike=_once((word, group[0]) for group in read.alike for word in group),
    )


def _check(example: str, nouns: tuple[str, ...]) -> None:
    """The example must hold one of the nouns, in the singular or with an ending."""
    stems = (re.sub(r"(?:y|e|man)$", "", noun) for noun in nouns)
    if not any(re.search(rf"\b{re.escape(stem)}", example, re.I) for stem in stems):
        raise LexiconError(f"{_NAME}: {nouns[0]!r}", f"is not in its example {example!r}")


def _once(pairs: Iterable[tuple[str, T]]) -> Mapping[str, T]:
    found: dict[str, T] = {}
    for word, value in pairs:
        if word in found:
            raise LexiconError(f"{_NAME}: {word!r}", "stands twice")
        found[word] = value
    return found
