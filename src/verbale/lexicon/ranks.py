"""How much the word of an office weighs for its party, as data."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import resources
from typing import Literal, get_args

import msgspec

from verbale.errors import LexiconError

RankName = Literal["head", "government", "envoy", "outside"]
_FILE = "data/ranks.toml"


class _Rank(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: RankName
    words: tuple[str, ...]
    example: str


def rank_of(speaker: str | None, office: str | None) -> RankName:
    """The rank of whoever speaks; by the office, for a body by its name.

    A spokesperson speaks for the house and not for its head: "spokesman for the president" is of
    the government.

    >>> [rank_of(None, office) for office in ("Prime Minister", "Deputy Prime Minister", None)]
    ['head', 'envoy', 'government']
    """
    for words in filter(None, (office, speaker)):
        found = _found(words)
        if "outside" in found:
            return "outside"
        if _SPOKEN_FOR.search(words):
            return "government"
        if "envoy" in found:
            return "envoy"
        if "head" in found:
            return "head"
        if found:
            return "government"
    return "government"


_SPOKEN_FOR = re.compile(
    r"\b(?:spokes(?:man|woman|person|people)|press secretary)\b", re.IGNORECASE
)


def _found(words: str) -> set[RankName]:
    return {name for name, pattern in _patterns() if pattern.search(words)}


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[RankName, re.Pattern[str]], ...]:
    """Raises `LexiconError` when the file does not validate."""
    raw = resources.files("verbale.lexicon").joinpath(_FILE).read_bytes()
    try:
        ranks = msgspec.toml.decode(raw, type=dict[Literal["rank"], tuple[_Rank, ...]])["rank"]
    except (msgspec.ValidationError, msgspec.DecodeError) as error:
        raise LexiconError(_FILE, str(error)) from error
    patterns = tuple((rank.name, _pattern(rank.words)) for rank in ranks)
    if {name for name, _ in patterns} != set(get_args(RankName)):
        raise LexiconError(_FILE, "must name each rank")
    for rank, (name, pattern) in zip(ranks, patterns, strict=True):
        if not pattern.search(rank.example):
            raise LexiconError(_FILE, f"{name!r} has no word in its example")
    return patterns


def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    choices = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    return re.compile(rf"\b(?:{choices})\b", re.IGNORECASE)
