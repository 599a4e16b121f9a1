"""Corrections: what a person says of an entry, kept apart from what was drawn."""

from __future__ import annotations

from typing import Literal

import msgspec

CorrectionKind = Literal[
    "report", "statement", "act", "position", "identity", "matter", "reuse", "utterance"
]
Value = str | bool | tuple[str, ...] | None


class Quote(msgspec.Struct, frozen=True, kw_only=True):
    """Words of a report and what stands around them (a text quote selector).

    ``exact`` is a stretch of the text as it was, ``prefix`` and ``suffix`` what stood before and
    after it; ``start`` is its place then, in characters of the text.
    """

    exact: str
    prefix: str = ""
    suffix: str = ""
    start: int = 0


class Anchor(msgspec.Struct, frozen=True, kw_only=True):
    """What a correction is about, in words that hold in any record and any version.

    ``subject`` is the lineage of a report; the id of a matter; an `ActorKey` as JSON. Entries of
    a report have a ``quote``, and a ``facet`` that tells entries of one passage apart: a
    statement's cue, an act's type and sides, a position's party, target and stance.
    """

    kind: CorrectionKind
    subject: str
    quote: Quote | None = None
    facet: str = ""


class Correction(msgspec.Struct, frozen=True, kw_only=True):
    """One decision of a person. Never changed: an undo is an entry of its own.

    ``id`` hashes all the rest. ``old`` is what the record showed, ``new`` what it is to show.
    ``at`` is a UTC time. ``after`` is the id of the decision that came before on the same field of
    the same anchor, None for the first; ``undoes`` that of the one that no longer counts.
    """

    id: str
    anchor: Anchor
    field: str
    old: Value = None
    new: Value = None
    author: str
    reason: str = ""
    at: str
    after: str | None = None
    undoes: str | None = None


class ActorKey(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody as the reports know them; with ``lineage``, as that one report does."""

    name: str
    kind: str
    country: str | None = None
    lineage: str | None = None
