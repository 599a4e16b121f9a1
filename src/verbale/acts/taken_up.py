"""Acts that take up another: "welcomed the release", "condemned their detention", "rejected it".

Who praises, blames or refuses what was told before means whoever did that. The noun says which act
it was: an offer is a request or a promise, a detention was done to somebody. The words are lists
of ``words.toml`` (``told-...``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from verbale.acts.clause import prepositions
from verbale.acts.codes import Codes
from verbale.acts.deed import Deed
from verbale.acts.past import Past
from verbale.language import Word
from verbale.lexicon.wordlists import word_list

#: The nouns that take up acts, by what they call them, and the types of acts that each can mean.
_NOUNS = {
    "accusations": word_list("told-accusations"),
    "offers": word_list("told-offers"),
    "threats": word_list("told-threats"),
    "curbs": word_list("told-curbs"),
    "holdings": word_list("told-holdings"),
    "blows": word_list("told-blows"),
    "yieldings": word_list("told-yieldings"),
    "accords": word_list("told-accords"),
    "steps": word_list("told-steps"),
}
_MEANT = {
    "accusations": frozenset({"ACCUSE"}),
    "offers": frozenset({"REQUEST", "AGREE"}),
    "threats": frozenset({"THREATEN"}),
    "curbs": frozenset({"SANCTION", "COERCE"}),
    "holdings": frozenset({"COERCE"}),
    "blows": frozenset({"ASSAULT"}),
    "yieldings": frozenset({"RETREAT", "CONCEDE"}),
    "accords": frozenset({"AGREE", "COOPERATE", "SUPPORT"}),
    "steps": frozenset(
        {"SANCTION", "COERCE", "RETREAT", "CONCEDE", "AGREE", "REJECT", "THREATEN", "MOBILIZE"}
    ),
}
_TAKING_UP = frozenset({"SUPPORT", "ACCUSE", "REJECT"})
#: Who does so to an offer answers whoever made it.
_ACCEPTING = frozenset({"accept", "take", "embrace"})
_ABOUT = frozenset({"at", "over", "about", "for", "with", "to", "of", "on"})
_POINTING = frozenset({"the", "this", "that", "these", "those", "such"})
#: "Their detention" names whom it was done to.
_DONE_TO = frozenset({"holdings", "blows", "yieldings"})
_SUFFERERS = frozenset({"their", "his", "her"})
_OWNING = frozenset({"poss", "compound", "nmod", "relcl", "acl"})
#: How many acts back the one meant may have been told: what is called by its kind may be further.
_BACK, _FAR_BACK = 5, 20
_VAGUE = frozenset({"offers", "steps", "accords"})


class TakenUp(NamedTuple):
    """The noun that takes up an act, and who did that."""

    word: Word
    codes: Codes


def taken_up(deed: Deed, actor: Codes, past: Sequence[Past]) -> TakenUp | None:
    """Whose act ``deed`` of ``actor`` takes up, among those told in the ``past``, latest first."""
    accepts = deed.type == "AGREE" and any(w.lemma.lower() in _ACCEPTING for w in deed.trail)
    if not (deed.type in _TAKING_UP or accepts) or deed.nominal:
        return None
    for word in things_told(deed):
        for name, types in _MEANT.items():
            if accepts and name != "offers":
                continue
            if word.lemma.lower() in _NOUNS[name] and _points_back(word, name):
                near = past[: _BACK if name in _VAGUE else _FAR_BACK]
                codes = _doers(types, name == "accords", actor, near)
                return TakenUp(word, codes) if codes else None
    return None


def things_told(deed: Deed) -> Iterator[Word]:
    """What the deed is about: the objects of its words, and what follows "over" or "at"."""
    for word in {word.i: word for word in (deed.head, *deed.trail)}.values():
        thing = word.of("dobj", "nsubjpass")
        if thing is not None:
            yield thing
        yield from (below for name, below in prepositions(word) if name in _ABOUT)


def _points_back(noun: Word, name: str) -> bool:
    """Whether a noun is told of before and does not say itself whose it is."""
    if any(child.dep in _OWNING and child.pos != "PRON" for child in noun.children):
        return False
    if any(child.dep == "amod" and child.text[:1].isupper() for child in noun.children):
        return False
    if any(
        prep in {"of", "by", "from", "to", "against", "on", "with"}
        for prep, _ in prepositions(noun)
    ):
        return False
    texts = {child.text.lower() for child in noun.children}
    return bool(texts & _POINTING) or (name in _DONE_TO and bool(texts & _SUFFERERS))


def _doers(types: frozenset[str], shared: bool, actor: Codes, past: Sequence[Past]) -> Codes:
    """Who did the latest act of ``types``; both sides of what they ``shared``."""
    for one in past:
        if one.type not in types or not one.actor:
            continue
        if shared:
            both = dict.fromkeys((*one.actor, *one.recipient))
            return tuple(code for code in both if code not in actor)
        if not set(one.actor) & set(actor):
            return one.actor
    return ()
