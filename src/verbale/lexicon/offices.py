"""Loose words for offices: "the leader" may be the president named before."""

from __future__ import annotations

from functools import cache
from importlib import resources

import msgspec

from verbale.errors import LexiconError

_FILE = "data/offices.toml"


class Loose(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A loose word, the titles (names in ``titles.toml``) it may stand for, a line with both."""

    loose: str
    strict: tuple[str, ...]
    example: str


@cache
def stands_for(title: str) -> frozenset[str]:
    """The names of the titles that ``title`` may stand for beside itself."""
    return frozenset(
        strict for entry in loose_offices() if entry.loose == title for strict in entry.strict
    )


@cache
def loose_offices() -> tuple[Loose, ...]:
    """Every entry. Raises `LexiconError` when an example shows none of its offices."""
    raw = resources.files("verbale.lexicon").joinpath(_FILE).read_bytes()
    try:
        entries = msgspec.toml.decode(raw, type=dict[str, list[Loose]])["office"]
    except (msgspec.ValidationError, KeyError) as error:
        raise LexiconError(_FILE, str(error)) from error
    for entry in entries:
        shown = entry.loose in entry.example and any(s in entry.example for s in entry.strict)
        if not shown:
            raise LexiconError(
                f"{_FILE}: {entry.loose!r}", "its example must show it and an office"
            )
    return tuple(entries)
