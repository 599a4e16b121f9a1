"""Whose "the men", "the vessel" and "the ambassador" are: those of whom the lines before told.

The lines come from the nearest back, the word's own first; ``owner`` answers whose a noun is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from verbale.acts.codes import Codes
from verbale.acts.lines import Line
from verbale.acts.pointing import family, is_one_official
from verbale.language import Word

Owner = Callable[[Word, Line], Codes]
_DEFINITE = frozenset({"the", "these", "those", "this", "that", "both", "all"})
#: What says whose a noun is.
_OWNING = frozenset({"poss", "amod", "compound", "nmod", "appos", "prep", "relcl"})


def people_before(word: Word, lines: Iterable[Line], owner: Owner) -> Codes:
    """Whose the people are whom "they" or "him" goes back to, where people were held before."""
    several = word.text.lower() in {"they", "them"}
    for line in lines:
        for other in reversed([one for one in line if one.start < word.start]):
            if "people" in family(other) and (other.tag == "NNS") == several:
                codes = owner(other, line)
                if codes:
                    return codes
    return ()


def kin_before(word: Word, lines: Iterable[Line], owner: Owner) -> Codes:
    """Whose "the men" or "the vessel" are: those of the people or ships last told of."""
    kin = family(word)
    if not kin or not any(c.text.lower() in _DEFINITE for c in word.children):
        return ()
    for line in lines:
        for other in reversed(line):
            if other.pos == "NOUN" and other.tag == word.tag and family(other) & kin:
                codes = owner(other, line)
                if codes:
                    return codes
    return ()


def official_before(word: Word, lines: Iterable[Line], owner: Owner) -> Codes:
    """Whose "the ambassador" is: that of the one last called so with his side."""
    bare = not any(c.dep in _OWNING for c in word.children)
    the = any(c.text.lower() == "the" for c in word.children)
    if not (bare and the and is_one_official(word)) or word.pos != "NOUN":
        return ()
    for line in lines:
        for other in reversed(line):
            if other.start < word.start and other.lemma.lower() == word.lemma.lower():
                codes = owner(other, line)
                if codes:
                    return codes
    return ()
