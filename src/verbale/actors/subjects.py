"""Everybody and every body that is the subject of a clause: who pronouns may go back to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from verbale.actors.cast import Cast
from verbale.actors.described import named_next
from verbale.actors.filing import STATES
from verbale.actors.mentions import Mentions
from verbale.actors.phrases import phrase_of
from verbale.actors.reference import identify
from verbale.actors.speaker import Asked, Reference, Speaker, Subject, asked_of, of_person
from verbale.language import Word
from verbale.lexicon import Party
from verbale.lexicon.wordlists import word_list
from verbale.model import ActorKind, Spans

_AGENTIVE = word_list("agentive") | word_list("further-roles")
_UNNAMED_HEADS = word_list("unnamed")
_INSIDE = frozenset({"compound", "nmod", "amod"})  # "Chinese goods", "the China deal"
_MARK = 2  # characters of an opening mark
_ANYBODY = frozenset({"person", "one", "somebody", "someone", "nobody", "everybody", "everyone"})


def subjects_of(cast: Cast) -> tuple[Subject, ...]:
    """Everybody and every body that is the subject of a clause outside quotations, in order."""
    found: list[Subject] = []
    asked: dict[int, Asked] = {}
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
                if who.kind == "unnamed" and who.single:
                    asked[word.start] = asked_of(phrase, word, cast, mentions, Reference())
    found.sort(key=lambda subject: subject.place)
    return tuple(_with_names(found, asked))


def _with_names(found: Sequence[Subject], asked: Mapping[int, Asked]) -> Iterator[Subject]:
    """The subjects with the names that the sentence behind gives to some: "a Varna man"."""
    known = Reference(subjects=found)
    for subject in found:
        open_ = asked.get(subject.place)
        who = named_next(open_._replace(recent=known)) if open_ is not None else None
        yield subject._replace(who=who) if who is not None else subject


def spoken_of(cast: Cast, told: Spans, place: int) -> tuple[Subject, ...]:
    """Everybody and every body that quoted words (``told``) speak of before ``place``, in order:
    the subjects of their clauses, and the sides and people named in any other part of them."""
    found: list[Subject] = []
    for mentions in cast.sentences:
        words = mentions.words
        if not words or words[0].start > place or not _is_in(words[0].start, told):
            continue
        opening = words[0].start
        for word in words:
            if word.dep not in {"nsubj", "nsubjpass"} or word.pos not in {"NOUN", "PROPN"}:
                continue
            who = identify(phrase_of(word), word, cast, mentions, Reference())
            if (who.name or who.country) and (who.kind != "unnamed" or _can_speak(word)):
                found.append(Subject(word.start, who, True, opening))
        found += [s._replace(sentence=opening) for s in _named_in(cast, mentions, found)]
    found = [subject for subject in found if subject.place < place]
    return tuple(sorted(found, key=lambda subject: subject.place))


def _named_in(cast: Cast, mentions: Mentions, known: Sequence[Subject]) -> Iterator[Subject]:
    """The people and sides that a sentence names in another place than that of a subject."""
    taken = {subject.place for subject in known}
    for run in mentions.names:
        person = cast.person_at(run.span)
        if person is not None and not any(w.start in taken for w in run.words):
            yield Subject(run.span.start, of_person(person), False)
    tops = {word.end for word in mentions.words if word.dep not in _INSIDE}
    for match in mentions.parties():
        party, place = match.entry, match.span
        if isinstance(party, Party) and place.start not in taken and place.end in tops:
            kind: ActorKind = "state" if party.kind in STATES else "organisation"
            yield Subject(place.start, Speaker(party.name, kind, party.code), False)


def _is_in(place: int, spans: Spans) -> bool:
    return any(span.start - _MARK <= place < span.end for span in spans)


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
