"""The phrases by which page furniture is known, as data: menus, captions, credits, notices."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from typing import Literal

import msgspec

from verbale.errors import LexiconError

_FILE = "data/furniture.toml"
_AGENCY = "<agency>"
How = Literal["line", "start", "anywhere"]
Kind = Literal[
    "navigation",
    "share",
    "subscription",
    "caption",
    "photo credit",
    "posing",
    "caption time",
    "credit",
    "notice",
    "disclaimer",
    "legal",
    "comments",
    "advert",
    "related head",
    "related line",
]
#: How a phrase stands in its line, around ``{}``: closing marks and arrows do not count, nor do
#: bullets and brackets before it.
_FRAMES: dict[How, str] = {
    "line": r"[\W_]*(?:{})[\s.!:›»>→…|)\]]*",
    "start": r"[\s\W_]*(?:{})",
    "anywhere": "{}",
}


class Phrase(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Some phrases of one kind; ``case`` says that capitals count, ``example`` holds one."""

    kind: Kind
    how: How
    patterns: tuple[str, ...]
    example: str
    case: bool = False


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    agencies: tuple[str, ...]
    marks: tuple[str, ...]
    phrase: tuple[Phrase, ...]


@cache
def furniture(kind: Kind, how: How) -> re.Pattern[str]:
    """One pattern for all phrases of a kind: to match a whole line with ``fullmatch``, its start
    with ``match``, or to ``search`` for.

    Raises `LexiconError` where there is none, or where an example is not found by it.
    """
    phrases = [phrase for phrase in listed() if (phrase.kind, phrase.how) == (kind, how)]
    if not phrases:
        raise LexiconError(_FILE, f"no phrase of kind {kind!r} stands {how!r}")
    pattern = compiled(phrases)
    for phrase in phrases:
        if not finds(pattern, phrase):
            raise LexiconError(_FILE, f"{kind}: {phrase.example!r} is not found")
    return pattern


def compiled(phrases: list[Phrase]) -> re.Pattern[str]:
    """The pattern of phrases of one kind that stand in one way."""
    agency = f"(?:{'|'.join(_file().agencies)})"
    told = "|".join(pattern for phrase in phrases for pattern in phrase.patterns)
    framed = _FRAMES[phrases[0].how].replace("{}", told.replace(_AGENCY, agency))
    try:
        return re.compile(framed, 0 if phrases[0].case else re.IGNORECASE)
    except re.error as error:
        raise LexiconError(_FILE, f"{phrases[0].kind}: {error}") from error


def finds(pattern: re.Pattern[str], phrase: Phrase) -> bool:
    """Whether a pattern finds the example of a phrase in the way it stands."""
    look = {"line": pattern.fullmatch, "start": pattern.match, "anywhere": pattern.search}
    return look[phrase.how](phrase.example) is not None


def listed() -> tuple[Phrase, ...]:
    """All phrases in the order of the file."""
    return _file().phrase


def credit_marks() -> frozenset[str]:
    """Letters of which one stands in any line that credits a picture."""
    return frozenset(_file().marks)


@cache
def _file() -> _File:
    raw = resources.files("verbale.lexicon").joinpath(_FILE).read_bytes()
    try:
        return msgspec.toml.decode(raw, type=_File)
    except msgspec.ValidationError as error:
        raise LexiconError(_FILE, str(error)) from error
