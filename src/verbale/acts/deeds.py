"""Deeds: what a parsed sentence says was done, before anybody knows who the words stand for.

`read_deeds` goes through a sentence from its heads down. Each word is asked for its meaning; verbs
and nouns that take complements ask those in turn and compose the answers, so that in "refused to
resume talks" only the whole is a deed.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from verbale.acts.clause import phrase_prepositions
from verbale.acts.deed import Deed
from verbale.acts.events import read_noun
from verbale.acts.lookup import has_no
from verbale.acts.modals import bare_duty, bare_threat, under_modal
from verbale.acts.patterns import read_verb
from verbale.acts.states import read_adjective
from verbale.language import Word
from verbale.lexicon.acts import ActBook
from verbale.statements.grammar import subject

_DEEPEST = 5
_MEANWHILE = frozenset({"in", "at", "during", "after", "following", "over"})
_TELLING = frozenset({"after", "since", "of", "for", "following", "upon"})
#: What is done by doing something else: "retaliated by closing the border".
_ANSWERING = frozenset(
    {"answer", "respond", "retaliate", "react", "reply", "counter", "hit", "strike", "follow"}
)
_MENTIONS = frozenset({"mention", "reference", "word", "evidence", "sign", "proof", "indication"})


class Reader:
    """Answers what a word of a sentence amounts to, with one set of patterns."""

    def __init__(self, book: ActBook) -> None:
        self._book = book

    @property
    def book(self) -> ActBook:
        """The patterns in use."""
        return self._book

    def meaning(self, word: Word, depth: int = 0) -> Deed | None:
        """The deed that ``word`` with all it governs amounts to, if any."""
        if depth > _DEEPEST or word.quote is not None:
            return None
        if word.pos in {"VERB", "AUX"}:
            return under_modal(word, read_verb(word, self, depth))
        if word.pos in {"NOUN", "PROPN"}:
            return read_noun(word, self, depth)
        if word.pos in {"ADJ", "ADV"}:
            return read_adjective(word, word, self, depth)
        return None


def read_deeds(words: Sequence[Word], book: ActBook) -> list[Deed]:
    """The deeds in one sentence, in order of place; what serves a larger deed is not repeated."""
    reader = Reader(book)
    found: list[Deed] = []
    taken: set[int] = set()
    for word in sorted(words, key=_depth):
        if word.i in taken or word.quote is not None:
            continue
        deed = reader.meaning(word) or bare_duty(word) or bare_threat(word)
        deed = _in_passing(deed) if deed is not None else None
        if deed is None or not stands_alone(deed, book):
            continue
        taken |= deed.used
        found.append(deed)
    return sorted(found, key=lambda deed: deed.head.i)


def _in_passing(deed: Deed) -> Deed:
    """ "She asked for it in a call with her colleague": the call is hers too."""
    noun = deed.head
    if deed.type != "CONSULT" or deed.doers or noun is not deed.core or noun.dep != "pobj":
        return deed
    prep, verb = noun.head, noun.head.head
    if prep.text.lower() not in _MEANWHILE or verb.pos not in {"VERB", "AUX"}:
        return deed
    doer = subject(verb)
    with_whom = [thing for name, thing in phrase_prepositions(noun) if name in {"with", "to"}]
    if doer is None or not with_whom:
        return deed
    return msgspec.structs.replace(deed, doers=(doer,), others=tuple(with_whom), nominal=False)


def _depth(word: Word) -> tuple[int, int]:
    return sum(1 for _ in word.ancestors()), word.i


def stands_alone(deed: Deed, book: ActBook) -> bool:
    """Whether a deed that nothing larger has claimed is told of rather than merely named."""
    if deed.head.pos in {"NOUN", "PROPN"} and deed.head is deed.core:
        entries = book.nouns.get(deed.core.lemma.lower(), ())
        told = any(entry.bare for entry in entries) and bool(deed.others or deed.symmetric)
        return told and bool(deed.doers) and not _is_unmentioned(deed.head)
    return not is_purpose(deed.head) and not _is_unmentioned(deed.head)


def _is_unmentioned(word: Word) -> bool:
    """ "made no mention of Tokyo's willingness to ..." tells of nothing."""
    return any(above.lemma.lower() in _MENTIONS and has_no(above) for above in word.ancestors())


def is_purpose(verb: Word) -> bool:
    """An infinitive that no operator claimed tells of an aim, not of a deed: "met to discuss"."""
    if verb.dep == "conj" and verb.tag in {"VB", "VBG"} and verb.head.pos == "VERB":
        return is_purpose(verb.head)
    if (
        verb.dep == "pcomp"
    ):  # "by closing the border" tells how; "accused them of closing" tells what
        over = verb.head.head
        answers = over.pos == "VERB" and over.lemma.lower() in _ANSWERING
        return verb.head.text.lower() not in (_TELLING | {"by", "with"} if answers else _TELLING)
    return (
        verb.tag == "VB"
        and verb.dep in {"advcl", "acl", "xcomp", "relcl", "ccomp", "csubj"}
        and any(child.tag == "TO" for child in verb.children)
    )
