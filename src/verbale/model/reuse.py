"""Reuse: words that two reports share, and what one report is to the other."""

from __future__ import annotations

from typing import Literal

import msgspec

from verbale.model.span import Span

Side = Literal["here", "there"]
PassageKind = Literal[
    "credited-copy",
    "uncredited-copy",
    "common-source",
    "shared-quotation",
    "boilerplate",
]
RelationKind = Literal[
    "feed-copy",
    "updated",
    "merged",
    "identical",
    "re-headlined",
    "edited",
    "shortened",
    "partial",
    "same-event",
    "none",
]
#: Relations in which the one report is, for the most part, the other.
COPIES: frozenset[RelationKind] = frozenset(
    {"feed-copy", "updated", "identical", "re-headlined", "edited", "shortened"}
)


class SharedPart(msgspec.Struct, frozen=True):
    """A sentence, or a run of words, on both sides; ``likeness`` is 1 where no word differs.

    ``rule`` names what found it: ``run`` (words in a row), ``sentence``, ``neighbour`` (beside a
    sure one), ``reworded`` (the same words in another order, between sure ones).
    """

    here: Span
    there: Span
    likeness: float
    rule: str


class SharedPassage(msgspec.Struct, frozen=True, kw_only=True):
    """Words that stand in two reports, as places in the text of each.

    ``parts`` follow each other on both sides. ``edited`` is the share of words that differ.
    ``kind`` tells what it is evidence of, ``reason`` why, in a sentence for a person:

    ``credited-copy``     the one has it from the other, and names it
    ``uncredited-copy``   the one has it from the other, or both from an agency that neither names
    ``common-source``     both have it from a third, or one outlet repeats itself
    ``shared-quotation``  somebody else's words; whoever heard them may print them
    ``boilerplate``       what an outlet prints under many stories
    """

    here: Span
    there: Span
    parts: tuple[SharedPart, ...]
    words: int
    edited: float
    kind: PassageKind
    reason: str


class Relation(msgspec.Struct, frozen=True, kw_only=True):
    """What the report ``there`` is to the one ``here``.

    ``here_share`` is how much of the one here stands there, ``there_share`` the other way round;
    boilerplate and quotations that both may have heard do not count. ``first`` had it earlier,
    None where that cannot be told (``order`` says why). ``credits`` is the side that names the
    other's outlet. ``common`` is the lineage of an earlier report that both have it from, or
    the agency that both name.

    ``feed-copy``     a machine published the one from a feed of the other
    ``updated``       one outlet on one event, with shared prose: the later one replaces the earlier
    ``merged``        one was put together from several reports, of which the other is one
    ``identical``     nearly word for word; ``re-headlined`` the same under another headline;
    ``edited``        the same under the same headline, with words changed
    ``shortened``     all of the one, but perhaps a paragraph at either end, stands in the other
    ``partial``       some prose is shared
    ``same-event``    no prose is shared, though they tell of one event; ``none``: nor that
    """

    kind: RelationKind
    here_share: float
    there_share: float
    first: Side | None
    order: str
    credits: Side | None = None
    common: str | None = None
    reason: str = ""
