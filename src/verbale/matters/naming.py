"""What a matter is called: the reports' own words, and no side's name for a disputed place.

The neutral label of a place with several names is all of them in alphabetical order, joined by
`` / ``: those that the reports use, and those known to be a party's own. See
``docs/names-and-claims.md``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from verbale.lexicon.rivals import rival_book

#: From which part of the reports on a telling wording is preferred to a bare noun.
_TELLING = 4
#: Where so few reports speak of a thing, one of them may name it.
_FEW = 2
JOINT = " / "


def neutral_label(names: Iterable[str]) -> str:
    """All of ``names``, each once, in alphabetical order."""
    return JOINT.join(sorted(dict.fromkeys(names), key=lambda name: (name.casefold(), name)))


def place_names(key: str, used: Iterable[str], parties: Sequence[str]) -> list[str]:
    """The names of a place: those used, and each party's own where the lexicon knows it."""
    thing = rival_book().things.get(key)
    own = [name.name for name in (thing.names if thing else ()) if set(name.by) & set(parties)]
    return [*used, *own]


def ordered(wordings: Mapping[str, int]) -> tuple[str, ...]:
    """Wordings with their numbers of reports, as a name would show them, the usual one first.

    Those that differ in capitals only are one, written as most reports do, and not in capitals
    throughout where any report has small letters.
    """
    by_fold: dict[str, Counter[str]] = {}
    for words, number in wordings.items():
        by_fold.setdefault(words.casefold(), Counter())[words] += number
    totals = {_usual(forms): forms.total() for forms in by_fold.values()}
    return tuple(sorted(totals, key=lambda words: (-totals[words], words)))


def _usual(forms: Counter[str]) -> str:
    return min(forms, key=lambda words: (_capitals(words), -forms[words], words))


def _capitals(words: str) -> int:
    """How many words of two letters and more are in capitals throughout."""
    return sum(word.isupper() and len(word) > 1 for word in words.split())


def name_of(wordings: Mapping[str, int]) -> str:
    """The name for a thing that is no place: the usual wording, a telling one before a bare noun.

    "prisoner exchange" is the better name for what most reports call "the prisoners".
    """
    ranked = ordered(wordings)
    total = sum(wordings.values())
    by_fold = Counter[str]()
    for words, number in wordings.items():
        by_fold[words.casefold()] += number
    telling = [
        words for words in ranked if " " in words and _telling(by_fold[words.casefold()], total)
    ]
    return (telling or list(ranked))[0]


def _telling(reports: int, total: int) -> bool:
    """Whether a wording is more than one report's own way of putting it."""
    return reports * _TELLING >= total and (reports > 1 or total <= _FEW)
