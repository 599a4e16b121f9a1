"""Parties: who does a deed and to whom, as codes, with what a report leaves to its reader.

News about two states names the other one only where it must. What the clause does not say is taken,
in this order, from whoever says it, from the other of the two sides the report is about, and from
whom the deed is done to: he who thanks one of the two speaks for the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from verbale.acts.clause import is_finite
from verbale.acts.codes import Codes, code_at
from verbale.acts.deed import Deed
from verbale.acts.deeds import Reader
from verbale.acts.homes import TELLING, Vote
from verbale.acts.merge import VERBAL
from verbale.acts.sides import Sides
from verbale.acts.voices import told_by
from verbale.language import Word
from verbale.lexicon.acts import ActBook
from verbale.lexicon.wordlists import word_list
from verbale.model import Span, Statement
from verbale.statements.grammar import is_passive, noun_phrase, span_of

#: Ended long before the days that are coded.
BYGONE = frozenset({"SUN", "YUG", "DDR", "CSK"})
#: What third parties say and do to two sides at once.
_TO_BOTH = frozenset({"SUPPORT", "REQUEST", "AGREE", "CONSULT"})
#: What several sides do among themselves, where nobody else is named with "with".
_COMMON = frozenset({"AGREE", "CONSULT", "COOPERATE"})
#: What is done by saying or signing it, so that a capital after "in" is only where.
_SAID = VERBAL | {"COOPERATE"}
_EACH_OTHER = frozenset({("each", "other"), ("one", "another")})
#: What only those who speak for a side say of it.
_WILLING = frozenset({"AGREE", "REJECT", "THREATEN"})
#: What is done to people who were told of before: "they were released a week later".
_HOLDING = frozenset({"COERCE", "RETREAT"})
#: What things do not do.
_SPEAKING = frozenset({"ACCUSE", "REQUEST", "SUPPORT"})
_NEAR = 40
_ALL = frozenset({"them", "both", "sides", "parties"})
_PERSONAL = frozenset({"i", "we", "he", "she"})


class Parties(msgspec.Struct, frozen=True):
    """The sides of one deed, with the words that name them."""

    actor: Codes
    actor_word: Word | None
    recipient: Codes
    recipient_word: Word | None
    mediator: Codes = ()
    mutual: bool = False


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
            return (
                self._of_crowd(deed, words, voice)
                or self._eliminated(deed, words, voice)
                or self._continued(deed, words, voice)
            )
        if deed.said_of is not None and self._sides.codes(deed.said_of, words, voice) == actor:
            return None  # "we carry the blame for it"
        if self._stays_at_home(deed, actor, words, voice):
            return None
        if self._turns_on_itself(deed, actor, actor_word, words, voice):
            another = self._who_tells(deed, actor) or self._sides.other(actor)
            if not another and actor_word is not None:
                return None
            actor = another or actor
        recipient, recipient_word = self._recipient(deed, words, voice, actor, actor_word)
        to_each_other = len(actor) > 1 and is_reciprocal(deed)
        if to_each_other or (
            len(actor) > 1 and _is_common(deed) and not _is_joined(recipient_word)
        ):
            if deed.type == "AGREE" and not deed.mutual:  # what both promise is neither's alone
                return Parties(actor, actor_word, (), actor_word)
            return Parties(actor[:1], actor_word, actor[1:], actor_word, mutual=to_each_other)
        if not recipient:
            recipient = self._implied(deed, words, actor)
        return Parties(actor, actor_word, recipient, recipient_word)

    def _actor(
        self, deed: Deed, words: tuple[Word, ...], voice: Statement | None
    ) -> tuple[Codes, Word | None]:
        for word in (*_speaker_above(deed), *deed.doers, *_speaker_of_both(deed)):
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

    def _who_tells(self, deed: Deed, actor: Codes) -> Codes:
        """Who says it by the statement that the deed is the cue of, where that is another."""
        told = told_by(Span(deed.head.start, deed.head.end), self._statements)
        country = told.country if told is not None else None
        return (country,) if country and country not in actor else ()

    def _stays_at_home(
        self, deed: Deed, actor: Codes, words: tuple[Word, ...], voice: Statement | None
    ) -> bool:
        """Whether it is said to somebody of one's own state by name and to nobody else: "the
        senator urged President Vargas not to sign"."""
        if deed.type not in TELLING:
            return False
        named = [w for w in deed.others if w.pos == "PROPN" and w.dep in {"dobj", "nsubj"}]
        persons = [self._sides.cast.person_at(span_of(noun_phrase(word))) for word in named]
        if not any(persons):
            return False
        return all(self._sides.codes(word, words, voice) in {(), actor} for word in deed.others)

    def _turns_on_itself(
        self,
        deed: Deed,
        actor: Codes,
        by: Word | None,
        words: tuple[Word, ...],
        voice: Statement | None,
    ) -> bool:
        """Whether "it" or a speaker would accuse, thank or call on the very side it is taken for:
        "It calls on Cairo to stop" is not said by Egypt."""
        if deed.type not in TELLING or (by is not None and self._sides.is_named_by(by, words)):
            return False
        named = (w for w in deed.others if w.pos == "PROPN" and w.dep in {"dobj", "pobj", "nsubj"})
        first = next((word for word in named if _is_told_to(word, deed)), None)
        codes = self._sides.codes(first, words, voice) if first is not None else ()
        return codes == actor or (len(actor) > 1 and bool(codes) and set(codes) <= set(actor))

    def _of_crowd(
        self, deed: Deed, words: tuple[Word, ...], voice: Statement | None
    ) -> Parties | None:
        """The side of people who protest against one of the two and of whom nobody says whose they
        are: that of the city where they do, else the other."""
        if deed.type != "PROTEST" or not deed.doers:
            return None
        against, word = self._recipient(deed, words, voice, ())
        if len(against) != 1 or against[0] not in self._sides.pair:
            return None
        where = [w for w in words if w is not word and self._sides.is_venue(w, words)]
        cities = (self._sides.codes(city, words, voice) for city in where)
        actor = next((codes for codes in cities if codes), self._sides.other(against))
        return Parties(actor, deed.doers[0], against, word) if actor != against else None

    def _eliminated(
        self, deed: Deed, words: tuple[Word, ...], voice: Statement | None
    ) -> Parties | None:
        """The other of the two sides, where an official of no known side acts toward one."""
        doer = deed.doers[0] if deed.doers else None
        if doer is None and not is_passive(deed.core):
            return None
        if doer is not None and (not is_official(doer) or opposes(doer)):
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
        actor = self._sides.topic_before(words) or self._sides.item
        if doer is not None and opposes(doer):
            return None
        if len(actor) != 1 or (doer is None and actor[0] not in self._sides.pair):
            return None
        recipient, word = self._recipient(deed, words, voice, actor)
        return Parties(actor, doer, recipient or self._implied(deed, words, actor), word)

    def _recipient(
        self,
        deed: Deed,
        words: tuple[Word, ...],
        voice: Statement | None,
        actor: Codes,
        by: Word | None = None,
    ) -> tuple[Codes, Word | None]:
        """Whom the words of ``deed`` name, ``actor`` (named by the word ``by``) left out."""
        found: tuple[Codes, Word | None] = ((), None)
        for word in deed.others:
            if deed.type in _SAID and self._sides.is_venue(word, words):
                continue
            if self._is_own(word, by, words) or (
                found[1] is not None and not _goes_on(word, found[1])
            ):
                continue
            held = deed.type in _HOLDING and word.text.lower() in {"they", "them", "he", "him"}
            codes = self._sides.held(word, words) if held else ()
            codes = codes or self._sides.codes(word, words, voice, avoid=actor)
            codes = tuple(code for code in codes if code not in actor)
            if codes:
                found = tuple(dict.fromkeys((*found[0], *codes))), found[1] or word
        return found

    def _is_own(self, word: Word, by: Word | None, words: tuple[Word, ...]) -> bool:
        """Whether "its" is that of whoever acts: "the Union put it on its list", no person's."""
        if word.text.lower() not in {"its", "their", "own"} or by is None:
            return False
        if by.text.lower() in _PERSONAL:
            return False
        return by.pos != "PROPN" or code_at(by, self._sides.cast.mentions(words)) is not None

    def _implied(self, deed: Deed, words: tuple[Word, ...], actor: Codes) -> Codes:
        """The other of the report's two sides; both where a third one speaks of their matter."""
        if not set(actor) & set(self._sides.pair) and deed.type in _TO_BOTH:
            return self._sides.pair if len(self._sides.pair) == 2 else ()
        if deed.type == "AID":
            return ()
        other = self._sides.other(actor)
        named = self._sides.named_in(words, self._sides.cast.mentions(words))
        foreign = [code for code in named if code not in actor]
        return () if BYGONE & set(foreign) else other


def _speaker_above(deed: Deed) -> Iterator[Word]:
    """Who speaks, where the parser has hung what he does on what he says: "said that the vote had
    been calm, but criticised the count"."""
    verb, doer = deed.head, deed.doers[0] if deed.doers else None
    if verb.dep != "conj" or verb.tag != "VBD" or deed.type not in _SPEAKING or doer is None:
        return
    top = verb.head
    things = doer.pos == "NOUN" and not is_official(doer) and doer.lemma not in word_list("humans")
    if things and top.dep == "ccomp" and top.head.pos == "VERB" and verb.of("nsubj") is None:
        speaker = top.head.of("nsubj")
        if speaker is not None:
            yield speaker


def _speaker_of_both(deed: Deed) -> Iterator[Word]:
    """Who speaks, where who is told of is nobody known: "said the attackers were deserters and
    asked Oslo to hand them over"."""
    verb = deed.head
    if verb.dep == "conj" and verb.tag == "VBD" and deed.type in _SPEAKING and deed.doers:
        top = verb.head
        speaker = top.head.of("nsubj") if top.dep == "ccomp" else None
        if speaker is not None and verb.of("nsubj") is None:
            yield speaker


def _is_common(deed: Deed) -> bool:
    """Whether several who do it do it with each other: "the two agreed", "both met"."""
    return deed.symmetric or deed.mutual or deed.type in _COMMON


def is_reciprocal(deed: Deed) -> bool:
    """ "Accused each other", "traded threats with one another", "each blamed the other"."""
    words = [word for near in (deed.head, *deed.trail) for word in near.subtree()[:_NEAR]]
    texts = [word.text.lower() for word in sorted(words, key=lambda word: word.i)]
    pairs = set(pairwise(texts))
    return bool(pairs & _EACH_OTHER) or ("each" in texts and ("the", "other") in pairs)


def _goes_on(word: Word, first: Word) -> bool:
    """Whether ``word`` is named beside ``first``: "its thanks to Peru and to Chile"."""
    above, over = word.head, first.head
    if above.dep != "conj" or above.pos != "ADP":
        return False
    return over in above.ancestors() or (above.text == over.text and over.head in above.ancestors())


def _is_joined(word: Word | None) -> bool:
    """Whether ``word`` is a further party rather than a place or a matter: "with Nemora"."""
    return word is not None and (
        word.dep in {"dobj", "dative"} or word.head.text.lower() in {"with", "and", "to"}
    )


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


def opposes(word: Word) -> bool:
    """ "Opposition deputies", who speak for no state."""
    return word.lemma.lower() == "opposition" or any(
        child.text.lower() == "opposition" for child in word.all("amod", "compound", "nmod")
    )


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
                    codes = _told(reader.meaning(word), words, sides)
                    yield from (Vote(name, code) for code in sides.other(codes))
        for words in (words for words in sentences if _holds(words, statement)):
            for word in (word for word in words if _is_said(word, statement)):
                yield from (Vote(name, code) for code in _own(reader.meaning(word), words, sides))


def _holds(words: Sequence[Word], statement: Statement) -> bool:
    return bool(words) and any(
        words[0].start < span.end and span.start < words[-1].end for span in statement.content
    )


def _is_said(word: Word, statement: Statement) -> bool:
    """Whether ``word`` is a verb in what somebody says, none of a clause that hangs on another."""
    return (
        word.pos in {"VERB", "AUX"}
        and word.dep in {"ROOT", "ccomp", "conj"}
        and any(span.start <= word.start < span.end for span in statement.content)
    )


def _own(deed: Deed | None, words: tuple[Word, ...], sides: Sides) -> Codes:
    """For whom he speaks who says what ``deed`` tells: his side is ready or refuses, and "we" do
    with the other of the two what is done with it."""
    if deed is None or deed.type not in _WILLING or not deed.doers:
        return ()
    doer = deed.doers[0]
    if doer.text.lower() in {"we", "i"}:
        others = (sides.codes(o, words, None) for o in deed.others if o.pos == "PROPN")
        return sides.other(next((codes for codes in others if codes), ()))
    codes = sides.codes(doer, words, None) if doer.pos == "PROPN" else ()
    return codes if len(codes) == 1 else ()


def _is_told_to(other: Word, deed: Deed) -> bool:
    """ "Warned that Tbilisi would leave the talks" threatens another than Tbilisi, and "demanded
    the withdrawal of troops from Armenia" is asked of another than Armenia."""
    if deed.type == "REQUEST":
        return not any(
            above.pos == "NOUN" and above.under(deed.head) and above is not deed.head
            for above in other.ancestors()
        )
    return deed.type != "THREATEN" or other.dep not in {"nsubj", "nsubjpass"}


def _told(deed: Deed | None, words: tuple[Word, ...], sides: Sides) -> Codes:
    """Whom ``deed`` blames, thanks or calls on."""
    if deed is None or deed.type not in TELLING:
        return ()
    if any(other.text.lower() in _ALL for other in deed.others):
        return ()  # who asks "them" may be of neither
    named = (sides.codes(other, words, None) for other in deed.others if _is_told_to(other, deed))
    return next((codes for codes in named if codes), ())
