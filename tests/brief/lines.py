"""A brief's sentences by section, for tests to read."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from verbale.brief import Brief, Section, Sentence
from verbale.brief.wording import words

Change = Callable[[Sentence], Sentence]


def sections(brief: Brief) -> Iterator[Section]:
    def below(section: Section) -> Iterator[Section]:
        yield section
        for part in section.sections:
            yield from below(part)

    for section in brief.sections:
        yield from below(section)


def section(brief: Brief, kind: str, side: str | None = None) -> Section:
    return next(s for s in sections(brief) if s.kind == kind and side in (None, s.side))


def said(brief: Brief, kind: str, side: str | None = None) -> list[str]:
    return [words(sentence) for sentence in section(brief, kind, side).sentences]


def forge(brief: Brief, kind: str, change: Change, side: str | None = None) -> Brief:
    """The brief with the first sentence of a section changed."""
    target = section(brief, kind, side)

    def visit(held: Section) -> Section:
        if held is target:
            first, *rest = held.sentences
            return msgspec.structs.replace(held, sentences=(change(first), *rest))
        return msgspec.structs.replace(held, sections=tuple(map(visit, held.sections)))

    return msgspec.structs.replace(brief, sections=tuple(map(visit, brief.sections)))


def with_values(**values: str) -> Change:
    return lambda sentence: msgspec.structs.replace(sentence, values={**sentence.values, **values})


def without_values(*names: str) -> Change:
    return lambda sentence: msgspec.structs.replace(
        sentence, values={k: v for k, v in sentence.values.items() if k not in names}
    )
