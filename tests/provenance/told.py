"""Reports with statements for tests of chains and origins: places given by words, no model."""

from __future__ import annotations

from dataclasses import dataclass, field

from verbale.model import Annotation, Dated, Dateline, Report, Span, Statement


@dataclass
class Told:
    """A report in the making; ``say`` adds a statement whose words stand in the text."""

    outlet: str | None
    text: str
    day: str | None = "2031-05-06"
    agencies: tuple[str, ...] = ()
    dateline: str | None = None
    statements: list[Statement] = field(default_factory=list)

    def span(self, words: str) -> Span:
        assert self.text.count(words) == 1, words
        start = self.text.index(words)
        return Span(start, start + len(words))

    def say(self, source: str, cue: str, content: str, **more: object) -> Told:
        self.statements.append(
            Statement(
                id=len(self.statements) + 1,
                source=(self.span(source),) if source else (),
                cue=(self.span(cue),) if cue else (),
                content=(self.span(content),),
                **more,  # type: ignore[arg-type]
            )
        )
        return self

    def annotation(self, lineage: str = "x") -> Annotation:
        line = None
        if self.dateline:
            line = Dateline(place="", span=self.span(self.dateline), agency=self.agencies[0])
        return Annotation(
            id=lineage,
            origin=lineage,
            lineage=lineage,
            version="0",
            code="test",
            report=Report(
                text=self.text,
                outlet=self.outlet,
                agencies=self.agencies,
                dateline=line,
                published=Dated(date=self.day, how="stated") if self.day else None,
                body=(Span(0, len(self.text)),),
            ),
            statements=tuple(self.statements),
        )
