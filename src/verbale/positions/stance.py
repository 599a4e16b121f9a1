"""What a deed says of where its actor stands: target, stance and the words of the matter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from verbale.acts.clause import phrase_prepositions, prepositions
from verbale.acts.deed import Deed
from verbale.language import Word
from verbale.lexicon.stances import StanceBook
from verbale.model import Span, Stance, Target
from verbale.statements.grammar import noun_phrase, span_of

#: What refusing and accepting look like among the event types.
_REFUSING = frozenset({"REJECT", "SANCTION"})
_ACCEPTING = frozenset({"AGREE", "SUPPORT", "REQUEST", "CONCEDE"})
_EMPTY = frozenset(
    [
        "possibility",
        "issue",
        "question",
        "prospect",
        "idea",
        "matter",
        "subject",
        "problem",
        "conclusion",
        "signing",
        "conditions",
        "resumption",
        "start",
        "way",
        "ways",
        "means",
        "topic",
        "option",
        "terms",
    ]
)
_DISCUSSING = frozenset({"discuss", "negotiate", "debate"})
_SETTLING = frozenset({"resolve", "settle", "solve"})
_ABOUT = ("on", "about", "over", "regarding", "concerning", "for", "of", "to")


class Matter(NamedTuple):
    """What a position is about: its target, the word that tells it, and a place to name it."""

    target: Target
    word: Word
    place: Span


def stance_of(deed: Deed, target: Target, book: StanceBook) -> Stance | None:
    """The stance of the deed's actor toward ``target``; None where the deed takes none."""
    if deed.negated or (target == "terms" and not deed.intended and deed.type != "REJECT"):
        return None  # imposing sanctions is an act, not a word on their terms
    lemmas = {word.lemma.lower() for word in deed.trail} | {w.text.lower() for w in deed.trail}
    if deed.type in _REFUSING:
        return "refuses"
    if deed.type not in _ACCEPTING:
        return None
    if lemmas & book.unclear:
        return "unclear"
    return "open" if lemmas & book.open else "supports"


def telling_words(book: StanceBook) -> frozenset[str]:
    """The lemmas without one of which `matter_of` finds nothing in a sentence."""
    return _SETTLING.union(*book.targets.values())


def matter_of(deed: Deed, book: StanceBook) -> Matter | None:
    """What the deed is about; talks when it speaks of talks on a treaty, outcome for the treaty."""
    if deed.core.lemma.lower() in _SETTLING:
        thing = deed.core.of("dobj", "nsubjpass")
        return None if thing is None else Matter("outcome", deed.core, _named(_behind(thing)))
    for word in _candidates(deed):
        lemma = word.lemma.lower()
        for target, lemmas in book.targets.items():
            if lemma in lemmas:
                topic = _topic(word, book) if target in {"talks", "relations"} else word
                return Matter(target, word, _named(topic or word))  # type: ignore[arg-type]
    return None


def _candidates(deed: Deed) -> Iterator[Word]:
    """The words that may tell the matter: the act's core, then the objects along the trail."""
    yield deed.core
    for word in reversed(deed.trail):
        for child in word.children:
            if child.dep in {"dobj", "nsubjpass", "attr"} and child.pos == "NOUN":
                yield child
                for name, thing in prepositions(child):
                    if name in {"of", "for", "to"}:
                        yield thing
        for name, thing in prepositions(word):
            if name in {"to", "for", "of", "on"} and thing.pos in {"NOUN", "PROPN"}:
                yield thing


def _topic(word: Word, book: StanceBook) -> Word | None:
    """What talks are about: "talks on a treaty", "peace treaty talks", "discuss the border"."""
    for child in word.children:
        if word.lemma.lower() in _DISCUSSING and child.dep == "dobj" and child.pos == "NOUN":
            return _behind(child)
    for name, thing in phrase_prepositions(word, 1):
        if name in _ABOUT and word.lemma.lower() != "visit" and thing.pos in {"NOUN", "VERB"}:
            return thing.of("dobj") or thing if thing.pos == "VERB" else _behind(thing)
    nouns = book.targets["outcome"] | book.targets["terms"]
    return next(
        (c for c in word.children if c.dep == "compound" and c.lemma.lower() in nouns), None
    )


def _behind(noun: Word) -> Word:
    """Behind an empty noun: "the possibility of signing a treaty" is about the treaty."""
    if noun.lemma.lower() not in _EMPTY:
        return noun
    for name, thing in prepositions(noun):
        if name in {"of", "on"}:
            below = thing.of("dobj") if thing.pos == "VERB" else thing
            return _behind(below) if below is not None and below.pos == "NOUN" else noun
    return noun


def _named(word: Word) -> Span:
    """The words that name the matter: the noun with what stands before it, and its "of" phrase."""
    if word.pos == "VERB":
        thing = word.of("dobj", "nsubjpass")
        if thing is not None and thing.pos == "NOUN":
            word = thing
        elif thing is not None:
            return span_of([word, *noun_phrase(thing)])
    kept = [word]
    for child in word.children:
        before = child.i < word.i and child.dep in {"amod", "compound", "nmod", "nummod", "punct"}
        if before and child.text[:1] not in {'"', "“", ",", "‘"}:
            kept.extend(child.subtree())
        elif child.dep == "prep" and child.text.lower() in {"of", "on", "over"}:
            thing = child.of("pobj")
            if thing is not None:
                kept.extend([child, *noun_phrase(thing)])
    return span_of(_run(kept, word))


def _run(words: Sequence[Word], around: Word) -> list[Word]:
    """The unbroken run of words around one of them."""
    placed = {word.i: word for word in words}
    first = last = around.i
    while first - 1 in placed:
        first -= 1
    while last + 1 in placed:
        last += 1
    return [placed[i] for i in range(first, last + 1)]
