"""Footnotes: the cited passages, numbered in the order in which a brief calls for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from verbale.brief.days import how_known
from verbale.brief.material import Material
from verbale.brief.model import Brief, Citation, Footnote, Section, Sentence
from verbale.brief.quoting import excerpt
from verbale.model import hull

_LONGEST = 900


def footnotes(brief: Brief, material: Material) -> tuple[Footnote, ...]:
    """One for each cited passage, from 1."""
    found: dict[tuple[str, int, int], Footnote] = {}
    for citation in _citations(brief):
        place = _place(citation)
        if place is not None and place not in found:
            found[place] = _footnote(len(found) + 1, citation, material)
    return tuple(found.values())


def numbering(notes: tuple[Footnote, ...]) -> Mapping[tuple[str, int, int], int]:
    """The number of each footnote by its place."""
    return {(note.report, *note.span): note.number for note in notes}


def numbers(sentence: Sentence, numbered: Mapping[tuple[str, int, int], int]) -> tuple[int, ...]:
    """The footnotes of a sentence, ascending."""
    places = filter(None, map(_place, sentence.citations))
    return tuple(sorted({numbered[place] for place in places if place in numbered}))


def _citations(brief: Brief) -> Iterator[Citation]:
    for section in brief.sections:
        yield from _of_section(section)


def _of_section(section: Section) -> Iterator[Citation]:
    for sentence in section.sentences:
        yield from sentence.citations
    for part in section.sections:
        yield from _of_section(part)


def _place(citation: Citation) -> tuple[str, int, int] | None:
    """What makes two citations one footnote: the report and the passage around the words."""
    return (citation.report, *hull(citation.around)) if citation.around else None


def _footnote(number: int, citation: Citation, material: Material) -> Footnote:
    annotation = material.annotation(citation.report)
    report, span = annotation.report, hull(citation.around)
    statement = next((s for s in annotation.statements if s.id == citation.statement), None)
    return Footnote(
        number=number,
        report=citation.report,
        passage=excerpt(annotation.text, (span,), _LONGEST),
        span=span,
        headline=report.headline.text if report.headline else None,
        outlet=report.outlet,
        agencies=report.agencies,
        published=report.published.date if report.published else None,
        published_how=how_known(report.published) if report.published else None,
        said_on=statement.said_on if statement else None,
        said_how=statement.said_how if statement else None,
        url=report.url,
    )
