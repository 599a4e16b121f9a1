"""The matter of a position in the words of the report: what the talks are about, the treaty."""

from __future__ import annotations

from collections.abc import Sequence

from verbale.acts.clause import phrase_prepositions, prepositions
from verbale.language import Word
from verbale.lexicon.wordlists import word_list
from verbale.model import Span
from verbale.positions.things import Found
from verbale.statements.grammar import noun_phrase, span_of

#: Nouns behind which the matter stands: "the possibility of a treaty".
_EMPTY = frozenset(
    """possibility issue question prospect idea matter subject problem conclusion signing condition
    resumption start way means topic option term round session number series kind
    """.split()  # noqa: SIM905 - a word list
)
_ABOUT = ("on", "about", "over", "regarding", "concerning", "for", "of", "to")
_DONE = frozenset({"VBN", "VBD"})
_BEFORE = frozenset({"amod", "compound", "nmod", "nummod", "punct"})
_DAYS = word_list("times")
_QUOTES = frozenset({'"', "“", ",", "‘", "'", "”"})


def matter_of(found: Found, outcomes: frozenset[str]) -> Span:
    """The words that name what ``found`` is about; ``outcomes`` are lemmas of treaties and the
    like, which name the matter of talks: "peace treaty talks"."""
    word = _telling(found)
    if found.on in {"talks", "relations"}:
        return _named(_told_in_front(found.word) or _topic(word, outcomes) or word)
    if word.pos == "VERB":
        thing = word.of("dobj", "nsubjpass")
        return _named(_behind(thing)) if thing is not None else Span(word.start, word.end)
    return _named(_behind(word))


def is_nameless(found: Found) -> bool:
    """Whether no noun says what ``found`` is about: "it may be looked at again", "this"."""
    word = _telling(found)
    if found.on in {"talks", "relations"}:
        return False
    if word.quote is not None or word.pos in {"PRON", "DET", "INTJ"}:
        return True
    if word.pos != "VERB":
        return False
    thing = word.of("dobj", "nsubjpass")
    if thing is None:
        return word.tag in _DONE
    return found.meant is None and thing.pos in {"PRON", "DET"}


def _telling(found: Found) -> Word:
    """The word that names the matter: the thing itself, or what a pronoun, a bare verb or a fixed
    phrase ("put our signature to it") goes back to."""
    if found.meant is None or (_says_what(found.word) and not _is_of_phrase(found)):
        return found.word
    return found.meant


def _is_of_phrase(found: Found) -> bool:
    """Whether all that a verb takes are words of its fixed phrase."""
    taken = [child for child in found.word.children if child.dep in {"dobj", "nsubjpass"}]
    return bool(found.phrase) and all(child.i in found.phrase for child in taken)


def _says_what(word: Word) -> bool:
    """Whether a word names the matter itself: a noun, or a verb with an object or "on ..."."""
    if word.pos != "VERB":
        return word.pos in {"NOUN", "PROPN"}
    if any(child.dep in {"dobj", "nsubjpass"} and child.pos == "NOUN" for child in word.children):
        return True
    return any(name in {"on", "about", "over"} for name, _ in prepositions(word))


def _topic(word: Word, outcomes: frozenset[str]) -> Word | None:
    for child in word.children:
        if word.pos == "VERB" and child.dep == "dobj" and child.pos == "NOUN":
            return _behind(child)
    for name, thing in phrase_prepositions(word, 1):
        if name in _ABOUT and word.lemma.lower() != "visit" and thing.pos in {"NOUN", "VERB"}:
            return thing.of("dobj") or thing if thing.pos == "VERB" else _behind(thing)
    beside = next(
        (c for c in word.children if c.dep == "compound" and c.lemma.lower() in outcomes), None
    )
    return beside or _told_after(word)


def _told_in_front(word: Word) -> Word | None:
    """The islands, in "On the islands there is nothing to talk about"."""
    if word.pos != "VERB":
        return None
    for above in word.ancestors():
        for name, thing in prepositions(above):
            if name in {"on", "about", "over"} and thing.i < word.i and thing.pos == "NOUN":
                return _behind(thing) if thing.lemma.lower() not in _DAYS else None
    return None


def _told_after(word: Word) -> Word | None:
    """What the parser hung on the verb: "resume talks with Peru on the fishing line"."""
    if word.dep != "dobj":
        return None
    return next(
        (
            _behind(thing)
            for name, thing in prepositions(word.head)
            if name in {"on", "about", "over"}
            and thing.pos == "NOUN"
            and thing.i > word.i
            and thing.lemma.lower() not in _DAYS
        ),
        None,
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
    """The noun with what stands before it, and its "of" phrase."""
    if word.pos == "VERB":
        thing = word.of("dobj", "nsubjpass")
        if thing is None:
            return Span(word.start, word.end)
        if thing.pos != "NOUN":
            return span_of([word, *noun_phrase(thing)])
        word = thing
    kept = [word]
    for child in word.children:
        if child.i < word.i and child.dep in _BEFORE and child.text[:1] not in _QUOTES:
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
