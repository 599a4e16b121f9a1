"""Checks a brief against the record, sentence by sentence; what does not stand is dropped.

The checker reads the record anew. It takes from the brief what each sentence claims and asks the
stored annotations, and its own count, whether that is so; it never asks the composer.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from verbale.brief.footnotes import footnotes
from verbale.brief.material import Material
from verbale.brief.model import Brief, CheckedBrief, Dropped, Section, Sentence
from verbale.brief.names import Parties
from verbale.brief.verify import Witness
from verbale.brief.wording import TEMPLATES, required, slots, words
from verbale.desk import lexicon_of
from verbale.lexicon import Lexicon
from verbale.record import Record


def check(
    brief: Brief,
    record: Record,
    *,
    lexicon: Lexicon | None = None,
    known: frozenset[str] = frozenset(),
) -> CheckedBrief:
    """The brief without the sentences that the record does not bear out, and those.

    ``lexicon`` and ``known`` as the brief was composed with.
    """
    parties = Parties(lexicon or lexicon_of(record))
    material = Material(record, brief.request, parties, known)
    witness = Witness(record, material, parties)
    dropped: list[Dropped] = []
    sections = tuple(
        kept for section in brief.sections if (kept := _section(section, witness, dropped))
    )
    frame = Section(kind="overview", heading=brief.title, sentences=brief.footer)
    title = brief.title
    if (reason := _fault(title, frame, witness)) is not None:
        dropped.append(Dropped(section="title", sentence=title, reason=reason))
        title = Sentence(template="title")
    checked = msgspec.structs.replace(
        brief,
        title=title,
        sections=sections,
        footer=tuple(_kept(frame, witness, dropped)),
    )
    return CheckedBrief(
        brief=checked, footnotes=footnotes(checked, material), dropped=tuple(dropped)
    )


def _section(section: Section, witness: Witness, dropped: list[Dropped]) -> Section | None:
    """What is left of a section; None when its heading fell or nothing below it stands."""
    if (reason := _fault(section.heading, section, witness)) is not None:
        dropped += [
            Dropped(section=section.kind, sentence=sentence, reason=f"under a heading: {reason}")
            for sentence in _all(section)
        ]
        return None
    sentences = tuple(_kept(section, witness, dropped))
    below = tuple(kept for part in section.sections if (kept := _section(part, witness, dropped)))
    if not sentences and not below:
        return None
    return msgspec.structs.replace(section, sentences=sentences, sections=below)


def _kept(section: Section, witness: Witness, dropped: list[Dropped]) -> Iterator[Sentence]:
    for sentence in section.sentences:
        reason = _fault(sentence, section, witness)
        if reason is None:
            yield sentence
        else:
            dropped.append(Dropped(section=section.kind, sentence=sentence, reason=reason))


def _fault(sentence: Sentence, section: Section, witness: Witness) -> str | None:
    """Why the sentence does not stand, or None."""
    if sentence.template not in TEMPLATES:
        return f"no template is called {sentence.template!r}"
    extra = set(sentence.values) - set(slots(sentence.template))
    empty = required(sentence.template) - {k for k, v in sentence.values.items() if v}
    if extra or empty:
        return (
            f"{sorted(extra or empty)[0]} is {'no value' if extra else 'missing'} of its template"
        )
    return witness.fault(sentence, section)


def _all(section: Section) -> Iterator[Sentence]:
    yield section.heading
    yield from section.sentences
    for part in section.sections:
        yield from _all(part)


def told(dropped: Dropped) -> str:
    """A dropped sentence in one line: why it fell, and what it would have said."""
    try:
        said = words(dropped.sentence)
    except KeyError:
        said = dropped.sentence.template
    return f"{dropped.section}: {dropped.reason}: {said}"
