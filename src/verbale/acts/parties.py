"""Parties: who does a deed and to whom, as codes, with what a report leaves to its reader.

News about two states names the other one only where it must. What the clause does not say is taken,
in this order, from whoever says it, from the other of the two sides the report is about, and from
whom the deed is done to: he who thanks one of the two speaks for the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from verbale.acts.clause import is_finite
from verbale.acts.deed import Deed
from verbale.acts.deeds import Reader
from verbale.acts.homes import TELLING, Vote
from verbale.acts.merge import VERBAL
from verbale.acts.sides import Codes, Sides
from verbale.acts.voices import told_by
from verbale.language import Word
from verbale.lexicon.acts import ActBook
from verbale.lexicon.wordlists import word_list
from verbale.model import Span, Statement
from verbale.statements.grammar import is_passive

#: Ended long before the days that are coded.
BYGONE = frozenset({"SUN", "YUG", "DDR", "CSK"})
#: What third parties say and do to two sides at once.
_TO_BOTH = frozenset({"SUPPORT", "REQUEST", "AGREE", "CONSULT"})
_PERSONAL = frozenset({"i", "we", "he", "she"})


class Parties(msgspec.Struct, frozen=True):
    """The sides of one deed, with the words that name them."""

    actor: Codes
    actor_word: Word | None
    recipient: Codes
    recipient_word: Word | None


class PartyFinder:
    """Finds the parties of deeds in one report."""

    def __init__(self, sides: Sides, statements: Sequence[Statement]) -> None:
        self._sides = sides
        self._statements = statements

    def parties(
        self, deed: Deed, words: tuple[Word, ...], voice: Statement | None
    ) -> Parties | None:
        """Who does ``deed`` to whom; None where nobody known does it."""
        actor, actor_word = self._actor(deed, words, voice)
        if not actor:
            return self._eliminated(deed, words, voice) or self._continued(deed, words, voice)
        recipient, recipient_word = self._recipient(deed, words, voice, actor)
        if len(actor) > 1 and (deed.symmetric or deed.mutual) and not _is_joined(recipient_word):
            recipient, actor, recipient_word = actor[1:], actor[:1], None
        if not recipient:
            recipient = self._implied(deed, words, actor)
        return Parties(actor, actor_word, recipient, recipient_word)

    def _actor(
        self, deed: Deed, words: tuple[Word, ...], voice: Statement | None
    ) -> tuple[Codes, Word | None]:
        for word in deed.doers:
            actor = self._sides.codes(word, words, voice)
            if actor:
                return actor, word
        if voice is not None and voice.country and _is_spoken(deed):
            return (voice.country,), None
        told = told_by(Span(deed.head.start, deed.head.end), self._statements)
        if told is not None and told.country:
            return (told.country,), None
        if deed.symmetric and len(self._sides.pair) == 2 and _is_between(deed):
            named = self._recipient(deed, words, voice, ())[0]
            return (self._sides.pair if set(named) <= set(self._sides.pair) else ()), None
        return (), None

    def _eliminated(
        self, deed: Deed, words: tuple[Word, ...], voice: Statement | None
    ) -> Parties | None:
        """The other of the two sides, where an official of no known side acts toward one."""
        doer = deed.doers[0] if deed.doers else None
        if doer is None and not is_passive(deed.core):
            return None
        if doer is not None and not is_official(doer):
            return None
        recipient, word = self._recipient(deed, words, voice, ())
        actor = self._sides.other(recipient)
        return Parties(actor, doer, recipient, word) if actor else None

    def _continued(
        self, deed: Deed, words: tuple[Word, ...], voice: Statement | None
    ) -> Parties | None:
        """The side that the sentence before is about: "Nemora was angry. The minister said"."""
        doer = deed.doers[0] if deed.doers else None
        if (doer is None and not deed.asked) or (doer is not None and not is_official(doer)):
            return None
        actor = self._sides.topic_before(words)
        if len(actor) != 1 or actor[0] not in self._sides.pair:
            return None
        recipient, word = self._recipient(deed, words, voice, actor)
        return Parties(actor, doer, recipient or self._implied(deed, words, actor), word)

    def _recipient(
        self, deed: Deed, words: tuple[Word, ...], voice: Statement | None, actor: Codes
    ) -> tuple[Codes, Word | None]:
        for word in deed.others:
            if deed.type in VERBAL and self._sides.is_venue(word, words):
                continue
            codes = self._sides.codes(word, words, voice, avoid=actor)
            codes = tuple(code for code in codes if code not in actor)
            if codes:
                return codes, word
        return (), None

    def _implied(self, deed: Deed, words: tuple[Word, ...], actor: Codes) -> Codes:
        """The other of the report's two sides; both where a third one speaks of their matter."""
        if len(actor) == 1 and actor[0] not in self._sides.pair and deed.type in _TO_BOTH:
            return self._sides.pair if len(self._sides.pair) == 2 else ()
        if deed.type == "AID":
            return ()
        other = self._sides.other(actor)
        named = self._sides.named_in(words, self._sides.cast.mentions(words))
        foreign = [code for code in named if code not in actor]
        return () if BYGONE & set(foreign) else other


def _is_joined(word: Word | None) -> bool:
    """Whether ``word`` is a further party rather than a place or a matter: "with Nemora"."""
    return word is not None and (word.dep == "dobj" or word.head.text.lower() in {"with", "and"})


def _is_spoken(deed: Deed) -> bool:
    """Whether a deed without a doer is done by saying so: "there will be no talks"."""
    return deed.type in VERBAL and (deed.asked or (not deed.doers and deed.intended))


def _is_between(deed: Deed) -> bool:
    """ "The directors met", "talks were held": between the two sides that the report is about."""
    if not deed.doers:
        told = is_finite(deed.head) or is_passive(deed.head)
        return told and not (deed.nominal or deed.negated)
    return deed.doers[0].tag == "NNS" and is_official(deed.doers[0])


def is_official(word: Word) -> bool:
    """Whether ``word`` may stand for one who speaks for a state: a name, "he", "the ministry"."""
    if word.text.lower() in _PERSONAL or word.pos == "PROPN":
        return True
    return word.pos == "NOUN" and word.lemma.lower() in word_list("official-nouns")


def votes_on_homes(
    statements: Sequence[Statement],
    sentences: Sequence[tuple[Word, ...]],
    sides: Sides,
    book: ActBook,
) -> Iterator[Vote]:
    """What the cues of statements tell of speakers without a state: whom they blame or thank."""
    reader = Reader(book)
    for statement in statements:
        name = statement.speaker
        if statement.country or not name or name.startswith("unnamed") or not statement.cue:
            continue
        for words in sentences:
            if not (words and words[0].start <= statement.cue[0].start < words[-1].end):
                continue
            for word in words:
                if statement.cue[0].start <= word.start < statement.cue[-1].end:
                    yield from _votes(name, reader.meaning(word), words, sides)


def _votes(name: str, deed: Deed | None, words: tuple[Word, ...], sides: Sides) -> Iterator[Vote]:
    if deed is None or deed.type not in TELLING:
        return
    for other in deed.others:
        codes = sides.codes(other, words, None)
        if codes:
            yield from (Vote(name, code) for code in sides.other(codes))
            return
