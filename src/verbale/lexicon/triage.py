"""Words and addresses by which a document is told to be worth reading, as data."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources
from typing import Literal, NamedTuple

import msgspec

from verbale.errors import LexiconError

_NAME = "data/triage.toml"
Strength = Literal["strong", "weak"]


class SignEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The forms of one word. See ``data/triage.toml``."""

    strength: Strength
    forms: tuple[str, ...]
    example: str


class AddressEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Parts of addresses."""

    parts: tuple[str, ...]
    example: str


class TriageWords(NamedTuple):
    """``signs``: form -> its entry's number and strength; those of several words by the first of
    them in ``phrases``. ``parts`` of addresses."""

    signs: dict[str, tuple[int, Strength]]
    phrases: dict[str, tuple[str, ...]]
    parts: frozenset[str]


class _File(msgspec.Struct, forbid_unknown_fields=True):
    sign: tuple[SignEntry, ...]
    address: tuple[AddressEntry, ...]


@lru_cache(maxsize=1)
def triage_words() -> TriageWords:
    """The words that ship with Verbale. Raises `LexiconError` where they do not validate."""
    raw = resources.files("verbale.lexicon").joinpath(_NAME).read_bytes()
    try:
        read = msgspec.toml.decode(raw, type=_File)
    except (msgspec.ValidationError, msgspec.DecodeError) as error:
        raise LexiconError(_NAME, str(error)) from error
    signs: dict[str, tuple[int, Strength]] = {}
    phrases: dict[str, tuple[str, ...]] = {}
    for number, entry in enumerate(read.sign):
        if not any(form in entry.example.lower() for form in entry.forms):
            raise LexiconError(f"{_NAME}: {entry.forms[0]}", "its example holds none of its forms")
        for form in entry.forms:
            if form in signs:
                raise LexiconError(f"{_NAME}: {form}", "stands in two entries")
            signs[form] = (number, entry.strength)
            first, space, _ = form.partition(" ")
            if space:
                phrases[first] = (*phrases.get(first, ()), form)
    return TriageWords(signs, phrases, _parts(read.address))


def _parts(entries: tuple[AddressEntry, ...]) -> frozenset[str]:
    for entry in entries:
        if not any(f"/{part}" in entry.example for part in entry.parts):
            raise LexiconError(f"{_NAME}: {entry.parts[0]}", "its example holds none of its parts")
    return frozenset(part for entry in entries for part in entry.parts)
