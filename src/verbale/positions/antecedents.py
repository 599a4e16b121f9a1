"""What a pronoun or a verb takes up: the thing that its own sentence has named before it."""

from __future__ import annotations

from collections.abc import Sequence

from verbale.language import Word
from verbale.positions.things import Found

_TAKEN_UP = frozenset({"dobj", "nsubj", "nsubjpass"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_MANY = frozenset({"them", "these", "those", "they"})
#: Nouns that lead to what is wanted and are not it: "has no plans to lift them".
_LEADS = frozenset({"plan", "idea", "offer", "proposal", "initiative", "scheme"})


def noun_before(verb: Found, things: Sequence[Found]) -> Word | None:
    """The noun of the sentence that a verb takes up: "a new agreement, and we want it signed"."""
    nouns = (
        thing.word
        for thing in reversed(things)
        if thing.on == verb.on and thing.word.pos == "NOUN" and thing.word.i < verb.word.i
    )
    takes_up = any(child.pos == "PRON" and child.dep in _TAKEN_UP for child in verb.word.children)
    return next(nouns, None) if takes_up else None


def named_before(pointing: Found, things: Sequence[Found]) -> Found | None:
    """What a pronoun takes up in its own sentence, one in number with it: "the duties are lawful
    and it has no plans to lift them". A subject takes up a subject before an object; what stands
    under a preposition is meant where there is nothing else."""
    many = pointing.word.text.lower() in _MANY
    if pointing.word.pos == "NOUN":
        return None
    before = [
        thing
        for thing in things
        if thing.on
        and thing.word.i < pointing.word.i
        and thing.word.tag in ({"NNS"} if many else {"NN"})
        and thing.word.lemma.lower() not in _LEADS
        and _clause_of(thing.word) is not _clause_of(pointing.word)
    ]
    subjects = [thing for thing in before if thing.word.dep in _SUBJECTS]
    taken = subjects if pointing.word.dep in _SUBJECTS else []
    taken = taken or [thing for thing in before if thing.word.dep in {*_SUBJECTS, "dobj"}]
    if not taken and len(before) == 1 and before[0].word.dep == "pobj":
        taken = before
    return taken[-1] if taken else None


def _clause_of(word: Word) -> Word:
    return next((above for above in word.ancestors() if above.pos in {"VERB", "AUX"}), word)
