"""Openings that tell the office first and the name a sentence later.

"Its foreign minister has said that the men will go home. Nirosha Wick told the morning show ...":
reports open with an office and go on with a name that nothing introduces. Where the opening has one
office without a name, and the next sentences one full name without an office, they are one person.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verbale.actors.mentions import Mentions
from verbale.actors.offices import Held
from verbale.actors.person import Person
from verbale.actors.sides import Sides

#: Sentences, headline and stand-first among them, in which an office may wait for its name.
_OPENING = 4
#: Sentences after the office in which the name may come.
_AFTER = 3


def name_the_opening(
    text: str, sentences: Sequence[Mentions], persons: Sequence[Person], sides: Sides
) -> None:
    """Give the one bare name after the one bare office of the opening that office."""
    for number, mentions in enumerate(sentences[:_OPENING]):
        for held in _bare(text, mentions, persons):
            if any(person.may_be(held) for person in persons):
                continue
            after = sentences[number + 1 : number + 1 + _AFTER]
            found = [person for person in persons if _is_bare_name(person, after)]
            if len(found) == 1:
                person = found[0]
                owner = held.country or _owner(text, held, sides)
                if owner is not None:
                    person.appoint(held._replace(country=owner))
                    person.country = person.country or owner


def _bare(text: str, mentions: Mentions, persons: Sequence[Person]) -> Iterator[Held]:
    """Offices of one person that stand beside no name."""
    for held in mentions.titles:
        near = text[held.span.end : held.span.end + 3]
        named = any(
            place.start - 3 <= held.span.end <= place.end or held.span.overlaps(place)
            for person in persons
            for place in person.mentions
        )
        single = held.is_person and held.entry.kind == "office" and not held.former
        if single and not named and not near.startswith((", ", "s ")):
            yield held


def _is_bare_name(person: Person, sentences: Sequence[Mentions]) -> bool:
    """Whether a full name that nothing introduces stands first in ``sentences``."""
    first = person.mentions[0]
    inside = any(
        mentions.words and mentions.words[0].start <= first.start < mentions.words[-1].end
        for mentions in sentences
    )
    return inside and not person.posts and len(person.tokens) > 1 and person.seems_human


def _owner(text: str, held: Held, sides: Sides) -> str | None:
    """The state of "its foreign minister"."""
    before = text[: held.span.start].rstrip().rpartition(" ")[2].lower()
    return sides.before(held.span.start) if before in {"its", "their"} else None
