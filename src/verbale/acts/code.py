"""From deeds in words to acts between sides, with days, flags and the statement they stand in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, get_args

import msgspec

from verbale.acts.blame import Blame, find_blame
from verbale.acts.choice import Chooser
from verbale.acts.clause import clause_words
from verbale.acts.codes import Codes
from verbale.acts.contexts import contexts_of
from verbale.acts.deed import Deed
from verbale.acts.deeds import read_deeds
from verbale.acts.flags import flags_of, is_condition
from verbale.acts.ground import Ground
from verbale.acts.lookup import nobody_did
from verbale.acts.mediation import only_tells_who_mediated, with_mediator
from verbale.acts.merge import BLAME, VERBAL, Telling
from verbale.acts.outsiders import (
    is_private,
    is_said_to_nobody,
    stays_home,
)
from verbale.acts.parties import BYGONE, Parties, PartyFinder, opposes
from verbale.acts.past import is_bare_answer
from verbale.acts.taken_up import taken_up
from verbale.acts.visits import as_visit
from verbale.acts.voices import is_unsaid, speaker_of, told_by, voice_at
from verbale.coder.balance import SideWeights
from verbale.language import Word
from verbale.lexicon.acts import ActBook
from verbale.lexicon.wordlists import word_list
from verbale.model import Act, ActFlag, Dated, Span, Spans, Statement
from verbale.passages import Frame
from verbale.reports import day_mentions
from verbale.statements.grammar import is_left_open, noun_phrase, span_of

#: Types that say what a side is ready or not ready to do.
#: What answers, and what is answered.
_ANSWERS = frozenset({"AGREE", "REJECT", "CONCEDE"})
_OFFERS = frozenset({"REQUEST", "AGREE"})
_WILL = frozenset({"AGREE", "REJECT", "THREATEN"})


class Reading(msgspec.Struct, frozen=True):
    """A deed whose actor is known: its sides, the statement it stands in, its flags and place."""

    deed: Deed
    found: Parties
    words: tuple[Word, ...]
    frame: Frame
    told: Statement | None
    flags: tuple[ActFlag, ...]
    evidence: Span


class Drawn(NamedTuple):
    """An act as the rules tell it, with the reading that it came from."""

    reading: Reading
    telling: Telling


class Coder:
    """Codes the acts of one report; without ``weights`` by the grammar alone."""

    def __init__(self, ground: Ground, book: ActBook, weights: SideWeights | None = None) -> None:
        self.report = ground.report
        self.frames = ground.frames
        self.cast = ground.cast
        self.statements = ground.statements
        self.sides = ground.sides
        self.timeline = ground.timeline
        self.book = book
        issuer = ground.cast.issuer
        self._issuer = issuer.country if issuer is not None else None
        lines = [words for frame in self.frames for words in frame.sentences]
        self.parties = PartyFinder(self.sides, self.statements)
        self.chooser = Chooser(self.sides, lines, weights)
        self._several: dict[int, Parties] = {}  # by the verb, who is told to be several

    def acts(self) -> Iterator[Drawn]:
        """All acts, sentence by sentence, headline and stand-first included."""
        for frame in self.frames:
            for words in frame.sentences:
                if words:
                    yield from self._in_sentence(words, frame)

    def _in_sentence(self, words: tuple[Word, ...], frame: Frame) -> Iterator[Drawn]:
        blamed: set[int] = set()
        for blame in find_blame(words, self.book):
            accusation = self._accusation(blame, words, frame)
            if accusation is not None:
                blamed.add(blame.verb.i)
                yield accusation
        for deed in read_deeds(words, self.book):
            if any(word.i in blamed for word in deed.trail) and deed.type != "ACCUSE":
                continue
            reading = self.reading(deed, words, frame)
            if reading is not None and self.is_told(reading):
                self.chooser.note(deed, reading.found)
                if reading.found.recipient_word is not None and len(reading.found.recipient) > 1:
                    self._several[id(deed.head)] = reading.found
                yield Drawn(reading, self.telling(reading))

    def is_told(self, reading: Reading) -> bool:
        """Whether an act may stand. What is done to a state long gone may not; in a report that is
        not about dealings between states nothing may but what names both sides itself."""
        if not self.sides.deal and not self._names_both(reading):
            return False
        if reading.found.recipient:
            return True
        consults = reading.deed.nominal or reading.deed.type == "CONSULT"
        return not (consults or self._names_bygone(reading.words))

    def _names_both(self, reading: Reading) -> bool:
        found, told = reading.found, reading.told
        named = {*self.sides.named_in(reading.words, self.cast.mentions(reading.words))}
        if told is not None and told.country:
            named.add(told.country)
        return bool(found.recipient) and named >= {*found.actor, *found.recipient}

    def _names_bygone(self, words: tuple[Word, ...]) -> bool:
        return bool(BYGONE & set(self.sides.named_in(words, self.cast.mentions(words))))

    # -- one deed

    def reading(self, deed: Deed, words: tuple[Word, ...], frame: Frame) -> Reading | None:
        """``deed`` with its sides and circumstances, None where it is no act of anybody known."""
        sentence = span_of(words)
        voice, told = self.heard(deed)
        grammar = self.grammar(deed, words)
        if grammar is None:
            return None
        found = grammar
        if grammar.recipient or not self._names_bygone(words):
            found = self.chooser.weighed(deed, grammar, voice, told)
            found = self._as_joined(deed, found)
        if found.recipient_word is None and set(found.recipient) <= set(self._victims(deed, words)):
            found = msgspec.structs.replace(found, recipient=())
        if not found.actor:
            return None
        found = with_mediator(deed, found, words, self.sides)
        found = as_visit(deed, found, words, self.sides)
        if BYGONE & set(found.actor) or self.timeline.is_older(deed, sentence):
            return None
        if is_condition(deed.head) or nobody_did(deed.head):
            return None
        recalled = self.timeline.is_recalled(deed, sentence, voice)
        return Reading(
            deed=deed,
            found=found,
            words=words,
            frame=frame,
            told=voice or told,
            flags=flags_of(deed, found, voice, recalled, self.book, self._issuer),
            evidence=span_of(clause_words(deed.head)),
        )

    def heard(self, deed: Deed) -> tuple[Statement | None, Statement | None]:
        """The statement that ``deed`` is part of, and the one that it is the cue of."""
        place = Span(deed.head.start, deed.head.end)
        return voice_at(place, self.statements), told_by(place, self.statements)

    def grammar(self, deed: Deed, words: tuple[Word, ...]) -> Parties | None:
        """The sides that the grammar gives ``deed``, before these are weighed.

        None where it is no act; an empty actor where no pattern knows the word and nobody is named
        for it.
        """
        voice, told = self.heard(deed)
        if self.bars(deed, words, voice) or (told is not None and told.polarity == "omits"):
            return None
        found = self._answer(deed) or self.parties.parties(deed, words, voice)
        if found is not None and found.recipient_word is None and stays_home(deed, self.book):
            return None
        if found is None:
            return Parties((), None, (), None) if deed.loose else None
        meant = taken_up(deed, found.actor, self.chooser.told_before(deed))
        if meant is not None and not self.sides.is_named_by(meant.word, words):
            found = msgspec.structs.replace(found, recipient=meant.codes, recipient_word=meant.word)
        return None if set(found.actor) == set(found.recipient) else found

    def _as_joined(self, deed: Deed, found: Parties) -> Parties:
        """``found`` with the several sides that the verb before is told to concern: "called on both
        to show restraint and offered to send a team"."""
        above = self._several.get(id(_joined_to(deed.head))) if deed.head.dep == "conj" else None
        if above is None or found.recipient_word is not None:
            return found
        if above.actor != found.actor or not set(found.recipient) <= set(above.recipient):
            return found
        return msgspec.structs.replace(found, recipient=above.recipient)

    def _victims(self, deed: Deed, words: tuple[Word, ...]) -> Codes:
        """Who is named in what is condemned, where that is an attack: whoever it struck."""
        thing = deed.head.of("dobj") if deed.type == "ACCUSE" else None
        nouns = self.book.nouns.get(thing.lemma.lower(), ()) if thing is not None else ()
        if thing is None or not any(entry.type == "ASSAULT" for entry in nouns):
            return ()
        return self.sides.named_in(thing.subtree(), self.cast.mentions(words))

    def _answer(self, deed: Deed) -> Parties | None:
        """Who accepts or refuses, where nobody is said to: "the invitation was accepted" by whoever
        was invited last."""
        if deed.type not in _ANSWERS or not is_bare_answer(deed):
            return None
        asked = next(
            (
                one
                for one in self.chooser.told_before(deed)
                if one.recipient and one.type in _OFFERS
            ),
            None,
        )
        return Parties(asked.recipient, None, asked.actor, deed.core) if asked else None

    def bars(self, deed: Deed, words: tuple[Word, ...], voice: Statement | None) -> bool:
        """Whether ``deed`` is nature's or a private person's, only asked about, or what somebody
        left unmentioned."""
        if any(doer.text.lower() in word_list("nature") for doer in deed.doers):
            return True
        if deed.type != "PROTEST" and any(
            is_private(doer) or opposes(doer) or self.sides.is_nobody_known(doer, words)
            for doer in deed.doers[:1]
        ):
            return True
        if is_said_to_nobody(deed) or only_tells_who_mediated(deed):
            return True
        asked = _is_question(span_of(words), self.report.text) or _is_asked_will(deed)
        return asked or is_unsaid(voice, self.statements)

    def telling(self, reading: Reading) -> Telling:
        """The act of ``reading`` with its day, contexts and statement."""
        deed, found, told = reading.deed, reading.found, reading.told
        sentence = span_of(reading.words)
        day = self._day(reading, told if _is_own(deed, found, told) else None)
        act = Act(
            id=0,
            type=deed.type,
            mode=deed.mode,
            contexts=contexts_of(sentence.of(self.report.text)),
            actor=found.actor,
            actor_span=_phrase(found.actor_word),
            recipient=found.recipient,
            recipient_span=_phrase(found.recipient_word),
            mediator=found.mediator,
            symmetric=deed.symmetric or found.mutual,
            date=day,
            flags=_ahead(reading) if self._is_to_come(day) else reading.flags,
            evidence=(reading.evidence,),
            statement=told.id if told is not None else None,
            rule=" > ".join(word.lemma.lower() for word in deed.trail),
        )
        return Telling(act, speaker_of(told, self.statements), deed.nominal)

    def _accusation(self, blame: Blame, words: tuple[Word, ...], frame: Frame) -> Drawn | None:
        """What a speaker says against another side; nothing where the speaker's side is unknown."""
        voice = voice_at(Span(blame.word.start, blame.word.end), self.statements)
        if voice is None or voice.country is None or voice.polarity != "affirms":
            return None
        named = ((word, self.sides.codes(word, words, voice)) for word in blame.blamed)
        word, codes = next(((word, codes) for word, codes in named if codes), (None, ()))
        if word is None or voice.country in codes:
            return None
        deed = Deed(
            type="ACCUSE",
            mode="disapprove",
            head=blame.verb,
            core=blame.word,
            trail=(blame.word,),
        )
        recalled = voice.background or self.timeline.recaps(blame.verb)
        reading = Reading(
            deed=deed,
            found=Parties((voice.country,), None, codes, word),
            words=words,
            frame=frame,
            told=voice,
            flags=("historical",) if recalled else (),
            evidence=span_of(clause_words(blame.verb)),
        )
        if not self.is_told(reading):
            return None
        telling = self.telling(reading)
        act = msgspec.structs.replace(telling.act, actor_span=voice.source, rule=BLAME)
        return Drawn(reading, msgspec.structs.replace(telling, act=act))

    # -- days

    def _day(self, reading: Reading, told: Statement | None) -> str | None:
        """The day it was said, else the one the passage names, else the report's, if it is news."""
        base, frame = self.report.published, reading.frame
        if told is not None:
            said = self._outermost(told).said_on
            if said:
                return said
        mentions = day_mentions(self.report.text, reading.evidence, base) if told is None else ()
        if not mentions and reading.told is None:
            mentions = day_mentions(self.report.text, span_of(reading.words), base)
        for mention in mentions:
            if self.timeline.is_of_another(mention.span, reading.deed.head):
                continue
            if not (reading.deed.intended and _is_ahead(mention.date, base)):
                return mention.date
        if {"historical", "future"} & set(reading.flags) or base is None or not base.full:
            return None
        return base.date if frame.paragraph.zone == "headline" or self._is_lead(frame) else None

    def _is_to_come(self, day: str | None) -> bool:
        """Whether a day that the report names is after its own."""
        base = self.report.published
        if day is None or base is None or not base.full or "X" in day:
            return False
        return _is_ahead(day, base)

    def _outermost(self, statement: Statement) -> Statement:
        by_id = {s.id: s for s in self.statements}
        seen: set[int] = set()
        while statement.said_on is None and statement.nested_in and statement.id not in seen:
            seen.add(statement.id)
            statement = by_id.get(statement.nested_in, statement)
        return statement

    def _is_lead(self, frame: Frame) -> bool:
        first = next((f.paragraph for f in self.frames if f.paragraph.zone == "body"), None)
        return first is not None and frame.paragraph.index == first.index


def _is_ahead(day: str, base: Dated | None) -> bool:
    """Whether a day is when something is to happen: the promise itself was made before."""
    return base is None or not base.full or day[:10] > base.date


def _ahead(reading: Reading) -> tuple[ActFlag, ...]:
    """The flags of what has a day to come. What is recalled has it from another telling; what is
    only named looks recalled and need not be: "to meet in May, in the first talks since"."""
    if "historical" in reading.flags and not reading.deed.nominal:
        return reading.flags
    kept = set(reading.flags) - {"historical"} | {"future"}
    return tuple(flag for flag in get_args(ActFlag) if flag in kept)


def _joined_to(verb: Word) -> Word:
    """The verb that ``verb`` goes on from. Parsers hang a tensed verb on the infinitive before it:
    "called on both to show restraint and offered to help"."""
    above = verb.head
    while above.tag == "VB" and verb.tag == "VBD" and above.dep in {"xcomp", "advcl", "conj"}:
        above = above.head
    return above


def _is_own(deed: Deed, found: Parties, told: Statement | None) -> bool:
    """Whether saying it is doing it, so that the act has the day on which it was said."""
    return (
        told is not None
        and deed.type in VERBAL
        and not deed.nominal
        and (told.country in found.actor or told.country is None)
    )


def _phrase(word: Word | None) -> Spans:
    if word is None:
        return ()
    return (span_of(noun_phrase(word)),)


def _is_question(sentence: Span, text: str) -> bool:
    return sentence.of(text).rstrip("\"”'’ ").endswith("?")


def _is_asked_will(deed: Deed) -> bool:
    """Whether a side's will is only asked about: "asked whether Tokyo was prepared to ..."."""
    return deed.type in _WILL and is_left_open(deed.head)
