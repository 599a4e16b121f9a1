"""A deed: an act in the words of one sentence, before anybody knows who the words stand for."""

from __future__ import annotations

from typing import Protocol

import msgspec

from verbale.acts.compose import Meaning
from verbale.language import Word
from verbale.lexicon.acts import ActBook

_OPEN_TO = ("against", "on", "with", "to", "from", "in", "toward", "towards")


class Deed(msgspec.Struct, kw_only=True):
    """An act in the words of one sentence.

    ``doers`` and ``others`` are the words that may name the actor and the recipient, the likeliest
    first. ``mutual``: willingness of all who are named. ``head`` is the topmost word of the act,
    ``core`` the one its type comes from, and ``trail`` the words from one to the other.
    ``asked`` says that the doer is whoever speaks, ``nominal`` that the act is only named,
    ``loose`` that no pattern knows the word. ``said_of`` names of whom a speaker says it.
    """

    type: str
    mode: str | None
    head: Word
    core: Word
    symmetric: bool = False
    doers: tuple[Word, ...] = ()
    others: tuple[Word, ...] = ()
    reach: tuple[str, ...] = _OPEN_TO
    negated: bool = False
    mutual: bool = False
    asked: bool = False
    said_of: Word | None = None
    intended: bool = False
    future: bool = False
    nominal: bool = False
    loose: bool = False
    weight: float = 1.0
    trail: tuple[Word, ...] = ()
    used: frozenset[int] = frozenset()

    @property
    def meaning(self) -> Meaning:
        """Type and mode together."""
        return Meaning(self.type, self.mode)  # type: ignore[arg-type]


class Ask(Protocol):
    """Whom the readers of verbs, nouns and adjectives ask for the meaning of what these govern."""

    @property
    def book(self) -> ActBook:
        """The patterns in use."""

    def meaning(self, word: Word, depth: int = 0) -> Deed | None:
        """The deed that ``word`` with all it governs amounts to, if any."""


def unique(*words: Word) -> tuple[Word, ...]:
    """``words`` in order, each once."""
    return tuple({word.i: word for word in words}.values())
