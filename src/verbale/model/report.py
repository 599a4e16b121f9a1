"""A report: its text, and what its page says of itself."""

from __future__ import annotations

from typing import Literal

import msgspec

from verbale.model.span import Span, Spans

DateHow = Literal["stated", "inferred", "metadata"]
JunkKind = Literal[
    "navigation",
    "related",
    "share",
    "subscription",
    "caption",
    "credit",
    "disclaimer",
    "legal",
    "teaser",
    "date",
    "outlet",
    "byline",
    "advert",
    "comments",
    "other",
]
ReportFlag = Literal[
    "auto-published",
    "not-reviewed",
    "truncated",
    "paywalled",
    "correction",
    "refiled",
    "updated",
    "live-blog",
    "opinion",
    "unserved-language",
    "broken-encoding",
    "no-body",
]


class Dated(msgspec.Struct, frozen=True, kw_only=True):
    """A day, how precisely it is known, and how we know it.

    ``date`` is an EDTF day: ``2025-04-08``, or ``XXXX-07-15`` while nothing supplies the year
    (a month alone is ``2025-04``). ``time`` is ``HH:MM`` or ``HH:MM:SS`` local to ``zone``
    (``+05:30``, ``Z`` or the name that the page prints). ``basis`` says in a word what the day
    rests on: ``page``, ``dateline``, ``caption``, ``url``, ``sidecar``, ``feed``, ``relative`` ...
    ``span`` is the passage, where there is one.
    """

    date: str
    how: DateHow
    time: str | None = None
    zone: str | None = None
    basis: str | None = None
    span: Span | None = None

    @property
    def full(self) -> bool:
        """Whether the year is known, so that the day can be ordered among others."""
        return not self.date.startswith("XXXX")


class Headline(msgspec.Struct, frozen=True, kw_only=True):
    """The headline; ``span`` is None when only metadata holds it."""

    text: str
    span: Span | None = None


class Dateline(msgspec.Struct, frozen=True, kw_only=True):
    """``MOSCOW, July 15. /TASS/.`` - where and when the report says it was filed, and by whom.

    ``date`` is kept as the line has it: without a stated year it is ``XXXX-07-15``.
    """

    place: str
    span: Span
    date: str | None = None
    agency: str | None = None


class Junk(msgspec.Struct, frozen=True, kw_only=True):
    """A part of the page that is not the story."""

    span: Span
    kind: JunkKind


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """One report, read: the whole text and what the page says of itself.

    ``text`` is the decoded file (plain text) or our linearisation of the DOM (HTML); all offsets
    here and later count its characters. ``body`` spans are ordered and disjoint; nothing outside
    ``headline``, ``standfirst`` and ``body`` may give rise to a statement.
    ``agencies`` are credited news agencies, canonical names, in order of appearance.
    ``url`` is the canonical address if the page or the user states one.
    ``notes`` are short sentences for a person about what was repaired or left open.
    """

    text: str
    headline: Headline | None = None
    standfirst: Span | None = None
    outlet: str | None = None
    outlet_how: DateHow | None = None
    authors: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    dateline: Dateline | None = None
    published: Dated | None = None
    updated: Dated | None = None
    language: str = "und"
    url: str | None = None
    body: Spans = ()
    junk: tuple[Junk, ...] = ()
    flags: tuple[ReportFlag, ...] = ()
    notes: tuple[str, ...] = ()
