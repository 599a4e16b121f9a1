"""Actors: who speaks and acts, within one report."""

from __future__ import annotations

from typing import Literal

import msgspec

from verbale.model.span import Spans

ActorKind = Literal["person", "state", "institution", "organisation", "outlet", "group", "unnamed"]


class Office(msgspec.Struct, frozen=True, kw_only=True):
    """An office as the report words it, e.g. ``Ambassador to Moscow`` of ``JPN``."""

    title: str
    country: str | None = None
    former: bool = False


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody or something that a report mentions, with every mention taken to be the same.

    ``id`` counts from 1 within the report. ``name`` is the fullest form found. ``country`` is the
    ISO 3166-1 alpha-3 code of the state it belongs to or is (organisations: their acronym; parties
    added by a lexicon extension: their own code). ``mentions`` are ordered.
    """

    id: int
    kind: ActorKind
    name: str
    country: str | None = None
    offices: tuple[Office, ...] = ()
    aliases: tuple[str, ...] = ()
    mentions: Spans = ()
