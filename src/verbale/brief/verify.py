"""What the record bears out: one check a kind of sentence, each against stored annotations.

Every check takes the sentence's words apart again (the day back to EDTF, the name to the stored
speaker, the quotation to the characters at the offsets) and answers why it is wrong, or None.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import msgspec

from verbale.brief.contested import Contested
from verbale.brief.contested_faults import claim_faults, name_faults
from verbale.brief.counts import Count
from verbale.brief.days import spoken
from verbale.brief.decided import decided
from verbale.brief.deeds import Deeds, how_told
from verbale.brief.disputes import find_disputes
from verbale.brief.material import Material, among
from verbale.brief.model import Citation, Section, Sentence
from verbale.brief.moves import BEFORE, Groups, Moves
from verbale.brief.names import Parties
from verbale.brief.open_faults import OpenQuestions
from verbale.brief.order_faults import Order
from verbale.brief.said import Scribe
from verbale.brief.sources import source_values
from verbale.brief.standing import denial
from verbale.brief.testimony import Testimony, same_words
from verbale.brief.timeline import left_out, timeline
from verbale.errors import RecordError
from verbale.model import Position
from verbale.record import Record, StatementRow

Fault = str | None


def _all(groups: Groups) -> tuple[Sentence, ...]:
    return tuple(sentence for group in groups.values() for sentence in group)


class Witness:
    """Answers for one record and one request what of a sentence is not so."""

    def __init__(self, record: Record, material: Material, parties: Parties) -> None:
        self._record = record
        self._material = material
        self._parties = parties
        self._rows = {(row.handle, row.statement.id): row for row in material.statements}
        self._disputes = {d.reports: d for d in find_disputes(material, parties)}
        self._order = Order(material)
        self._moves = Moves(record, material, parties)
        self._deeds = Deeds(material, parties)
        self._contested = Contested(record, self._moves, parties)
        self._questions = OpenQuestions(record, material, parties)
        self._checks: dict[str, Callable[[Sentence, Section], Fault]] = {
            "title": self._title,
            "heading": self._heading,
            "footer": self._footer,
            "filter": self._filter,
            "count": self._count,
            "said": self._said,
            "line": self._said,
            "told": self._told,
            "position": self._position,
            "stands": self._stands,
            "shift": self._shift,
            "talks": self._talks,
            "name": self._name,
            "claim": self._claim,
            "open": self._open,
            "source": self._source,
        }

    def fault(self, sentence: Sentence, section: Section) -> Fault:
        """Why ``sentence``, standing in ``section``, is not borne out; None if it is."""
        unknown = [h for h in section.scope if h not in self._material.report_of]
        if unknown:
            return f"no report {unknown[0]} fits the request"
        try:
            return self._checks[sentence.template.partition(".")[0]](sentence, section)
        except RecordError as error:
            return str(error)

    # The frame.

    def _title(self, sentence: Sentence, _: Section) -> Fault:
        if sentence.template != "title":
            return self._filter(sentence, _)
        if "parties" not in sentence.values:
            return None
        named = sentence.values["parties"].split("; ")
        known = {self._parties.listed(d.parties) for d in self._disputes.values()}
        return None if known.issuperset(named) else "no such dispute in the record"

    def _heading(self, sentence: Sentence, section: Section) -> Fault:
        kind = sentence.template.partition(".")[2]
        if section.kind == "side":
            right = {"party": self._parties.name(section.side or "")}
            return None if (kind, sentence.values) == ("side", right) else "not the party below"
        if section.kind == "dispute":
            dispute = self._disputes.get(section.scope)
            named = sentence.values.get("parties", "")
            right_one = dispute and self._parties.listed(dispute.parties) == named
            return None if right_one else "not the parties of these reports"
        if kind == "matter":
            names = {row.matter.name for row in self._record.matters()}
            return None if sentence.values["about"] in names else "no matter of this name"
        if kind == "contest":
            asked = (sentence.values["about"], sentence.values["question"])
            known = self._contested.of(self._sides(section))
            return None if asked in known else "no such question is open"
        request = self._material.request
        if sentence.values.get("since") not in (None, request.changes_since or request.since):
            return "not the day that was asked for"
        return None if kind == section.kind else "the heading of another section"

    def _footer(self, sentence: Sentence, _: Section) -> Fault:
        if not sentence.values and sentence.template in ("footer.quoting", "footer.endorsement"):
            return None
        again = decided(self._record, {row.id for row in self._material.reports})
        return None if sentence in again else "counted again, the corrections are others"

    def _filter(self, sentence: Sentence, _: Section) -> Fault:
        asked = {
            "since": self._material.request.since,
            "until": self._material.request.until,
            "name": self._matter,
            "words": self._material.request.about,
        }
        wrong = [name for name, value in sentence.values.items() if asked.get(name) != value]
        return f"{wrong[0]} is not what was asked for" if wrong else None

    @property
    def _matter(self) -> str | None:
        asked = self._material.request.matter
        return self._record.matter(asked).matter.name if asked else None

    def _count(self, sentence: Sentence, section: Section) -> Fault:
        right: dict[str, str] | None
        match sentence.template:
            case "count.none":
                right = None if section.scope else {}
            case "count.silent":
                return self._silent(sentence, section)
            case "count.left_out":
                right = self._left_out(section)
            case template:
                sides = self._sides(section)
                right = Count(self._material, self._parties).figures(template, section.scope, sides)
        return None if sentence.values == right else f"counted again: {right}"

    def _silent(self, sentence: Sentence, section: Section) -> Fault:
        if sentence.values["party"] != self._parties.in_sentence(section.side or ""):
            return "not the party of the section"
        return "it did say something" if self._order.days(section) else None

    def _left_out(self, section: Section) -> dict[str, str]:
        lines = sum(s.template.startswith("line") for s in section.sentences)
        rows = among(self._material.statements, section.scope)
        scribe = Scribe(self._material, self._parties)
        dispute = self._disputes[section.scope]
        listed = timeline(rows, dispute, self._material, scribe, self._deeds)
        return {"left": left_out(len(listed) - lines)}

    def _sides(self, section: Section) -> tuple[str, ...]:
        """The parties whose statements a section counts apart: those of its one dispute."""
        dispute = self._disputes.get(section.scope)
        return dispute.parties if dispute else ()

    # Statements and positions.

    def _said(self, sentence: Sentence, section: Section) -> Fault:
        if sentence.template == "line.deed":
            return next(self._deed_faults(sentence, section), None)
        return next(self._said_faults(sentence, section), None)

    def _said_faults(self, sentence: Sentence, section: Section) -> Iterator[str]:
        cited = [citation for citation in sentence.citations if citation.why == "words"]
        rows = [row for citation in cited if (row := self._row(citation)) is not None]
        if not rows or len(rows) < len(cited):
            yield "cites no statement that fits the request"
            return
        for citation in cited:
            yield from self._testimony(citation).faults(sentence)
        yield from self._shared_faults(sentence, cited)
        yield from self._place_faults(rows[0], section)
        for citation in sentence.citations:
            if citation.why == "party":
                yield from self._party_faults(citation, rows[0])

    def _deed_faults(self, sentence: Sentence, section: Section) -> Iterator[str]:
        """Whether each report cited tells of such an act as of a fact of that day."""
        for citation in sentence.citations:
            rows = self._material.acts_of.get(citation.report, ())
            row = next((row for row in rows if row.act.id == citation.act), None)
            if row is None or citation.report not in section.scope:
                yield "cites no act of these reports"
                return
            if self._deeds.place(row) is None:
                yield "not told as a fact of its day"
            told = {"day": spoken(row.date or ""), "party": self._deeds.doers(row.act)}
            told["how"] = how_told(row)
            for name, value in told.items():
                if sentence.values.get(name, "") != value:
                    yield f"the report has {name} as {value or 'nothing'}"
            if not all(any(s.overlaps(p) for p in row.act.evidence) for s in citation.spans):
                yield "the place cited is not that of the act"
        if not sentence.citations or not same_words(
            self._material, sentence.citations[0], sentence
        ):
            yield "the words quoted do not stand at the place cited"

    def _party_faults(self, citation: Citation, row: StatementRow) -> Iterator[str]:
        """Whether a place that tells the speaker's party does tell it."""
        held = self._material.annotation(citation.report).statements
        told = next((s for s in held if s.id == citation.statement), None)
        if told is None or told.speaker != row.statement.speaker:
            yield "the speaker's party is told of somebody else"
        elif told.country != self._material.side_of(row.statement):
            yield "the speaker's party is told otherwise"

    def _shared_faults(self, sentence: Sentence, cited: Iterable[Citation]) -> Iterator[str]:
        """Of values that the first citation alone answers for, and of all sources together."""
        found = [self._testimony(citation) for citation in cited]
        yield from found[0].first_faults(sentence)
        if sentence.template.startswith("said."):
            row = self._row(sentence.citations[0])
            if row and sentence.values.get("rests", "") != self._material.rests(row.id):
                yield "counted again, it rests on other reports"
        if "sources" in sentence.values:
            labels = dict.fromkeys(testimony.source for testimony in found)
            if sentence.values["sources"] != "; ".join(labels):
                yield "the sources are not those of the reports cited"

    def _place_faults(self, row: StatementRow, section: Section) -> Iterator[str]:
        statement = row.statement
        side = self._material.side_of(statement)
        if row.handle not in section.scope:
            yield "from a report outside this section"
        if section.side and side != section.side:
            yield "not said for this party"
        if statement.nested_in is not None:
            yield "stands inside somebody else's statement"
        if section.kind == "recap" and not statement.background:
            yield "no recap"
        if section.kind in ("last", "before", "undated", "timeline") and statement.background:
            yield "a recap, and not news"
        if section.kind in ("last", "before", "undated"):
            yield from self._order.faults(row, section)

    def _told(self, sentence: Sentence, section: Section) -> Fault:
        return next(self._told_faults(sentence, section), None)

    def _told_faults(self, sentence: Sentence, section: Section) -> Iterator[str]:
        row = self._row(sentence.citations[0]) if len(sentence.citations) == 1 else None
        teller = self._material.teller(row) if row else None
        if row is None or teller is None:
            yield "cites no statement told by another"
            return
        testimony = self._testimony(sentence.citations[0])
        yield from testimony.faults(sentence)
        yield from testimony.told_faults(sentence, teller)
        yield from self._shared_faults(sentence, sentence.citations)
        told_by = self._material.side_of(teller)
        if self._material.side_of(row.statement) != section.side or told_by == section.side:
            yield "not this party's words as told by another"

    def _position(self, sentence: Sentence, section: Section) -> Fault:
        citation = sentence.citations[0] if sentence.citations else None
        if citation is None or citation.position is None or citation.report not in section.scope:
            return "cites no position"
        held = self._held(citation)
        if held is None or held.party != section.side or held.background:
            return "no such position of this party"
        if sentence.values.get("rests", "") != self._rests(citation):
            return "counted again, it rests on other reports"
        annotation = self._material.annotation(citation.report)
        if sentence.values.get("denial", "") != denial(held, annotation, self._material):
            return "looked up again, the party denies it otherwise"
        return next(self._testimony(citation).position_faults(sentence, held), None)

    def _rests(self, citation: Citation) -> str:
        """On what the position that is cited rests, counted again."""
        place = (citation.report, citation.position)
        rows = (row for row in self._material.positions if (row.handle, row.position.id) == place)
        return next((self._material.rests(row.id) for row in rows), "")

    # Where sides stand, what changed, talks: found again, and each passage read.

    def _stands(self, sentence: Sentence, section: Section) -> Fault:
        held = self._held(sentence.citations[0]) if sentence.citations else None
        if held is None:
            return "cites no position"
        testimony = self._testimony(sentence.citations[0])
        fault = next(testimony.position_faults(sentence, held), None)
        if fault is None and sentence not in _all(self._moves.stands(self._sides(section))):
            return "looked up again, the side stands elsewhere"
        return fault

    def _shift(self, sentence: Sentence, section: Section) -> Fault:
        values = sentence.values
        before = {name: values.get(f"before_{name}", "") for name in BEFORE}
        before["party"] = values["party"]
        earlier = msgspec.structs.replace(sentence, values=before)
        for told, citation in zip((sentence, earlier), sentence.citations, strict=False):
            held = self._held(citation)
            if held is None:
                return "cites no position"
            fault = next(self._testimony(citation).held_faults(told, held), None)
            if fault is not None:
                return fault
        again = _all(self._moves.shifts(self._sides(section)))
        return None if sentence in again else "compared again, nothing changed so"

    def _held(self, citation: Citation) -> Position | None:
        positions = self._material.annotation(citation.report).positions
        return next((held for held in positions if held.id == citation.position), None)

    def _talks(self, sentence: Sentence, section: Section) -> Fault:
        if sentence not in _all(self._moves.talks(self._sides(section))):
            return "looked up again, no report tells this of the talks"
        citation = sentence.citations[0]
        text = self._material.annotation(citation.report).text
        reasons = (sentence.values.get(name, "") for name in ("ground", "answers"))
        if not all(reason in " ".join(text.split()) for reason in reasons):
            return "the reason does not stand in the report"
        same = same_words(self._material, citation, sentence)
        return None if same else "the words quoted do not stand at the place cited"

    # What is contested.

    def _name(self, sentence: Sentence, section: Section) -> Fault:
        fault = next(name_faults(sentence, self._moves.whole, self._parties), None)
        return fault or self._open_still(sentence, section)

    def _claim(self, sentence: Sentence, section: Section) -> Fault:
        if sentence.template == "claim.more":
            return self._open_still(sentence, section)
        fault = next(claim_faults(sentence, self._moves.whole, self._parties), None)
        return fault or self._open_still(sentence, section)

    def _open_still(self, sentence: Sentence, section: Section) -> Fault:
        again = self._contested.of(self._sides(section))
        about = (section.heading.values.get("about"), section.heading.values.get("question"))
        found = next((told for key, told in again.items() if key == about), ())
        return None if sentence in found else "looked up again, this is told otherwise"

    def _row(self, citation: Citation) -> StatementRow | None:
        return self._rows.get((citation.report, citation.statement or 0))

    def _testimony(self, citation: Citation) -> Testimony:
        annotation = self._material.annotation(citation.report)
        return Testimony(annotation, citation, self._parties, self._material.side_of)

    # Open questions and sources.

    def _open(self, sentence: Sentence, section: Section) -> Fault:
        said = self._row(sentence.citations[0]) if sentence.citations else None
        return self._questions.fault(sentence, section, said)

    def _source(self, sentence: Sentence, section: Section) -> Fault:
        handle = sentence.citations[0].report if sentence.citations else ""
        if handle not in section.scope:
            return "not a report of this brief"
        right = source_values(self._material.report_of[handle])
        wrong = sorted(
            {k for k in right | sentence.values if right.get(k) != sentence.values.get(k)}
        )
        return f"{wrong[0]} is not what the report says" if wrong else None
