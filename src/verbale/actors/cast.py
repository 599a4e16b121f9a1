"""The cast of a report: its persons, with the questions that are asked about them by place."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from verbale.actors.allegiance import Allegiance
from verbale.actors.bodies import Named
from verbale.actors.filing import STATES, home_state, issuer_of
from verbale.actors.gathering import persons_in, the_one_called
from verbale.actors.headings import as_in_prose
from verbale.actors.mentions import Mentions, mentions_in
from verbale.actors.person import Person
from verbale.actors.sides import NEAR, Sides
from verbale.actors.variants import name_tokens
from verbale.language import Word
from verbale.lexicon import Lexicon, Party
from verbale.model import Actor, Report, Span, Spans
from verbale.passages import Frame

_LEAD = 3  # sentences; a line of the page's own may have stayed in front of the lead
_SHORT = re.compile(r"\s*\(([A-Z][A-Za-z]{1,7})\)")


class Cast:
    """The mentions of a whole report and the persons behind them.

    ``home`` is the state where the report was filed; ``acronyms`` are the bodies that a
    short form in brackets stands for; ``quoted`` are the ids of quoted sentences' first words.
    """

    def __init__(self, report: Report, frames: Sequence[Frame], lexicon: Lexicon) -> None:
        self.text = report.text
        self.lexicon = lexicon
        self.sentences = as_in_prose(
            self.text,
            [
                mentions_in(report.text, words, lexicon)
                for frame in frames
                for words in frame.sentences
            ],
        )
        self._by_first: dict[int, Mentions] = {
            id(mentions.words[0]): mentions for mentions in self.sentences if mentions.words
        }
        self.quoted: frozenset[int] = frozenset(
            id(words[0])
            for frame in frames
            if frame.inside is not None
            for words in frame.sentences
        )
        self._quoted_starts = frozenset(
            words[0].start
            for frame in frames
            if frame.inside is not None
            for words in frame.sentences
        )
        named = _states_named(self.sentences)
        self.home = home_state(report, lexicon, named)
        self.issuer = issuer_of(report, lexicon)
        self.acronyms = self._acronyms()
        self.sides = Sides(self.text, self.sentences, self.quoted, named)
        self._outlet = report.outlet or ""
        self._body_start = report.body[0].start if report.body else 0
        self.allegiance = Allegiance(
            self.text, self.sentences, self.sides, self.home, self._body_start
        )
        self.persons = persons_in(
            self.text, self.sentences, self.acronyms, self.sides, self.allegiance
        )
        self._order = sorted(
            ((span.start, person) for person in self.persons for span in person.mentions),
            key=lambda pair: pair[0],
        )
        self._starts = [start for start, _ in self._order]
        self._openings = sorted(
            mentions.words[0].start for mentions in self.sentences if mentions.words
        )
        self._first = bisect_left(self._openings, self._body_start)

    def mentions(self, words: tuple[Word, ...]) -> Mentions:
        """The mentions of a sentence that this cast was made from."""
        return self._by_first[id(words[0])]

    def _acronyms(self) -> dict[str, Named]:
        """What "(DFA)" behind a body's name shortens, for the places where it stands alone."""
        found: dict[str, Named] = {}
        for mentions in self.sentences:
            for named in mentions.bodies:
                short = _SHORT.match(self.text, named.span.end)
                if short and not named.bare:
                    found.setdefault(short.group(1), named)
        return found

    def person_at(self, span: Span) -> Person | None:
        """The person one of whose mentions lies inside ``span``; the last of several."""
        found = [
            (mention.start, person)
            for person in self.persons
            for mention in person.mentions
            if span.covers(mention)
        ]
        return max(found, key=lambda pair: pair[0])[1] if found else None

    def person_called(self, name: str) -> Person | None:
        """The one person that ``name`` fits."""
        return the_one_called(self.persons, name_tokens(name))

    def before(self, place: int) -> Iterable[Person]:
        """Persons mentioned before ``place``, the nearest first, each once."""
        seen: set[int] = set()
        for at in range(bisect_right(self._starts, place) - 1, -1, -1):
            person = self._order[at][1]
            if id(person) not in seen:
                seen.add(id(person))
                yield person

    def sentence_start(self, place: int) -> int:
        """Where the sentence that holds ``place`` begins; ``place`` itself outside any."""
        at = bisect_right(self._openings, place) - 1
        return self._openings[at] if at >= 0 else place

    def words_at(self, opening: int) -> tuple[Word, ...]:
        """The words of the sentence that begins at ``opening``."""
        return next(
            (m.words for m in self.sentences if m.words and m.words[0].start == opening), ()
        )

    def is_quoted(self, place: int) -> bool:
        """Whether the sentence that begins at ``place`` is somebody's in quotation marks."""
        return place in self._quoted_starts

    def named_between(self, start: int, end: int, told: Spans) -> list[Person]:
        """The human beings named in ``[start, end)`` outside what is ``told``, each once; not those
        of whom only something that is theirs is named ("Toland's phone")."""
        found: dict[int, Person] = {}
        for at in range(bisect_left(self._starts, start), bisect_left(self._starts, end)):
            place, person = self._order[at]
            owner = any(
                mention.start == place and self.text[mention.end : mention.end + 1] in "’'"
                for mention in person.mentions
            )
            if person.seems_human and not owner and not any(s.start <= place < s.end for s in told):
                found[id(person)] = person
        return list(found.values())

    def is_near(self, person: Person, place: int) -> bool:
        """Whether ``person`` was mentioned shortly before ``place``."""
        return any(place - NEAR < mention.start < place for mention in person.mentions)

    def opens(self, place: int) -> bool:
        """Whether ``place`` is in a headline or stand-first, which tell before they introduce."""
        return place < self._body_start

    def leads(self, place: int) -> bool:
        """Whether ``place`` is in the headline, the stand-first or the body's first sentences."""
        first = self._openings[self._first : self._first + _LEAD]
        return self.opens(place) or self.sentence_start(place) in first

    def protagonist(self) -> Person | None:
        """The person the report is about: most mentioned, the first of several."""
        persons = (person for person in self.persons if person.name not in self._outlet)
        return max(persons, key=lambda person: len(person.mentions), default=None)

    def actors(self) -> tuple[Actor, ...]:
        """The persons that are sure, as records."""
        sure = [person for person in self.persons if person.sure and not person.is_body]
        return tuple(
            Actor(
                id=number,
                kind="person",
                name=person.name,
                country=person.country,
                offices=tuple(person.offices),
                aliases=tuple(sorted(person.aliases - {person.name})),
                mentions=tuple(sorted(person.mentions)),
            )
            for number, person in enumerate(sure, 1)
        )


def _states_named(sentences: Sequence[Mentions]) -> frozenset[str]:
    """The codes of the states that are named anywhere."""
    parties = (match.entry for mentions in sentences for match in mentions.parties())
    return frozenset(e.code for e in parties if isinstance(e, Party) and e.kind in STATES)
