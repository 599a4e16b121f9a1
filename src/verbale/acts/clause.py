"""What stands around a verb or noun: who does it, to what, with which prepositions.

Voice is evened out here: the subject of a passive is the object, its agent the doer, and the noun
that a reduced relative hangs on ("sanctions imposed on Nemora") is the object too.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from verbale.language import Word, asked_once
from verbale.statements.grammar import agent, is_passive, subject

_RELATIVES = frozenset({"that", "which", "who", "whom"})
_CLAUSES = ("xcomp", "ccomp", "advcl", "acl", "pcomp")
_SUBCLAUSES = frozenset({"relcl", "ccomp", "advcl", "parataxis", "csubj"})
_TURNING = frozenset({"out", "off", "up", "down", "over", "away", "back", "aside", "in"})
_PARTICLE_REACH = 4


class Slots(NamedTuple):
    """The places around a verb. ``doer`` is None where the clause does not say who acts."""

    doer: Word | None
    object: Word | None
    dative: Word | None


@asked_once
def slots_of(verb: Word) -> Slots:
    """The doer, object and indirect object of ``verb``, whatever its voice."""
    dative = _dative(verb)
    if is_passive(verb) or _shares_passive(verb):
        own = verb.of("nsubjpass")
        thing = _antecedent(own) if own is not None else _passive_object(verb)
        later = verb.of("dobj", "oprd")
        if later is not None and later.pos == "NOUN":  # "Nemora was given aid"
            return Slots(agent(verb), later, dative or thing)
        return Slots(agent(verb), thing, dative)
    thing = verb.of("dobj")
    if thing is not None and thing.text.lower() in _RELATIVES and verb.dep == "relcl":
        thing = verb.head
    if thing is None:
        thing = _shared_object(verb)
    doer = _blamed(verb) or subject(verb)
    if doer is thing:
        doer = None
    return Slots(doer, thing, dative)


def _shares_passive(verb: Word) -> bool:
    """Whether a participle goes on with a passive: "was detained and released in the evening"."""
    return (
        verb.tag == "VBN"
        and verb.dep == "conj"
        and not any(c.dep in {"aux", "nsubj", "dobj"} for c in verb.children)
        and (is_passive(verb.head) or _shares_passive(verb.head))
    )


def _blamed(verb: Word) -> Word | None:
    """Who does the gerund in "accused Nemora of shelling", "kept Nemora from joining"."""
    if verb.dep != "pcomp" or verb.head.text.lower() not in {"of", "for", "from"}:
        return None
    above = verb.head.head
    return above.of("dobj", "nsubjpass") if above.pos == "VERB" else None


def _antecedent(word: Word) -> Word:
    if word.text.lower() in _RELATIVES and word.head.dep == "relcl":
        return word.head.head
    return word


def _passive_object(verb: Word) -> Word | None:
    if verb.dep in {"acl", "relcl"}:
        return verb.head
    if verb.dep == "conj" and (is_passive(verb.head) or _shares_passive(verb.head)):
        return slots_of(verb.head).object
    return None


def _shared_object(verb: Word) -> Word | None:
    """ "condemned and rejected the plan": the object stands with the last of the verbs."""
    for other in verb.children:
        if other.dep == "conj" and other.pos == "VERB" and subject(other) is subject(verb):
            thing = other.of("dobj")
            near = all(
                c.dep in {"cc", "conj", "punct", "aux", "neg", "advmod"} or c.i < verb.i
                for c in verb.children
            )
            if thing is not None and near:
                return thing
    return None


def _dative(verb: Word) -> Word | None:
    found = verb.of("dative")
    if found is not None and found.pos == "ADP":
        return found.of("pobj")
    return found


def prepositions(word: Word) -> Iterator[tuple[str, Word]]:
    """Every ``(preposition, its object)`` that hangs on ``word``, "out of" taken as one."""
    for child in word.children:
        if (
            child.dep in {"prep", "agent", "dative"}
            or (child.dep in {"prt", "advmod"} and child.of("prep"))
            or _says_again(child, word)
        ):
            yield from _prep_objects(child, child.text.lower())


def _says_again(child: Word, word: Word) -> bool:
    """ "Spoke with Oslo on Monday and with Lima": the second "with" hangs on the verb."""
    return (
        child.dep == "conj"
        and child.pos == "ADP"
        and any(c.dep == "prep" and c.text == child.text for c in word.children)
    )


def _prep_objects(prep: Word, name: str) -> Iterator[tuple[str, Word]]:
    for below in prep.children:
        if below.dep in {"pobj", "pcomp"}:
            yield name, below
        elif below.dep == "prep":
            yield from _prep_objects(below, below.text.lower())
            for _, thing in _prep_objects(below, ""):
                yield f"{name} {below.text.lower()}", thing
        elif below.dep == "conj":
            yield from _prep_objects(below, below.text.lower())


def phrase_prepositions(noun: Word, depth: int = 3) -> Iterator[tuple[str, Word]]:
    """The prepositions inside a noun phrase, those of its "of" phrases and lists included."""
    for name, thing in prepositions(noun):
        yield name, thing
        if depth and thing.pos in {"NOUN", "PROPN", "VERB"}:
            yield from phrase_prepositions(thing, depth - 1)
            below = thing.of("dobj") if thing.pos == "VERB" else None
            if below is not None:
                yield from phrase_prepositions(below, depth - 1)
    for child in noun.children:
        if child.dep == "conj" and depth:
            yield from phrase_prepositions(child, depth - 1)


def complements(word: Word, preps: tuple[str, ...]) -> Iterator[Word]:
    """The heads of what ``word`` takes: infinitives, gerunds, clauses, and objects of ``preps``."""
    for child in word.children:
        if child.dep in {"xcomp", "ccomp"} or (
            child.dep in {"acl", "advcl", "relcl"} and _is_infinitive(child)
        ):
            yield child
            wished = _wished(child) if "for" in preps else None
            if wished is not None:
                yield wished
    for name, thing in prepositions(word):
        if name in preps:
            yield thing
    if word.pos == "VERB":
        yield from _loose_infinitive(word, preps)


def _wished(clause: Word) -> Word | None:
    """ "called for talks to be held": the talks."""
    mark = clause.of("mark")
    if mark is None or mark.text.lower() != "for":
        return None
    return clause.of("nsubj", "nsubjpass")


def opens_with(word: Word, names: tuple[str, ...]) -> bool:
    """Whether one of the prepositions ``names`` stands with ``word``, also as "for X to do"."""
    if any(
        child.dep in {"prep", "dative"} and child.text.lower() in names for child in word.children
    ):
        return True
    return "for" in names and any(_wished(child) is not None for child in word.children)


def _is_infinitive(verb: Word) -> bool:
    return any(child.tag == "TO" and child.i < verb.i for child in verb.children)


def _loose_infinitive(verb: Word, preps: tuple[str, ...]) -> Iterator[Word]:
    """What the parser hung on the verb's object though it belongs to the verb."""
    thing = slots_of(verb).object
    if thing is None:
        return
    for child in thing.children:
        if child.dep in {"acl", "relcl"} and _is_infinitive(child):
            yield child
    for name, below in prepositions(thing):
        if name in preps and name not in {"of", "in"}:
            yield below


def goes_with(verb: Word, rest: str) -> bool:
    """Whether the particles of a phrasal verb ("break off") stand with it."""
    if not rest:  # "set out" is not "set"
        return not any(c.dep == "prt" and c.text.lower() in _TURNING for c in verb.children)
    near = {
        child.text.lower(): child
        for child in (
            *verb.children,
            *(
                c
                for k in verb.children
                for c in k.children
                if k.dep != "nsubj" and c.dep != "appos"  # "wants a treaty, nothing less"
            ),
        )
        if verb.i < child.i <= verb.i + _PARTICLE_REACH
    }
    wanted = rest.split()
    return all(part in near and not _is_place(near[part]) for part in wanted)


def _is_place(particle: Word) -> bool:
    """Whether "in" only says where: "gave it to a firm in August" is no giving in."""
    return particle.text.lower() == "in" and particle.of("pobj") is not None


def conjuncts(word: Word) -> list[Word]:
    """A list's members as the parser gives them, ``word`` first."""
    found = [word]
    for child in word.children:
        if child.dep == "conj" and child.pos in {"NOUN", "PROPN", "ADJ", "PRON", "X"}:
            found.extend(conjuncts(child))
    return found


def clause_words(head: Word) -> list[Word]:
    """The words of the clause that ``head`` governs, without other finite clauses beside it."""
    found = [head]
    for child in head.children:
        if (
            child.dep == "conj"
            and child.pos in {"VERB", "AUX"}
            and any(c.dep in {"nsubj", "nsubjpass"} for c in child.children)
        ):
            continue
        if child.dep in {"parataxis"} or (child.dep == "ccomp" and child.i < head.i):
            continue
        found.extend(child.subtree())
    found.sort(key=lambda word: word.i)
    while len(found) > 1 and found[-1].pos in {"PUNCT", "CCONJ"}:
        found.pop()
    while len(found) > 1 and found[0].pos in {"PUNCT", "CCONJ"}:
        found.pop(0)
    return found


def is_finite(verb: Word) -> bool:
    """Whether a verb or one of its auxiliaries is tensed or modal."""
    tags = {verb.tag, *(child.tag for child in verb.children if child.dep in {"aux", "auxpass"})}
    return bool(tags & {"VBZ", "VBD", "VBP", "MD"})


def noun_doers(noun: Word, *, of: bool) -> Iterator[Word]:
    """Who does what an event noun says: "Japan's", "Japanese", "by Japan", "of Japan" if ``of``."""
    for child in noun.children:
        if child.dep == "poss":
            yield child
    for child in noun.children:
        if child.dep in {"amod", "compound", "nmod"} and child.text[:1].isupper():
            yield child
    for name, thing in phrase_prepositions(noun):
        if name == "by":
            yield thing
    yield from _named_later(noun)
    if of:
        for name, thing in prepositions(noun):
            if name == "of":
                yield thing


def _named_later(noun: Word) -> Iterator[Word]:
    """ "sanctions imposed by Zaretia"."""
    for child in noun.children:
        if child.dep in {"acl", "relcl"} and child.tag == "VBN":
            doer = slots_of(child).doer
            if doer is not None:
                yield doer


__all__ = [
    "Slots",
    "clause_words",
    "complements",
    "conjuncts",
    "goes_with",
    "is_finite",
    "noun_doers",
    "opens_with",
    "phrase_prepositions",
    "prepositions",
    "slots_of",
]
