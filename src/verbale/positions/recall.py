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
_ALWAYS = frozenset({"long", "always", "repeatedly", "consistently", "traditionally"})
_DEMANDING = frozenset({"demand", "insist", "reject", "refuse", "maintain", "require", "oppose"})
_PAST = frozenset({"VBD", "VBN"})


def is_recalled(
    stand: Stand,
    words: Sequence[Word],
    told: Statement | None,
    timeline: Timeline,
    report: Report,
) -> bool:
    """Whether the stance is an older one that the report recalls: by its statement, its tense, the
    time that stands with it or with the deed that it explains, or a word like "once"."""
    verb = _clause_verb(stand.head)
    deed = Deed(type="AGREE", mode=None, head=verb, core=verb)
    voice = told if told is not None and (told.speech or told.background) else None
    looked_back = timeline.is_recalled(deed, span_of(words), voice, stance=True)
    if looked_back and not _is_said_now(verb, voice):
        return True
    around = _told_around(verb)
    if around is not None:
        older = Deed(type="AGREE", mode=None, head=around, core=around)
        if timeline.is_recalled(older, span_of(words), None, stance=True):
            return True
    if told is None and _has_long(verb):
        return True
    past = (around or verb).tag in _PAST or any(
        above.lemma.lower() == "use" for above in verb.ancestors()
    )
    return past and bool(_FORMERLY.search(span_of(words).of(report.text)))


def _is_said_now(verb: Word, voice: Statement | None) -> bool:
    """ "Maintains that the closure, in force since April, is unlawful, and demands its end": a day
    in such a clause is another's. In somebody's words the present may be an earlier one."""
    return voice is None and verb.tag in {"VBZ", "VBP"} and verb.lemma.lower() in _DEMANDING


def _has_long(verb: Word) -> bool:
    """ "Has long rejected the fee": in the report's own voice that is the history."""
    perfect = any(c.dep == "aux" and c.lemma.lower() == "have" for c in verb.children)
    return perfect and any(c.dep == "advmod" and c.text.lower() in _ALWAYS for c in verb.children)


def _told_around(verb: Word) -> Word | None:
    """What somebody did in saying so: "then broke off the talks, saying it was not ready"."""
    teller = verb
    while teller.dep in {"ccomp", "xcomp"}:
        teller = teller.head
    told = teller is not verb and teller.dep == "advcl" and teller.tag == "VBG"
    return teller.head if told else None


def _clause_verb(word: Word) -> Word:
    for above in (word, *word.ancestors()):
        if above.pos in {"VERB", "AUX"}:
            return above
    return word
