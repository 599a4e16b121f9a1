"""A brief as pure data: sections of sentences, each a template's name, its values and citations.

Nothing here holds a row's number: reports go by their handle and statements by their number
within the report, so that records read in another order give the same brief.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from verbale.model import Span, Spans

SectionKind = Literal[
    "overview",
    "dispute",
    "stands",
    "shifts",
    "contested",
    "talks",
    "side",
    "positions",
    "last",
    "before",
    "undated",
    "recap",
    "told",
    "others",
    "timeline",
    "questions",
    "sources",
]


class BriefRequest(msgspec.Struct, frozen=True, kw_only=True):
    """What the brief is to be about; None leaves it open.

    ``matter`` is the id of a matter of the record. ``about`` is words, "phrases" and beginnings*
    that a statement's content or its report's headline must hold. ``since`` and ``until`` are EDTF
    days with a year, both inclusive. ``parties`` are codes: only reports in which each of them
    speaks, acts or is one of those it is about, told with them as sides. ``changes_since`` names
    the day or the earlier record since which changes are told: what was known then is left out.
    """

    matter: str | None = None
    about: str | None = None
    since: str | None = None
    until: str | None = None
    parties: tuple[str, ...] | None = None
    changes_since: str | None = None


class Citation(msgspec.Struct, frozen=True, kw_only=True):
    """Where a sentence can be looked up.

    ``spans`` are the words used and ``around`` the passage that shows them with their
    attribution, both places in the text of ``report`` (a handle). ``statement``, ``position`` and
    ``act`` are numbers within that report's annotation. ``spans`` is empty where the report as a
    whole is meant. ``why`` is ``words`` where the sentence's words stand there, and ``party``
    where another report says for which party the speaker speaks.
    """

    report: str
    spans: Spans = ()
    around: Spans = ()
    statement: int | None = None
    position: int | None = None
    act: int | None = None
    why: Literal["words", "party"] = "words"


class Sentence(msgspec.Struct, frozen=True, kw_only=True):
    """One sentence: the name of its template in `verbale.brief.wording`, and what fills it.

    The first citation is the one that dates and words come from; the others say the same.
    """

    template: str
    values: dict[str, str] = {}
    citations: tuple[Citation, ...] = ()


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """A heading with sentences, then sections, below it.

    ``side`` is the code of the party whose words stand here; ``scope`` are the reports that the
    section, with all below it, was drawn from and counts.
    """

    kind: SectionKind
    heading: Sentence
    sentences: tuple[Sentence, ...] = ()
    sections: tuple[Section, ...] = ()
    side: str | None = None
    scope: tuple[str, ...] = ()


class Brief(msgspec.Struct, frozen=True, kw_only=True):
    """A whole brief."""

    request: BriefRequest
    title: Sentence
    sections: tuple[Section, ...]
    footer: tuple[Sentence, ...]


class Dropped(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence that did not stand up to the record, where it stood and why it fell."""

    section: str
    sentence: Sentence
    reason: str


class Footnote(msgspec.Struct, frozen=True, kw_only=True):
    """A cited passage, ready to be shown. ``span`` is its place in the report's text."""

    number: int
    report: str
    passage: str
    span: Span
    headline: str | None
    outlet: str | None
    agencies: tuple[str, ...]
    published: str | None
    published_how: str | None
    said_on: str | None
    said_how: str | None
    url: str | None


class CheckedBrief(msgspec.Struct, frozen=True, kw_only=True):
    """A brief of which every sentence was found in the record, and what was dropped of it."""

    brief: Brief
    footnotes: tuple[Footnote, ...]
    dropped: tuple[Dropped, ...]
