"""Positions of yesterday: stances that a report only recalls."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verbale.acts.deed import Deed
from verbale.acts.recap import Timeline
from verbale.language import Word
from verbale.model import Report, Statement
from verbale.positions.stand import Stand
from verbale.statements.grammar import span_of

#: What tells of an earlier stance without a day: "once called them indispensable".
_FORMERLY = re.compile(
    r"\b(?:used to|formerly|originally|initially|then|in those days|"
    r"once (?!the|it|they|a\b|an\b|all|its|his|her|there)|"
    r"the last (?:government|cabinet|administration)|(?:its|his|her|their) predecessor)\b",
    re.IGNORECASE,
)
_PAST = frozenset({"VBD", "VBN"})


def is_recalled(
    stand: Stand,
    words: Sequence[Word],
    told: Statement | None,
    timeline: Timeline,
    report: Report,
) -> bool:
    """Whether the stance is an older one that the report recalls: by its statement, its tense, the
    time that stands with it, or a word like "once"."""
    verb = _clause_verb(stand.head)
    deed = Deed(type="AGREE", mode=None, head=verb, core=verb)
    voice = told if told is not None and (told.speech or told.background) else None
    if timeline.is_recalled(deed, span_of(words), voice):
        return True
    past = verb.tag in _PAST or any(above.lemma.lower() == "use" for above in verb.ancestors())
    return past and bool(_FORMERLY.search(span_of(words).of(report.text)))


def _clause_verb(word: Word) -> Word:
    for above in (word, *word.ancestors()):
        if above.pos in {"VERB", "AUX"}:
            return above
    return word
