"""The words of a phrase: its head without clauses, and the further members of a list."""

from __future__ import annotations

from collections.abc import Sequence

from verbale.actors.mentions import Mentions
from verbale.language import Word
from verbale.model import Span

_CLAUSES = frozenset({"relcl", "acl", "advcl", "ccomp", "parataxis"})


def phrase_of(word: Word) -> list[Word]:
    """The words around a subject without the clauses that hang on it."""
    kept = [word]
    for one in kept:
        kept.extend(child for child in one.children if child.dep not in _CLAUSES)
    kept.sort(key=lambda w: w.i)
    return kept


def conjuncts(head: Word, phrase: Sequence[Word]) -> list[Word]:
    """The further members of a list, each once: Berlin and Rome in "Paris, Berlin and Rome"."""
    found: list[Word] = []
    for child in head.children:
        if child.dep == "appos" and child.pos == "PROPN":
            # the Malian minister, Awa Traoré, and the Senegalese minister
            found += conjuncts(child, phrase)
        named = child.pos in {"NOUN", "PROPN", "PRON", "NUM"}
        if child.dep == "conj" and child in phrase and named:
            found += [child, *conjuncts(child, phrase)]
    return found


def is_one_name(head: Word, others: list[Word], mentions: Mentions) -> bool:
    """Whether "and" stands inside one name or office: "Minister of Trade and Integration X"."""
    joined = Span(head.start, max(word.end for word in others))
    known = [held.span for held in mentions.titles] + [named.span for named in mentions.bodies]
    return any(span.covers(joined) for span in known)
