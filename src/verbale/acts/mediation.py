"""Mediated acts: who only brings two sides together is kept apart from them.

"Oman brokered the accord between Iran and Saudi Arabia", "talks held under Qatari mediation", "the
two ministers met in Doha after Qatar's mediation": the accord is the two sides' own.
"""

from __future__ import annotations

import msgspec

from verbale.acts.codes import Codes, named_words
from verbale.acts.deed import Deed
from verbale.acts.leading import mediators
from verbale.acts.parties import Parties
from verbale.acts.sides import Sides
from verbale.language import Word
from verbale.lexicon.wordlists import word_list

#: What two sides do with each other, so that a third can have brought it about.
_BROUGHT_ABOUT = frozenset({"CONSULT", "AGREE", "COOPERATE", "SUPPORT", "RETREAT", "CONCEDE"})
_SHARED = _BROUGHT_ABOUT - {"RETREAT"}
#: Verbs of him who has two others meet.
_GATHERING = frozenset(
    {"host", "chair", "convene", "sponsor", "arrange", "lead", "bring", "gather"}
)


def with_mediator(deed: Deed, found: Parties, words: tuple[Word, ...], sides: Sides) -> Parties:
    """``found`` with those who mediate apart; as it is where nobody does."""
    if deed.type not in _BROUGHT_ABOUT or not found.actor:
        return found
    if _brings_together(deed, found, sides):
        pair = found.recipient
        word = found.recipient_word
        return Parties(pair[:1], word, pair[1:], word, mediator=found.actor)
    named = named_words(words, sides.cast.mentions(words))
    between = set(dict.fromkeys(mediators(words, named)))
    between -= set(found.actor)
    mediating = tuple(code for code in dict.fromkeys(named.values()) if code in between)
    if not mediating or not {*found.actor, *found.recipient} - between:
        return found
    recipient = tuple(code for code in found.recipient if code not in between)
    if recipient != found.recipient and not recipient:
        recipient = sides.other(found.actor) if found.recipient_word is None else found.recipient
    return msgspec.structs.replace(
        found,
        recipient=recipient,
        mediator=tuple(code for code in mediating if code not in recipient),
    )


def _brings_together(deed: Deed, found: Parties, sides: Sides) -> bool:
    """ "Turkey brokered the truce", "Uganda hosted the two defence chiefs"."""
    if deed.type not in _SHARED or deed.intended or len(found.actor) != 1:
        return False
    lemmas = {word.lemma.lower() for word in deed.trail}
    if not lemmas & (word_list("mediating-words") | _GATHERING):
        return False
    return len(found.recipient) == 2 and not _is_party(found.actor, sides)


def only_tells_who_mediated(deed: Deed) -> bool:
    """ "The arrangement brokered by Oslo", "talks mediated by Oman": no act by itself."""
    verb = deed.head
    mediates = verb.lemma.lower() in word_list("mediating-words")
    return mediates and verb.dep == "acl" and verb.tag == "VBN"


def _is_party(actor: Codes, sides: Sides) -> bool:
    return bool(set(actor) & set(sides.pair))
