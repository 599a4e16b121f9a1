"""Deeds that are none between sides: those of private people, and those that stay at home.

A trader who says that "the Chinese" no longer answer and a Frenchman who is held overnight act for
no state; who promises growers money, or meets bereaved families, deals with nobody abroad.
"""

from __future__ import annotations

import re

from verbale.actors import Mentions
from verbale.acts.codes import code_of
from verbale.acts.deed import Deed
from verbale.acts.lookup import is_nobody
from verbale.language import Word
from verbale.lexicon.acts import ActBook
from verbale.lexicon.wordlists import word_list
from verbale.model import Span

#: Nationalities that name one or all alike: "the Chinese", "the British".
_ONE_OR_ALL = re.compile(r"(?:ese|sh|ch|ss)$", re.IGNORECASE)
_ONE = frozenset({"a", "an", "the", "one", "another"})
_HEADS = frozenset({"nsubj", "nsubjpass", "pobj", "dobj"})
#: What is said or given to somebody, so that to whom tells whether it leaves the country.
_ADDRESSED = frozenset({"AID", "REQUEST", "AGREE", "SUPPORT", "THREATEN", "CONSULT", "CONCEDE"})
_SPOKEN = frozenset({"THREATEN", "ACCUSE", "REQUEST", "SUPPORT"})
_MEETING = frozenset({"meet", "see", "greet"})
#: Whom states send: "the two neighbours' engineers met".
_SENT = frozenset({"neighbour", "neighbor", "engineer", "doctor", "nurse", "sailor"})
_PLACES = frozenset({"dobj", "dative", "pobj", "nsubjpass"})


def is_private(word: Word) -> bool:
    """Whether whoever is named at ``word`` lives from a trade: "a Dutch trader"."""
    lemma = word.lemma.lower()
    private = word_list("private-people") | word_list("unofficial-people")
    return word.pos == "NOUN" and lemma in private and lemma not in _SENT


def national(word: Word, mentions: Mentions) -> str | None:
    """The state of one who is named by his nationality alone: "the Irishman", "an Australian".

    In the plural these are the state itself ("the Americans").
    """
    if (
        word.dep not in _HEADS
        or word.all("conj")
        or not any(c.text.lower() in _ONE for c in word.children)
    ):
        return None
    if word.text.lower().endswith(("s", "men", "women")) or _ONE_OR_ALL.search(word.text):
        return None
    place = Span(word.start, word.end)
    named = (m for m in mentions.matches if m.span == place and m.role in {"adjective", "people"})
    return next(map(code_of, named), None)


def stays_home(deed: Deed, book: ActBook) -> bool:
    """Whether ``deed`` is done to those at home, or to nobody who speaks for a state: "met the
    owners", "announced aid for growers"."""
    if deed.type not in _ADDRESSED:
        return False
    nouns = [word for word in deed.others if word.pos == "NOUN" and word.dep in _PLACES]
    if any(map(_is_at_home, nouns[:1])):
        return True
    if deed.type != "CONSULT":
        return False
    met = deed.core.of("dobj") if deed.core.lemma.lower() in _MEETING else None
    return met is not None and met.pos == "NOUN" and not _speaks(met, book)


def is_said_to_nobody(deed: Deed) -> bool:
    """ "We are threatening nobody", "had accused no one"."""
    to = deed.core.of("dobj") if deed.type in _SPOKEN else None
    return to is not None and is_nobody(to)


def _is_at_home(word: Word) -> bool:
    """ "Told lawmakers", "aid for growers"; fishermen may be held abroad and let go."""
    lemma = word.lemma.lower()
    held = word.dep in {"dobj", "nsubjpass"} and lemma in word_list("held-people")
    return word.tag == "NNS" and lemma in word_list("home-people") and not held


def _speaks(word: Word, book: ActBook) -> bool:
    """Whether ``word`` speaks for a state: "her counterpart", "the envoys"."""
    speaking = word_list("official-nouns") | book.classes["callees"] | book.classes["envoys"]
    return bool({word.lemma.lower(), word.text.lower()} & speaking)
