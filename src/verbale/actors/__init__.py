"""Actors: the persons, offices and bodies a report mentions, and who a phrase refers to."""

from verbale.actors.cast import Cast, Person
from verbale.actors.mentions import Mentions
from verbale.actors.reference import Reference, Speaker, identify, is_document, is_sayer, of_person

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
]
