"""Reads a made-up report through the one-report stages, without the reading of a page."""

from __future__ import annotations

from typing import NamedTuple

from verbale.actors import Cast
from verbale.language import Backend, backend_for
from verbale.lexicon import default_lexicon
from verbale.model import Dated, Dateline, Headline, Report, Span, Statement
from verbale.pipeline import read_statements


class Read(NamedTuple):
    """What was made of a report."""

    report: Report
    statements: tuple[Statement, ...]
    cast: Cast


def english() -> Backend:
    """The backend for English, the same object every time, so that its model loads once."""
    backend = backend_for("en")
    assert backend is not None
    return backend


def report_of(
    text: str,
    *,
    headline: bool = False,
    published: str | None = None,
    place: str | None = None,
    agencies: tuple[str, ...] = (),
    outlet: str | None = None,
) -> Report:
    """``text`` as a report: all of it body, or its first line the headline.

    ``published`` is the day that stands on its page, ``place`` that of a dateline it opens with.
    """
    first = len(text.partition("\n")[0]) if headline else 0
    body = Span(first, len(text)).stripped(text)
    return Report(
        text=text,
        headline=Headline(text=text[:first], span=Span(0, first)) if headline else None,
        body=(body,) if body else (),
        published=Dated(date=published, how="stated", basis="page") if published else None,
        dateline=Dateline(place=place, span=Span(0, len(place) + 3)) if place else None,
        agencies=agencies,
        outlet=outlet,
        language="en",
    )


def read(report: Report) -> Read:
    """The statements of ``report`` and its cast."""
    found, cast = read_statements(report, default_lexicon(), english())
    return Read(report, found.statements, cast)
