"""Who says "I" and "we" outside quotation marks: a statement printed in full, an interview.

"Ri Kang Tok released the following statement:" makes Ri the one who says "we" from there on; in an
interview whose questions carry no label the answers are those of the person interviewed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from verbale.actors import Cast, Speaker, Subject, of_person, subjects_of
from verbale.model import Report
from verbale.statements.scene import Draft

_FOLLOWS = re.compile(
    r"\b(?:following|as follows|text of|in full|read(?:s|ing)? (?:in full|as follows))\b"
    r"[^.\n]*:\s*$|"
    r"\b(?:following)\b[^.\n]*\b(?:statement|letter|message|communiqué|communique|appeal|address|"
    r"declaration|speech|text|remarks)\b[^.\n]*[:.]\s*$",
    re.I,
)
_FIRST_PERSON = frozenset({"i", "we", "my", "our", "me", "us"})
_LEAST = 3  # first-person statements outside quotation marks that make an interview
_QUESTIONS = 2


class Narrator(msgspec.Struct, frozen=True):
    """Who speaks in the first person from ``place`` on."""

    place: int
    speaker: Speaker


def narrator_of(report: Report, drafts: Sequence[Draft]) -> Narrator | None:
    """The narrator of ``report``, where its text names one."""
    if not drafts:
        return None
    cast = drafts[0].scene.cast
    return _printed_in_full(report, cast) or _interviewed(report, drafts, cast)


def speaks_as_narrator(draft: Draft) -> bool:
    """Whether the source is a first-person word outside quotations."""
    words = " ".join(span.of(draft.scene.text) for span in draft.source[:1]).lower().split()
    own = bool(words) and words[0] in _FIRST_PERSON
    return own and draft.scene.inside is None and draft.scene.paragraph.zone == "body"


def _printed_in_full(report: Report, cast: Cast) -> Narrator | None:
    subjects: Sequence[Subject] | None = None  # dear, and seldom asked for
    for body in report.body:
        for line in re.finditer(r"[^\n]+", report.text[body.start : body.end]):
            if not _FOLLOWS.search(line.group()):
                continue
            start, end = body.start + line.start(), body.start + line.end()
            subjects = subjects_of(cast) if subjects is None else subjects
            within = [s for s in subjects if start <= s.place < end and _can_narrate(s)]
            if within:
                return Narrator(end, within[0].who)
    return None


def _can_narrate(subject: Subject) -> bool:
    return subject.who.single or subject.who.kind in {"institution", "state", "organisation"}


def _interviewed(report: Report, drafts: Sequence[Draft], cast: Cast) -> Narrator | None:
    """The person a page of questions and answers is about; labelled turns are read elsewhere."""
    if any(draft.rule == "interview-turn" for draft in drafts):
        return None
    told = [draft for draft in drafts if speaks_as_narrator(draft)]
    asked = sum(
        paragraph.rstrip().endswith("?")
        for body in report.body
        for paragraph in re.split(r"\n+", report.text[body.start : body.end])
    )
    person = cast.protagonist()
    if len(told) < _LEAST or asked < _QUESTIONS or person is None or not person.sure:
        return None
    return Narrator(min(draft.place for draft in told) - 1, of_person(person))
