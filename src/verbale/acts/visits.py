"""Visits: who goes to see whom, where the words put the host first.

"The minister received the ambassador" and "Oslo's envoy and his colleague met in Riga" tell of a
visit: whoever came acts, whoever received is whom he came to see.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from verbale.actors.filing import seat_of
from verbale.acts.clause import phrase_prepositions
from verbale.acts.codes import Codes, code_at
from verbale.acts.deed import Deed
from verbale.acts.parties import Parties
from verbale.acts.sides import Sides
from verbale.language import Word

_RECEIVING = frozenset({"receive", "host"})
_THERE = frozenset({"in", "at", "near"})


def as_visit(deed: Deed, found: Parties, words: tuple[Word, ...], sides: Sides) -> Parties:
    """``found`` with the visitor first where one of two received the other; else as it is."""
    if deed.type != "CONSULT" or len(found.actor) != 1 or not found.recipient:
        return found
    if any(word.lemma.lower() in _RECEIVING for word in deed.trail):
        return found if found.recipient_word is None else _turned(found)
    hosts = set(_hosts(deed, words, sides, (*found.actor, *found.recipient)))
    return _turned(found) if hosts == set(found.actor) else found


def _turned(found: Parties) -> Parties:
    return msgspec.structs.replace(
        found,
        actor=found.recipient,
        actor_word=found.recipient_word,
        recipient=found.actor,
        recipient_word=found.actor_word,
    )


def _hosts(deed: Deed, words: tuple[Word, ...], sides: Sides, named: Codes) -> Iterator[str]:
    """Those of ``named`` in whose country the deed is said to take place."""
    near = {word.i: word for word in (deed.head, *deed.trail)}.values()
    if any(c.text.lower() == "here" for word in near for c in word.children) and sides.cast.home:
        yield from {sides.cast.home}.intersection(named)
    mentions = sides.cast.mentions(words)
    for word in near:
        for name, place in phrase_prepositions(word):
            if name not in _THERE or place.pos != "PROPN":
                continue
            code = code_at(place, mentions) or seat_of(_name(place), named)
            if code in named:
                yield code


def _name(place: Word) -> str:
    parts = [*place.all("compound"), place]
    return " ".join(part.text for part in sorted(parts, key=lambda part: part.i))
