"""Sentences about statements and positions."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from verbale.brief import names, standing
from verbale.brief.choose import Remark
from verbale.brief.days import spoken, when
from verbale.brief.material import Material
from verbale.brief.model import Citation, Sentence
from verbale.brief.quoting import Form, excerpt, in_context, passage, quoted
from verbale.brief.wording import worded
from verbale.model import Report, Statement, hull
from verbale.record import PositionRow, StatementRow

LONG, SHORT = 440, 170


class Scribe:
    """Writes sentences from the rows of one material."""

    def __init__(self, material: Material, parties: names.Parties) -> None:
        self._material = material
        self._parties = parties

    def said(self, remark: Remark, *, name_party: bool = False) -> Sentence:
        """Who said what to whom and when, with the words."""
        row = remark.best
        statement, report = row.statement, self._report(row)
        form, quote = self._quote(row, LONG)
        side = self._material.side_of(statement)
        values = {
            "when": when(statement.said_on, row.published),
            **self._speaker(row, side if name_party else None),
            "via": names.chain(statement.via),
            "quote": quote,
            "sources": self._sources(remark.rows),
            "rests": self._material.rests(row.id),
        }
        if form != "reported":
            to = names.addressee(statement.to, report)
            values["verb"] = verb(statement, self._text(row), addressed=bool(to))
            values["to"] = to
            values["venue"] = names.in_venue(statement.venue, self._text(row), statement)
        return worded(f"said.{form}", values, self._citations(remark.rows))

    def can_tell(self, row: StatementRow) -> bool:
        """Whether the row's words can be printed for what they are.

        What somebody left unsaid needs the words that say so ("did not answer the radio").
        """
        unsaid = row.statement.polarity == "omits"
        return not unsaid or quoted(self._text(row), row.statement).form == "reported"

    def line(self, remark: Remark) -> Sentence:
        """The same in one line, for the timeline."""
        row = remark.best
        form, quote = self._quote(row, SHORT)
        side = self._material.side_of(row.statement)
        party = self._parties.name(side) if side else ""
        values = {**self._speaker(row, None), "day": spoken(row.date or ""), "quote": quote}
        values["how"] = "" if row.dated_by == "said" else "reported"
        if form == "content":
            values["verb"] = verb(row.statement, self._text(row), addressed=False)
        if values["speaker"].removeprefix("the ") != party:
            values["party"] = party
        return worded(f"line.{form}", values, self._citations(remark.rows))

    def told(self, row: StatementRow, teller: Statement) -> Sentence:
        """What one side is told of by another: ``row`` is nested in the statement of ``teller``."""
        text = self._text(row)
        side = self._material.side_of(teller)
        found = quoted(text, row.statement)
        teller_words = names.speaker_words(text, teller, self._parties)
        values = {
            "when": when(teller.said_on, row.published),
            "teller": teller_words,
            "teller_office": names.office_beside(teller_words, teller),
            "teller_party": self._of(side, teller_words, teller),
            **self._speaker(row, None),
            "quote": excerpt(text, found.spans, LONG),
            "sources": self._sources((row,)),
        }
        form = "reported" if found.form == "reported" else "content"
        if form == "content":
            values["verb"] = verb(row.statement, text, addressed=False)
        around = (in_context(text, hull((passage(teller), passage(row.statement)))),)
        citation = Citation(
            report=row.handle,
            spans=found.spans,
            around=around,
            statement=row.statement.id,
        )
        return worded(f"told.{form}", values, (citation,))

    def position(self, row: PositionRow) -> Sentence:
        """Where a party stands, with the words it rests on."""
        position = row.position
        annotation = self._material.annotation(row.handle)
        statement = standing.statement_of(position, annotation)
        spans = standing.evidence(position, annotation)
        taken = standing.taken(position, annotation.text)
        values = {
            "when": when(statement.said_on if statement else None, row.published),
            "party": self._parties.in_sentence(position.party),
            "stance": taken.stance,
            "on": taken.on,
            "matter": standing.named_matter(position, annotation.text),
            "condition": " ".join((position.condition or "").split()),
            **standing.voice(position, annotation, self._material, self._parties),
            "quote": excerpt(annotation.text, spans, LONG),
            "sources": names.source_label(annotation.report),
            "rests": self._material.rests(row.id),
            "denial": standing.denial(position, annotation, self._material),
        }
        places = standing.around(position, annotation)
        citation = Citation(
            report=row.handle,
            spans=spans,
            around=tuple(in_context(annotation.text, place) for place in places),
            position=position.id,
        )
        return worded("position", values, (citation,))

    def _citations(self, rows: Sequence[StatementRow]) -> tuple[Citation, ...]:
        found = [self._citation(row) for row in rows]
        place = self._material.side_from(rows[0].statement)
        if place is not None:
            found.append(msgspec.structs.replace(self._citation(place), why="party"))
        return tuple(found)

    def _citation(self, row: StatementRow) -> Citation:
        text = self._text(row)
        return Citation(
            report=row.handle,
            spans=quoted(text, row.statement).spans,
            around=(in_context(text, passage(row.statement)),),
            statement=row.statement.id,
        )

    def _speaker(self, row: StatementRow, side: str | None) -> dict[str, str]:
        statement = row.statement
        words = names.speaker_words(self._text(row), statement, self._parties)
        return {
            "speaker": words,
            "office": names.office_beside(words, statement) if statement.speaker else "",
            "party": self._of(side, words, statement),
        }

    def _of(self, side: str | None, words: str, statement: Statement) -> str:
        """The party to name beside a speaker, unless the speaker's own name has it."""
        if side is None:
            return ""
        named = (*self._parties.named_in(words), *self._parties.named_in(statement.speaker or ""))
        return "" if side in named else self._parties.in_sentence(side)

    def _quote(self, row: StatementRow, longest: int) -> tuple[Form, str]:
        text = self._text(row)
        found = quoted(text, row.statement)
        return found.form, excerpt(text, found.spans, longest)

    def _sources(self, rows: Sequence[StatementRow]) -> str:
        return names.source_labels(self._report(row) for row in rows)

    def _report(self, row: StatementRow) -> Report:
        return self._material.annotation(row.handle).report

    def _text(self, row: StatementRow) -> str:
        return self._material.annotation(row.handle).text


def verb(statement: Statement, text: str, *, addressed: bool) -> str:
    """A plain verb: "claimed" and "admitted" are the report's colouring and stay in its words."""
    cue = " ".join(span.of(text) for span in statement.cue).lower()
    if statement.polarity == "denies":
        return "denied to" if addressed else "denied"
    if cue.startswith("ask"):
        return "asked"
    return "told" if addressed else "said"
