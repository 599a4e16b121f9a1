"""What positions on an outcome or on terms are about, so that lanes compare like with like.

Within one report what it is mostly about counts as the outcome and the rest as terms: a fee that is
one of the terms in March may be all that is left to settle in May. Over the reports on a matter the
thing itself decides. What names the matter or its settlement is the outcome; any other thing has a
lane of its own, on the target that most reports give it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

import msgspec

from verbale.lexicon.stances import stance_book
from verbale.passages.tokens import tokens
from verbale.positions.lanes import Held
from verbale.positions.terms import telling

#: What names nothing of its own, so that lanes go by the matter alone.
WHOLE = ""
#: Names that every settlement may have.
_ANY = "treaty, solution, settlement, arrangement, compromise"
_THINGS = frozenset({"outcome", "terms"})
_AFTER = re.compile(r"\s(?:of|on|over|with|for|about|between|to)\s")
_OF = re.compile(r"\s(?:of|for)\s")
_DOING = re.compile(r"(?<=[a-z]{4})(?:ing|ery|er)$")
_SHORT = 3
#: What two matters of the same parties may have in common and be two all the same.
_COMMON = frozenset(
    """import export trade water river island sea land joint new common peace state dispute issue
    question problem condition precondition demand clause provision figure north south east west
    northern southern eastern western foreign national military nuclear bilateral regional disputed
    and for with the over""".split()  # noqa: SIM905 - a word list
)
_PLURAL = re.compile(r"(?<=[a-z]{2})(?:ies|s)$")


def head_of(words: str) -> str:
    """The last word before a preposition, in the singular: what the phrase is a kind of.

    >>> head_of("the licences of 200 boats")
    'licence'
    """
    last = [token for _, token in tokens(_AFTER.split(words, maxsplit=1)[0])]
    return singular(last[-1]) if last else ""


def singular(word: str) -> str:
    """A noun without its plural ending; cut alike wherever two are compared."""
    return _PLURAL.sub(lambda end: "y" if end[0] == "ies" else "", word)


@lru_cache(maxsize=1 << 14)
def thing_of(named: str) -> str:
    """What a position named so is about, as a key: "detainees" and "the release of the captives"
    have one. `WHOLE` for a treaty and the like, which settle whatever the matter is.

    >>> thing_of("the detainees") == thing_of("release of two captives")
    True
    >>> thing_of("a peace treaty")
    ''
    """
    head = head_of(named)
    behind = _OF.split(named, maxsplit=1)[1:]
    if behind and (head in _doings() or _is_thing(head_of(behind[0]))):
        return thing_of(behind[0])
    doing = head in _doings() and not _is_thing(head)  # "the return" is asked for by itself
    if not head or doing or head in _settlements():
        return WHOLE
    return min(telling(head), default=head)


def is_barrier(named: str) -> bool:
    """Whether what is named so stands in the way, and a stance is toward its end.

    >>> is_barrier("the ban on fish"), is_barrier("the release of the men")
    (True, False)
    """
    known = stance_book().things.get(head_of(named), ())
    return bool(known) and all(entry.against for _, entry in known)


def kind_of(named: str) -> str:
    """As `thing_of`, but for a ruling and whatever else is one of its kind; nothing for a treaty or
    a deal, of which any matter may have one.

    >>> kind_of("the judgment") == kind_of("the court's ruling")
    True
    """
    thing = thing_of(named)
    head = head_of(named)
    if thing or not head or head in _doings():
        return thing
    own = min(telling(head), default=head)
    return "" if own in telling(_ANY) else own


def settled(positions: Iterable[Held], own: Mapping[str, Iterable[str]]) -> tuple[Held, ...]:
    """The positions with their ``thing``, and the target that it has over all reports.

    ``own`` are the words that reports have for each matter, by its key. Which target a thing has
    depends on the positions alone, never on their order. Other targets stay as they are.
    """
    every = tuple(positions)
    wholes = {matter: {thing_of(words) for words in called} for matter, called in own.items()}
    counts: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    things = [_thing(held, wholes) for held in every]
    for held, thing in zip(every, things, strict=True):
        if thing is not None:
            counts[held.matter, thing][held.on] += 1
    return tuple(
        held if thing is None else _placed(held, thing, counts[held.matter, thing])
        for held, thing in zip(every, things, strict=True)
    )


def _thing(held: Held, wholes: Mapping[str, Iterable[str]]) -> str | None:
    """Its thing within its matter; None where it is on talks or relations, or on no matter."""
    if held.on not in _THINGS or held.matter not in wholes:
        return None
    thing = thing_of(held.named)
    return WHOLE if thing in wholes[held.matter] else thing


def _placed(held: Held, thing: str, counted: Counter[str]) -> Held:
    on = "outcome" if thing == WHOLE or counted["outcome"] >= counted["terms"] else "terms"
    return msgspec.structs.replace(held, thing=thing, on=on)


def telling_words(wordings: Iterable[tuple[str, ...]]) -> frozenset[str]:
    """The words of wordings, in the singular, that tell what a matter is about and not only what
    kind of thing it is: the fish of "ban on fish" and of "fishing agreement".

    >>> sorted(telling_words([("fishing", "agreement"), ("fish", "ban")]))
    ['fish']
    """
    plain = {_DOING.sub("", word) for wording in wordings for word in wording}
    return frozenset(word for word in plain if len(word) > _SHORT and not _is_kind(word))


def _is_kind(word: str) -> bool:
    """Whether many matters have such a thing: an agreement, a ban, a demand, an import."""
    book = stance_book()
    if word in _COMMON or word in _doings() or word in book.given | book.pointing:
        return True
    own = [entry for rest, entry in book.things.get(word, ()) if not rest]
    return any(entry.against or (entry.on != "terms" and not entry.made) for entry in own)


@lru_cache(maxsize=1)
def _doings() -> frozenset[str]:
    """Nouns that only make the thing behind them be or end: "the lifting of the ban"."""
    return frozenset(
        noun
        for (kind, noun), forces in stance_book().forces.items()
        if kind == "noun" and any(force.says in {"does", "ends"} for _, force in forces)
    )


@lru_cache(maxsize=1)
def _settlements() -> frozenset[str]:
    """Nouns for what settles a matter, whatever it is: a treaty, a truce, a ruling."""
    return frozenset(
        noun
        for noun, entries in stance_book().things.items()
        for rest, entry in entries
        if entry.on == "outcome" and not (rest or entry.made or entry.against or entry.levied)
    )


def _is_thing(noun: str) -> bool:
    return any(entry.on in _THINGS for _, entry in stance_book().things.get(noun, ()))
