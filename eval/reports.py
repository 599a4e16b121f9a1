"""Scores what was read off a page: headline, outlet, credits, dates, body, flags, language.

One-valued fields yield `Counts` with a value where prediction or gold has one; so a field that
neither gives costs and earns nothing. ``body`` counts characters other than white space.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from eval.attributes import plain_name
from eval.records import ReportFacts
from eval.statements import Counts
from verbale.model import Report, Spans

FIELDS: tuple[str, ...] = (
    "headline",
    "standfirst",
    "outlet",
    "authors",
    "agencies",
    "place",
    "dateline_date",
    "dateline_agency",
    "published",
    "published_how",
    "updated",
    "flags",
    "language",
)


class ReportScore(msgspec.Struct, frozen=True):
    """Counts by field, and the body: its characters, and in how many reports it is exact."""

    fields: dict[str, Counts]
    body: Counts = Counts()
    exact_bodies: int = 0
    bodies: int = 0

    def __add__(self, other: ReportScore) -> ReportScore:
        return ReportScore(
            {
                name: self.fields.get(name, Counts()) + other.fields.get(name, Counts())
                for name in FIELDS
            },
            self.body + other.body,
            self.exact_bodies + other.exact_bodies,
            self.bodies + other.bodies,
        )


def score_report(gold: ReportFacts, report: Report) -> ReportScore:
    """The counts of one report, over the fields its gold judges."""
    guess = facts_of(report)
    fields = {
        name: _field(getattr(gold, name), getattr(guess, name))
        for name in FIELDS
        if name in gold.judged
    }
    if "body" not in gold.judged:
        return ReportScore(fields)
    ours, theirs = _inked(report.text, gold.body), _inked(report.text, guess.body)
    return ReportScore(
        fields, Counts(len(ours & theirs), len(theirs), len(ours)), int(ours == theirs), 1
    )


def facts_of(report: Report) -> ReportFacts:
    """What Verbale read, in the form of the gold."""
    line, published, updated = report.dateline, report.published, report.updated
    return ReportFacts(
        headline=report.headline.text if report.headline else None,
        standfirst=report.standfirst.of(report.text) if report.standfirst else None,
        outlet=report.outlet,
        authors=report.authors,
        agencies=report.agencies,
        place=line.place if line else None,
        dateline_date=line.date if line else None,
        dateline_agency=line.agency if line else None,
        published=published.date if published else None,
        published_how=published.how if published else None,
        updated=updated.date if updated else None,
        language=report.language,
        body=report.body,
        flags=report.flags,
    )


def _field(ours: str | Iterable[str] | None, theirs: str | Iterable[str] | None) -> Counts:
    given, guessed = _values(ours), _values(theirs)
    return Counts(len(given & guessed), len(guessed), len(given))


def _values(value: str | Iterable[str] | None) -> frozenset[str]:
    if value is None:
        return frozenset()
    return frozenset(map(plain_name, (value,) if isinstance(value, str) else value))


def _inked(text: str, spans: Spans) -> frozenset[int]:
    return frozenset(
        at for start, end in spans for at in range(start, end) if not text[at].isspace()
    )
