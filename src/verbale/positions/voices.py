"""Whose stance it is: the side that the words name, or the one that speaks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from verbale.actors import Cast
from verbale.acts.codes import Codes, code_of
from verbale.acts.sides import Sides
from verbale.acts.voices import speaker_of, told_by, voice_at
from verbale.language import Word
from verbale.lexicon.wordlists import word_list
from verbale.model import Span, Statement
from verbale.positions.homes import Homes
from verbale.positions.stand import Stand
from verbale.statements.grammar import span_of

_OURS = frozenset({"i", "we", "our", "us", "my", "me", "ourselves"})
_NOBODY = frozenset({"there", "it", "nobody", "none", "neither", "no", "one", "what"})
_SPEAKERS = frozenset({"he", "she", "they", "it"})
_THE_TWO = frozenset({"party", "side", "delegation", "neighbour", "neighbor", "capital"})
#: Prepositions before the other side of talks.
_FACING = frozenset({"with"})
#: How often a third side is named, as a share of the second, to be a party as well.
_NEARLY = 0.5


class Voices:
    """Answers whose stance some words are, over all statements of a report."""

    def __init__(self, sides: Sides, homes: Homes, statements: Sequence[Statement]) -> None:
        self._sides = sides
        self._statements = statements
        self._homes = homes

    def at(self, place: Span) -> Statement | None:
        """The statement that ``place`` is part of or the cue of."""
        return voice_at(place, self._statements) or told_by(place, self._statements)

    def home(self, told: Statement | None) -> str | None:
        """The side that a statement, or the document that is the whole report, speaks for."""
        if told is None:
            return self._homes.page if self._homes.document else None
        return told.country or self._homes.of(told)

    def speaker(self, told: Statement | None) -> str | None:
        """Who speaks, attitudes ascribed to whoever voices them."""
        return speaker_of(told, self._statements)

    def parties(self, stand: Stand, words: tuple[Word, ...], told: Statement | None) -> Codes:
        """The sides whose stance it is; none where nobody can tell."""
        teller = self._teller(stand)
        if teller is not None:
            return self._not_faced((teller,), stand, words)
        for owner in stand.owners:
            found = self._codes(owner, words, told)
            if found:
                return self._not_faced(found, stand, words)
            if owner.text.lower() not in _NOBODY and not stand.asked:
                return ()
        if stand.asked or stand.owners:
            home = self.home(told)
            return self._not_faced((home,), stand, words) if home else ()
        return ()

    def _teller(self, stand: Stand) -> str | None:
        """The side that takes the stance by the statement that ``stand`` is the cue of, where its
        source is another than the parse has: "he regretted that they had ... and called on"."""
        told = told_by(Span(stand.head.start, stand.head.end), self._statements)
        if told is None or told.country is None or not told.source or not stand.owners:
            return None
        owner = stand.owners[0]
        inside = any(span.start <= owner.start < span.end for span in told.source)
        return None if inside or owner.start < told.source[-1].end else told.country

    def _not_faced(self, found: Codes, stand: Stand, words: tuple[Word, ...]) -> Codes:
        """The sides found; nobody sits down "with Kenya" on behalf of Kenya, so that it is the
        other of two."""
        faced = {
            code
            for word in stand.head.subtree()
            if word.dep == "pobj" and word.head.text.lower() in _FACING and word.pos == "PROPN"
            for code in self._sides.named_in([word], self._sides.cast.mentions(words))
        }
        if len(found) != 1 or not faced & set(found):
            return found
        others = tuple(code for code in self._sides.pair if code not in faced)
        return others if len(others) == 1 else ()

    def _codes(self, owner: Word, words: tuple[Word, ...], told: Statement | None) -> Codes:
        home = self.home(told)
        if owner.text.lower() in _OURS:
            return (home,) if home else ()
        codes = self._sides.codes(_teller_above(owner) or owner, words, told)
        if codes:
            return codes
        if _are_the_two(owner):
            return self._sides.pair
        person = self._sides.cast.person_at(span_of([owner]))
        if person is not None:
            home = self._homes.of_name(person.name) or person.country or home
            return (home,) if home else ()
        if self._is_office(owner, words):
            home = home or self._homes.page
        elif owner.text.lower() in _SPEAKERS or owner.lemma.lower() in word_list("own-side"):
            pass
        else:
            return ()
        return (home,) if home else ()

    def _is_office(self, owner: Word, words: tuple[Word, ...]) -> bool:
        """Whether it is an office or body of a state that is not named: "the president"."""
        place = span_of([owner])
        mentions = self._sides.cast.mentions(words)
        return any(held.span.overlaps(place) for held in mentions.titles) or any(
            named.span.overlaps(place) for named in mentions.bodies
        )


def _are_the_two(word: Word) -> bool:
    """ "The parties agreed to meet in August": both, where nothing says which."""
    if word.tag != "NNS" or word.lemma.lower() not in _THE_TWO:
        return False
    return all(child.text.lower() in {"the", "both", "two"} for child in word.children)


def _teller_above(word: Word) -> Word | None:
    """Who says of itself what "it" does: "Warsaw has let it be known that it does not ..."."""
    if word.text.lower() not in {"it", "they"} or word.dep not in {"nsubj", "nsubjpass"}:
        return None
    for above in word.head.ancestors():
        doer = above.of("nsubj", "nsubjpass")
        if doer is not None and doer is not word and doer.pos in {"PROPN", "NOUN"}:
            return doer if doer.i < word.i else None
    return None


def disputing(sides: Sides, cast: Cast) -> frozenset[str]:
    """The parties of the report: its two leading sides, and who is named nearly as often."""
    counts: Counter[str] = Counter()
    for mentions in cast.sentences:
        counts.update(code for m in mentions.matches if (code := code_of(m)) is not None)
    if not sides.most_named:
        return frozenset(counts)
    least = min(counts[code] for code in sides.most_named)
    states = {
        code
        for code, count in counts.items()
        if count >= max(2, _NEARLY * least) and _is_state(code, cast)
    }
    return frozenset({*sides.most_named, *states})


def _is_state(code: str, cast: Cast) -> bool:
    party = cast.lexicon.party(code)
    return party is not None and party.kind in {"state", "de-facto", "movement"}
