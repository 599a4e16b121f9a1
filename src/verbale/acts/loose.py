"""Deeds that no pattern knows: a word, whoever does it and whoever stands with it.

The clause coder finds acts in words that the patterns do not have. Whom these concern is read from
the grammar alone, as for a verb whose meaning is not known.
"""

from __future__ import annotations

from collections.abc import Iterator

from verbale.acts.clause import conjuncts, noun_doers, phrase_prepositions, prepositions, slots_of
from verbale.acts.deed import Deed, unique
from verbale.language import Word
from verbale.statements.grammar import subject

_WITH = ("to", "with", "against", "from", "on", "for", "toward", "towards", "at", "between", "of")
_MUTUAL = frozenset({"CONSULT", "COOPERATE", "AGREE"})


def loose_deed(word: Word, act_type: str) -> Deed:
    """A deed of ``act_type`` at ``word`` with everybody whom the grammar puts near it."""
    nominal = word.pos in {"NOUN", "PROPN"} and word.dep not in {"ROOT", "attr"}
    doers = unique(*_doers(word))
    return Deed(
        type=act_type,
        mode=None,
        head=word,
        core=word,
        symmetric=act_type in _MUTUAL and all(map(_is_several, doers)),
        doers=doers,
        others=unique(*_others(word)),
        nominal=nominal,
        loose=True,
        asked=False,
        intended=act_type not in _MUTUAL,
        trail=(word,),
        used=frozenset({word.i}),
    )


def _is_several(word: Word) -> bool:
    """ "The two ministers", "Kenya and Somalia"."""
    return word.tag in {"NNS", "NNPS"} or len(conjuncts(word)) > 1


def _doers(word: Word) -> Iterator[Word]:
    if word.pos in {"NOUN", "PROPN"}:
        yield from noun_doers(word, of=True)
        return
    doer = slots_of(word).doer if word.pos == "VERB" else subject(word)
    if doer is None and word.pos == "ADJ" and word.head.pos == "AUX":
        doer = subject(word.head)
    if doer is not None:
        yield doer


def _others(word: Word) -> Iterator[Word]:
    if word.pos in {"NOUN", "PROPN"}:
        yield from (thing for name, thing in phrase_prepositions(word) if name in _WITH)
        return
    if word.pos == "VERB":
        slots = slots_of(word)
        yield from (thing for thing in (slots.dative, slots.object) if thing is not None)
    around = [word, *word.all("dobj", "attr", "acomp", "xcomp", "ccomp", "pobj")]
    for near in around:
        yield from (thing for name, thing in prepositions(near) if name in _WITH)
        if near is not word:
            yield from (child for child in near.all("dobj", "poss", "nsubj"))
