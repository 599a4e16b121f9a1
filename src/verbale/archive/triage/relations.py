"""Is a text about dealings between states at all? A cheap gate that is to let nothing good go.

Two states and a word of dealings, or a state and two such words one of which is seldom said of
anything else, or a few of these: for states that no lexicon knows. How much of what matters
passes is printed by ``python -m eval.triage``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from verbale.lexicon import Institution, Lexicon, Party
from verbale.lexicon.triage import triage_words

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_SIDES = frozenset({"state", "de-facto", "igo", "union", "alliance", "territory", "movement"})
#: How many different words, a strong one among them, stand for states that are not known.
_WITHOUT_STATES = 4


def about_relations(text: str, lexicon: Lexicon) -> bool:
    """Whether ``text`` passes."""
    strong, weak = _signs(text)
    signs = strong + weak
    if strong and signs >= _WITHOUT_STATES:
        return True
    parties = len(set(_codes(text, lexicon))) if signs else 0
    return parties >= 2 or (parties == 1 and strong > 0 and signs >= 2)


def _signs(text: str) -> tuple[int, int]:
    """How many different strong and weak words there are."""
    known = triage_words()
    lower = text.lower().replace("’", "'")
    words = set(_WORD.findall(lower))
    found = {known.signs[word] for word in words & known.signs.keys()}
    for first in words & known.phrases.keys():
        found |= {known.signs[phrase] for phrase in known.phrases[first] if phrase in lower}
    strong = sum(1 for _, strength in found if strength == "strong")
    return strong, len(found) - strong


def _codes(text: str, lexicon: Lexicon) -> Iterator[str]:
    """The states and organisations named, as often as they are."""
    for match in lexicon.find(text):
        if isinstance(match.entry, Party) and match.entry.kind in _SIDES:
            yield match.entry.code
        elif isinstance(match.entry, Institution):
            yield match.entry.country
