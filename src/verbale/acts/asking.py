"""Asking and wishing: when a word asks another to act, and when it only looks as if it did."""

from __future__ import annotations

from collections.abc import Sequence

from verbale.acts.compose import Meaning, compose
from verbale.language import Word
from verbale.lexicon.acts import OperatorKind

#: What who wants to stay unknown does, and does not want.
_STAYING = frozenset({"ask", "request", "insist", "prefer", "wish", "want", "decline", "refuse"})
_KNOWN = frozenset({"name", "identify", "quote", "cite"})
_UNKNOWN = frozenset({"anonymity", "unnamed", "anonymous", "unidentified"})


def is_turn_of_phrase(word: Word) -> bool:
    """ "In order to" orders nothing, who is "asked whether" is not asked for anything, and who
    "asked not to be named" asks it of nobody."""
    if word.lemma.lower() == "order" and word.dep == "pobj":
        return word.head.text.lower() == "in"
    if word.lemma.lower() in _STAYING and _stays_unknown(word):
        return True
    if word.lemma.lower() not in {"ask", "press", "wonder"}:
        return False
    clauses = word.all("ccomp", "xcomp", "advcl")
    return any(
        child.tag in {"WP", "WRB", "WDT"} or child.text.lower() in {"whether", "if"}
        for clause in clauses
        for child in clause.children
    )


def _stays_unknown(word: Word) -> bool:
    """ "Declined to be identified", "insisted on anonymity"."""
    below = [deeper for child in word.children for deeper in (child, *child.children)]
    return any(
        deeper.lemma.lower() in _UNKNOWN
        or (deeper.lemma.lower() in _KNOWN and deeper.tag == "VBN" and deeper.i > word.i)
        for deeper in below
    )


_CLAIMING = frozenset({"insist", "suggest", "write", "remind"})
#: With these what is told is wished all the same.
_DUTIES = frozenset({"must", "should", "ought", "shall"})
#: Verbs of wishing, which ask where another is to do it.
_WISHES = frozenset({"want", "wish", "hope", "expect", "need", "like", "seek", "propose", "await"})


def is_for_another(word: Word, inner: Word) -> bool:
    """Whether what is wished has a subject of its own: "expects Nemora to honour the contract"."""
    if word.lemma.lower() not in _WISHES or inner.pos not in {"VERB", "AUX"}:
        return False
    own = inner.of("nsubj", "nsubjpass")
    return own is not None and own.i > word.i and own.pos != "PRON"


def states_a_fact(word: Word) -> bool:
    """Whether what follows a word of asking is told as so, not wished: "insists that the line runs
    through the lake", "suggested that Oslo had known"."""
    if word.lemma.lower() not in _CLAIMING:
        return False
    for clause in word.all("ccomp"):
        helpers = {c.text.lower() for c in clause.children if c.dep in {"aux", "auxpass"}}
        tensed = {clause.tag, *(c.tag for c in clause.children if c.dep in {"aux", "auxpass"})}
        if helpers & _DUTIES:
            return False
        if tensed & {"VBZ", "VBD", "MD"}:
            return True
    return False


def _is_addressed(word: Word, others: Sequence[Word]) -> bool:
    """Whether somebody is asked to do it rather than for it to be done to somebody."""
    return word.pos == "VERB" and any(other.dep in {"dobj", "pobj", "nsubj"} for other in others)


def asked(word: Word, others: Sequence[Word], kind: OperatorKind, of: Meaning) -> Meaning | None:
    """What ``kind`` makes of the act ``of``; what is asked of somebody named is a request."""
    new = compose(kind, of)
    if kind == "ask" and new is not None and new.type == "ACCUSE" and _is_addressed(word, others):
        return Meaning("REQUEST", "change")  # "called on Nemora to stop the shipments"
    return new
