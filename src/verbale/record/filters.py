"""What to ask the record for. Every field narrows; None leaves it open.

``since`` and ``until`` are EDTF days with a year (``2025``, ``2025-04``, ``2025-04-08``), both
inclusive; an entry whose period overlaps counts as inside. ``about`` and ``text`` are words,
"quoted phrases" and beginnings*, all of which must be found. ``report`` is a report's id,
``matter`` that of a matter, the beginning of one (``m`` and two hex digits at least), or words of
what reports call it.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from verbale.model import ActorKind, Polarity, Stance, StatementType, Target


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """Which part of what fits: at most ``limit`` after the first ``offset``, in the usual order or
    one of `verbale.record.orders`."""

    limit: int | None = None
    offset: int = 0
    order: str | None = None


class ReportFilter(Page, frozen=True, kw_only=True):
    """``outlet`` also fits a credited agency; ``text`` is searched in headline and body. A report
    is about a ``matter`` where one of its entries is."""

    outlet: str | None = None
    matter: str | None = None
    language: str | None = None
    flag: str | None = None
    text: str | None = None
    since: str | None = None
    until: str | None = None


class StatementFilter(Page, frozen=True, kw_only=True):
    """``by`` is whole words of the speaker's name or office; ``about`` is searched in the content
    only, ``text`` in the whole statement with its speaker, cue, addressee and venue. ``open``: only
    those whose speaker, or the year of whose day said, is not known; ``lacks`` names one of the
    two."""

    by: str | None = None
    country: str | None = None
    about: str | None = None
    since: str | None = None
    until: str | None = None
    type: StatementType | None = None
    polarity: Polarity | None = None
    text: str | None = None
    report: str | None = None
    speech: bool | None = None
    background: bool | None = None
    open: bool = False
    lacks: Literal["speaker", "year"] | None = None
    matter: str | None = None
    outlet: str | None = None


class ActorFilter(Page, frozen=True, kw_only=True):
    """``name`` is whole words of the name, an alias or an office."""

    name: str | None = None
    kind: ActorKind | None = None
    country: str | None = None
    report: str | None = None


class ActFilter(Page, frozen=True, kw_only=True):
    """``actor`` and ``recipient`` are codes; a symmetric act fits either way round. All of
    ``parties`` must be one or the other."""

    type: str | None = None
    actor: str | None = None
    recipient: str | None = None
    parties: tuple[str, ...] = ()
    matter: str | None = None
    since: str | None = None
    until: str | None = None
    report: str | None = None
    outlet: str | None = None


class PositionFilter(Page, frozen=True, kw_only=True):
    """``matter`` also fits a position's own words for it in full; ``on`` and ``stance`` are those
    of `verbale.model.Position`."""

    party: str | None = None
    matter: str | None = None
    on: Target | None = None
    stance: Stance | None = None
    since: str | None = None
    until: str | None = None
    report: str | None = None
    outlet: str | None = None


class LaneFilter(msgspec.Struct, frozen=True, kw_only=True):
    """Whose positions, on what. ``matter`` is its id, a beginning of it, or words of its name."""

    party: str | None = None
    matter: str | None = None
    on: Target | None = None


class MatterFilter(Page, frozen=True, kw_only=True):
    """``words`` are an id, a beginning of one, or whole words of what reports call the matter."""

    party: str | None = None
    words: str | None = None
