"""Words that make a stance firmer or milder without changing it, as data."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from importlib import resources
from typing import Literal, NamedTuple, get_args

import msgspec

from verbale.errors import LexiconError
from verbale.model import Stance, Target

Grade = Literal["firm", "pressing", "mild", "again", "unchanged"]
_FILE = "data/tones.toml"


class Tone(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words, what they do to the ``stances`` named, and a sentence that holds them.

    ``firm`` words leave no room, ``pressing`` ones little, ``mild`` ones some; ``again`` words
    say that it is held as before, ``unchanged`` ones outright. In ``words`` a "/" joins words of
    which any may stand there, and "…" stands for a few words. ``on`` are the targets on which it
    is heard, all where none is named.
    """

    words: str
    grade: Grade
    stances: tuple[Stance, ...]
    example: str
    on: tuple[Target, ...] = ()


class Toned(NamedTuple):
    """A tone where it is found, in the words of the text."""

    tone: Tone
    words: str


class ToneBook:
    """Finds the tones of some words."""

    def __init__(self, tones: tuple[Tone, ...]) -> None:
        self._plain = {tone.words: tone for tone in tones if not _OPEN.search(tone.words)}
        self._open = tuple(tone for tone in tones if tone.words not in self._plain)
        longest_first = sorted(self._plain, key=len, reverse=True)
        self._words = _whole(map(_spaced, longest_first))
        self._patterns = tuple((tone, _whole([_pattern(tone.words)])) for tone in self._open)

    def find(self, text: str, stance: Stance, on: Target | None = None) -> tuple[Toned, ...]:
        """The tones that ``text`` gives to a stance, in order; of those that overlap the longest
        counts, also where it says nothing of this stance or target."""
        plain = text.replace("’", "'")
        found = [
            (match, self._plain[" ".join(match[0].lower().split())])
            for match in self._words.finditer(plain)
        ]
        for tone, pattern in self._patterns:
            found += [(match, tone) for match in pattern.finditer(plain)]
        heard: list[tuple[int, int, Tone]] = []
        for match, tone in sorted(found, key=lambda each: (-len(each[0][0]), each[0].start())):
            start, end = match.span()
            if all(end <= other or start >= last for other, last, _ in heard):
                heard.append((start, end, tone))
        return tuple(
            Toned(tone, plain[start:end])
            for start, end, tone in sorted(heard, key=lambda each: each[0])
            if stance in tone.stances and (on is None or not tone.on or on in tone.on)
        )


_OPEN = re.compile(r"[/…]")
#: What "…" stands for: a few words of the same clause or the next, none of another sentence.
_FEW = r"(?:[^\s.;:!?]+\s+){0,3}?"
_SPACE = r"[,\"”]?\s+[\"“]?"


def _spaced(words: str) -> str:
    return re.escape(words).replace("\\ ", r"\s+")


def _pattern(words: str) -> str:
    """The expression for words with choices and gaps."""
    parts: list[str] = []
    for part in words.split():
        if part == "…":
            parts.append(_FEW)
        else:
            choices = (r"\w+n't" if one == "n't" else re.escape(one) for one in part.split("/"))
            parts += [f"(?:{'|'.join(choices)})", _SPACE]
    return "".join(parts[:-1])


def _whole(expressions: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(expressions)})(?![\w-])", re.IGNORECASE)


@lru_cache(maxsize=1)
def tone_book() -> ToneBook:
    """The tones that ship with Verbale. Raises `LexiconError` when the file does not validate."""
    raw = resources.files("verbale.lexicon").joinpath(_FILE).read_bytes()
    try:
        tones = msgspec.toml.decode(raw, type=dict[Literal["tone"], tuple[Tone, ...]])["tone"]
    except (msgspec.ValidationError, msgspec.DecodeError) as error:
        raise LexiconError(_FILE, str(error)) from error
    book = ToneBook(tones)
    seen: set[str] = set()
    for tone in tones:
        if tone.words in seen or tone.words != tone.words.lower().strip():
            raise LexiconError(_FILE, f"{tone.words!r} stands twice or is not in lower case")
        seen.add(tone.words)
        if not set(tone.stances) <= set(get_args(Stance)) or not tone.stances:
            raise LexiconError(_FILE, f"{tone.words!r} names no stance")
        if not _whole([_pattern(tone.words)]).search(tone.example):
            raise LexiconError(_FILE, f"{tone.words!r} is not found in its example")
    return book
