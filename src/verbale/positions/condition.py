"""Conditions: the "if", "until" and "when the situation allows" that a stance hangs on."""

from __future__ import annotations

from verbale.acts.deed import Deed
from verbale.language import Word
from verbale.lexicon.stances import StanceBook
from verbale.model import Span
from verbale.statements.grammar import span_of

_COMES_TRUE = frozenset({"VBZ", "VBP", "VBN", "MD", "VB"})


def condition_of(deed: Deed, text: str, book: StanceBook) -> Span | None:
    """Where the condition of a deed's stance stands, opening word included."""
    first = min(word.i for word in deed.trail)
    below = [word for word in deed.head.subtree() if word.i >= first or _leads(word, deed)]
    for word in below:
        found = _clause(word, text, book) or _phrase(word, text, book)
        if found is not None:
            return found
    if any(word.text.lower() in book.necessity for word in deed.trail):
        return _means(deed)
    return None


def _leads(word: Word, deed: Deed) -> bool:
    """Whether the word opens a clause in front: "If the ban is lifted, ..."."""
    return word.head.dep == "advcl" and word.head.head is deed.head


def _clause(word: Word, text: str, book: StanceBook) -> Span | None:
    """An adverbial clause that names what must come first."""
    if word.dep not in {"mark", "advmod"} or word.head.dep not in {
        "advcl",
        "pcomp",
        "ccomp",
        "relcl",
    }:
        return None
    verb = word.head
    opener = _opener(word, text, book)
    if opener is None or not _is_ahead(verb, word.text.lower()):
        return None
    clause = span_of(_without_sequel(verb))
    return Span(min(opener, clause.start), clause.end).stripped(text)


def _without_sequel(verb: Word) -> list[Word]:
    """The words of a clause without a further verb that the parser hung on it behind a comma."""
    words = verb.subtree()
    for child in verb.children:
        if child.dep == "conj" and child.pos == "VERB":
            before = [w for w in words if w.i < child.i and w.head is verb and w.i > verb.i]
            if any(w.text == "," for w in before):
                cut = {w.i for w in child.subtree()}
                words = [w for w in words if w.i not in cut and w.i < min(cut)]
    while len(words) > 1 and words[-1].pos in {"PUNCT", "CCONJ"}:
        words.pop()
    return words


def _is_ahead(verb: Word, opener: str) -> bool:
    """ "when the situation allows" is ahead; "when the war broke out" lies behind."""
    if opener in {"if", "unless", "until", "provided", "providing", "assuming"}:
        return True
    tags = {verb.tag, *(c.tag for c in verb.children if c.dep in {"aux", "auxpass"})}
    return not tags & {"VBD"} and bool(tags & _COMES_TRUE)


def _phrase(word: Word, text: str, book: StanceBook) -> Span | None:
    """A prepositional condition: "only after a full withdrawal", "subject to approval"."""
    if word.dep != "prep" or word.of("pobj", "pcomp") is None:
        return None
    lowered = word.text.lower()
    thing = word.of("pobj", "pcomp")
    if lowered == "without" and thing is not None:
        return None if thing.lemma.lower() in book.unconditional else span_of(word.subtree())
    opener = _opener(word, text, book)
    strict = opener is not None and opener < word.start  # "only after", not plain "after"
    if strict or lowered in {"until", "pending"}:
        return Span(opener if opener is not None else word.start, span_of(word.subtree()).end)
    return None


def _opener(word: Word, text: str, book: StanceBook) -> int | None:
    """Where the opening words of a condition start, if ``word`` is the last of them."""
    before = " ".join(text[max(0, word.start - 24) : word.end].lower().split())
    for opener in book.conditions:
        if before == opener or before.endswith(" " + opener):
            return _start_of(text, word.end, opener)
    return None


def _start_of(text: str, end: int, opener: str) -> int:
    """Where ``opener``, whose last word ends at ``end``, begins (any white space inside)."""
    at = end
    for part in reversed(opener.split()):
        at = text.lower().rfind(part, 0, at)
    return at


def _means(deed: Deed) -> Span | None:
    """ "It is necessary to conclude a treaty by resolving the border issue"."""
    for word in deed.head.subtree():
        if word.text.lower() == "by" and word.dep == "prep":
            thing = word.of("pcomp")
            if thing is not None and thing.tag == "VBG":
                return Span(word.start, span_of(thing.subtree()).end)
    return None
