"""Actors: the persons, offices and bodies a report mentions, and who a phrase refers to."""

from verbale.actors.cast import Cast
from verbale.actors.mentions import Mentions
from verbale.actors.person import Person
from verbale.actors.reference import identify, is_document, is_sayer, subjects_of
from verbale.actors.speaker import Reference, Speaker, of_person

__all__ = [
    "Cast",
    "Mentions",
    "Person",
    "Reference",
    "Speaker",
    "identify",
    "is_document",
    "is_sayer",
    "of_person",
    "subjects_of",
]
