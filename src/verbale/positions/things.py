"""What stances are toward: talks, outcomes, terms, relations, where they stand in a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from verbale.acts.clause import goes_with, prepositions
from verbale.language import Word
from verbale.lexicon.stances import Phrase, Says, StanceBook, Step
from verbale.model import Target

#: "to meet a demand" is no meeting.
_MET = frozenset(
    ["condition", "demand", "need", "requirement", "target", "deadline", "obligation", "standard"]
)
#: Verbs that take up what was spoken of before, unless they name something.
_CONTINUING = (("go", "on"), ("carry", "on"), ("continue", ""), ("resume", ""), ("proceed", ""))
_WITH = frozenset({"with", "to", "into", "toward", "towards"})
#: "Meet each other halfway" is said of concessions.
_HALF = frozenset({"halfway", "half-way"})
_IN_PUBLIC = frozenset(
    [
        "newspaper",
        "media",
        "medium",
        "press",
        "public",
        "microphone",
        "megaphone",
        "camera",
        "television",
    ]
)
_STAYING = frozenset({"remain", "stay", "keep"})
_ANYTHING = frozenset({"anything", "everything", "something"})
_POINTING = frozenset({"it", "that", "this", "them", "these", "those", "one", "such"})

#: What one side does with a term that the other may take or leave.
_PUTTING = frozenset(
    """propose demand offer seek request suggest require name present table want draft submit
    dictate""".split()  # noqa: SIM905 - a word list
)
_HALTING = frozenset({"stop", "halt", "suspend", "interrupt", "pause", "continue", "resume"})
_RELATIVE = frozenset({"which", "that"})
_POINTED = frozenset({"dobj", "pobj", "nsubj", "nsubjpass"})


class Found(NamedTuple):
    """A thing in a sentence. ``word`` is its head; ``on`` None where a pronoun points back.

    ``against`` and ``made`` are those of the lexicon. ``says`` is the stance that a fixed phrase
    takes by itself, ``phrase`` the places of all its words. ``meant`` is the noun that a pronoun or
    a bare verb goes back to.
    """

    word: Word
    on: Target | None
    against: bool = False
    says: Says = "does"
    phrase: frozenset[int] = frozenset()
    made: bool = False
    levied: bool = False
    pointing: bool = False
    meant: Word | None = None


def things_in(
    words: Sequence[Word], book: StanceBook, topics: frozenset[str] = frozenset()
) -> list[Found]:
    """The things in a sentence, in order; ``topics`` are nouns that the report itself is about."""
    names = {word.text.lower() for word in words} | {word.lemma.lower() for word in words}
    phrases = [
        found
        for phrase in book.phrases
        if not any(names.isdisjoint(step.forms) for step in phrase.steps)
        for found in _phrases(words, phrase)
    ]
    taken = {place for found in phrases for place in found.phrase}
    single = [_thing(word, words, book, topics) for word in words if word.i not in taken]
    return sorted(
        [*phrases, *(found for found in single if found is not None)], key=lambda f: f.word.i
    )


def thing_at(word: Word, book: StanceBook) -> Target | None:
    """The target that a noun or verb names by itself."""
    if word.pos == "VERB":
        deeds = book.deeds.get(_lemma(word), ())
        return next((entry.on for rest, entry in deeds if goes_with(word, rest)), None)
    return next((entry.on for rest, entry in book.things.get(_lemma(word), ()) if not rest), None)


def is_in_public(verb: Word) -> bool:
    """ "Does not negotiate through newspapers": that is of where, not of whether."""
    return any(noun.lemma.lower() in _IN_PUBLIC for _, noun in prepositions(verb))


def _lemma(word: Word) -> str:
    return word.lemma.lower()


def _thing(
    word: Word, words: Sequence[Word], book: StanceBook, topics: frozenset[str]
) -> Found | None:
    if word.quote is not None:
        return None
    if word.pos in {"NOUN", "PROPN"}:
        return _noun(word, words, book, topics)
    if word.pos == "VERB":
        return _deed(word, book) or _going_on(word)
    told = _relative(word, words, book, topics) if word.tag == "WDT" else None
    if told is None and word.dep in _POINTED and word.text.lower() in _POINTING:
        return Found(word, None, pointing=True)
    return told


def _relative(
    word: Word, words: Sequence[Word], book: StanceBook, topics: frozenset[str]
) -> Found | None:
    """ "The fee, which Nemora rejects": the noun that a relative pronoun goes back to."""
    if word.dep not in {"dobj", "pobj"} or word.text.lower() not in _RELATIVE:
        return None
    verb = next((above for above in word.ancestors() if above.dep == "relcl"), None)
    noun = verb.head if verb is not None else None
    if noun is None or noun.pos not in {"NOUN", "PROPN"} or noun.i > word.i:
        return None
    meant = _noun(noun, words, book, topics)
    return meant._replace(word=word, meant=noun, pointing=True) if meant is not None else None


def _noun(
    word: Word, words: Sequence[Word], book: StanceBook, topics: frozenset[str]
) -> Found | None:
    lemma = _named_by(word, book)
    if lemma in book.ways and _is_opened(word, book):
        return Found(word, "outcome", made=True)
    if lemma not in book.things and lemma not in topics:
        return Found(word, "terms") if is_put_forward(word) and word.pos == "NOUN" else None
    if _is_commonplace(word, book) or _is_idle(word, book) or _is_for_itself(word, book):
        return None
    topical = lemma in topics
    for rest, entry in book.things.get(lemma, ()):
        if rest and not _stands_before(rest, word, words):
            continue
        on = "outcome" if topical and entry.matter else entry.on
        made = entry.made or on != entry.on
        return Found(word, on, entry.against, made=made, levied=entry.levied)
    return Found(word, "outcome", made=True) if topical else None


def _named_by(noun: Word, book: StanceBook) -> str:
    """The word to look a noun up by: "works" are no "work", but "work will not stop" is of them."""
    text, lemma = noun.text.lower(), _lemma(noun)
    halted = noun.dep in _POINTED and noun.head.lemma.lower() in _HALTING
    if lemma == "work" and halted:
        return "works"
    return text if text in book.things else lemma


def is_put_forward(noun: Word) -> bool:
    """ "The stamp demanded by Kosovo", "the sum that Dili has named": a term, whatever it is."""
    for clause in noun.children:
        if clause.lemma.lower() not in _PUTTING or clause.i < noun.i:
            continue
        if clause.dep == "acl" and clause.tag == "VBN" and clause.of("agent") is not None:
            return True
        taken = clause.of("dobj")
        if clause.dep == "relcl" and clause.of("nsubj") is not None:
            return taken is None or taken.tag == "WDT"
    return False


def _is_opened(word: Word, book: StanceBook) -> bool:
    """Whether a way between two sides is opened, shut, or left so: "the gates would stay shut"."""
    verb = word.head
    if word.dep in {"dobj", "nsubjpass"}:
        return verb.lemma.lower() in book.opening
    if word.dep != "nsubj":
        return False
    state = verb.of("acomp", "oprd", "attr", "advcl", "xcomp")
    left = state is not None and state.text.lower() in book.shut | {"open"}
    return verb.lemma.lower() in book.opening or (left and verb.lemma.lower() in _STAYING)


def _is_idle(word: Word, book: StanceBook) -> bool:
    """ "The talk of oil", "agreed in return", and a name that the parser cut off what it names:
    "the airspace | closure"."""
    alone = not any(child.dep in {"det", "poss", "amod", "compound"} for child in word.children)
    if alone and any(c.dep in {"aux", "neg"} and c.i < word.i for c in word.children):
        return True  # a verb that the parser took for a noun: "would not return until"
    if word.text.lower() == "return" and word.head.text.lower() == "in" and alone:
        return True
    if word.text.lower() == "return" and _leads_to_talks(word, book):
        return True
    cut = any(c.dep == "appos" and c.pos == "NOUN" and c.i == word.i + 1 for c in word.children)
    return cut or word.text.lower() == "talk"


def _leads_to_talks(word: Word, book: StanceBook) -> bool:
    """ "The return of our neighbours to the table"."""
    return any(
        name == "to" and thing.pos == "NOUN" and thing_at(thing, book) == "talks"
        for name, thing in prepositions(word)
    )


def _is_for_itself(word: Word, book: StanceBook) -> bool:
    """ "Will set its own quota": what a side does by itself is nothing that it agrees to."""
    own = any(child.text.lower() == "own" for child in word.children)
    return own and word.dep == "dobj" and word.head.lemma.lower() in book.laying


def _is_commonplace(word: Word, book: StanceBook) -> bool:
    """Whether it is what everybody is for: "maintaining peace and stability"."""
    first = word.head if word.dep == "conj" else word
    verb = first.head
    named = any(c.dep in {"det", "poss", "compound"} for c in word.children)
    lemmas = book.commonplaces.get(_lemma(word), frozenset())
    return first.dep == "dobj" and not named and verb.lemma.lower() in lemmas


def _stands_before(rest: str, word: Word, words: Sequence[Word]) -> bool:
    wanted = rest.split()
    first = word.i - words[0].i - len(wanted)
    before = words[first : first + len(wanted)] if first >= 0 else ()
    return [w.text.lower() for w in before] == wanted


def _going_on(word: Word) -> Found | None:
    """ "Is ready to go on": with what was spoken of before."""
    if word.dep not in {"xcomp", "acl"} or word.head.pos not in {"ADJ", "NOUN"}:
        return None
    alone = not any(c.dep in {"dobj", "xcomp", "ccomp", "nsubj"} for c in word.children)
    named = any(name in _WITH for name, _ in prepositions(word))
    goes_on = any(
        word.lemma.lower() == verb and goes_with(word, rest) for verb, rest in _CONTINUING
    )
    return Found(word, None) if goes_on and alone and not named else None


def _deed(word: Word, book: StanceBook) -> Found | None:
    for rest, entry in book.deeds.get(_lemma(word), ()):
        if not goes_with(word, rest):
            continue
        thing = word.of("dobj", "nsubjpass")
        if any(child.text.lower() in _HALF for child in word.children):
            return None
        if thing is not None and thing.text.lower() in _ANYTHING:
            return None  # "would rather discuss anything else"
        if is_in_public(word):
            return None
        if thing is not None and (thing.dep == "nsubjpass" or thing.lemma.lower() in _MET):
            return None
        return Found(word, entry.on)
    return None


# -- fixed phrases


def _phrases(words: Sequence[Word], phrase: Phrase) -> Iterator[Found]:
    first = phrase.steps[0]
    for at, word in enumerate(words):
        if _is(word, first):
            places = _match(words, at, phrase.steps)
            if places is not None:
                anchor = next(n for n, step in enumerate(phrase.steps) if step.anchor)
                saying = phrase.saying
                yield Found(
                    words[places[anchor]],
                    saying.on,
                    says=saying.says,
                    phrase=frozenset(words[n].i for n in places),
                )


def _match(words: Sequence[Word], at: int, steps: Sequence[Step]) -> list[int] | None:
    """Where the steps of a phrase stand from ``at`` on; each takes the first word that fits."""
    places = [at]
    for step in steps[1:]:
        near = range(places[-1] + 1, min(places[-1] + 2 + step.gap, len(words)))
        found = next((n for n in near if _is(words[n], step)), None)
        if found is None:
            return None
        places.append(found)
    return places


def _is(word: Word, step: Step) -> bool:
    return word.text.lower() in step.forms or word.lemma.lower() in step.forms
