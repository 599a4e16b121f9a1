"""Actors: the persons, offices and bodies a report mentions, and who a phrase refers to."""

from verbale.actors.cast import Cast
from verbale.actors.institutions import outlet_again, outlet_name
from verbale.actors.mentions import Mentions
from verbale.actors.person import Person
from verbale.actors.reference import identify
from verbale.actors.sayers import is_document, is_sayer
from verbale.actors.speaker import Reference, Speaker, Subject, of_person
from verbale.actors.subjects import spoken_of, subjects_of
from verbale.actors.variants import name_tokens

__all__ = [
    "Cast",
    "Mentions",
    "Person",
    "Reference",
    "Speaker",
    "Subject",
    "identify",
    "is_document",
    "is_sayer",
    "name_tokens",
    "of_person",
    "outlet_again",
    "outlet_name",
    "spoken_of",
    "subjects_of",
]
