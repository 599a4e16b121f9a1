"""Event nouns: "talks", "the launch of its operation", "Japanese sanctions on Moscow"."""

from __future__ import annotations

import msgspec

from verbale.acts.clause import noun_doers, phrase_prepositions, prepositions
from verbale.acts.deed import Ask, Deed, unique
from verbale.acts.lookup import has_no, kernels, lemma_of
from verbale.acts.operators import operate
from verbale.language import Word
from verbale.lexicon.acts import NounAct


def read_noun(noun: Word, ask: Ask, depth: int) -> Deed | None:
    """What a noun with its phrase amounts to: an operator's deed, an event, or its kernel's."""
    lemma = lemma_of(noun, ask.book)
    found: list[Deed] = []
    for operator, rest in ask.book.operators.get(("noun", lemma), ()):
        if not rest:
            deed = operate(noun, None, operator, ask, depth)
            if deed is not None:
                doers = unique(*noun_doers(noun, of=False), *deed.doers)
                found.append(msgspec.structs.replace(deed, doers=doers, nominal=True))
    for entry in ask.book.nouns.get(lemma, ()):
        deed = _event(noun, entry)
        if deed is not None:
            found.append(deed)
    if found:
        return max(found, key=lambda deed: deed.weight)
    if lemma in ask.book.transparent and depth:
        for kernel in kernels(noun, ask.book):
            if kernel is not noun:
                deed = ask.meaning(kernel, depth + 1)
                if deed is not None:
                    around = [thing for name, thing in prepositions(noun) if name in deed.reach]
                    return msgspec.structs.replace(
                        deed,
                        doers=unique(*noun_doers(noun, of=False), *deed.doers),
                        others=unique(*deed.others, *around),
                        used=deed.used | {noun.i},
                    )
    return None


def _event(noun: Word, entry: NounAct) -> Deed | None:
    weight = 1.0
    if entry.plural and noun.tag not in {"NNS", "NNPS"}:
        return None
    if entry.without and any(c.text.lower() in entry.without for c in noun.children):
        return None
    if entry.modifiers:
        before = {c.text.lower() for c in noun.children if c.i < noun.i} | {
            c.lemma.lower() for c in noun.children
        }
        if not before & set(entry.modifiers):
            return None
        weight += 0.8
    around = list(phrase_prepositions(noun))
    others = [thing for name in entry.recipient for prep, thing in around if prep == name]
    if entry.of == "recipient":
        others += [thing for name, thing in prepositions(noun) if name == "of"]
    doers = list(noun_doers(noun, of=entry.of == "actor"))
    between = [thing for name, thing in around if name in {"between", "among"}]
    return Deed(
        type=entry.type,
        mode=entry.mode,
        head=noun,
        core=noun,
        symmetric=entry.symmetric or (bool(between) and entry.type in {"CONSULT", "ASSAULT"}),
        doers=unique(*doers, *(between if not doers else ())),
        others=unique(*others),
        reach=entry.recipient,
        nominal=True,
        negated=has_no(noun),
        weight=weight + (0.2 if others else 0),
        trail=(noun,),
        used=frozenset({noun.i}),
    )
