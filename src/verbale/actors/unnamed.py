"""Who has no name: "the official", "the note", "two residents", "the government"."""

from __future__ import annotations

import re

from verbale.actors.person import Person
from verbale.actors.sayers import is_document
from verbale.actors.speaker import Asked, Speaker, of_person
from verbale.actors.states import any_country
from verbale.lexicon.wordlists import word_list

#: Words that open a phrase for somebody already told of.
DEFINITE = frozenset({"the", "this", "that", "his", "her", "its", "their", "our", "both"})
_AGENTIVE = word_list("agentive") | word_list("further-roles")
_UNNAMED_HEADS = word_list("unnamed")
_COLLECTIVES = word_list("company-nouns") | word_list("collective-nouns")
#: What a speaker puts in writing; others write affidavits and studies about him.
_ISSUED = word_list("issued-papers")
_HOUSES = frozenset({"mission", "force", "delegation", "office", "panel", "committee", "agency"})


def spoken_of(asked: Asked) -> Speaker | None:
    """ "The official", "the sources": the ones that spoke or stood as subject before, so called."""
    noun = asked.head.lemma.lower()
    spoke = [
        *zip(asked.recent.places, asked.recent.people, strict=True),
        *zip(asked.recent.body_places, asked.recent.bodies, strict=True),
        *((s.place, s.who) for s in asked.recent.subjects),
    ]
    found = [
        (at, who)
        for at, who in spoke
        if at < asked.span.start and who.noun and who.noun.rstrip("s").endswith(noun.rstrip("s"))
    ]
    return max(found, key=lambda pair: pair[0])[1] if found else None


def author(asked: Asked) -> Speaker | None:
    """ "The note", "the communiqué": whoever spoke last and was said to have put it in writing."""
    if asked.head.lemma.lower() not in _ISSUED or asked.opening not in {"the", "it", "this"}:
        return None
    if asked.recent.quoted:
        return None
    spoke = [
        *zip(asked.recent.places, asked.recent.people, strict=True),
        *zip(asked.recent.body_places, asked.recent.bodies, strict=True),
    ]
    before = [(at, who) for at, who in spoke if at < asked.span.start and who.kind != "unnamed"]
    if not before or any(asked.span.covers(m.span) for m in asked.mentions.parties()):
        return None
    at, who = max(before, key=lambda pair: pair[0])
    told = asked.cast.text[max(0, at - 200) : asked.span.start].lower()
    return who if re.search(rf"\b{re.escape(asked.head.lemma.lower())}", told) else None


def _has_rank(person: Person, rank: str) -> bool:
    return any(rank in post.entry.name.split() for post in person.posts if post.is_rank)


def unnamed(asked: Asked) -> Speaker:
    """What can be said of a phrase that names nobody; the last of the readers."""
    country = any_country(asked)
    noun, lemma = asked.head.text.lower(), asked.head.lemma.lower()
    definite = asked.opening in DEFINITE
    named = [speaker for speaker in asked.recent.people if speaker.person is not None]
    if definite and (again := spoken_of(asked)) is not None:
        return again
    if lemma in {"politician", "veteran"} and asked.opening == "the":
        fits = [s for s in named if country is None or s.country == country]
        if fits:
            return fits[-1]
    if definite and lemma == "general":  # small, it is an adjective to the lexicon
        ranked = [p for p in asked.cast.before(asked.span.start) if _has_rank(p, lemma)]
        if len(ranked) == 1:
            return of_person(ranked[0])
    if definite and lemma in _AGENTIVE:
        again = spoken_of(asked)
        if again is not None:
            return again
    owned = any(word.dep == "poss" for word in asked.head.children)
    if is_document(asked.head) and (country or owned):
        return Speaker(None, "unnamed", country)
    if lemma in {"government", "side", "country", "nation", "capital", "authority", "state"}:
        return Speaker(None, "state", country)
    if country and asked.opening == "the" and lemma in _HOUSES:
        name = " ".join(asked.span.of(asked.cast.text).split()[1:])
        return Speaker(name, "organisation", country)
    plural = asked.head.tag in {"NNS", "NNPS"}
    if lemma in _UNNAMED_HEADS | _AGENTIVE | {"general"} or (
        plural and not is_document(asked.head)
    ):
        single = not plural and asked.head.tag in {"NN", "NNP"} and lemma not in _COLLECTIVES
        return Speaker(f"unnamed {noun}", "unnamed", country, single=single, noun=noun)
    return Speaker(None, "unnamed", country)
