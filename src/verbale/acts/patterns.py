"""Verbs that are an act by themselves, and verbs as a whole."""

from __future__ import annotations

from verbale.acts.clause import Slots, goes_with, phrase_prepositions, prepositions, slots_of
from verbale.acts.deed import Ask, Deed
from verbale.acts.idioms import read_idiom
from verbale.acts.lookup import belongs, is_nobody, is_turned, kernels, lemma_of
from verbale.acts.operators import operate, places
from verbale.acts.states import read_adjective, read_copula
from verbale.language import Word
from verbale.lexicon.acts import ActBook, VerbAct
from verbale.lexicon.wordlists import word_list

#: Not to do these is to reject.
_ASSENTS = frozenset({"AGREE", "CONCEDE", "SUPPORT"})
#: What a plane does that visits nobody; a frigate may visit a port.
_COMING = frozenset({"arrive", "land", "fly", "head", "return", "travel", "leave", "depart"})
_COPULAS = frozenset(
    {
        "be",
        "remain",
        "stay",
        "stand",
        "seem",
        "appear",
        "look",
        "sound",
        "feel",
        "prove",
        "become",
        "declare",
        "profess",
        "pronounce",
        "keep",
    }
)


def read_verb(verb: Word, ask: Ask, depth: int) -> Deed | None:
    """The likeliest deed of a verb: of the patterns and operators that fit, the most specific."""
    lemma = lemma_of(verb, ask.book)
    idiom = read_idiom(verb, lemma, ask.book)
    if lemma in _COPULAS:
        copula = read_copula(verb, ask, depth)
        if lemma == "be" or copula is not None:
            return _plainer(idiom, copula)
    slots = slots_of(verb)
    found: list[Deed] = []
    for entry, rest in ask.book.verbs.get(lemma, ()):
        if goes_with(verb, rest):
            deed = match_pattern(verb, slots, entry, ask.book)
            if deed is not None:
                deed.weight += 0.7 if rest else 0
                found.append(deed)
    for operator, rest in ask.book.operators.get(("verb", lemma), ()):
        if goes_with(verb, rest):
            deed = operate(verb, slots.doer, operator, ask, depth)
            if deed is not None:
                deed.weight += 0.7 if rest else 0
                found.append(deed)
    if verb.tag == "VBN" and ("adjective", verb.text.lower()) in ask.book.operators:
        deed = read_adjective(verb, verb, ask, depth)
        if deed is not None:
            found.append(deed)
    barred = _barred(verb, slots, found, ask.book)
    found = [deed for deed in found if deed.type not in barred]
    idiom = None if idiom is not None and idiom.type in barred else idiom
    return _plainer(idiom, max(found, key=lambda deed: deed.weight, default=None))


def _barred(verb: Word, slots: Slots, found: list[Deed], book: ActBook) -> set[str]:
    """The types that a verb's own words speak against: "helicopters and tonnes of medicine" are
    aid, a demand that is met is no meeting, and neither a plane nor landed marines are visitors."""
    given = any(deed.type == "AID" for deed in found) and _are_supplies(slots.object, book)
    barred = {"MOBILIZE"} if given else set()
    landed = verb.of("dobj") is not None and _are_forces(slots.object, book)
    doer = slots.doer if verb.lemma.lower() in _COMING else None
    moved = doer is not None and _is_moved(doer, book)
    asks = verb.lemma.lower() == "call" and any(c.tag == "VB" for c in verb.all("xcomp", "advcl"))
    if asks or _measures_up(verb, lemma_of(verb, book)) or landed or moved:
        barred.add("CONSULT")
    if _endangers(verb, slots):
        barred.add("THREATEN")
    return barred


def _endangers(verb: Word, slots: Slots) -> bool:
    """ "The dam threatened the harvest": nobody was threatened with anything."""
    thing = slots.object
    if verb.lemma.lower() != "threaten" or thing is None or thing.pos != "NOUN":
        return False
    return thing.lemma.lower() in word_list("endangered")


def _is_moved(doer: Word, book: ActBook) -> bool:
    """Whether what comes or goes is a craft or a load and nobody who visits."""
    lemma = doer.lemma.lower()
    return doer.pos == "NOUN" and (lemma in word_list("craft") or lemma in book.classes["loads"])


def _are_supplies(thing: Word | None, book: ActBook) -> bool:
    """Whether ``thing`` and what is listed with it is not only what forces bring along."""
    fighting = book.classes["troops"] | book.classes["weapons"]
    listed = kernels(thing, book) if thing is not None else ()
    return any(w.lemma.lower() in book.classes["aid"] - fighting for w in listed)


def _are_forces(thing: Word | None, book: ActBook) -> bool:
    """Whether ``thing`` is troops or what these fight with."""
    return thing is not None and belongs(thing, ("troops", "weapons"), book)


def _measures_up(verb: Word, lemma: str) -> bool:
    """Whether it is a demand that somebody met, and not a person."""
    thing = verb.of("dobj", "nsubjpass") if lemma == "meet" else None
    return thing is not None and thing.lemma.lower() in word_list("met-things")


def _plainer(idiom: Deed | None, composed: Deed | None) -> Deed | None:
    """The idiom, unless the words it is made of say the same and name what it is about."""
    if idiom is None or (
        composed is not None and composed.type == idiom.type and len(composed.trail) > 1
    ):
        return composed
    if composed is None or composed.weight <= idiom.weight:
        return idiom
    return composed


def match_pattern(verb: Word, slots: Slots, entry: VerbAct, book: ActBook) -> Deed | None:
    """The deed that ``verb`` is by ``entry``; None where a complement it wants is missing."""
    around = list(prepositions(verb))
    if slots.object is not None:
        around += phrase_prepositions(slots.object)
    weight = _fit(slots, around, entry, book)
    if weight is None or (entry.type == "CONSULT" and verb.of("oprd", "acomp") is not None):
        return None  # "called the note a farce" is no call
    unsaid = is_nobody(slots.doer)
    doers = (slots.doer,) if slots.doer is not None and not unsaid else ()
    if not doers and entry.type == "MOBILIZE" and slots.object is not None:
        doers = (slots.object,)  # "troops were massed": whose troops they are
    others = tuple(places(entry.recipient, slots, around))
    if not others and not doers and not unsaid:
        return None
    weight += 0.3 if others else 0.0 if entry.symmetric else -0.4
    used = {verb.i}
    if entry.object and slots.object is not None:
        used.add(slots.object.i)
    used |= {thing.i for name, thing in around if name in entry.preps and entry.prep_object}
    type_, mode, negated = entry.type, entry.mode, is_turned(verb, slots.object)
    if negated and type_ in _ASSENTS and not entry.symmetric:
        type_, mode, negated = "REJECT", None, False
    elif negated and type_ == "REJECT":  # what is not ruled out is left open
        type_, mode, negated = "AGREE", None, False
    return Deed(
        type=type_,
        mode=mode,
        head=verb,
        core=verb,
        symmetric=entry.symmetric,
        doers=doers,
        others=others,
        reach=entry.recipient,
        negated=negated,
        asked=unsaid,
        weight=weight,
        trail=(verb,),
        used=frozenset(used),
    )


def _fit(
    slots: Slots, around: list[tuple[str, Word]], entry: VerbAct, book: ActBook
) -> float | None:
    """How specific the complements are that ``entry`` wants; None where one is missing."""
    weight = 1.0
    if entry.object:
        if slots.object is None or not belongs(slots.object, entry.object, book):
            return None
        weight += 1.2
    if entry.subject:
        if slots.doer is None or not belongs(slots.doer, entry.subject, book):
            return None
        weight += 0.7
    if entry.preps:
        fitting = [thing for name, thing in around if name in entry.preps]
        if entry.prep_object:
            fitting = [thing for thing in fitting if belongs(thing, entry.prep_object, book)]
        if not fitting:
            return None
        weight += 0.6 + (1.0 if entry.prep_object else 0)
    return weight
