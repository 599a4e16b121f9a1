"""Everybody and every body that is the subject of a clause: who pronouns may go back to."""

from __future__ import annotations

from verbale.actors.cast import Cast
from verbale.actors.mentions import Mentions
from verbale.actors.phrases import phrase_of
from verbale.actors.reference import identify
from verbale.actors.speaker import Reference, Subject
from verbale.language import Word
from verbale.lexicon.wordlists import word_list

_AGENTIVE = word_list("agentive") | word_list("further-roles")
_UNNAMED_HEADS = word_list("unnamed")
_ANYBODY = frozenset({"person", "one", "somebody", "someone", "nobody", "everybody", "everyone"})


def subjects_of(cast: Cast) -> tuple[Subject, ...]:
    """Everybody and every body that is the subject of a clause outside quotations, in order."""
    found: list[Subject] = []
    for mentions in cast.sentences:
        if not mentions.words or id(mentions.words[0]) in cast.quoted:
            continue
        for word in mentions.words:
            if (
                word.dep not in {"nsubj", "nsubjpass"}
                or word.pos == "PRON"
                or word.quote is not None
            ):
                continue
            phrase = phrase_of(word)
            found += _owner(word, cast, mentions)
            who = identify(phrase, word, cast, mentions, Reference())
            if (who.name or who.country) and (who.kind != "unnamed" or _can_speak(word)):
                found.append(Subject(word.start, who, _in_main_clause(word.head)))
    found.sort(key=lambda subject: subject.place)
    return tuple(found)


def _owner(word: Word, cast: Cast, mentions: Mentions) -> list[Subject]:
    """Whose the subject is: after "Toland's patience is at an end" she is Toland."""
    owner = next((c for c in word.children if c.dep == "poss" and c.pos == "PROPN"), None)
    if owner is None:
        return []
    who = identify(
        [w for w in owner.subtree() if w.dep != "case"], owner, cast, mentions, Reference()
    )
    named = who.person is not None and who.person.human
    return [Subject(owner.start, who, _in_main_clause(word.head))] if named else []


def _in_main_clause(verb: Word) -> bool:
    while verb.dep in {"conj", "aux", "auxpass"} and verb.head is not verb:
        verb = verb.head
    return verb.head is verb


def _can_speak(word: Word) -> bool:
    lemma = word.lemma.lower()
    return (lemma in _AGENTIVE or lemma in _UNNAMED_HEADS) and lemma not in _ANYBODY
