"""Whether the words of a clause turn its verb round: "not", "nobody", "under no circumstances"."""

from __future__ import annotations

from collections.abc import Sequence

from verbale.acts.lookup import has_no
from verbale.language import Word
from verbale.statements.negation import is_negated

#: Subjects that nobody is.
NOBODY = frozenset({"nobody", "none", "neither", "nothing"})
NEVER = frozenset({"longer", "never", "n't", "n’t", "neither", "nor", "hardly", "no", "not"})
_OCCASIONS = frozenset(
    ["circumstance", "account", "case", "time", "point", "way", "condition", "pretext", "means"]
)
_NAMING = frozenset({"NOUN", "PROPN", "PRON"})


def is_turned(verb: Word, below: Sequence[Word] = ()) -> bool:
    """Whether "not", "never", "no longer" or a "nobody" as subject turns the verb round.

    A subject that is one of the words ``below`` has had its "no" taken into account.
    """
    if is_negated(verb) or any(child.text.lower() in NEVER for child in verb.children):
        return True
    if _on_no_account(verb) or _takes_none(verb, below):
        return True
    doer = verb.of("nsubj", "nsubjpass")
    if doer is None or doer in below:
        return False
    return doer.text.lower() in NOBODY or _is_no_one(doer)


def _on_no_account(verb: Word) -> bool:
    """ "under no circumstances", "at no time", "in no way"."""
    return any(
        has_no(thing)
        for prep in verb.children
        if prep.dep == "prep" and prep.text.lower() in {"under", "at", "in", "on", "by"}
        for thing in prep.children
        if thing.dep == "pobj" and thing.lemma.lower() in _OCCASIONS
    )


def _takes_none(verb: Word, below: Sequence[Word]) -> bool:
    """ "signed no paper": the "no" stands with what the verb takes."""
    thing = verb.of("dobj")
    return thing is not None and thing not in below and has_no(thing) and not _is_least(thing)


def _is_least(thing: Word) -> bool:
    """ "Nothing less than a treaty", "no less": there the "no" turns nothing round."""
    return any(
        child.text.lower() in {"less", "short", "but", "other"}
        for above in (thing, *thing.children)
        for child in above.children
    )


def _is_no_one(doer: Word) -> bool:
    return has_no(doer) and doer.pos in _NAMING
