"""Conditions that no opening word like "if" brings.

"No agreement that does not name the river", "will only talk under the African Union", "is not
opposed to talks, but Nemora must first apologise", "must apologise before talks can begin".
"""

from __future__ import annotations

from collections.abc import Sequence

from verbale.language import Word
from verbale.model import Span
from verbale.positions.forces import Forces
from verbale.positions.stand import Stand
from verbale.positions.things import Found
from verbale.positions.verbforms import VERBS, modality
from verbale.statements.grammar import span_of, subject
from verbale.statements.negation import is_negated

_NOUNS = frozenset({"NOUN", "PROPN"})
#: Before these a noun may be any of its kind, so that a clause says which would do.
_ANY = frozenset({"any", "a", "an", "no", "every", "another"})
_LACKING = frozenset({"lack", "omit", "fail", "exclude", "ignore", "neglect"})
_ONLY = frozenset({"only", "solely", "exclusively"})
_UNDER = frozenset({"under", "through", "within", "via", "after", "on", "by", "once"})
_BEFORE = frozenset({"before"})
_ASKING = frozenset({"demand", "want", "require", "insist", "ask", "expect", "request", "need"})
_HAVING = frozenset({"have", "need", "be"})
_TARGETS = frozenset({"talks", "outcome", "relations"})


def restriction(stand: Stand, words: Sequence[Word], within: Span) -> Span | None:
    """Where the condition of a stance in the sentence ``words`` stands, in the part ``within``."""
    found = stand.terms or _lacking(stand) or _only_under(stand) or _must_first(stand, words)
    kept = [w for w in found if within.start <= w.start and w.end <= within.end]
    while kept and kept[-1].pos in {"PUNCT", "CCONJ"}:
        kept.pop()
    return span_of(kept) if kept else None


def prerequisites(thing: Found, forces: Forces) -> list[Stand]:
    """What must be done "before talks can begin": the stance of whoever asks for it."""
    clause = next((w for w in (thing.word, *thing.word.ancestors()) if w.pos in VERBS), None)
    if clause is None or thing.on not in _TARGETS:
        return []
    if _first(clause) is not None:
        return [_after_first(thing, clause)]
    if not _is_before(clause):
        return _before_noun(thing, clause)
    if forces.is_subsumed(clause, thing):
        return []  # "before it will discuss the embassies" is about talks
    asking = _asking(clause.head)
    if asking is None or (clause is not thing.word and not _can_be(clause, forces)):
        return []
    doer = None if _must(asking) else subject(asking)
    inside = {w.i for w in clause.subtree()}
    terms = tuple(w for w in _asked_for(asking) if w.i not in inside)
    owners = (doer,) if doer is not None else ()
    trail = tuple(dict.fromkeys((thing.word, clause)))
    return [Stand(thing, "refuses", owners, not owners, asking, trail, terms)]


def _first(clause: Word) -> Word | None:
    """ "First the lorries pass, then we talk": the clause that comes first."""
    if not any(c.text.lower() == "then" and c.i < clause.i for c in clause.children):
        return None
    return next(
        (
            other
            for other in (*clause.children, clause.head)
            if other.i < clause.i
            and other.pos in VERBS
            and any(w.text.lower() == "first" and w.i < other.i for w in other.children)
        ),
        None,
    )


def _after_first(thing: Found, clause: Word) -> Stand:
    """The stance of who puts something else first: the speaker's."""
    first = _first(clause)
    inside = {w.i for w in clause.subtree()} if first is clause.head else set()
    terms = tuple(w for w in first.subtree() if w.i not in inside) if first is not None else ()
    trail = tuple(dict.fromkeys((thing.word, clause)))
    return Stand(thing, "refuses", (), True, clause, trail, terms)


def _before_noun(thing: Found, asking: Word) -> list[Stand]:
    """ "Before any further round, Nemora expects an apology"."""
    prep = thing.word.head
    if thing.word.dep != "pobj" or prep.text.lower() != "before" or prep.head is not asking:
        return []
    if thing.on != "talks" or _asking(asking) is None:
        return []
    doer = None if _must(asking) else subject(asking)
    inside = {w.i for w in prep.subtree()}
    terms = tuple(w for w in _asked_for(asking) if w.i not in inside)
    owners = (doer,) if doer is not None else ()
    trail = tuple(dict.fromkeys((thing.word, asking)))
    return [Stand(thing, "refuses", owners, not owners, asking, trail, terms)]


def _lacking(stand: Stand) -> Sequence[Word]:
    """ "Any agreement that does not name the river": the refusal is of what lacks it."""
    if stand.value != "refuses":
        return ()
    for noun in (stand.thing.word, *stand.trail):
        if noun.pos not in _NOUNS or not any(c.text.lower() in _ANY for c in noun.children):
            continue
        for clause in noun.children:
            if clause.dep != "relcl":
                continue
            if is_negated(clause) or clause.lemma.lower() in _LACKING:
                return clause.subtree()
    return ()


def _only_under(stand: Stand) -> Sequence[Word]:
    """ "Would only talk under the African Union"."""
    if stand.value not in {"supports", "open"}:
        return ()
    for verb in stand.trail:
        if verb.pos not in VERBS or not any(c.text.lower() in _ONLY for c in verb.children):
            continue
        for prep in verb.children:
            if prep.dep == "prep" and prep.i > verb.i and prep.text.lower() in _UNDER:
                return prep.subtree()
    return ()


def _must_first(stand: Stand, words: Sequence[Word]) -> Sequence[Word]:
    """ "... but Nemora must first apologise": said beside the stance, of another side."""
    if stand.value not in {"supports", "open"}:
        return ()
    for word in words:
        verb = word.head
        if word.text.lower() != "first" or word.dep != "advmod" or not _must(verb):
            continue
        doer = subject(verb)
        if doer is None or doer in stand.owners or verb in stand.trail or verb.dep == "relcl":
            continue
        if verb.dep == "conj" or verb.head in stand.trail or stand.head.head is verb:
            return _from_doer(verb)
    return ()


def _is_before(clause: Word) -> bool:
    opened = any(c.dep == "mark" and c.text.lower() in _BEFORE for c in clause.children)
    return clause.dep == "advcl" and opened


def _can_be(clause: Word, forces: Forces) -> bool:
    """Whether the clause is about the thing's coming to be: "talks can begin"."""
    if forces.of("event", clause, None) is not None or forces.of("verb", clause, None) is not None:
        return modality(clause) is not None or clause.tag in {"VBZ", "VBP"}
    return modality(clause) is not None


def _asking(verb: Word) -> Word | None:
    """The verb that asks for something: "must apologise", "demands an apology"."""
    if verb.pos not in VERBS or is_negated(verb):
        return None
    return verb if _must(verb) or verb.lemma.lower() in _ASKING else None


def _must(verb: Word) -> bool:
    if modality(verb) == "must":
        return True
    return verb.dep == "xcomp" and verb.head.lemma.lower() in _HAVING and verb.head.pos in VERBS


def _asked_for(verb: Word) -> Sequence[Word]:
    """The words for what is asked: all of the clause with "must", what "demands" takes."""
    if verb.lemma.lower() in _ASKING and not _must(verb):
        taken = verb.of("dobj", "ccomp", "xcomp")
        return taken.subtree() if taken is not None else ()
    return _from_doer(verb)


def _from_doer(verb: Word) -> Sequence[Word]:
    """The words of a clause from its subject on."""
    if verb.dep == "xcomp":
        verb = verb.head
    doer = subject(verb)
    first = min(w.i for w in doer.subtree()) if doer is not None else verb.i
    return [w for w in verb.subtree() if w.i >= first]
