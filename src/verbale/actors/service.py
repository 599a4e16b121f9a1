"""Whose an office is: a state's, or a firm's and a club's.

Offices that only states have are told apart in the lexicon. The others are a state's where they
stand alone ("the secretary", "a captain") or where a word says so: a police chief and a customs
officer serve a state, a chief economist and an executive officer do not.
"""

from __future__ import annotations

import re

from verbale.actors.offices import Held
from verbale.lexicon.wordlists import word_list

_BODIES = word_list("state-bodies")
_HEADS = re.compile(r"\b(?:president|premier|minister|king|queen|emir)[’']s\b")
_OF_THE_PLACE = re.compile(
    r" of (?:the|this) (?:\w+ )?"
    r"(?:district|province|region|county|city|capital|town|port|island|state)$"
)
_WORDS = re.compile(r"[^\W\d_]+")


def serves_state(post: Held) -> bool:
    """Whether ``post`` is as a rule an office of the state where it is spoken of; one that is held
    abroad is as a rule another's."""
    serves = post.entry.serves
    if serves in {"state", "abroad"}:
        return serves == "state"
    title = _OF_THE_PLACE.sub("", post.title.lower())
    if serves == "shared" and title in {post.entry.name, *map(str.lower, post.entry.forms)}:
        return True
    return bool(_HEADS.search(title)) or not _BODIES.isdisjoint(_WORDS.findall(title))
