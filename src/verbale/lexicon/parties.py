"""The party that a person means by a code, a name, an adjective, a people or a capital."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from verbale.errors import UsageError
from verbale.lexicon.entries import Institution, Party
from verbale.lexicon.lexicon import Lexicon

_NEAR = 0.75
#: Below this many letters too many codes and names look alike to tell which one was meant.
_SHORT = 3


def code_of(name: str, lexicon: Lexicon) -> str:
    """The code of the one party that goes by ``name``, in any case: ``Japan``, ``Japanese``,
    ``tokyo`` and ``jpn`` are ``JPN``. A code comes first, then names, then all other words, last
    the state of a body (``Kremlin``).

    Raises `UsageError` with near names. A word stands for one party only: loading sees to that.
    """
    asked = " ".join(name.split())
    if lexicon.party(asked.upper()) is not None:
        return asked.upper()
    parties = [entry for entry in lexicon.entries if isinstance(entry, Party)]
    plain = asked.casefold().removeprefix("the ")
    for words in (_names, _other_words):
        for party in parties:
            if plain in map(str.casefold, words(party)):
                return party.code
    spoken_of = set(_spoken_of(asked, lexicon))
    if len(spoken_of) == 1:
        return spoken_of.pop()
    raise UsageError(asked, f"no state or organisation goes by this; {_hint(plain, parties)}")


def _spoken_of(words: str, lexicon: Lexicon) -> Iterator[str]:
    """The parties that words name or belong to: ``Kremlin``, ``Japanese coast guard``."""
    for match in lexicon.find(words):
        if isinstance(match.entry, Party):
            yield match.entry.code
        elif isinstance(match.entry, Institution):
            yield match.entry.country


def _names(party: Party) -> tuple[str, ...]:
    return (party.name, *party.names)


def _other_words(party: Party) -> tuple[str, ...]:
    return (*party.adjectives, *party.people, *party.capitals, *party.metonyms)


def _hint(asked: str, parties: Iterable[Party]) -> str:
    """Whose names look like what was asked for."""
    known: defaultdict[str, list[Party]] = defaultdict(list)
    for party in parties:
        for word in (party.code, *_names(party), *_other_words(party)):
            known[word.casefold()].append(party)
    words = [word for word in known if min(len(asked), len(word)) >= _SHORT or word == asked]
    near = get_close_matches(asked, words, n=3, cutoff=_NEAR)
    told = dict.fromkeys(_told(party) for word in near for party in known[word])
    return f"did you mean {' or '.join(told)}?" if told else "give a name or a code such as JPN, EU"


def _told(party: Party) -> str:
    return f"{party.name} ({party.code})"
