"""Reporting cues as data: which words report, and what their content looks like."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib import resources
from typing import Literal

import msgspec

from verbale.errors import LexiconError

CueFrame = Literal[
    "clause",
    "quote",
    "question",
    "infinitive",
    "object-infinitive",
    "on-infinitive",
    "gerund",
    "object",
    "object-prep",
    "object-as",
    "object-predicate",
    "prep",
    "quoted-as",
    "unsaid",
    "not-said",
]


class Cue(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A group of words that report in the same way. See ``data/cues.toml`` for the fields."""

    lemmas: tuple[str, ...]
    frames: frozenset[CueFrame] = frozenset()
    preps: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()
    silent: frozenset[str] = frozenset()
    polarity: Literal["affirms", "denies", "omits"] = "affirms"
    speech: bool = True
    needs: Literal["sayer", "document", "voice"] | None = None
    example: str


class _CueFile(msgspec.Struct, forbid_unknown_fields=True):
    verb: tuple[Cue, ...] = ()
    noun: tuple[Cue, ...] = ()
    adjective: tuple[Cue, ...] = ()


class CueBook(msgspec.Struct, frozen=True):
    """Cues by the lemma of their first word: ``verbs["point"]`` holds the entry of "point out"."""

    verbs: Mapping[str, tuple[tuple[Cue, str], ...]]
    nouns: Mapping[str, tuple[tuple[Cue, str], ...]]
    adjectives: Mapping[str, tuple[tuple[Cue, str], ...]]
    entries: tuple[Cue, ...]


@lru_cache(maxsize=1)
def cue_book() -> CueBook:
    """The cues that ship with Verbale. Raises `LexiconError` when the file does not validate."""
    name = "data/cues.toml"
    try:
        raw = resources.files("verbale.lexicon").joinpath(name).read_bytes()
        read = msgspec.toml.decode(raw, type=_CueFile)
    except msgspec.ValidationError as error:
        raise LexiconError(name, str(error)) from error
    return CueBook(
        _by_first_word(read.verb),
        _by_first_word(read.noun),
        _by_first_word(read.adjective),
        read.verb + read.noun + read.adjective,
    )


def _by_first_word(cues: Iterable[Cue]) -> dict[str, tuple[tuple[Cue, str], ...]]:
    found: dict[str, tuple[tuple[Cue, str], ...]] = {}
    for cue in cues:
        for lemma in dict.fromkeys(cue.lemmas):
            first, _, rest = lemma.partition(" ")
            found[first] = (*found.get(first, ()), (cue, rest))
    # a phrasal verb is tried before the plain one
    return {first: tuple(sorted(both, key=lambda b: -len(b[1]))) for first, both in found.items()}
