"""Where headline, stand-first and body of a gold report stand in its text."""

from __future__ import annotations

import msgspec

from eval.goldschema import Problem, RawReport
from eval.places import occurrences, read_words
from verbale.model import Span, Spans, Zone


class Regions(msgspec.Struct, frozen=True, kw_only=True):
    """The parts of a page that may hold statements; each None or empty where it has none."""

    headline: Span | None = None
    standfirst: Span | None = None
    body: Spans = ()

    def of(self, zone: Zone) -> Spans:
        """The places of one zone."""
        if zone == "body":
            return self.body
        part = self.headline if zone == "headline" else self.standfirst
        return (part,) if part else ()

    @property
    def all(self) -> Spans:
        """Every place of every zone."""
        return (*self.of("headline"), *self.of("standfirst"), *self.body)


def find_regions(text: str, said: RawReport, file: str) -> tuple[Regions, list[Problem]]:
    """The regions of ``text``, with what could not be found or is not certain."""
    problems: list[Problem] = []
    body = _body(text, said, file, problems)
    headline = _line(text, said.headline, "headline", body, file, problems)
    standfirst = _line(text, said.standfirst, "standfirst", body, file, problems)
    return Regions(headline=headline, standfirst=standfirst, body=body), problems


def _line(
    text: str, given: str | None, field: str, body: Spans, file: str, problems: list[Problem]
) -> Span | None:
    """The place of a headline or stand-first: outside the body, on a line of its own, the first."""
    if given is None:
        return None
    places = occurrences(text, given)
    outside = [place for place in places if not any(place.overlaps(part) for part in body)]
    if not places:
        problems.append(Problem(file, None, field, given, "is not in the text", fatal=True))
        return None
    return min(outside or places, key=lambda place: (not _whole_line(text, place), place.start))


def _whole_line(text: str, place: Span) -> bool:
    before = text[: place.start].rstrip(" \t\ufeff")
    after = text[place.end :].lstrip(" \t\r")
    return before[-1:] in ("", "\n") and after[:1] in ("", "\n")


def _body(text: str, said: RawReport, file: str, problems: list[Problem]) -> Spans:
    stretches: list[Span] = []
    for first, last in said.body:
        since = stretches[-1].end if stretches else 0
        start = _edge(text, first, since, file, problems)
        end = _edge(text, last, start.start if start else since, file, problems)
        if start and end:
            stretches.append(Span(start.start, end.end))
    return tuple(stretches)


def _edge(text: str, given: str, since: int, file: str, problems: list[Problem]) -> Span | None:
    """The first place of a body edge at or after ``since``, or the n-th of the file if marked."""
    wanted = read_words(given)
    places = occurrences(text, wanted.words)
    if wanted.nth is not None:
        places = places[wanted.nth - 1 : wanted.nth]
    later = [place for place in places if place.start >= since]
    if not later:
        reason = "is not in the text" if not places else "stands only before its place"
        problems.append(Problem(file, None, "body", given, reason, fatal=True))
        return None
    if len(later) > 1:
        problems.append(
            Problem(file, None, "body", given, f"stands {len(later)} times; first taken")
        )
    return later[0]
