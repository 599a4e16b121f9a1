"""Whom somebody asks to do what: the other side, both sides, or others among themselves."""

from __future__ import annotations

from collections.abc import Set

from verbale.acts.clause import is_finite, prepositions
from verbale.language import Word
from verbale.lexicon.stances import StanceBook
from verbale.positions.things import thing_at
from verbale.positions.verbforms import modality
from verbale.statements.negation import is_negated

_SHOWING = frozenset({"show", "prove", "demonstrate", "convince", "persuade"})


def asks_all(verb: Word, whom: Set[str]) -> bool:
    """Whether somebody outside asks all sides at once: "urged both capitals to settle it"."""
    asked = verb.of("nsubj") or verb.head.of("dobj", "dative")
    if verb.dep not in {"xcomp", "ccomp"} or is_finite(verb) or asked is None:
        return False
    words = {asked.text.lower(), *(child.text.lower() for child in asked.children)}
    return not words.isdisjoint(whom)


def is_among_them(verb: Word, book: StanceBook) -> bool:
    """Whether what they are asked to do they do with one another: "we ask them to sit down"; who
    sits down with them himself says so."""
    with_us = any(name in {"with", "to"} for name, _ in prepositions(verb))
    return thing_at(verb, book) == "talks" and not with_us


def asked_of(verb: Word) -> Word | None:
    """Who is to do what somebody asks for, where the clause names another than who asks."""
    if verb.dep not in {"xcomp", "ccomp"} or is_finite(verb):
        return None
    named = verb.of("nsubj") or verb.head.of("dobj")
    return named if named is not None and named.pos == "PROPN" else None


def is_to_be_shown(verb: Word) -> bool:
    """ "Has first to show that it wants a solution": what another side is to prove it has not
    said."""
    above = verb.head
    if verb.dep != "ccomp" or above.lemma.lower() not in _SHOWING or is_negated(above):
        return False
    having = above.dep == "xcomp" and above.head.lemma.lower() in {"have", "need"}
    return having or modality(above) == "must"
