"""Plain word lists as data: which nouns can speak, which words hold names together."""

from __future__ import annotations

from functools import cache
from importlib import resources

import msgspec

from verbale.errors import LexiconError

_FILE = "data/words.toml"


class WordList(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words separated by white space, ``what`` they have in common, and one of them for proof."""

    what: str
    example: str
    words: str


@cache
def word_list(name: str) -> frozenset[str]:
    """The words of the list called ``name`` in ``data/words.toml``, as written (lower case).

    Raises `LexiconError` when there is no such list, a word stands twice or the example is not
    among them.
    """
    lists = _lists()
    if name not in lists:
        raise LexiconError(_FILE, f"no list is called {name!r}")
    words = lists[name].words.split()
    twice = {word for word in words if words.count(word) > 1}
    if twice:
        raise LexiconError(_FILE, f"{name}: {', '.join(sorted(twice))} stands twice")
    if lists[name].example not in words:
        raise LexiconError(_FILE, f"{name}: the example {lists[name].example!r} is not in it")
    return frozenset(words)


def word_list_names() -> tuple[str, ...]:
    """The names of all lists."""
    return tuple(_lists())


@cache
def _lists() -> dict[str, WordList]:
    raw = resources.files("verbale.lexicon").joinpath(_FILE).read_bytes()
    try:
        return msgspec.toml.decode(raw, type=dict[str, WordList])
    except msgspec.ValidationError as error:
        raise LexiconError(_FILE, str(error)) from error
