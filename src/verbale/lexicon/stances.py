"""Words that tell where somebody stands, as data: how far they commit, conditions, targets."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib import resources

import msgspec

from verbale.errors import LexiconError


class StanceBook(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """See ``data/stances.toml`` for the fields."""

    open: frozenset[str]
    unclear: frozenset[str]
    necessity: frozenset[str]
    conditions: tuple[str, ...]
    unconditional: frozenset[str]
    vague: frozenset[str]
    fulfilments: tuple[tuple[str, ...], ...]
    targets: Mapping[str, frozenset[str]]


@lru_cache(maxsize=1)
def stance_book() -> StanceBook:
    """The words that ship with Verbale. Raises `LexiconError` when the file does not validate."""
    name = "data/stances.toml"
    raw = resources.files("verbale.lexicon").joinpath(name).read_bytes()
    try:
        book = msgspec.toml.decode(raw, type=StanceBook)
    except (msgspec.ValidationError, msgspec.DecodeError) as error:
        raise LexiconError(name, str(error)) from error
    unknown = set(book.targets) - {"talks", "outcome", "terms", "relations"}
    if unknown:
        raise LexiconError(name, f"names targets that positions do not have: {sorted(unknown)}")
    return book
