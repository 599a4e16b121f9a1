"""The PLOVER contexts of a passage, from the words that stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

import msgspec

from verbale.errors import LexiconError

_WORD = re.compile(r"\w+")


class _Index(NamedTuple):
    """Words, and phrases by their first word, with the contexts that they tell of."""

    names: tuple[str, ...]
    words: Mapping[str, set[int]]
    phrases: Mapping[str, tuple[tuple[int, re.Pattern[str]], ...]]


def contexts_of(text: str) -> tuple[str, ...]:
    """The contexts whose words stand in ``text``, in the order of the lexicon file."""
    lowered = text.lower()
    index = _index()
    found: set[int] = set()
    for word in _WORD.finditer(lowered):
        found |= index.words.get(word[0], frozenset())
        for number, phrase in index.phrases.get(word[0], ()):
            if phrase.match(lowered, word.start()):
                found.add(number)
    return tuple(name for number, name in enumerate(index.names) if number in found)


@lru_cache(maxsize=1)
def _index() -> _Index:
    name = "data/contexts.toml"
    raw = resources.files("verbale.lexicon").joinpath(name).read_bytes()
    try:
        listed = msgspec.toml.decode(raw, type=dict[str, tuple[str, ...]])
    except (msgspec.ValidationError, msgspec.DecodeError) as error:
        raise LexiconError(name, str(error)) from error
    words: dict[str, set[int]] = {}
    phrases: dict[str, list[tuple[int, re.Pattern[str]]]] = {}
    for number, forms in enumerate(listed.values()):
        for form in _with_plurals(forms):
            first = _WORD.match(form)
            if first is None or not _WORD.fullmatch(form[-1]):
                raise LexiconError(f"{name}: {form!r}", "must begin and end with a letter")
            if first[0] == form:
                words.setdefault(form, set()).add(number)
            else:
                whole = re.compile(re.escape(form) + r"\b")
                phrases.setdefault(first[0], []).append((number, whole))
    return _Index(tuple(listed), words, {first: tuple(both) for first, both in phrases.items()})


def _with_plurals(forms: Iterable[str]) -> Iterator[str]:
    for form in forms:
        yield form
        if form.endswith("y") and form[-2:-1] not in "aeiou":
            yield form[:-1] + "ies"
        else:
            yield from (form + "s", form + "es")
