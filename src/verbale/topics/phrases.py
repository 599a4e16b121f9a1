"""Noun phrases that name what parties deal with, cut down to the thing itself.

"the long-awaited peace treaty with Japan", "peace treaty talks" and "a treaty on peace" are all
``peace agreement``: the head noun in the one word for its kind, before it in alphabetical order the
words that tell which. What people think of the thing ("illegal sanctions") and whose it is
("Japanese sanctions") is left out; the parties are kept apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from verbale.acts.clause import prepositions
from verbale.language import Word
from verbale.lexicon.matters import MatterBook, Thing
from verbale.lexicon.wordlists import word_list
from verbale.model import Span
from verbale.statements.grammar import noun_phrase, span_of

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d$")
#: Verbs of headlines that parsers take for nouns before a deal.
_MAKING = frozenset({"strike", "seal", "ink", "clinch", "sign", "near", "reach", "seek", "agree"})
_LEADS = frozenset({"on", "over", "about", "of", "for", "to", "regarding", "concerning", "in"})
#: "a treaty on fishing", "a referendum on independence"; but not "drones over the road".
_WITH_ON = frozenset({"agreement", "sanctions", "rule"})
_BEFORE = frozenset({"amod", "compound", "nmod", "nummod"})
_OBJECT = frozenset({"dobj", "nsubjpass"})
_MARKS = re.compile(r"^[\W_]+|[\W_]+$")
_DEPTH = 3
#: What may stand between the words of a name, and what of it stays there.
_LOOSE = frozenset({"ADP", "DET", "PRON", "PUNCT", "PART", "CCONJ", "ADJ", "NUM"})
_KEPT = frozenset({"ADP", "CCONJ"})
_MARKS_INSIDE = frozenset({"-", "‑", "'s", "’s"})


class Phrase(NamedTuple):
    """A thing in a sentence.

    ``key``, ``head``, ``kind`` as in `Topic`; ``words`` name it, ``span`` is its place; ``around``
    are the words of the whole phrase, in which those who deal with it may be named.
    """

    key: str
    head: str
    kind: str
    words: str
    span: Span
    bare: bool
    around: tuple[Word, ...]
    known: bool = True


def phrases(words: Sequence[Word], book: MatterBook, parties: Sequence[Span]) -> Iterator[Phrase]:
    """The things named in a sentence, in order of place. ``parties`` are places of parties' names,
    which are no part of a thing."""
    for word in words:
        if word.quote is not None or word.pos not in {"NOUN", "PROPN"} or word.end <= word.start:
            continue
        thing = _thing(word, book)
        if thing is None and word.lemma.lower() in book.through:
            yield from _named_by(word, book)
        if thing is None and not _dealt_with(word, book):
            continue
        if _within(word, parties) or (thing is not None and _modifies_thing(word, book)):
            continue
        found = _phrase(word, thing, book, parties)
        if found is not None:
            yield found


def _thing(word: Word, book: MatterBook) -> Thing | None:
    if word.lemma.lower() == "peace" and word.dep == "pobj" and word.head.text.lower() == "in":
        return None  # "let us work in peace" is about the work
    return book.thing(word.lemma, word.text)


def _named_by(word: Word, book: MatterBook) -> Iterator[Phrase]:
    """ "The territorial issue", "nuclear talks": the adjective names the thing."""
    for child in word.children:
        named = book.named_by.get(child.lemma.lower()) if child.dep == "amod" else None
        if named is not None:
            yield Phrase(
                key=named.noun,
                head=named.noun.split()[-1],
                kind=named.kind,
                words=_named([child, word]),
                span=span_of([child, word]),
                bare=" " not in named.noun,
                around=tuple(_around(word, book)),
            )


def _modifies_thing(word: Word, book: MatterBook) -> bool:
    """Whether the noun only tells which thing is meant: "border" in "border treaty", "gas firm"."""
    if word.dep not in {"compound", "nmod", "amod"} or word.head.pos not in {"NOUN", "PROPN"}:
        return False
    above = word.head
    if above.lemma.lower() in book.through:
        return _modifies_thing(above, book)
    return True


def _dealt_with(word: Word, book: MatterBook) -> bool:
    """Whether a noun that no list knows stands where things stand that parties deal with."""
    if word.pos != "NOUN" or word.lemma.lower() in book.through or word.lemma.lower() in book.empty:
        return False
    if word.lemma.lower() in _vague() or len(word.lemma) < 3:
        return False
    above = word.head
    if word.dep == "pobj":
        noun = above.head
        return above.text.lower() in {"on", "over"} and noun.lemma.lower() in _disputes()
    return word.dep in _OBJECT and above.lemma.lower() in {"negotiate", "dispute", "ratify"}


def _disputes() -> frozenset[str]:
    return word_list("disputes")


def _vague() -> frozenset[str]:
    return word_list("vague-objects")


def _phrase(
    word: Word, thing: Thing | None, book: MatterBook, parties: Sequence[Span]
) -> Phrase | None:
    on = thing is not None and thing.kind in _WITH_ON
    telling = [w for w in _telling(word, book, 0, on) if not _within(w, parties)]
    head = thing.noun if thing else word.lemma.lower()
    modifiers = {book.modifier(_form(w)) for w in telling} - {head, book.modifier(head), ""}
    bare = not modifiers
    if bare and thing is not None and not thing.bare:
        return None
    shown = _shown(word, telling, book, parties)
    return Phrase(
        key=" ".join([*sorted(modifiers), head]),
        head=head,
        kind=thing.kind if thing else "other",
        words=_named(shown),
        span=span_of(shown),
        bare=bare,
        around=tuple(_around(word, book)),
        known=thing is not None,
    )


def _telling(word: Word, book: MatterBook, depth: int, on: bool = False) -> Iterator[Word]:
    """The words that tell which thing is meant."""
    for child in word.children:
        if child.i < word.i and child.dep in _BEFORE and _tells(child, book):
            yield from _telling(child, book, depth + 1)
            yield child
    if depth:
        return
    for name, behind in prepositions(word):
        if behind.i > word.i and (name == "of" or (name == "on" and on)):
            for inner in _through(behind, book, 0):
                if inner.pos in {"NOUN", "PROPN"} and _tells(inner, book):
                    yield from _telling(inner, book, depth + 1)
                    yield inner
                elif _YEAR.match(inner.text):
                    yield inner


def _is_named_with(child: Word) -> bool:
    """Whether something stands before a compound that makes it a noun: "the strike deal"."""
    return any(c.dep in {"det", "amod", "poss"} and c.i < child.i for c in child.head.children)


def _tells(child: Word, book: MatterBook) -> bool:
    lemma = child.lemma.lower()
    if lemma in book.empty or child.text.lower() in book.empty or child.end <= child.start:
        return False
    if child.dep == "compound" and lemma in _MAKING and not _is_named_with(child):
        return False  # "Nemora and Orland strike | deal", as parsers read headlines
    if child.pos == "NUM" or child.dep == "nummod":
        return bool(_YEAR.match(child.text))
    if child.pos in {"NOUN", "PROPN"}:
        return len(child.text) > 1 and lemma not in word_list("calendar")
    return lemma in book.adjectives or child.text.lower() in book.adjectives


def _through(word: Word, book: MatterBook, depth: int) -> Iterator[Word]:
    """Behind words that only lead on: in "treaty on the resolution of the border question" the
    border."""
    if word.lemma.lower() not in book.through or depth > _DEPTH:
        yield word
        return
    for name, behind in prepositions(word):
        if name in _LEADS:
            yield from _through(behind, book, depth + 1)
            return
    before = [c for c in word.children if c.dep in {"compound", "nmod"} and c.i < word.i]
    yield from before[-1:]


def _form(word: Word) -> str:
    if _YEAR.match(word.text):
        return word.text
    lemma = word.lemma if word.pos != "PROPN" else word.text
    joined = "".join(part.text for part in _hyphened(word)[:-1])
    return _MARKS.sub("", joined.lower() + lemma.lower())


def _hyphened(word: Word) -> list[Word]:
    """The word with what a hyphen joins to it: "water-sharing"."""
    sentence = {w.i: w for w in _sentence(word)}
    parts = [word]
    while (dash := sentence.get(parts[0].i - 1)) is not None and dash.text in {"-", "‑"}:
        before = sentence.get(dash.i - 1)
        if before is None or before.end != dash.start or dash.end != parts[0].start:
            break
        parts = [before, dash, *parts]
    return parts


def _shown(
    word: Word, telling: Sequence[Word], book: MatterBook, parties: Sequence[Span]
) -> list[Word]:
    """The words that name the thing as the report does, without whose it is: "ban on fish"."""
    kept = {part.i: part for w in (*telling, word) for part in _hyphened(w)}
    above = word.head
    leads = book.through.get(above.lemma.lower())
    if word.dep in {"compound", "nmod"} and leads and leads.shown and above.i == word.i + 1:
        kept[above.i] = above
    first, last = min(kept), max(kept)
    sentence = {w.i: w for w in _sentence(word)}
    run = [sentence[i] for i in range(first, last + 1) if i in sentence]
    if all(w.i in kept or w.pos in _LOOSE or _within(w, parties) for w in run):
        return [w for w in run if w.i in kept or w.pos in _KEPT or w.text in _MARKS_INSIDE]
    return _run_around(kept, word)


def _run_around(kept: dict[int, Word], word: Word) -> list[Word]:
    first = last = word.i
    while first - 1 in kept:
        first -= 1
    while last + 1 in kept:
        last += 1
    return [kept[i] for i in range(first, last + 1)]


def _sentence(word: Word) -> list[Word]:
    top = word
    while top.head is not top:
        top = top.head
    return top.subtree()


def _around(word: Word, book: MatterBook) -> list[Word]:
    """The phrase around the thing, with the talks or the dispute about it."""
    top = word
    for above in word.ancestors():
        if above.pos in {"ADP", "NOUN", "PROPN"} and above.dep in {"prep", "pobj", "dobj", "attr"}:
            if above.pos != "ADP" and above.lemma.lower() not in book.through:
                break
            top = above
        elif above.lemma.lower() in book.through:
            top = above
            break
        else:
            break
    return noun_phrase(top) if top.pos != "ADP" else noun_phrase(word)


def _named(run: Sequence[Word]) -> str:
    """The words of a name, in small letters but for names in it."""
    parts: list[str] = []
    for word in run:
        text = word.text if word.pos == "PROPN" else word.text.lower()
        if parts and _touches(word, run):
            parts[-1] += text
        else:
            parts.append(text)
    return _MARKS.sub("", " ".join(parts))


def _touches(word: Word, run: Sequence[Word]) -> bool:
    return any(before.end == word.start for before in run if before.i == word.i - 1)


def _within(word: Word, parties: Sequence[Span]) -> bool:
    place = Span(word.start, word.end)
    return any(span.overlaps(place) for span in parties)
