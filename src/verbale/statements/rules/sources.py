"""Who a cue's source is, and whether it can be one."""

from __future__ import annotations

from typing import NamedTuple

from verbale.actors import is_document, is_sayer
from verbale.language import Word
from verbale.model import Spans
from verbale.statements.grammar import agent, conjoined, is_passive, noun_phrase, span_of, subject
from verbale.statements.scene import CueWord, Scene

_IMPERSONAL = frozenset({"it", "this", "that", "which", "what", "there", "these", "those"})


class Source(NamedTuple):
    """The word that names the source and the places of the whole phrase."""

    word: Word
    spans: Spans


def source_of(scene: Scene, found: CueWord) -> Source | None:
    """The source of a verbal cue, if it has one that can say things."""
    verb = found.word
    if not found.cue.speech and verb.dep == "relcl":
        return None  # "a state that seeks to harm us" describes; it reports nothing
    word = agent(verb) if is_passive(verb) else subject(verb)
    if word is None or word.quote is not None or not may_say(scene, word, found):
        return None
    return as_source(word)


def as_source(word: Word) -> Source:
    """``word`` with the phrase around it."""
    return Source(word, (span_of(noun_phrase(word)),))


def may_say(scene: Scene, word: Word, found: CueWord) -> bool:
    """Whether ``word`` fits what the cue asks of its source."""
    if word.text.lower() in _IMPERSONAL and word.text.lower() != "it":
        return False
    mentions = scene.cast.mentions(scene.words)
    group = conjoined(word)
    if found.cue.needs == "document":
        return any(is_document(one) or is_sayer(one, mentions) for one in group)
    sayer = any(is_sayer(one, mentions) for one in group)
    if found.cue.needs == "sayer" or not found.cue.speech:
        return sayer and word.text.lower() not in {"you", "one"}
    return sayer or any(is_document(one) for one in group)
