"""Given and family names that are one name in several spellings, as data: Yi, Lee, Rhee."""

from __future__ import annotations

from functools import cache
from importlib import resources

import msgspec

from verbale.errors import LexiconError

_FILE = "data/names.toml"


class Name(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One name: its spellings in small letters without accents, and a line that shows two."""

    forms: tuple[str, ...]
    example: str


@cache
def namesakes(one: str, other: str) -> bool:
    """Whether both (in small letters, without accents) are listed as spellings of one name."""
    groups = _groups()
    return bool(groups.get(one, frozenset()) & groups.get(other, frozenset()))


def names() -> tuple[Name, ...]:
    """Every entry. Raises `LexiconError` when one says less than it must."""
    raw = resources.files("verbale.lexicon").joinpath(_FILE).read_bytes()
    try:
        entries = msgspec.toml.decode(raw, type=dict[str, list[Name]])["name"]
    except (msgspec.ValidationError, KeyError) as error:
        raise LexiconError(_FILE, str(error)) from error
    for number, entry in enumerate(entries, 1):
        shown = [form for form in entry.forms if form in entry.example.lower().split()]
        if len(set(entry.forms)) < 2 or len(shown) < 2:
            raise LexiconError(f"{_FILE}: [[name]] {number}", "its example must show two forms")
    return tuple(entries)


@cache
def _groups() -> dict[str, frozenset[int]]:
    groups: dict[str, frozenset[int]] = {}
    for number, entry in enumerate(names()):
        for form in entry.forms:
            groups[form] = groups.get(form, frozenset()) | {number}
    return groups
