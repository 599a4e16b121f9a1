"""What parties claim that cannot all be true at once, as data: patterns over the words said."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import resources
from typing import Literal, NamedTuple

import msgspec

from verbale.errors import LexiconError

_NAME = "data/claims.toml"
#: What ``~`` stands for: up to six words and the spaces between.
_SOME_WORDS = r"(?:[\w’'“”\"-]+,?\s+){0,6}?"

ClaimKind = Literal["sovereignty", "legality", "talks", "first shot", "compliance", "blame"]
ClaimSide = Literal["own", "other", "denies"]


class ClaimEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Ways to claim one thing. See ``data/claims.toml`` for the fields."""

    kind: ClaimKind
    says: ClaimSide
    patterns: tuple[str, ...]
    example: str


class ClaimPattern(NamedTuple):
    """One pattern, ready to search."""

    kind: ClaimKind
    says: ClaimSide
    search: re.Pattern[str]


class _ClaimFile(msgspec.Struct, forbid_unknown_fields=True):
    claim: tuple[ClaimEntry, ...]


@lru_cache(maxsize=1)
def claim_patterns() -> tuple[ClaimPattern, ...]:
    """The patterns that ship with Verbale. Raises `LexiconError` where they do not validate."""
    raw = resources.files("verbale.lexicon").joinpath(_NAME).read_bytes()
    try:
        read = msgspec.toml.decode(raw, type=_ClaimFile)
    except (msgspec.ValidationError, msgspec.DecodeError) as error:
        raise LexiconError(_NAME, str(error)) from error
    found: list[ClaimPattern] = []
    for entry in read.claim:
        compiled = [
            ClaimPattern(entry.kind, entry.says, _compiled(p, entry)) for p in entry.patterns
        ]
        if not any(pattern.search.search(entry.example) for pattern in compiled):
            raise LexiconError(
                f"{_NAME}: {entry.kind} {entry.says}", f"finds nothing in {entry.example!r}"
            )
        found += compiled
    return tuple(found)


def _compiled(pattern: str, entry: ClaimEntry) -> re.Pattern[str]:
    spaced = pattern.replace("~", _SOME_WORDS).replace(" ", r"\s+")
    # a capital in a pattern is that of a name: "were never Ordanian" but not "were never there"
    flags = re.NOFLAG if "[A-Z]" in pattern else re.IGNORECASE
    try:
        return re.compile(spaced, flags)
    except re.error as error:
        raise LexiconError(
            f"{_NAME}: {entry.kind} {entry.says}", f"{pattern!r}: {error}"
        ) from error
