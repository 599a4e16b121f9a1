"""Matters: what parties deal with over many reports, and which entries are about it."""

from __future__ import annotations

from typing import Literal

import msgspec

LinkKind = Literal["statement", "act", "position"]


class Matter(msgspec.Struct, frozen=True, kw_only=True):
    """A thing that the same parties deal with, put together from the topics of reports.

    ``id`` is ``m`` and eight hex digits of the hashed parties and ``key``, unless a person pinned
    another. ``key`` is what all its topics' keys have in common, ``keys`` are these. ``name`` is
    in the reports' own words; ``wordings`` are all of them, the most frequent first. A place that
    has several names has them all in ``name``, in alphabetical order. ``reports`` counts those
    that speak of it, ``weight`` how much of that is news.
    """

    id: str
    parties: tuple[str, ...]
    key: str
    keys: tuple[str, ...]
    name: str
    kind: str
    wordings: tuple[str, ...] = ()
    reports: int = 0
    weight: int = 0


class MatterLink(msgspec.Struct, frozen=True, kw_only=True):
    """An entry of a report that is about a matter: how sure that is, and why."""

    kind: LinkKind
    number: int
    matter: str
    score: float
    reason: str
