"""Origins: the way words came to a report, and on how many hearings an entry rests."""

from __future__ import annotations

from typing import Literal

import msgspec

from verbale.model.span import Span

Channel = Literal[
    "interview",
    "press-conference",
    "speech",
    "call",
    "statement",
    "post",
    "document",
    "unknown",
]
LinkRole = Literal["outlet", "agency", "medium", "teller", "speaker"]
DiscrepancyKind = Literal["date", "number", "polarity", "speaker", "place", "wording"]


class ChainLink(msgspec.Struct, frozen=True, kw_only=True):
    """One station of a chain. ``name`` is None where the text is silent ("unknown").

    A ``medium`` is an outlet that the sentence names, a ``teller`` somebody who retells.

    ``span`` is the passage that shows the link, in the report's text; None where only metadata
    does. ``why`` says in a few words what the link rests on. ``one_of`` are the names that an
    unknown link may be, where the report credits several.
    """

    role: LinkRole
    name: str | None
    span: Span | None = None
    why: str = ""
    one_of: tuple[str, ...] = ()


class Chain(msgspec.Struct, frozen=True, kw_only=True):
    """The way a statement came: the outlet first, the speaker last.

    ``channel`` is how the speaker's words were given away, ``channel_span`` the words that say so,
    ``channel_why`` what it rests on.
    """

    statement: int
    links: tuple[ChainLink, ...]
    channel: Channel = "unknown"
    channel_span: Span | None = None
    channel_why: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The stations by name, ``unknown`` where there is none."""
        return tuple(link.name or "unknown" for link in self.links)

    @property
    def credited(self) -> tuple[str, ...]:
        """Whom it has the words from: the named agencies and media between outlet and speaker."""
        between = (link for link in self.links if link.role in ("agency", "medium"))
        return tuple(link.name for link in between if link.name)


class OriginEdge(msgspec.Struct, frozen=True, kw_only=True):
    """Two carriers that rest on one hearing, and why. Carriers go by their public ids."""

    one: str
    other: str
    reason: str


class Discrepancy(msgspec.Struct, frozen=True, kw_only=True):
    """Where carriers of one utterance do not agree: their ids with what each has."""

    kind: DiscrepancyKind
    told: tuple[tuple[str, str], ...]


class OriginGroup(msgspec.Struct, frozen=True, kw_only=True):
    """Carriers that rest on one hearing.

    ``label`` names the hearing for a person ("TASS interview", "Kyodo", "the post"); ``certain``
    says whether the reports make it certain that this is a hearing of its own.
    """

    label: str
    carriers: tuple[str, ...]
    certain: bool
    reason: str
    edges: tuple[OriginEdge, ...] = ()


class Origins(msgspec.Struct, frozen=True, kw_only=True):
    """On how many independent hearings an entry rests: at least ``lower``, at most ``upper``."""

    lower: int
    upper: int
    groups: tuple[OriginGroup, ...]
    discrepancies: tuple[Discrepancy, ...] = ()
