"""Chains: outlet, credited agency, quoted medium, speaker.

Drawn from what is stored of one report. Nothing is guessed: a report that credits two agencies and
does not say which one a sentence is from has an unknown link there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from verbale.lexicon import Body, Institution, Title, default_lexicon
from verbale.model import Annotation, Report, Span, Statement, hull, words_at
from verbale.model.origin import Chain, ChainLink
from verbale.provenance.channels import Given, given_of, houses_of, inherited, paragraph, whole
from verbale.provenance.crediting import (
    Supplier,
    looks_like_outlet,
    mention,
    same_house,
    suppliers,
)


def chains_of(annotation: Annotation) -> tuple[Chain, ...]:
    """The chain of every statement, in their order. Spans are places in the report's text."""
    report, statements = annotation.report, annotation.statements
    people = {each.name for each in annotation.actors if each.kind != "outlet"}
    outlet, credited, houses = _outlet(report), suppliers(report), houses_of(report)
    told = {each.id: given_of(report, each, houses) for each in statements}

    def chain(statement: Statement) -> Chain:
        given = inherited(report, statement, statements, told)
        around = paragraph(report.text, whole(statement))
        media = [*_media(report, statement, around, given, people)]
        agencies = _agencies(report, credited, around, media)
        return _chain(statement, given, (outlet, *agencies, *media, _speaker(report, statement)))

    return tuple(map(chain, statements))


def _outlet(report: Report) -> ChainLink:
    return ChainLink(
        role="outlet",
        name=report.outlet,
        span=mention(report.text, report.outlet, Span(0, len(report.text))),
        why="the report's outlet" if report.outlet else "",
    )


def _chain(statement: Statement, given: Given, links: tuple[ChainLink, ...]) -> Chain:
    return Chain(
        statement=statement.id,
        links=links,
        channel=given.channel,
        channel_span=given.span,
        channel_why=given.why,
    )


def _speaker(report: Report, statement: Statement) -> ChainLink:
    words = " ".join(words_at(report.text, statement.source).split())
    name = statement.speaker or statement.office or words or None
    span = hull(statement.source) if statement.source else None
    return ChainLink(role="speaker", name=name, span=span, why="the statement's source")


def _agencies(
    report: Report, credited: Sequence[Supplier], around: Span, media: Sequence[ChainLink]
) -> Iterator[ChainLink]:
    """Whom the text is ``credited`` to; unknown where several are and nothing tells which."""
    if not credited or any(same_house(link.name, each.name) for link in media for each in credited):
        return  # the sentence says itself from whom it has the words
    named = [each for each in credited if mention(report.text, each.name, around)]
    if len(credited) > 1 and len(named) != 1:
        names = tuple(each.name for each in credited)
        why = f"credits {' and '.join(names)}; which one this is from is not said"
        yield ChainLink(role="agency", name=None, why=why, one_of=names)
        return
    name, span = named[0] if len(named) == 1 else credited[0]
    yield ChainLink(role="agency", name=name, span=span, why="the report's credit")


def is_teller(name: str, people: Collection[str]) -> bool:
    """Whether a carrier is a person or a body that retells, and no outlet."""
    if looks_like_outlet(name):
        return False
    return name in people or any(
        isinstance(match.entry, Institution | Body | Title)
        for match in default_lexicon().find(name)
    )


def _media(
    report: Report, statement: Statement, around: Span, given: Given, people: Collection[str]
) -> Iterator[ChainLink]:
    """The media between the outlet and the speaker, the speaker's own last."""
    seen: list[str] = []
    speaker = statement.speaker or statement.office
    told = [given.medium] if given.medium else []
    for name in (*reversed(statement.via or given.via), *told):
        if name == speaker or any(same_house(name, other) for other in (*seen, report.outlet)):
            continue
        seen.append(name)
        span = mention(report.text, name, around) or given.span
        why = "told to it" if name == given.medium else "named as carrying it"
        if is_teller(name, people):
            yield ChainLink(role="teller", name=name, span=span, why="retells it")
        else:
            yield ChainLink(role="medium", name=name, span=span, why=why)
