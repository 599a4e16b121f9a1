"""Reports for tests of reuse: invented outlets, no language model."""

from __future__ import annotations

from verbale.lexicon import default_lexicon
from verbale.model import Annotation, Given, RawDocument
from verbale.provenance.carriers import Printed
from verbale.provenance.outline import outline_of
from verbale.reports import read_report


def document(
    name: str, outlet: str | None, day: str | None, text: str, headline: str | None = None
) -> RawDocument:
    """A text dump with what is known of it from outside."""
    title = headline or f"What {name} says of the strait"
    given = Given(outlet=outlet, published=day, title=title)
    head = f"{outlet}\n\n{title}" if outlet else title
    return RawDocument(data=f"{head}\n\n{text}\n".encode(), origin=f"{name}.txt", given=given)


def bare(raw: RawDocument) -> Annotation:
    """An annotation that holds the report alone, which is all that reuse rests on."""
    return Annotation(
        id=raw.origin,
        origin=raw.origin,
        lineage=raw.lineage,
        version=raw.version,
        code="test",
        report=read_report(raw, default_lexicon()),
    )


def printed(raw: RawDocument) -> Printed:
    """A report as it is compared."""
    report = read_report(raw, default_lexicon())
    return Printed(raw.lineage, report, outline_of(report), raw.given.published)
