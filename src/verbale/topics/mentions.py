"""Every mention of a thing that parties deal with in one report, with the parties it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from verbale.actors import Cast
from verbale.language import Word
from verbale.lexicon import Institution, Match, Party
from verbale.lexicon.matters import MatterBook
from verbale.model import Report, Span, Statement
from verbale.passages import Frame
from verbale.statements.grammar import span_of
from verbale.topics.parties import Codes, Dealers
from verbale.topics.phrases import Phrase, phrases
from verbale.topics.places import NamedPlaces, Place

_PAIR = 2
#: Before those under whom others deal with each other, and before those who are dealt with.
_UNDER = frozenset({"under", "within", "through", "via", "by"})
_FACING = frozenset({"with", "against"})
_WORD = re.compile(r"[^\W\d_]+")


class Mention(NamedTuple):
    """A thing where it is mentioned. ``sure``: its phrase names both parties itself.

    ``told``: its sentence names two. ``disputed``: its sentence speaks of a dispute; a place is a
    matter only where it is in one.
    """

    phrase: Phrase
    place: bool
    parties: Codes
    sure: bool
    told: bool
    disputed: bool
    headline: bool


class Finder:
    """Looks for mentions in the sentences of one report."""

    def __init__(
        self,
        report: Report,
        cast: Cast,
        statements: Sequence[Statement],
        book: MatterBook,
    ) -> None:
        self._text = report.text
        self._cast = cast
        self._statements = statements
        self._book = book
        self._dealers = Dealers(report, cast, statements)
        self.named = NamedPlaces(report, cast.lexicon, self._dealers.weights)

    @property
    def same_places(self) -> tuple[tuple[str, ...], ...]:
        """Groups of keys of places that the report gives several names."""
        return self.named.same

    def only_firms(self, parties: Codes) -> bool:
        """Whether all of some parties are companies: what these deal with is no state's affair."""
        known = [self._cast.lexicon.party(code) for code in parties]
        return bool(known) and all(party and party.kind == "company" for party in known)

    def mentions(self, frames: Sequence[Frame]) -> Iterator[Mention]:
        """All mentions, in the order of the frames."""
        for frame in frames:
            for words in frame.sentences:
                if words:
                    yield from self._in_sentence(words, frame)

    def _in_sentence(self, words: tuple[Word, ...], frame: Frame) -> Iterator[Mention]:
        matches = self._cast.mentions(words).matches
        parties = [m.span for m in matches if isinstance(m.entry, Party | Institution)]
        named = self._named_places(words)
        taken = [phrase.span for phrase, _ in named]
        found: list[tuple[Phrase, Place | None]] = [
            *named,
            *(
                (phrase, None)
                for phrase in phrases(words, self._book, [*parties, *taken, *self._people(words)])
                if not any(phrase.span.overlaps(span) for span in taken)
            ),
        ]
        if not found:
            return
        spoken = {word.lower() for w in words for word in _WORD.findall(w.text)}
        disputed = bool(spoken & self._book.disputing)
        sentence = self._dealers.named(matches)
        for phrase, place in found:
            around = (*sentence, *self._speakers(phrase.span))
            inner = self._dealing(phrase, self._inner(phrase, place, matches), matches, around)
            yield Mention(
                phrase=phrase,
                place=place is not None or _is_place(phrase, self._book, self._text),
                parties=self._dealers.pair(inner, around),
                sure=len(inner) > 1,
                told=len(sentence) > 1,
                disputed=disputed or (place is not None and place.told),
                headline=frame.paragraph.zone == "headline",
            )

    def _people(self, words: tuple[Word, ...]) -> list[Span]:
        """Where the sentence names people: "Phil Levy" is no levy."""
        sentence = span_of(words)
        return [
            place
            for person in self._cast.persons
            if person.human
            for place in person.mentions
            if sentence.covers(place)
        ]

    def _inner(self, phrase: Phrase, place: Place | None, matches: Sequence[Match]) -> Codes:
        """The parties that the phrase itself names; a place that two parties have to do with
        names both."""
        if place is not None and len(place.parties) == _PAIR:
            return place.parties
        if not phrase.around:
            return ()
        under = _below(phrase.around, _UNDER)
        dealing = [word for word in phrase.around if word not in under]
        inner = self._dealers.named(matches, [Span(w.start, w.end) for w in dealing])
        return inner or (() if under else self._dealers.named(matches, [span_of(phrase.around)]))

    def _dealing(
        self, phrase: Phrase, inner: Codes, matches: Sequence[Match], around: Codes
    ) -> Codes:
        """Those of ``inner`` who deal with each other: of several that somebody deals with
        ("negotiations with Egypt and Sudan") the weightiest, and that somebody."""
        faced = self._dealers.named(
            matches, [Span(w.start, w.end) for w in _below(phrase.around, _FACING)]
        )
        others = tuple(code for code in around if code not in inner)
        if len(inner) < _PAIR or set(inner) != set(faced) or not others:
            return inner
        return (self._dealers.weightiest(inner), self._dealers.weightiest(others))

    def _named_places(self, words: tuple[Word, ...]) -> list[tuple[Phrase, Place]]:
        found = []
        for place in self.named.within(span_of(words)):
            if any(w.quote is not None and w.start <= place.span.start < w.end for w in words):
                continue  # the quotation has a frame of its own
            around = tuple(w for w in words if place.span.start <= w.start < place.span.end)
            head = place.key.split()[-1]
            phrase = Phrase(place.key, head, place.kind, place.name, place.span, False, around)
            found.append((phrase, place))
        return found

    def _speakers(self, place: Span) -> Codes:
        """The states of those whose words hold ``place``."""
        return tuple(
            dict.fromkeys(
                said.country
                for said in self._statements
                if said.country and any(part.covers(place) for part in said.content)
            )
        )


def _below(words: Sequence[Word], preps: frozenset[str]) -> list[Word]:
    """The words that stand below one of these prepositions."""
    openers = [word for word in words if word.pos == "ADP" and word.text.lower() in preps]
    return [word for word in words if any(word.under(opener) for opener in openers)]


def _is_place(phrase: Phrase, book: MatterBook, text: str) -> bool:
    thing = book.things.get(phrase.head)
    words = phrase.span.of(text).split()
    named = not phrase.bare and thing is not None and thing.place and words
    return bool(named and all(w[:1].isupper() for w in words[:2]))
