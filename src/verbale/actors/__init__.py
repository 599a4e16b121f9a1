"""Actors: the persons, offices and bodies a report mentions, and who a phrase refers to."""

from verbale.actors.cast import Cast
from verbale.actors.institutions import outlet_again, outlet_name
from verbale.actors.mentions import Mentions
from verbale.actors.person import Person
from verbale.actors.reference import identify, is_document, is_sayer, subjects_of
from verbale.actors.speaker import Reference, Speaker, Subject, of_person

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
    "of_person",
    "outlet_again",
    "outlet_name",
    "subjects_of",
]
