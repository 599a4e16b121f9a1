"""One cited passage against the values of a sentence: the part of the checker that reads text."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from verbale.brief import names
from verbale.brief.days import read_back, read_when
from verbale.brief.material import Material
from verbale.brief.model import Citation, Sentence
from verbale.brief.quoting import passage, stands
from verbale.brief.standing import TOLD_BY_REPORT, taken, together
from verbale.model import Annotation, Position, Span, Statement, hull

_VERBS = {"said", "told", "asked", "denied", "denied to"}
Side = Callable[[Statement], str | None]


class Testimony:
    """What one report says at one cited place."""

    def __init__(
        self, annotation: Annotation, citation: Citation, parties: names.Parties, side_of: Side
    ) -> None:
        self._annotation = annotation
        self._report = annotation.report
        self._text = annotation.text
        self._citation = citation
        self._parties = parties
        self._side_of = side_of
        self._statements = {statement.id: statement for statement in annotation.statements}

    @property
    def source(self) -> str:
        """The report's outlet and agencies in words."""
        return names.source_label(self._report)

    def faults(self, sentence: Sentence) -> Iterator[str]:
        """What every citation of a sentence must bear out: the speaker and the words."""
        statement = self._statements.get(self._citation.statement or 0)
        if statement is None:
            yield "no such statement in the report"
            return
        if not names.is_speaker(sentence.values["speaker"], self._text, statement):
            yield "the speaker is not the one the report names"
        yield from self._place_faults(sentence, statement)
        if not stands(sentence.values["quote"], self._text, self._citation.spans):
            yield "the words quoted do not stand at the place cited"

    def first_faults(self, sentence: Sentence) -> Iterator[str]:
        """What the first citation answers for: when, in what office, to whom, where, via whom."""
        statement = self._statements[self._citation.statement or 0]
        told = sentence.template.startswith("told")
        dated = self._statements.get(statement.nested_in or 0, statement) if told else statement
        yield from self._day_faults(sentence, dated)
        values = sentence.values
        right = {
            "office": statement.office or "",
            "to": names.addressee(statement.to, self._report),
            "via": names.chain(statement.via),
        }
        for name, value in right.items():
            if name in values and values[name] != value:
                yield f"the report has {name} as {value or 'nothing'}"
        if "venue" in values and values["venue"].partition(" ")[2] != statement.venue:
            yield "the report names no such venue"
        if values.get("venue", "in ").partition(" ")[0] not in names.PREPOSITIONS:
            yield "the venue is not worded as a place"
        yield from self._verb_faults(values, statement)
        yield from self._party_faults(values, "party", statement)

    def told_faults(self, sentence: Sentence, teller: Statement) -> Iterator[str]:
        """Who told of the statement."""
        values = sentence.values
        if not names.is_speaker(values["teller"], self._text, teller):
            yield "told by somebody else"
        if values.get("teller_office", teller.office or "") != (teller.office or ""):
            yield "the teller holds another office"
        yield from self._party_faults(values, "teller_party", teller)

    def position_faults(self, sentence: Sentence, held: Position) -> Iterator[str]:
        """A position with its words, its day and its voice."""
        yield from self.held_faults(sentence, held)
        values = sentence.values
        statement = self._statements.get(held.statement or 0)
        yield from self._when_faults(values["when"], statement.said_on if statement else None)
        if (statement is None) != (values.get("narrated") == TOLD_BY_REPORT):
            yield "the report's telling and somebody's statement are confused"
        if statement is not None:
            yield from self._voice_faults(values, held, statement)

    def held_faults(self, sentence: Sentence, held: Position) -> Iterator[str]:
        """What a position is and the words it rests on."""
        values = sentence.values
        told = taken(held, self._text)
        alone = sentence.template.startswith("shift")
        right = {
            "party": self._parties.in_sentence(held.party),
            "stance": told.alone if alone else told.stance,
            "on": told.on if "on" in values else "",  # a shift names it once
            "condition": " ".join((held.condition or "").split()),
            "sources": self.source,
        }
        for name, value in right.items():
            if values.get(name, "") != value:
                yield f"the report has {name} as {value or 'nothing'}"
        if "matter" in values and not values["matter"] == held.matter in self._text:
            yield "the report has another matter"
        places = {*held.evidence, *(together(s, held, self._annotation) for s in held.evidence)}
        if not set(self._citation.spans) <= places:
            yield "the place cited is not that of the position"
        if not stands(values["quote"], self._text, self._citation.spans):
            yield "the words quoted do not stand at the place cited"
        statement = self._statements.get(held.statement or 0)
        if statement is not None and values.get("office", "") not in ("", statement.office):
            yield f"the report has office as {statement.office or 'nothing'}"
        day = (statement.said_on if statement else None) or self._published
        if "day" in values and read_back(values["day"]) != day:
            yield f"the report has it on {day}"

    def _voice_faults(
        self, values: dict[str, str], held: Position, statement: Statement
    ) -> Iterator[str]:
        """Whether it is the party that speaks, and who tells of it if it is not."""
        own = self._side_of(statement) in (None, held.party)
        if "speaker" in values and not (own and self._is_speaker(values["speaker"], statement)):
            yield "the speaker is not the one the report names"
        if values.get("office", statement.office) != statement.office:
            yield f"the report has office as {statement.office or 'nothing'}"
        around = self._statements.get(statement.nested_in or 0)
        told_by = around if own else statement
        foreign = told_by is not None and self._side_of(told_by) not in (None, held.party)
        if foreign != ("teller" in values):
            yield "it is not told whose telling this is"
        if told_by is not None and "teller" in values:
            if not self._is_speaker(values["teller"], told_by):
                yield "told by somebody else"
            yield from self._party_faults(values, "teller_party", told_by)

    def _is_speaker(self, words: str, statement: Statement) -> bool:
        return names.is_speaker(words, self._text, statement)

    def _place_faults(self, sentence: Sentence, statement: Statement) -> Iterator[str]:
        """The offsets: all of the content, nothing beyond cue and content, the frame around."""
        spans, content = self._citation.spans, statement.content
        reported = sentence.template.endswith(".reported")
        whole = hull((*statement.cue, *content)) if reported else hull(content)
        covered = all(any(span.covers(part) for span in spans) for part in content)
        inside = all(whole.covers(span) and span.end <= len(self._text) for span in spans)
        if not spans or not covered or not inside:
            yield "the place cited is not that of the statement"
        elif reported and spans[0].start != statement.cue[0].start:
            yield "the place cited does not begin at the cue"
        if statement.polarity == "omits" and not reported:
            yield "what was left unsaid is given as said"
        if sentence.template.endswith(".direct") and statement.type != "direct":
            yield "given as the speaker's own words, which it is not"
        if not hull(self._citation.around or (Span(0, 0),)).covers(passage(statement)):
            yield "the passage cited does not hold the statement"

    def _day_faults(self, sentence: Sentence, statement: Statement) -> Iterator[str]:
        values = sentence.values
        if "when" in values:
            yield from self._when_faults(values["when"], statement.said_on)
        if "day" in values:
            day = statement.said_on or self._published
            if read_back(values["day"]) != day:
                yield f"the report has it on {day}"
            if values.get("how", "") != ("" if statement.said_on else "reported"):
                yield "the day said and the day reported are confused"

    def _when_faults(self, words: str, said_on: str | None) -> Iterator[str]:
        right = ("said", said_on) if said_on else ("published", self._published or "")
        if read_when(words) != right:
            yield f"the report has it {right[0]} on {right[1] or 'no day'}"

    def _verb_faults(self, values: dict[str, str], statement: Statement) -> Iterator[str]:
        verb = values.get("verb")
        if verb is None:
            return
        addressed = verb in ("told", "denied to") or (verb == "asked" and "to" in values)
        if verb not in _VERBS or addressed != ("to" in values):
            yield "not a verb for this"
        elif verb.startswith("denied") != (statement.polarity == "denies"):
            yield "denial and assertion are confused"

    def _party_faults(
        self, values: dict[str, str], name: str, statement: Statement
    ) -> Iterator[str]:
        if name not in values:
            return
        side = self._side_of(statement)
        allowed = (self._parties.name(side), self._parties.in_sentence(side)) if side else ()
        if values[name] not in allowed:
            yield "said for another party"

    @property
    def _published(self) -> str | None:
        return self._report.published.date if self._report.published else None


def same_words(material: Material, citation: Citation, sentence: Sentence) -> bool:
    """Whether the quotation of a sentence stands at the place cited."""
    text = material.annotation(citation.report).text
    return stands(sentence.values["quote"], text, citation.spans)
