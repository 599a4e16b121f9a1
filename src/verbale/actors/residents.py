"""People of the place: private persons whom a reporter meets where the report is filed.

"Ilse Varga, who chairs the growers' association", "the welder Kemal Aras", "Mira Toland, 61,":
nobody tells their state because it goes without saying. Officials and envoys are other people's
guests as often, and are not presumed to be of the place.
"""

from __future__ import annotations

import re

from verbale.actors.person import Person
from verbale.lexicon.wordlists import word_list

_PEOPLE = "|".join(sorted(word_list("private-people")))
_HOUSE = "|".join(sorted(word_list("private-houses")))
_TRADE = rf"(?:{_PEOPLE}|(?:{_HOUSE}|boat) owner|owner of (?:an?|the) (?:\w+ )?(?:{_HOUSE}))"
_LIVES = "|".join(sorted(word_list("livings")))
_LEADS = "|".join(sorted(word_list("leadings")))
_AGED = r"(?:aged )?\d{2}(?:-year-old)?"
_TOLD = re.compile(
    rf",\s(?:{_AGED}(?=[,.\s])|(?i:an?|the)\s(?:[\w’'-]+\s){{0,3}}{_TRADE}\b"
    rf"|who\s(?:has\s)?(?:(?:{_LIVES})\b"
    rf"|(?:{_LEADS})\s(?:an?|the|his|her)\s(?:[a-zà-ÿ’'-]+\s){{0,3}}(?:{_HOUSE})\b))",
)
_HEADS_HOUSE = re.compile(rf"\b(?:{_HOUSE})\b", re.IGNORECASE)
_BEFORE = re.compile(rf"\b{_TRADE}\s$", re.IGNORECASE)
_REACH = 60


def is_local(person: Person, text: str) -> bool:
    """Whether the report introduces ``person`` as a private one: by a trade, an age, a living, or
    as the head of a small house."""
    if person.offices:
        return any(_HEADS_HOUSE.search(office.title) for office in person.offices)
    return any(
        _TOLD.match(text, place.end, place.end + _REACH) is not None
        or _BEFORE.search(text[max(0, place.start - _REACH) : place.start]) is not None
        for place in person.mentions
    )
