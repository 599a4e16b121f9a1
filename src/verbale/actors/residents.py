"""People of the place: private persons whom a reporter meets where the report is filed.

"Antony Croos, who heads a co-operative of boats", "a wool trader", "Zaza Gogi, 61,": nobody tells
their state because it goes without saying. Officials and envoys are other people's guests as often,
and are not presumed to be of the place.
"""

from __future__ import annotations

import re

from verbale.actors.person import Person
from verbale.lexicon.wordlists import word_list

_PRIVATE = word_list("private-people")
_TRADE = rf"(?:{'|'.join(sorted(_PRIVATE))}|(?:shop|guesthouse|plant|boat) owner)"
_AGED = r"(?:aged )?\d{2}(?:-year-old)?"
_TOLD = re.compile(
    rf",\s(?:{_AGED}(?=[,.\s])|(?:an?|the)\s(?:[\w’'-]+\s){{0,3}}{_TRADE}\b"
    r"|who\s(?:runs|owns|farms|fishes|sells|ships|grows|keeps|drives|lives|teaches|heads a)\b)",
    re.IGNORECASE,
)
_BEFORE = re.compile(rf"\b{_TRADE}\s$", re.IGNORECASE)
_REACH = 60


def is_local(person: Person, text: str) -> bool:
    """Whether the report introduces ``person`` as a private one: by a trade, an age, a living."""
    if person.offices:
        return False
    return any(
        _TOLD.match(text, place.end, place.end + _REACH) is not None
        or _BEFORE.search(text[max(0, place.start - _REACH) : place.start]) is not None
        for place in person.mentions
    )
