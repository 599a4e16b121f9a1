"""Who has no name: "the official", "the note", "two residents", "the government"."""

from __future__ import annotations

import re

from verbale.actors.described import described_before
from verbale.actors.person import Person
from verbale.actors.sayers import is_document
from verbale.actors.speaker import Asked, Speaker, of_person
from verbale.actors.states import any_country
from verbale.language import Word
from verbale.lexicon.wordlists import word_list
from verbale.model import Span

#: Words that open a phrase for somebody already told of.
DEFINITE = frozenset({"the", "this", "that", "his", "her", "its", "their", "our", "both"})
_AGENTIVE = word_list("agentive") | word_list("further-roles")
_UNNAMED_HEADS = word_list("unnamed")
_COLLECTIVES = word_list("company-nouns") | word_list("collective-nouns")
#: What a speaker puts in writing; others write affidavits and studies about him.
_ISSUED = word_list("issued-papers")
_BODIES = frozenset(
    {"commission", "authority", "council", "board", "bureau", "department", "agency", "court"}
    | {"committee", "ministry", "directorate", "inspectorate", "prosecution", "police", "union"}
)
_COUNTS = frozenset(
    {"series", "number", "group", "handful", "couple", "dozen", "hundred", "thousand", "score"}
    | {"pair", "trio", "majority", "string", "lot", "plenty", "slew", "host"}
)
#: Words that take some out of those who follow "of": "some of the envoy's defenders".
_PARTS = frozenset({"some", "many", "most", "several", "few", "all", "half", "percent", "both"})
#: What a report calls those whom the public knows, instead of their names.
_EPITHETS = word_list("epithets")
_ROYAL = frozenset({"king", "queen", "prince", "crown prince"})
_HOUSES = frozenset({"mission", "force", "delegation", "office", "panel", "committee", "agency"})


#: Words that open a sentence with a capital and name nobody.
_NO_NAMES = frozenset({"correction", "update", "editor", "march", "may", "others", "neither"})
_SHORTLY = 600  # characters
_BESIDE = 200  # characters from "in a statement" to who says it


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
    if not found:
        return None
    who = max(found, key=lambda pair: pair[0])[1]
    if who.kind == "unnamed" and who.single and asked.head.tag == "NNS":
        many = asked.head.text.lower()  # "the officials", of whom one was quoted
        return who._replace(name=f"unnamed {many}", single=False, noun=many)
    return who


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
    if _is_told_of(asked, who):
        return None
    told = asked.cast.text[max(0, at - _BESIDE) : asked.span.start].lower()
    noun = asked.head.lemma.lower()
    if not re.search(rf"\b{re.escape(noun)}", told):
        return None
    return None if _another_issued(asked, noun, who) else who


def _is_told_of(asked: Asked, who: Speaker) -> bool:
    """Whether the words of a paper speak of somebody by name, who then has not written them."""
    places = who.person.mentions if who.person is not None else ()
    return any(not asked.recent.outside(place.start) for place in places)


def _another_issued(asked: Asked, noun: str, who: Speaker) -> bool:
    """Whether the paper was told of last as what somebody else sent out: "the label released a
    statement after Reed had accused it"."""
    text, place = asked.cast.text, asked.span.start
    at = text.lower().rfind(noun, 0, place)
    words = asked.cast.words_at(asked.cast.sentence_start(at)) if at >= 0 else ()
    paper = next((w for w in words if w.start == at and w.dep == "dobj"), None)
    doer = paper.head.of("nsubj") if paper is not None else None
    if doer is None or doer.pos == "PRON":
        return False
    told = {word.text.lower() for word in doer.subtree()}
    return not told & set((who.name or "").lower().replace("-", " ").split())


def _has_rank(person: Person, rank: str) -> bool:
    return any(rank in post.entry.name.split() for post in person.posts if post.is_rank)


def counted(head: Word) -> Word | None:
    """ "A group of scientists", "dozens of residents": those whom the first noun only counts."""
    if head.lemma.lower() not in _COUNTS | _PARTS:
        return None
    of_ = next((c for c in head.children if c.dep == "prep" and c.text.lower() == "of"), None)
    thing = of_.of("pobj") if of_ is not None else None
    return thing if thing is not None and thing.tag in {"NNS", "NNPS"} else None


def _body_of_a_place(asked: Asked) -> str | None:
    """ "The Inner Mongolia health commission": a body written small behind a proper name."""
    if asked.head.lemma.lower() not in _BODIES or not asked.head.text.islower():
        return None
    first = next(
        (w for w in asked.head.children if w.dep == "compound" and w.text[:1].isupper()), None
    )
    if first is None or asked.head.tag != "NN":
        return None
    words = [w for w in asked.phrase if first.subtree()[0].i <= w.i <= asked.head.i]
    plain = all(w.pos in {"NOUN", "PROPN", "ADJ"} for w in words)
    return " ".join(w.text for w in words) if plain and len(words) > 1 else None


def _told_more_fully(asked: Asked) -> str | None:
    """ "The commission" after "the regional health commission": as the report first told of it."""
    noun = asked.head.lemma.lower()
    bare = len(asked.phrase) == 2 and asked.opening == "the" and asked.head.tag == "NN"
    if not bare or noun not in _BODIES or not asked.head.text.islower():
        return None
    told = rf"\b(?:[Tt]he|an?)\s+((?:[a-z]+\s+){{1,2}}{noun})\b"
    before = asked.cast.text[max(0, asked.span.start - _SHORTLY) : asked.span.start]
    found = {" ".join(m[1].split()) for m in re.finditer(told, before)}
    capital = re.search(rf"\b{noun.title()}\b", before)
    return found.pop() if len(found) == 1 and capital is None else None


def _called(people: Word) -> str | None:
    """The South Dakotans, whose name is no word written small."""
    if people.tag != "NNPS" or not people.text[:1].isupper():
        return None
    parts = [w for w in people.subtree() if w.dep == "compound" and w.head is people]
    return " ".join(w.text for w in (*parts, people) if w.text[:1].isupper())


def _met_before(asked: Asked, country: str | None) -> Speaker | None:
    """ "The politician", "the veteran", "the general": the person named before who may be meant."""
    lemma = asked.head.lemma.lower()
    if lemma in {"politician", "veteran"} and asked.opening == "the":
        named = [speaker for speaker in asked.recent.people if speaker.person is not None]
        fits = [s for s in named if country is None or s.country == country]
        return fits[-1] if fits else None
    if asked.opening in DEFINITE and lemma == "general":  # small, it is an adjective to the lexicon
        ranked = [p for p in asked.cast.before(asked.span.start) if _has_rank(p, lemma)]
        return of_person(ranked[0]) if len(ranked) == 1 else None
    if asked.opening == "the" and lemma in _EPITHETS and asked.head.tag == "NN":
        star = asked.cast.protagonist()
        if star is not None and _leads(star, asked):
            return of_person(star)
    if asked.opening in DEFINITE and lemma == "royal":
        royals = [p for p in asked.cast.before(asked.span.start) if _is_royal(p)]
        return of_person(royals[0]) if len(royals) == 1 else None
    return described_before(asked)


def _leads(person: Person, asked: Asked) -> bool:
    """Whether a report is about ``person``, so that "the singer" can only be that one."""
    place = asked.span.start
    others = (p for p in asked.cast.before(place) if p is not person and p.seems_human)
    most = max((len(p.mentions) for p in others), default=0)
    told = [span for span in person.mentions if span.start < place]
    return person.seems_human and bool(told) and len(person.mentions) >= 2 * most


def _is_royal(person: Person) -> bool:
    return any(post.entry.name in _ROYAL for post in person.posts)


def _written_as_name(asked: Asked) -> str | None:
    """ "WeWork", "iFixit", "Wikileaks": a word alone, written as a name wherever it stands."""
    word = asked.head
    if len(asked.phrase) > 1 or not word.text.isalpha() or word.text.lower() in _NO_NAMES:
        return None
    if word.dep in {"compound", "amod", "nmod"}:
        return None
    inside = any(c.isupper() for c in word.text[1:]) and not word.text.isupper()
    if inside:
        return word.text
    known = word.lemma.lower() in _AGENTIVE | _UNNAMED_HEADS | _COLLECTIVES
    if known or not word.text[0].isupper() or is_document(word):
        return None
    small = re.search(rf"\b{word.text.lower()}", asked.cast.text) is not None
    again = len(re.findall(rf"\b{word.text}\b", asked.cast.text)) > 1
    return word.text if again and not small else None


def unnamed(asked: Asked) -> Speaker:
    """What can be said of a phrase that names nobody; the last of the readers."""
    if (name := _written_as_name(asked)) is not None:
        return Speaker(name, "unnamed")
    country = any_country(asked)
    meant = counted(asked.head)
    if meant is not None:
        asked = asked._replace(head=meant, core=Span(meant.start, meant.end))
    noun, lemma = asked.head.text.lower(), asked.head.lemma.lower()
    definite = asked.opening in DEFINITE
    if definite and (again := spoken_of(asked)) is not None:
        return again
    if (met := _met_before(asked, country)) is not None:
        return met
    if (local := _body_of_a_place(asked)) is not None:
        return Speaker(local, "organisation", country)
    if (fuller := _told_more_fully(asked)) is not None:
        return Speaker(f"unnamed {fuller}", "unnamed", country, noun=noun)
    owner = next((word for word in asked.head.children if word.dep == "poss"), None)
    theirs = owner is not None and owner.lemma.lower() in _AGENTIVE and lemma not in _AGENTIVE
    if owner is not None and theirs and not is_document(asked.head):
        return Speaker(f"unnamed {owner.text.lower()}", "unnamed", country)
    owned = owner is not None
    if is_document(asked.head) and (country or owned):
        return Speaker(None, "unnamed", country)
    if lemma in {"government", "side", "country", "nation", "capital", "authority", "state"}:
        return Speaker(None, "state", country)
    if country and asked.opening == "the" and lemma in _HOUSES:
        name = " ".join(asked.span.of(asked.cast.text).split()[1:])
        return Speaker(name, "organisation", country)
    plural = asked.head.tag in {"NNS", "NNPS"}
    if lemma in _UNNAMED_HEADS | _AGENTIVE | _COLLECTIVES | {"general"} or (
        plural and not is_document(asked.head)
    ):
        single = not plural and asked.head.tag in {"NN", "NNP"} and lemma not in _COLLECTIVES
        name = f"unnamed {_called(asked.head) or noun}"
        return Speaker(name, "unnamed", country, single=single, noun=noun)
    return Speaker(None, "unnamed", country)
