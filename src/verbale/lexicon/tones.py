"""Words that make a stance firmer or milder without changing it, as data."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import resources
from typing import Literal, get_args

import msgspec

from verbale.errors import LexiconError
from verbale.model import Stance

Grade = Literal["firm", "pressing", "mild", "again", "unchanged"]
_FILE = "data/tones.toml"


class Tone(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words, what they do to the ``stances`` named, and a sentence that holds them.

    ``firm`` words leave no room, ``pressing`` ones little, ``mild`` ones some; ``again`` words
    say that it is held as before, ``unchanged`` ones outright.
    """

    words: str
    grade: Grade
    stances: tuple[Stance, ...]
    example: str


class ToneBook:
    """Finds the tones of some words."""

    def __init__(self, tones: tuple[Tone, ...]) -> None:
        self._tones = {tone.words: tone for tone in tones}
        longest_first = sorted(self._tones, key=len, reverse=True)
        choices = "|".join(re.escape(words).replace("\\ ", r"\s+") for words in longest_first)
        self._pattern = re.compile(rf"(?<![\w-])(?:{choices})(?![\w-])", re.IGNORECASE)

    def find(self, text: str, stance: Stance) -> tuple[Tone, ...]:
        """The tones that ``text`` gives to a stance, in order; the longest words win."""
        found = (
            self._tones[" ".join(match[0].lower().replace("’", "'").split())]
            for match in self._pattern.finditer(text.replace("’", "'"))
        )
        return tuple(tone for tone in found if stance in tone.stances)


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
        if tone not in book.find(tone.example, tone.stances[0]):
            raise LexiconError(_FILE, f"{tone.words!r} is not found in its example")
    return book
