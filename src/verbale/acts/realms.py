"""Which state "the kingdom", "the republic" or "the bloc" is: the report's own one of this kind."""

from __future__ import annotations

from collections.abc import Sequence

from verbale.actors import Cast
from verbale.acts.codes import Codes
from verbale.acts.leading import Standing
from verbale.language import Word
from verbale.lexicon.wordlists import word_list

_UNRECOGNISED = frozenset({"de-facto", "movement"})
_BLOCS = {"union": "bloc"}


def realm(word: Word, standing: Standing, cast: Cast) -> Codes:
    """The one side of the kind that ``word`` names, that of the place of filing first, then one of
    the pair, then the one named most; empty where several fit."""
    kind = word.lemma.lower()
    if kind not in word_list("realms") or not any(c.dep == "det" for c in word.children):
        return ()
    fitting = [code for code in standing.often if kind in _kinds_of(code, cast)]
    for likely in ((cast.home,), standing.pair, _named_most(fitting, standing)):
        fitting = [code for code in fitting if code in likely] or fitting
    return (fitting[0],) if len(fitting) == 1 else ()


def breakaway(word: Word, standing: Standing, cast: Cast) -> Codes:
    """Whose "the separatist leader" and "the rebel authorities" are: those of the one side of the
    report that nobody or hardly anybody recognises."""
    if not any(c.text.lower() in word_list("breakaway-words") for c in word.children):
        return ()
    sides = [code for code in standing.often if _is_unrecognised(code, cast)]
    return tuple(sides) if len(sides) == 1 else ()


def _is_unrecognised(code: str, cast: Cast) -> bool:
    party = cast.lexicon.party(code)
    return party is not None and party.kind in _UNRECOGNISED


def _named_most(codes: Sequence[str], standing: Standing) -> Codes:
    """The one of ``codes`` that the report names twice as often as any other."""
    ranked = sorted(codes, key=lambda code: -standing.often[code])
    if len(ranked) > 1 and standing.often[ranked[0]] < 2 * standing.often[ranked[1]]:
        return ()
    return tuple(ranked[:1])


def _kinds_of(code: str, cast: Cast) -> set[str]:
    party = cast.lexicon.party(code)
    if party is None:
        return set()
    kinds = {part.lower() for name in (party.name, *party.names) for part in name.split()}
    return kinds | {_BLOCS.get(party.kind, party.kind)}
