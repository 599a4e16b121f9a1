"""Blame: what a speaker says against another side without an accusing verb.

"Nemora is taking an unfriendly stance", "the islands are illegally occupied by Nemora": in the
mouth of Zaretia's spokesman these accuse. The words that judge are data (`blame` in ``acts.toml``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from verbale.acts.clause import prepositions
from verbale.language import Word
from verbale.lexicon.acts import ActBook
from verbale.statements.grammar import agent, subject
from verbale.statements.negation import is_negated


class Blame(NamedTuple):
    """A judging word, the verb of its clause, and the words that may name who is blamed."""

    word: Word
    verb: Word
    blamed: tuple[Word, ...]


def find_blame(words: Sequence[Word], book: ActBook) -> Iterator[Blame]:
    """Every judging word of a sentence with whom its clause may blame, the likeliest first."""
    for word in words:
        if word.lemma.lower() not in book.blame and word.text.lower() not in book.blame:
            continue
        verb = _clause_of(word)
        if verb is None or is_negated(verb) or is_negated(word):
            continue
        blamed = tuple(_blamed(word, verb))
        if blamed:
            yield Blame(word, verb, blamed)


def _clause_of(word: Word) -> Word | None:
    if word.pos in {"VERB", "AUX"}:
        return word
    return next((above for above in word.ancestors() if above.pos in {"VERB", "AUX"}), None)


def _blamed(word: Word, verb: Word) -> Iterator[Word]:
    """Owner of the judged noun, the clause's agent or subject, subjects of the clauses above."""
    noun = word.head if word.dep in {"amod", "compound"} else word
    for child in noun.children:
        if child.dep in {"poss", "amod"} and child is not word:
            yield child
    for name, thing in prepositions(noun):
        if name in {"of", "by", "from"}:
            yield thing
    doer = agent(verb)
    if doer is not None:
        yield doer
    own = subject(verb)
    if own is not None and verb.of("nsubjpass") is None:
        yield own
    for above in verb.ancestors():
        if verb.dep in {"advcl", "xcomp", "conj", "pcomp"} and above.pos == "VERB":
            over = subject(above)
            if over is not None:
                yield over
            break
