"""What the gold says, typed. All places are character offsets into the report's text."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import msgspec

from verbale.model import Media, Polarity, RawDocument, Span, Spans, StatementType, Zone
from verbale.sources import survey

Form = Literal[
    "clause-that",
    "clause-bare",
    "quote-after",
    "quote-inversion",
    "quote-before",
    "parenthetical",
    "according-to",
    "nominal",
    "infinitive",
    "gerund",
    "noun-object",
    "passive",
    "headline",
    "colon",
    "block-quote",
    "continuing-quote",
    "q-and-a",
    "post",
    "communique",
    "attitude",
    "unnamed",
    "collective",
    "list-source",
    "omission",
    "denial",
    "question",
]


class GoldStatement(msgspec.Struct, frozen=True, kw_only=True):
    """One statement as a person (or a writer) marked it.

    ``number`` counts from 1 in the file; ``nested_in`` is such a number. ``optional``: finding it
    is right, leaving it out is no miss. ``uncertain``: neither right nor wrong. ``*_alt`` hold
    other readings that count as right too. ``form`` is None in corpora that do not record it.
    """

    number: int
    zone: Zone = "body"
    speech: bool = True
    source: Spans = ()
    cue: Spans = ()
    content: Spans = ()
    type: StatementType = "indirect"
    form: Form | None = None
    speaker: str | None = None
    office: str | None = None
    country: str | None = None
    via: tuple[str, ...] = ()
    to: str | None = None
    venue: str | None = None
    said_on: str | None = None
    polarity: Polarity = "affirms"
    nested_in: int | None = None
    background: bool = False
    optional: bool = False
    uncertain: bool = False
    cue_alt: tuple[str, ...] = ()
    via_alt: tuple[tuple[str, ...], ...] = ()
    speaker_alt: tuple[str, ...] = ()


class ReportFacts(msgspec.Struct, frozen=True, kw_only=True):
    """What a page says of itself. ``judged`` names the fields that the gold decides.

    Within ``judged``, None or an empty tuple means that the page does not say. Dates are EDTF
    days. ``body`` is in characters of the report's text.
    """

    judged: frozenset[str] = frozenset()
    headline: str | None = None
    standfirst: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    place: str | None = None
    dateline_date: str | None = None
    dateline_agency: str | None = None
    published: str | None = None
    published_how: str | None = None
    updated: str | None = None
    language: str | None = None
    body: Spans = ()
    flags: tuple[str, ...] = ()


class GoldReport(msgspec.Struct, frozen=True, kw_only=True):
    """A report with everything that its gold says.

    ``path`` is the text's own file, None where the corpus holds texts only. ``zones`` are the
    places that may hold a statement (headline and stand-first once each, body stretches); ``form``
    of the statements is filled in our own gold alone.
    """

    name: str
    text: str
    statements: tuple[GoldStatement, ...]
    facts: ReportFacts = ReportFacts()
    headline: Span | None = None
    zones: Spans = ()
    path: Path | None = None

    def document(self) -> RawDocument:
        """The bytes as `verbale.annotate` takes them; the origin is the bare file name."""
        if self.path is None:
            return RawDocument(data=self.text.encode(), origin=self.name)
        for document in survey([str(self.path)])[0].documents():
            if isinstance(document, RawDocument):  # with what its sidecar says of it
                return msgspec.structs.replace(document, origin=self.path.name)
        raise ValueError(f"{self.path} cannot be read")


def media(path: Path) -> Media:
    """How a gold text is to be read, from its ending."""
    return "html" if path.suffix == ".html" else "text"
