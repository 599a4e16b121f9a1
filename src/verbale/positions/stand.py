"""The record of a stance as one clause gives it."""

from __future__ import annotations

import msgspec

from verbale.language import Word
from verbale.model import Stance
from verbale.positions.things import Found


class Stand(msgspec.Struct, frozen=True):
    """A stance as the words of one clause give it.

    ``owners`` are the words that may name whose it is, the likeliest first; ``asked`` says that it
    is the speaker's when they name nobody. ``head`` is the topmost word on the way, ``trail`` all
    words that had a say. ``terms`` are those that spell its condition out where the way to it has
    told.
    """

    thing: Found
    value: Stance
    owners: tuple[Word, ...]
    asked: bool
    head: Word
    trail: tuple[Word, ...]
    terms: tuple[Word, ...] = ()
