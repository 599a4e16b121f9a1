"""The shapes of answers. Nothing is said without the passage that says it."""

from __future__ import annotations

from typing import Any

import msgspec

from verbale.exports.citing import Cited, Quoted
from verbale.record import Counts

#: Items in an answer: usually, and at most.
USUAL, MOST = 20, 50
#: Quotes in a citation.
QUOTES = 8
#: Characters of one quote, of the text around one, of a piece of a report, and of a whole answer.
LONGEST_QUOTE, CONTEXT, PIECE, LONGEST = 2_000, 600, 6_000, 60_000


class Items(msgspec.Struct, frozen=True, kw_only=True):
    """Some of what fits. ``total`` counts all of it; ``next_offset`` asks for the rest, None where
    there is none."""

    items: tuple[Any, ...]
    total: int
    next_offset: int | None


class Whence(msgspec.Struct, frozen=True, kw_only=True):
    """A report as it is cited."""

    report: str
    handle: str
    headline: str | None
    outlet: str | None
    agencies: tuple[str, ...]
    published: str | None
    url: str | None
    version: str


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """A statement, act or position: what the record takes from the passage, and the passage.
    ``within`` is the statement that it stands in."""

    id: str
    within: str | None
    fields: dict[str, Any]
    date: str | None
    dated_by: str | None
    cite: Cited


class About(msgspec.Struct, frozen=True, kw_only=True):
    """A matter; ``newest`` is the last that was said about it."""

    id: str
    name: str
    parties: tuple[str, ...]
    wordings: tuple[str, ...]
    reports: int
    statements: int
    acts: int
    positions: int
    first_day: str | None
    last_day: str | None
    newest: Cited | None


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """A position at a time."""

    stance: str
    condition: str | None
    date: str | None
    voice: str
    cite: Cited


class Shift(msgspec.Struct, frozen=True, kw_only=True):
    """How a position moved, and why it counts as that."""

    kind: str
    party: str
    matter: str
    named: str
    on: str
    why: str
    before: Held | None
    after: Held


class Stand(msgspec.Struct, frozen=True, kw_only=True):
    """Where a party stands now; ``known`` tells how that is known."""

    party: str
    matter: str
    named: str
    on: str
    known: str
    held: Held


class HitIn(msgspec.Struct, frozen=True, kw_only=True):
    """A report that holds the words, and where."""

    cite: Whence
    quotes: tuple[Quoted, ...]


class Carrier(msgspec.Struct, frozen=True, kw_only=True):
    """Another report that carries the same."""

    entry: str
    report: str
    outlet: str | None
    published: str | None
    words: str


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """On how many independent origins an entry rests, at least and at most."""

    reports: int
    at_least: int
    at_most: int
    told: str


class PassageOf(msgspec.Struct, frozen=True, kw_only=True):
    """An entry's words with the text around them, and who else carries them."""

    cite: Cited
    around: Quoted
    origins: Standing | None
    carried_by: tuple[Carrier, ...]


class Shared(msgspec.Struct, frozen=True, kw_only=True):
    """Words of a report that stand in another one, too."""

    other: Whence
    relation: str
    kind: str
    reason: str
    here: Quoted
    there: Quoted


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """A piece of a report's text; ``length`` is that of all of it."""

    cite: Whence
    quote: Quoted
    length: int


class Overview(msgspec.Struct, frozen=True, kw_only=True):
    """What the record holds."""

    record: str
    counts: Counts
