"""What became of a condition between two statements of it, which seldom use the same words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Literal, NamedTuple

from verbale.lexicon import Party, default_lexicon
from verbale.lexicon.stances import stance_book

How = Literal["added", "dropped", "changed"]
_WORD = re.compile(r"[^\W_]+(?:['’]\w+)?")
_PART = re.compile(r"\s*[,;]\s+(?:and\s+)?|\s+(?:and|as well as|plus)\s+", re.IGNORECASE)
#: Words are compared by their beginnings, so that "lifted" and "lifting" meet.
_STEM = 5
_SHARED = 0.5
_PLAIN = frozenset(
    """a an the of to in on at by for from with its his her their our your my that this these those
    it they we he she is are was were be been being has have had will would shall should can
    could may only if when after once until unless as soon long so not provided providing
    condition on and or first all any own under such which who there then than into out up again
    also both very fully completely exchange return subject without assuming event case pending
    conditional contingent
    """.split()  # noqa: SIM905 - a word list, not a hundred quotation marks
)


class Change(NamedTuple):
    """What happened to a condition; ``words`` are the parts that came or went."""

    how: How
    words: str


@lru_cache(maxsize=1 << 14)
def condition_change(before: str | None, after: str | None) -> Change | None:
    """How ``after`` differs from ``before``; None where both ask for the same.

    Parts joined by "and" are compared one by one. Two parts ask for the same if one shares half of
    the telling words of the other, or if both name nothing that could be met.
    """
    was, now = _parts(before), _parts(after)
    gone = [part for part in was if not any(_same(part, other) for other in now)]
    come = [part for part in now if not any(_same(part, other) for other in was)]
    if gone and come:
        return Change("changed", after or "")
    if come:
        return Change("added", " and ".join(come))
    return Change("dropped", " and ".join(gone)) if gone else None


@lru_cache(maxsize=1 << 14)
def telling(words: str) -> frozenset[str]:
    """The beginnings of the words that carry meaning; those that ask for the same are one.

    Names of parties say whom it is asked of ("Nairobi", "Kenya", "the Kenyan side"), not what; they
    count only where nothing else is said.
    """
    nameless = _nameless(words)
    return _stems(nameless) or _stems(words)


def _stems(words: str) -> frozenset[str]:
    found = (match[0].lower() for match in _WORD.finditer(words))
    kept = (word for word in found if word not in _PLAIN and len(word) > 1)
    same = _same_words()
    return frozenset(same.get(word) or same.get(word[:_STEM], word[:_STEM]) for word in kept)


def _nameless(words: str) -> str:
    """The words without the names of states and bodies."""
    kept, at = [], 0
    for match in default_lexicon().find(words):
        if isinstance(match.entry, Party):
            kept.append(words[at : match.span.start])
            at = max(at, match.span.end)
    return " ".join([*kept, words[at:]])


def alike(one: str, other: str, share: float = _SHARED) -> bool:
    """Whether the shorter of two phrases has this share of its telling words in the longer."""
    mine, theirs = telling(one), telling(other)
    least = min(len(mine), len(theirs))
    return bool(least) and len(mine & theirs) >= share * least


def _parts(condition: str | None) -> list[str]:
    """The parts of a condition; pieces without a telling word stay with the one before."""
    parts: list[str] = []
    for piece in _PART.split(condition or ""):
        if parts and not _demands(piece):
            parts[-1] += f" and {piece}"
        elif piece.strip():
            parts.append(piece.strip())
    return parts


def _demands(piece: str) -> bool:
    """Whether a piece can stand alone: it has two telling words or names something to be done."""
    return len(telling(piece)) > 1


def _same(one: str, other: str) -> bool:
    if _vague(one) and _vague(other):
        return True
    return not (_vague(one) or _vague(other)) and alike(one, other)


def _vague(part: str) -> bool:
    """Whether it names nothing that could be met: "when the situation allows"."""
    return telling(part) <= _vague_stems()


@lru_cache(maxsize=1)
def _vague_stems() -> frozenset[str]:
    return frozenset(word[:_STEM] for word in stance_book().vague)


@lru_cache(maxsize=1)
def _same_words() -> Mapping[str, str]:
    """Each word and each beginning of one, and the first of those that ask for the same. The whole
    word counts first: "observers" are monitors, to "observe" a truce is to respect it."""
    groups = [(word, words[0][:_STEM]) for words in stance_book().same for word in words]
    return {word[:_STEM]: first for word, first in reversed(groups)} | dict(reversed(groups))
