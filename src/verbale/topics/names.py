"""Which names a report uses for places that have several, and whose words they stand in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from verbale.model import NameUse, Report, Span, Statement
from verbale.topics.mentions import Mention
from verbale.topics.places import NamedPlaces

_QUOTES = '"“”‘’«»„‹›'


def find_names(
    report: Report,
    statements: Sequence[Statement],
    places: NamedPlaces,
    mentions: Iterable[Mention],
) -> tuple[NameUse, ...]:
    """The name uses of ``report``, in order of place.

    Names come from the lexicon of rival names, from what the report itself tells of names, and
    from all places it names (``mentions``), for which other reports may have other names.
    """
    told = {naming.span: naming.party for group in places.told for naming, _ in group}
    also: dict[str, set[str]] = {}
    for group in places.same:
        for key in group:
            also.setdefault(key, set()).update(set(group) - {key})
    found: dict[Span, tuple[str, str]] = {}
    for zone in _zones(report):
        for place in places.within(zone):
            found[place.span] = (place.key, place.name)
    for mention in mentions:
        span = mention.phrase.span
        words = " ".join(span.of(report.text).split())
        if places.key(words) == mention.phrase.key and not any(span.overlaps(s) for s in found):
            found[span] = (mention.phrase.key, words)
    return tuple(
        NameUse(
            key=key,
            name=name,
            span=span,
            party=_told(span, told),
            statement=holder.id if (holder := _holder(span, statements)) else None,
            own=holder is not None and _is_own(span, holder, report.text),
            also=tuple(sorted(also.get(key, ()))),
        )
        for span, (key, name) in sorted(found.items())
    )


def _zones(report: Report) -> Iterator[Span]:
    if report.headline is not None and report.headline.span is not None:
        yield report.headline.span
    if report.standfirst is not None:
        yield report.standfirst
    yield from report.body


def _told(span: Span, told: dict[Span, str | None]) -> str | None:
    return next((party for place, party in told.items() if place.overlaps(span)), None)


def _holder(span: Span, statements: Iterable[Statement]) -> Statement | None:
    """The innermost statement whose content holds the name."""
    holding = [
        (part.end - part.start, -said.id, said)
        for said in statements
        for part in said.content
        if part.covers(span)
    ]
    return min(holding, key=lambda held: held[:2])[2] if holding else None


def _is_own(span: Span, holder: Statement, text: str) -> bool:
    """Whether the name stands in words that are quoted; a name in quotation marks does, too."""
    if holder.type == "direct":
        return True
    return text[max(0, span.start - 1) : span.start] in set(_QUOTES) - {""}
