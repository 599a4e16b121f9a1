"""Names and claims against what the reports cited hold: the part of the checker that reads them."""

from __future__ import annotations

from collections.abc import Iterator

from verbale.brief import names
from verbale.brief.contested import VERBS
from verbale.brief.days import on, when_told
from verbale.brief.material import Material
from verbale.brief.model import Citation, Sentence
from verbale.brief.names import Parties
from verbale.brief.quoting import content_of, passage, stands
from verbale.matters.claims import find_claims
from verbale.model import Claim, NameUse, Statement, hull
from verbale.record.days import period


def name_faults(sentence: Sentence, material: Material, parties: Parties) -> Iterator[str]:
    """Why a sentence on a name is not so: each place cited must hold the name, used or told of."""
    if not sentence.citations:
        yield "cites no place"
    for citation in sentence.citations:
        use = _use(citation, sentence.values["name"], material)
        if use is None:
            yield "the place cited does not hold the name"
            return
        told = sentence.values.get("told", "")
        if use.party is not None and parties.in_sentence(use.party) not in told:
            yield "the report tells of somebody else who calls it so"
        if use.party is None and not _names_user(sentence, citation, use, material):
            yield "the report has somebody else use the name"


def _use(citation: Citation, name: str, material: Material) -> NameUse | None:
    held = material.annotation(citation.report).names
    places = citation.spans
    return next((use for use in held if use.name == name and places == (use.span,)), None)


def _names_user(sentence: Sentence, citation: Citation, use: NameUse, material: Material) -> bool:
    """Whether the sentence names who uses the name there, or counts them among others."""
    annotation = material.annotation(citation.report)
    users = sentence.values.get("users", "")
    said = next((s for s in annotation.statements if s.id == use.statement), None)
    speaker = (said.speaker or said.office) if said is not None and use.own else None
    user = speaker or names.publisher(annotation.report)
    return user in users or users.endswith(" more")


def claim_faults(sentence: Sentence, material: Material, parties: Parties) -> Iterator[str]:
    """Why a claim is not so: who holds it, through whom, when, and the words."""
    values = sentence.values
    made = [_made(citation, material) for citation in sentence.citations]
    found = [each for each in made if each is not None]
    if not found or len(found) < len(made):
        yield "cites no claim"
        return
    if any(parties.in_sentence(claim.holder) != values["party"] for _, claim in found):
        yield "another party holds the claim"
    citation, (said, claim) = sentence.citations[0], found[0]
    yield from _word_faults(sentence, citation, said, material)
    if values["verb"] != VERBS[claim.denied]:
        yield "denial and assertion are confused"
    if "speaker" in values:
        text = material.annotation(citation.report).text
        if not names.is_speaker(values["speaker"], text, said):
            yield "the speaker is not the one the report names"
        if values.get("office", said.office) != said.office:
            yield f"the report has office as {said.office or 'nothing'}"
    yield from _teller_faults(values, said, citation, material)
    yield from _day_faults(sentence, [said for said, _ in found], material)


def _made(citation: Citation, material: Material) -> tuple[Statement, Claim] | None:
    """The statement cited and the claim that it makes."""
    annotation = material.annotation(citation.report)
    said = next((s for s in annotation.statements if s.id == citation.statement), None)
    claims = find_claims(annotation.text, annotation.statements)
    claim = next((claim for claim in claims if claim.statement == citation.statement), None)
    return (said, claim) if said is not None and claim is not None else None


def _word_faults(
    sentence: Sentence, citation: Citation, said: Statement, material: Material
) -> Iterator[str]:
    text = material.annotation(citation.report).text
    if citation.spans != content_of(text, said):
        yield "the place cited is not that of the statement"
    elif not stands(sentence.values["quote"], text, citation.spans):
        yield "the words quoted do not stand at the place cited"
    if not citation.around or not hull(citation.around).covers(passage(said)):
        yield "the passage cited does not hold the statement"
    reports = (material.annotation(each.report).report for each in sentence.citations)
    if sentence.values["sources"] != names.source_labels(reports):
        yield "the sources are not those of the reports cited"


def _teller_faults(
    values: dict[str, str], said: Statement, citation: Citation, material: Material
) -> Iterator[str]:
    """Whether it is told that another party tells of the claim."""
    annotation = material.annotation(citation.report)
    teller = next((s for s in annotation.statements if s.id == said.nested_in), None)
    side = material.side_of(teller) if teller else None
    foreign = teller is not None and side not in (None, said.country)
    if foreign != ("teller" in values):
        yield "it is not told whose telling this is"
    told_by = values.get("teller")
    if foreign and told_by and teller and not names.is_speaker(told_by, annotation.text, teller):
        yield "told by somebody else"


def _day_faults(sentence: Sentence, said: list[Statement], material: Material) -> Iterator[str]:
    """The day of the first citation as it is worded, and the first day of all."""
    published = [material.report_of[each.report].published for each in sentence.citations]
    if sentence.values["when"] != when_told(said[0], published[0]):
        yield "the report has it on another day"
    days = (each.said_on or day for each, day in zip(said, published, strict=True))
    dated = [day for day in days if period(day) is not None]
    if "first" in sentence.values and sentence.values["first"] != on(min(filter(None, dated))):
        yield "it was claimed first on another day"
