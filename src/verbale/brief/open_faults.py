"""Whether the questions that a brief leaves open are open in the record."""

from __future__ import annotations

from verbale.brief import questions
from verbale.brief.material import Material
from verbale.brief.model import Citation, Section, Sentence
from verbale.brief.names import Parties
from verbale.brief.testimony import same_words
from verbale.record import Record, StatementRow


class OpenQuestions:
    """Asks again what no report settles, and compares."""

    def __init__(self, record: Record, material: Material, parties: Parties) -> None:
        self._record = record
        self._material = material
        self._parties = parties

    def fault(self, sentence: Sentence, section: Section, said: StatementRow | None) -> str | None:
        """Why ``sentence`` is not left open; ``said`` is the statement it cites first, if any."""
        if sentence.template in ("open.none", "open.more"):
            return self._count(sentence, section)
        if sentence.template == "open.skipped":
            known = [questions.skipped(name, why) for name, why in questions.skips(self._record)]
            return None if sentence in known else "no such input was left unread"
        citation = sentence.citations[0] if sentence.citations else None
        if citation is None or citation.report not in section.scope:
            return "about a report outside this brief"
        return self._about(sentence, citation, said)

    def _about(
        self, sentence: Sentence, citation: Citation, said: StatementRow | None
    ) -> str | None:
        row = self._material.report_of[citation.report]
        if citation.statement is None:
            known = (questions.day_question(row), questions.unread_question(row))
            return None if sentence in known else "the report leaves no such question"
        if said is None:
            return "cites no statement that fits the request"
        asked = (
            questions.speaker_question(said, self._material, self._parties),
            questions.state_question(said, self._material, self._parties),
        )
        if sentence not in asked:
            return "the statement leaves no such question"
        return None if same_words(self._material, citation, sentence) else "not the words cited"

    def _count(self, sentence: Sentence, section: Section) -> str | None:
        again = questions.questions(
            self._record, self._material, section.scope, self._parties
        ).sentences
        return None if sentence in again else "counted again, the number is another"
