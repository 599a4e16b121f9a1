"""To whom something was said: "told reporters", "urged Delhi to", "an interview with Kessai TV"."""

from __future__ import annotations

import re

from verbale.actors import is_sayer
from verbale.language import Word
from verbale.lexicon import Outlet
from verbale.lexicon.wordlists import word_list
from verbale.model import Span
from verbale.statements.grammar import is_passive, noun_phrase, span_of
from verbale.statements.scene import Draft
from verbale.statements.venue import inside_content, is_gathering

_VENUES = word_list("venues")
_TELLING = word_list("telling-verbs")
_NOT_PEOPLE = frozenset({"question", "query", "request", "inquiry", "charge", "face", "claim"})
_THINGS = frozenset(
    {"it", "what", "this", "that", "which", "something", "anything", "nothing", "everything"}
    | {"himself", "herself", "themselves", "itself", "myself", "ourselves"}
)


def addressee(draft: Draft) -> str | None:
    """Whom the reporting clause names as spoken to, as it is worded; outlets by their credit."""
    for whom in (_object(draft), _told(draft), _spoken_to(draft), _asker(draft)):
        if whom is not None:
            return name_of(draft, whom)
    return None


def partner(draft: Draft, venue: Word) -> str | None:
    """ "In an interview with Kessai TV"."""
    for prep in venue.children:
        if prep.dep == "prep" and prep.text.lower() in {"with", "to"}:
            whom = prep.of("pobj")
            if whom is not None and (prep.text.lower() == "with" or _is_outlet(draft, whom)):
                return name_of(draft, whom)
    return None


def name_of(draft: Draft, whom: Word) -> str:
    """The addressee as it is printed."""
    phrase = [word for word in noun_phrase(whom) if not inside_content(draft, word)] or [whom]
    place = span_of(phrase)
    for match in draft.scene.cast.mentions(draft.scene.words).matches:
        if isinstance(match.entry, Outlet) and place.overlaps(match.span):
            return match.entry.credit
    return place.of(draft.scene.text)


def _is_outlet(draft: Draft, word: Word) -> bool:
    place = Span(word.start, word.end)
    matches = draft.scene.cast.mentions(draft.scene.words).matches
    return any(isinstance(m.entry, Outlet) and m.span.overlaps(place) for m in matches)


def _object(draft: Draft) -> Word | None:
    """The object of "told", "urged", "asked", "called on"."""
    verb = draft.head
    if verb.pos != "VERB" or is_passive(verb):
        return None
    if verb.lemma.lower() == "call":
        on = next((c for c in verb.children if c.text.lower() in {"on", "upon"}), None)
        whom = on.of("pobj") if on is not None else None
        return whom if whom is not None and _can_be(draft, whom, asked=True) else None
    if verb.lemma.lower() not in _TELLING:
        return None
    objects = [c for c in verb.children if c.dep in {"dobj", "dative"} and c.i > verb.i]
    for clause in verb.children:  # "urged Peru to avoid": the subject of what is asked
        asked = clause.of("mark") is None and not any(c.tag == "MD" for c in clause.children)
        if clause.dep in {"ccomp", "xcomp"} and clause.tag == "VB" and asked:
            objects += [c for c in clause.children if c.dep == "nsubj" and c.i > verb.i]
    return next((whom for whom in objects if _can_be(draft, whom, asked=True)), None)


def _told(draft: Draft) -> Word | None:
    """Who "was told" or "had been assured" is whom it was said to."""
    verb = draft.head
    if verb.lemma.lower() not in _TELLING or not is_passive(verb):
        return None
    return next((c for c in verb.children if c.dep == "nsubjpass" and c.pos != "DET"), None)


def _spoken_to(draft: Draft) -> Word | None:
    """The object of "to": "said to reporters", "speaking to reporters after the meeting"."""
    verbs = (
        [draft.head] if draft.head.pos == "VERB" and draft.head.lemma.lower() != "accord" else []
    )
    speaking = {"speak", "talk"}
    verbs += [w for w in draft.scene.words if w.tag == "VBG" and w.lemma.lower() in speaking]
    for verb in verbs:
        for prep in verb.children:
            if prep.dep not in {"prep", "dative"} or prep.text.lower() not in {"to", "with"}:
                continue
            whom = prep.of("pobj")
            with_outlet = prep.text.lower() == "to" or verb is not draft.head
            if (
                whom is not None
                and with_outlet
                and prep.i > verb.i
                and not _venue_before(verb, prep)
                and (_can_be(draft, whom) or _hears(draft, prep, whom))
            ):
                return whom
    return None


def _hears(draft: Draft, prep: Word, whom: Word) -> bool:
    """ "Reported to the meeting that": a gathering right behind the cue, in front of "that"."""
    verb = draft.head
    near = prep.head is verb and verb.i < prep.i <= verb.i + 2
    return draft.rule == "clause-further-on" and near and is_gathering(whom)


def _asker(draft: Draft) -> Word | None:
    """Who asked what is answered: "Asked by Norpress", "in reply to a question by Norpress"."""
    for word in draft.scene.words:
        asked = word.lemma.lower() in {"ask", "question"} and word.tag == "VBN"
        question = word.lemma.lower() in {"question", "query"} and word.pos == "NOUN"
        if not (asked or question) or inside_content(draft, word):
            continue
        by = next((c for c in word.children if c.text.lower() in {"by", "from"}), None)
        whom = by.of("pobj") if by is not None else None
        if whom is not None and whom.pos in {"PROPN", "NOUN"} and not inside_content(draft, whom):
            return whom
    return None


def _can_be(draft: Draft, whom: Word, *, asked: bool = False) -> bool:
    """Whether somebody can be spoken to: people, a body, a side; not a request or a gathering."""
    if whom.quote is not None or (inside_content(draft, whom) and not asked):
        return False
    if whom.pos not in {"NOUN", "PROPN", "PRON"} or whom.lemma.lower() in _NOT_PEOPLE:
        return False
    if whom.text.lower() in _THINGS or is_gathering(whom):
        return False
    if whom.pos == "PRON":
        return asked
    return is_sayer(whom, draft.scene.cast.mentions(draft.scene.words)) or asked


def _venue_before(verb: Word, prep: Word) -> bool:
    """ "Said in her speech to parliament": "to parliament" is part of the venue."""
    things = (c.of("pobj") for c in verb.children if c.dep == "prep" and c.i < prep.i)
    return any(thing is not None and thing.lemma.lower() in _VENUES for thing in things)


def is_pronoun(name: str) -> bool:
    """Whether an addressee is only a pronoun, which holds for its own statement alone."""
    return re.fullmatch(r"(?:me|us|him|her|them|you|he|she|they|we|i)", name, re.I) is not None
