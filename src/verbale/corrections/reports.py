"""A report as a person has corrected it: its day, its outlet, its headline, where its story is."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from verbale.corrections.shadow import Shadow
from verbale.model import Correction, Dated, Headline, Quote, Report, Span, Spans, without

#: The basis of a day that a person supplied.
BASIS = "correction"
_BETWEEN = re.compile(r"\s*(?:…|\.\.\.)\s*")


def correct_report(report: Report, correction: Correction, shadow: Shadow) -> Report | None:
    """``report`` with one correction; None where the words that a body is bounded by are gone."""
    new = correction.new
    replace = msgspec.structs.replace
    match correction.field:
        case "published":
            return _with_day(report, new)
        case "outlet":
            if report.outlet == new:
                return report
            return replace(report, outlet=new, outlet_how="metadata" if new else None)
        case "headline":
            return replace(report, headline=_headline(report.headline, new, shadow))
        case "body":
            body = story(new if isinstance(new, tuple) else (), report, shadow)
            return None if body is None else replace(report, body=body)
    return report


def story(parts: Iterable[str], report: Report, shadow: Shadow) -> Spans | None:
    """The places of the story in the text of ``report``, its junk left out.

    Each part is a passage in full, or its first and last words with ``…`` between. None unless
    each of them stands exactly once, the last words after the first.
    """
    found: list[Span] = []
    for part in parts:
        first, _, last = _BETWEEN.sub("…", part).partition("…")
        start = shadow.find(Quote(exact=first, start=-1))
        if len(start) != 1:
            return None
        last_words = shadow.find(Quote(exact=last, start=-1)) if last else start
        end = tuple(span for span in last_words if span >= start[0])
        if len(end) != 1:
            return None
        found += without(Span(start[0].start, end[0].end), (junk.span for junk in report.junk))
    return tuple(span for span in sorted(set(found)) if span.of(shadow.text).strip())


def _with_day(report: Report, day: object) -> Report:
    """The report of another day, without notes on what could not be told of the one it had."""
    was = report.published
    if was is not None and was.date == day:
        return report
    now = Dated(date=day, how="metadata", basis=BASIS) if isinstance(day, str) else None
    notes = tuple(note for note in report.notes if was is None or was.date not in note)
    return msgspec.structs.replace(report, published=now, notes=notes)


def _headline(was: Headline | None, new: object, shadow: Shadow) -> Headline | None:
    if not isinstance(new, str):
        return None
    if was is not None and was.text == new:
        return was
    places = shadow.find(Quote(exact=new, start=-1))
    return Headline(text=new, span=places[0] if len(places) == 1 else None)
