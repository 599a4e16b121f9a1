"""Words that tell the state of talks, as data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib import resources
from typing import Literal, NamedTuple

import msgspec

from verbale.errors import LexiconError

TalksState = Literal["held", "suspended", "no contact", "preparing", "agreed", "signed", "resumed"]
_FILE = "data/talks.toml"
_GAP = r"(?:[^\w.;…]+[\w'’-]+){0,8}?[^\w.;…]+"


class Sign(msgspec.Struct, frozen=True, kw_only=True, rename={"kinds": "in"}):
    """Words that tell a state within acts of some ``kinds`` (``statement`` for what is said)."""

    state: TalksState
    kinds: tuple[str, ...]
    words: str
    example: str


class Found(NamedTuple):
    """A sign and where it stands in the words."""

    sign: Sign
    start: int
    end: int


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    talks: tuple[str, ...]
    deal: tuple[str, ...]
    grounds: tuple[str, ...]
    lengths: tuple[str, ...]
    sign: tuple[Sign, ...]


class TalksBook:
    """Finds the signs that some words hold, and the ground that they give.

    ``about`` is the pattern for what talks are about, in a group ``before`` or ``behind`` them.
    """

    def __init__(
        self,
        nouns: Iterable[str],
        signs: Iterable[tuple[Sign, re.Pattern[str]]],
        grounds: Iterable[str],
        lengths: Iterable[str],
    ) -> None:
        self.nouns = tuple(nouns)
        self.about = _about(self.nouns)
        self.signs = tuple(signs)
        self._of_kind: dict[str, list[tuple[Sign, re.Pattern[str], str]]] = {}
        for sign, pattern in self.signs:
            for kind in sign.kinds:
                told = (sign, pattern, _literal(sign.words))
                self._of_kind.setdefault(kind, []).append(told)
        self.grounds = tuple((opener, _pattern(opener, {})) for opener in grounds)
        talks, times = ("|".join(map(re.escape, words)) for words in (self.nouns, lengths))
        self._lasted = re.compile(
            rf"\s+(?:[\w-]+\s+){{0,4}}?(?:{times})\b(?!\s+of\s+(?!(?:[\w-]+\s+)?(?:{talks})\b))",
            re.IGNORECASE,
        )

    def find(self, words: str, kind: str) -> Iterator[Found]:
        """The signs that fit ``words`` of an act of this type (or ``statement``), in order."""
        lowered = words.lower()
        for sign, pattern, literal in self._of_kind.get(kind, ()):
            if literal in lowered:  # a hundred times cheaper than the search it mostly saves
                match = pattern.search(words)
                if match is not None:
                    yield Found(sign, match.start(), match.end())

    def ground(self, words: str) -> str | None:
        """What follows the surest opener of a ground in ``words``, opener included."""
        for _, pattern in self.grounds:
            for match in pattern.finditer(words):
                if not self._lasted.match(words, match.end()):
                    return words[match.start() :].strip(" .,;")
        return None


def _about(nouns: Iterable[str]) -> re.Pattern[str]:
    """What talks are about: ``behind`` them ("talks on the border") or ``before`` them."""
    talks = "|".join(map(re.escape, nouns))
    word = r"[^\W\d_][\w'’-]*"
    leads = r"(?:on|over|about|regarding|concerning|for|to conclude)"
    behind = rf"(?:\s+{word}){{0,3}}?\s+{leads}\s+(?P<behind>{word}(?:\s+{word}){{0,4}})"
    before = rf"(?P<before>(?:{word}\s+){{1,2}})(?:{talks})\b"
    return re.compile(rf"\b(?:{talks})\b{behind}|{before}", re.IGNORECASE)


@lru_cache(maxsize=1)
def talks_book() -> TalksBook:
    """The signs that ship with Verbale. Raises `LexiconError` when the file does not validate."""
    raw = resources.files("verbale.lexicon").joinpath(_FILE).read_bytes()
    try:
        file = msgspec.toml.decode(raw, type=_File)
    except (msgspec.ValidationError, msgspec.DecodeError) as error:
        raise LexiconError(_FILE, str(error)) from error
    nouns = {"{talks}": file.talks, "{deal}": file.deal}
    signs = [(sign, _pattern(sign.words, nouns)) for sign in file.sign]
    for sign, pattern in signs:
        if not sign.kinds or not pattern.search(sign.example):
            raise LexiconError(_FILE, f"{sign.words!r} is not found in its example")
    return TalksBook(file.talks, signs, file.grounds, file.lengths)


def _literal(words: str) -> str:
    """The longest word that must stand there as it is; empty where only a noun must."""
    fixed = (word.rstrip("*") for word in words.split() if word[0] not in "{…")
    return max(fixed, key=len, default="")


def _pattern(words: str, nouns: dict[str, tuple[str, ...]]) -> re.Pattern[str]:
    """``break* off … {talks}`` as an expression: words in order, gaps within one sentence."""
    parts: list[str] = []
    gap = ""
    for word in words.split():
        if word == "…":
            gap = _GAP
            continue
        parts.append(gap + _word(word, nouns))
        gap = r"\s+"
    return re.compile(r"\b" + "".join(parts), re.IGNORECASE)


def _word(word: str, nouns: dict[str, tuple[str, ...]]) -> str:
    if word in nouns:
        return rf"(?:{'|'.join(map(re.escape, nouns[word]))})\b"
    return rf"{re.escape(word[:-1])}\w*" if word.endswith("*") else rf"{re.escape(word)}\b"
