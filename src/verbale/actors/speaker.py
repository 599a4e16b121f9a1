"""The answer to "who says this?", and what is remembered of who has spoken."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from verbale.actors.cast import Cast
from verbale.actors.mentions import Mentions
from verbale.actors.person import Person
from verbale.language import Word
from verbale.model import ActorKind, Span, Spans


class Speaker(NamedTuple):
    """What is known of a source. Every field but ``kind`` may be None."""

    name: str | None
    kind: ActorKind
    country: str | None = None
    office: str | None = None
    person: Person | None = None
    single: bool = False  # one human being, named or not: "he" may refer to it
    noun: str = ""  # what somebody without a name is called: "official"


class Subject(NamedTuple):
    """Somebody who was the subject of a clause, at ``place`` in the text."""

    place: int
    who: Speaker
    main: bool = True  # of a main clause
    sentence: int = 0  # where its sentence begins; told of quoted words alone


class Reference(NamedTuple):
    """Who has been spoken of, for pronouns: the last speakers and all subjects, the latest last."""

    people: Sequence[Speaker] = ()
    bodies: Sequence[Speaker] = ()
    places: Sequence[int] = ()  # where each of ``people`` spoke
    body_places: Sequence[int] = ()
    subjects: Sequence[Subject] = ()
    speaking: Speaker | None = None  # who says the quotation that the phrase stands in
    quoted: bool = False  # whether the phrase stands in the very words of ``speaking``
    told: Spans = ()  # what is said: nobody named there is the "he" who says it
    within: Sequence[Subject] = ()  # who the quoted words themselves have spoken of, in order

    def outside(self, place: int) -> bool:
        """Whether ``place`` is not in what is said."""
        return not any(span.start <= place < span.end for span in self.told)


class Asked(NamedTuple):
    """A phrase and what it stands in: the place of all of it, of its head word, and the report."""

    span: Span
    core: Span
    head: Word
    phrase: Sequence[Word]
    cast: Cast
    mentions: Mentions
    recent: Reference

    @property
    def opening(self) -> str:
        """The first word, in lower case."""
        return self.phrase[0].text.lower()

    @property
    def worded(self) -> str:
        """The phrase as it stands in the text, in small letters."""
        return self.span.of(self.cast.text).lower()


def asked_of(
    phrase: Sequence[Word], head: Word, cast: Cast, mentions: Mentions, recent: Reference
) -> Asked:
    """The question who ``phrase``, the words around ``head``, refers to."""
    span = Span(phrase[0].start, phrase[-1].end)
    return Asked(span, Span(head.start, head.end), head, phrase, cast, mentions, recent)


def of_person(person: Person) -> Speaker:
    """What is known of ``person`` as a speaker; a firm that is named like one is a body."""
    if person.is_body:
        return Speaker(person.name, "organisation", person.country)
    office = person.office
    title = office.title if office else None
    if office and office.former and title:
        title = f"former {title}"
    return Speaker(person.name, "person", person.country, title, person, single=True)


def listed(names: Sequence[str]) -> str:
    """ "A", "A and B", "A, B and C"."""
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]
