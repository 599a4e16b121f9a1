"""What can say or think something: people, sides, bodies and outlets, or something written."""

from __future__ import annotations

from verbale.actors.mentions import Mentions
from verbale.actors.pronouns import PERSONAL
from verbale.language import Word
from verbale.lexicon.wordlists import word_list
from verbale.model import Span

_AGENTIVE = word_list("agentive")
_DOCUMENTS = word_list("documents")


def is_sayer(word: Word, mentions: Mentions) -> bool:
    """Whether ``word`` can say or think something: a person, party, body, outlet or people."""
    if word.pos == "PRON":
        small = word.text.lower()
        return small in PERSONAL or word.lemma.lower() in _AGENTIVE
    place = Span(word.start, word.end)
    if any(match.span.overlaps(place) for match in mentions.matches):
        return True
    if any(run.span.overlaps(place) for run in mentions.names):
        return True
    return word.pos == "PROPN" or word.lemma.lower() in _AGENTIVE or word.text.lower() in _AGENTIVE


def is_document(word: Word) -> bool:
    """Whether ``word`` is something written, counted or shown that is said to "say" things."""
    return word.lemma.lower() in _DOCUMENTS or word.text.lower() in _DOCUMENTS
