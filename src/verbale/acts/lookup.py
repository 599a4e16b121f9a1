"""What a word or phrase counts as: its lemma, its classes, the nouns it is really about."""

from __future__ import annotations

from collections.abc import Iterator

from verbale.acts.clause import prepositions
from verbale.language import Word
from verbale.lexicon.acts import NAMES, ActBook
from verbale.statements.negation import is_negated

_NOBODY = frozenset({"nobody", "none", "nothing", "neither", "nor"})
_HAVING = frozenset({"has", "have", "had", "’s", "'s", "’ve", "'ve"})
_TENSED = frozenset({"VBD", "VBZ", "VBP"})
_NONE_WORDS = frozenset({"no", "neither", "nor", "few", "little", "hardly", "zero"})


def nobody_did(verb: Word) -> bool:
    """ "Nobody has offered a ransom": what was not done, which is no refusal."""
    doer = verb.of("nsubj", "nsubjpass")
    if doer is None:
        return False
    no_one = doer.text.lower() == "one" and has_no(doer)
    if not (no_one or doer.text.lower() in {"nobody", "none", "nothing"}):
        return False
    having = any(child.text.lower() in _HAVING for child in verb.all("aux"))
    return verb.tag == "VBD" or (verb.tag == "VBN" and having)


def lemma_of(word: Word, book: ActBook) -> str:
    """The lemma of ``word``, right also where the parser's is known to be wrong."""
    return book.lemma(word.text, word.lemma)


def belongs(noun: Word, groups: tuple[str, ...], book: ActBook) -> bool:
    """Whether the head of a phrase is in one of the classes, seen through "package of ..."."""
    if NAMES in groups and noun.pos == "PROPN":
        return True
    allowed = {lemma for group in groups if group != NAMES for lemma in book.classes[group]}
    return any(
        word.lemma.lower() in allowed or word.text.lower() in allowed
        for word in kernels(noun, book)
    )


def kernels(noun: Word, book: ActBook) -> Iterator[Word]:
    """The nouns a phrase is about: its head, its list, and what a transparent head is "of"."""
    yield noun
    for child in noun.children:
        if child.dep == "conj":
            yield from kernels(child, book)
    if noun.lemma.lower() in book.transparent or noun.pos in {"NUM", "DET"}:
        for name, thing in prepositions(noun):
            if name == "of":
                yield from kernels(thing, book)
        yield from (child for child in noun.children if child.dep in {"compound", "nmod", "amod"})


def members(head: Word, book: ActBook) -> Iterator[Word]:
    """What a complement offers: the nouns a phrase is about, or a verb and those joined to it."""
    if head.pos in {"NOUN", "PROPN", "NUM", "DET"}:
        yield from kernels(head, book)
        return
    yield head
    for child in head.children:
        if child.dep != "conj" or child.pos not in {"VERB", "AUX"} or child.of("nsubj") is not None:
            continue
        if head.tag == "VB" and child.tag in _TENSED:
            continue  # "agreed to wait and thanked the envoy"
        yield from members(child, book)


def is_turned(verb: Word, thing: Word | None) -> bool:
    """Whether "not", "never" or a "no" before the object turns the sentence round."""
    return (
        is_negated(verb)
        or any(map(_is_no_longer, verb.children))
        or any(c.text.lower() in _NONE_WORDS and c.dep != "intj" for c in verb.children)
        or has_no(thing)
        or (thing is not None and thing.text.lower() in _NOBODY)
        or is_nobody(verb.of("nsubj", "nsubjpass"))
    )


def _is_no_longer(word: Word) -> bool:
    """ "No longer", "not any more"."""
    return word.text.lower() in {"longer", "more"} and any(
        child.dep == "neg" and child.text.lower() in {"no", "not"} for child in word.children
    )


def is_nobody(word: Word | None) -> bool:
    """Whether a subject is "nobody", "no president" or "not one metre"."""
    return word is not None and (word.text.lower() in _NOBODY or has_no(word))


_MEASURES = frozenset({"more", "much", "many", "further", "such", "single"})


def has_no(noun: Word | None) -> bool:
    """Whether "no", "few" or the like stands before the noun."""
    if noun is None:
        return False
    measures = (child for child in noun.children if child.lemma.lower() in _MEASURES)  # "no more"
    return any(
        child.text.lower() in _NONE_WORDS or child.dep == "neg"
        for above in (noun, *measures)
        for child in above.children
    )
