"""The gates that a document passes by itself, in order. Each says why it stops one, or None."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property
from urllib.parse import urlsplit

from verbale.archive.triage.plain import plain_text
from verbale.archive.triage.relations import about_relations
from verbale.lexicon import Lexicon
from verbale.lexicon.triage import triage_words
from verbale.model import RawDocument
from verbale.reports.language import SERVED, UNKNOWN, language_of

_SHORT, _LONG = 40, 20_000
_WORD = re.compile(r"\w+")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*(?:\s|$)|[。！？]")
_FEW_ENDS = 2
#: Of running text, more characters than this are letters or spaces.
_PROSE = 0.7


class Look:
    """A document at which the gates look; its text is made when the first of them asks."""

    def __init__(self, raw: RawDocument, lexicon: Lexicon) -> None:
        self.raw, self.lexicon = raw, lexicon

    @cached_property
    def text(self) -> str:
        """What a reader would see."""
        return plain_text(self.raw)

    @cached_property
    def words(self) -> int:
        """How many words it has; in scripts without spaces, about half its characters."""
        return max(len(_WORD.findall(self.text)), len(_UNSPACED.findall(self.text)) // 2)


_UNSPACED = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")
Gate = Callable[[Look], str | None]


def address(look: Look) -> str | None:
    """Not under an address of lists, pictures or services."""
    url = look.raw.given.url
    path = urlsplit(url).path.lower() if url else ""
    parts = [part for part in path.split("/") if part]
    if url and not parts:
        return "the front page of a site"
    named = next((part for part in parts if part in triage_words().parts), None)
    return f"/{named}/ in its address" if named else None


def length(look: Look) -> str | None:
    """Neither a stub nor a book."""
    if look.words < _SHORT:
        return f"fewer than {_SHORT} words"
    return f"more than {_LONG:,} words" if look.words > _LONG else None


def language(look: Look) -> str | None:
    """In a language that is served, or in none that can be told."""
    found = language_of(look.text, look.raw.given.language)
    return None if found in SERVED or found == UNKNOWN else found


def content(look: Look) -> str | None:
    """Sentences, not lists of headlines or of figures."""
    text = look.text
    if sum(1 for _ in _SENTENCE_END.finditer(text)) < _FEW_ENDS:
        return "hardly a whole sentence"
    letters = sum(1 for char in text if char.isalpha() or char.isspace())
    return None if letters >= _PROSE * len(text) else "mostly figures and signs"


def states(look: Look) -> str | None:
    """About dealings between states."""
    return None if about_relations(look.text, look.lexicon) else "no dealings between states"


#: Reason -> gate, in the order they are asked.
GATES: dict[str, Gate] = {
    "address": address,
    "length": length,
    "language": language,
    "content": content,
    "off topic": states,
}
