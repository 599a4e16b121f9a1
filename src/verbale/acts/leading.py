"""Which two sides a report is about, and which only bring them together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from verbale.actors import Cast
from verbale.acts.clause import prepositions
from verbale.acts.codes import Codes, code_of, is_state, named_words
from verbale.acts.deed import Deed
from verbale.language import Word
from verbale.lexicon.wordlists import word_list
from verbale.model import Statement

_BESIDE = frozenset({"amod", "compound", "nmod", "poss"})
_NAMED_AS = frozenset({"appos", "attr"})
_BY = frozenset({"by", "of", "through", "from", "under", "via"})
#: A side named so much less often than the second is none of two that a mediator stands between.
_SHARE = 0.34
#: Sentences that say what a report is about, its headline among them; who is named there counts
#: twice.
_OPENING = 2


class Standing(NamedTuple):
    """The sides of a report: the ``pair`` that it is about, the two that are ``most_named`` whoever
    mediates, how ``often`` each is named, by first place, and how many sentences name several
    ``together``."""

    pair: Codes
    most_named: Codes
    often: Counter[str]
    together: int


def standing_in(
    cast: Cast, sentences: Sequence[tuple[Word, ...]], statements: Sequence[Statement]
) -> Standing:
    """Count the sides that ``sentences`` name; who speaks counts where he is named."""
    often: Counter[str] = Counter()
    opening: Counter[str] = Counter()
    mediating: set[str] = set()
    together = 0
    for number, words in enumerate(filter(None, sentences)):
        mentions = cast.mentions(words)
        found = [code_of(match) for match in mentions.matches if is_state(match, cast)]
        codes = [code for code in found if code is not None]
        often.update(codes)
        if number < _OPENING:
            opening.update(codes)
        together += len(set(codes)) > 1
        mediating.update(mediators(words, named_words(words, mentions)))
    often.update(s.country for s in statements if s.country and s.country in often)
    counts = often + opening
    pair = leading(counts, frozenset(mediating))
    return Standing(pair, leading(counts, frozenset()), often, together)


def leading(counts: Mapping[str, int], mediating: frozenset[str]) -> tuple[str, ...]:
    """The two sides named most often, the more often named first; among equals the earlier one.

    Who mediates is left out where two others are named often enough to be those it stands between.
    """
    ranked = sorted(counts, key=lambda code: -counts[code])
    others = [code for code in ranked if code not in mediating]
    if len(others) > 1 and counts[others[1]] >= _SHARE * counts[ranked[min(1, len(ranked) - 1)]]:
        return tuple(others[:2])
    return tuple(ranked[:2])


def mediators(words: Sequence[Word], named: Mapping[int, str]) -> Iterator[str]:
    """The sides of a sentence that are said to mediate, by place.

    ``named`` gives the code of each word (by its number) that names a side: "talks brokered by
    Oman", "Omani mediation", "Qatar, which mediates", "under the auspices of the Union".
    """
    for word in words:
        if word.lemma.lower() in word_list("mediating-words") or _are_good_offices(word):
            for near in _near(word):
                if near.i in named:
                    yield named[near.i]


def offers_to_mediate(deed: Deed) -> bool:
    """ "Has offered to mediate", "is ready to host talks": between the two."""
    lemmas = {word.lemma.lower() for word in deed.trail}
    return deed.intended and bool(lemmas & word_list("mediating-words"))


def _are_good_offices(word: Word) -> bool:
    return word.text.lower() == "offices" and any(c.text.lower() == "good" for c in word.children)


def _near(word: Word) -> Iterator[Word]:
    """The words that may name who does the mediating that ``word`` tells of."""
    if word.pos == "VERB" and word.tag != "VBN":
        yield from word.all("nsubj")
        if word.dep == "relcl":
            yield word.head
    yield from (child for child in word.children if child.dep in _BESIDE)
    yield from (thing for name, thing in prepositions(word) if name in _BY)
    if word.dep in _NAMED_AS:
        above = word.head
        yield above
        yield from above.all("nsubj")
    yield from (child for child in word.children if child.dep == "appos")
