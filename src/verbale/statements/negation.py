"""Whether a clause denies: "not", "at no point did", "neither side", "instead of saying"."""

from __future__ import annotations

from verbale.language import Word, asked_once

_NEVER = frozenset({"no", "never", "nowhere"})
_LONGEST_NEGATION = 5  # words
#: Words in front of "of" or "than" with which nobody does what is told.
_INSTEAD = frozenset({"instead", "rather"})
#: Subjects, or words in front of one, with which nobody does what is told.
_NOBODY = frozenset({"no", "nobody", "none", "neither", "no-one"})


@asked_once
def negation_in_front(verb: Word) -> tuple[Word, ...]:
    """The "at no point did" of "at no point did we agree that", "never has" before its subject."""
    helper = next((c for c in verb.children if c.dep in {"aux", "auxpass"}), None)
    doer = next((c for c in verb.children if c.dep == "nsubj"), None)
    if helper is None or doer is None or not helper.i < doer.i < verb.i:
        return ()
    for child in verb.children:
        words = child.subtree()
        if child.i < helper.i and words[-1].i == helper.i - 1:
            none = {w.text.lower() for w in words} & _NEVER
            return (*words, helper) if none and len(words) <= _LONGEST_NEGATION else ()
    return ()


@asked_once
def is_negated(verb: Word) -> bool:
    """Whether "not", "never" or a "no" subject or object turns the verb round."""
    told = any(
        child.dep == "neg" or child.text.lower() in {"never", "n't", "n’t"}
        for child in verb.children
    )
    return told or bool(negation_in_front(verb))


def is_left_undone(verb: Word) -> bool:
    """Whether it is what somebody did not do: "instead of saying", "rather than telling"."""
    before = verb.head
    if verb.dep != "pcomp" or before.dep != "prep":
        return False
    near = (*(child for child in before.children if child.i < before.i), before.head)
    return any(word.text.lower() in _INSTEAD and word.i == before.i - 1 for word in near)


def nobody_does(verb: Word) -> bool:
    """Whether nobody does it: "Neither side would say", "No minister said", "Nobody would say",
    "Neither Osk nor Pellan said"."""
    doer = next((c for c in verb.children if c.dep in {"nsubj", "nsubjpass"}), None)
    if doer is None:
        return False
    words = {doer.text.lower(), *(c.text.lower() for c in doer.children if c.i < doer.i)}
    return not words.isdisjoint(_NOBODY)
