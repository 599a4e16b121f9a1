"""Which things that the same parties deal with are one: the peace treaty, the treaty, peace.

Keys are sets of words, the noun last. The smallest keys of two and more words are *cores*; a
longer key with the same noun that holds one ("comprehensive peace agreement") goes with it. A
single word goes with the core that holds it, if it is the only one or plainly the usual one.
An agreement about a thing ("the deal on the dam") goes with the thing, where that is named more
closely. Places known by several names are one. Where it is not clear which, things stay apart. The
result depends on the counts alone, never on the order of reading.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

import msgspec

#: How much more often one of several things must be spoken of, to be the one that is meant.
_PLAINLY = 3
#: What settles a thing: the one noun for treaties, deals and the like in keys, and rulings.
_SETTLING = frozenset({"agreement", "ruling", "judgment", "verdict", "award"})
_LAND = "territory"
_PARTS = re.compile(r"[\s-]+")


class Counted(msgspec.Struct, frozen=True, kw_only=True):
    """A key in one bucket: its noun and kind, whether it is a named place, and how much reports
    make of it."""

    key: str
    head: str
    kind: str
    place: bool
    weight: int


def cluster(
    counted: Collection[Counted], same_places: Iterable[tuple[str, str]] = ()
) -> dict[str, str]:
    """For each key the key of the thing that it is, itself where it is its own.

    ``same_places`` are pairs of keys of places that reports call two names of one.
    """
    home = _joined_places({c.key for c in counted}, same_places)
    weights = _summed(counted, home)
    index = _Index(counted)
    for item in sorted(counted, key=lambda c: (-len(c.key.split()), c.key)):
        if home[item.key] == item.key and not item.place:
            home[item.key] = _home(item, index, home, weights)
    return {key: _last(key, home) for key in home}


class _Index:
    """The keys of a bucket by their nouns and by their words."""

    def __init__(self, counted: Iterable[Counted]) -> None:
        self.by_head: defaultdict[str, list[tuple[str, frozenset[str]]]] = defaultdict(list)
        self.by_word: defaultdict[str, list[str]] = defaultdict(list)
        self.lands: list[str] = []
        for item in counted:
            if item.place:
                self.lands += [item.key] if item.kind == _LAND else []
                continue
            words = _words(item.key)
            self.by_head[item.head].append((item.key, words))
            for word in words if len(words) > 1 else ():
                self.by_word[word].append(item.key)

    def about(self, words: frozenset[str], head: str) -> set[str]:
        """What an agreement or ruling is about, if it is a thing of its own: "deal on the dam"."""
        if head not in _SETTLING:
            return set()
        rest = words - {head}
        return {
            key
            for noun in rest
            for key, some in self.by_head[noun]
            if len(some) > 1 and (rest <= some or some <= rest)
        }


def _words(key: str) -> frozenset[str]:
    """The words of a key; "soft-drink ban" holds "drink ban"."""
    return frozenset(_PARTS.split(key))


def _joined_places(keys: Collection[str], pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    home = {key: key for key in keys}
    for one, other in sorted(pairs):
        if one in home and other in home:
            first, second = sorted((_last(one, home), _last(other, home)))
            home[second] = first
    return home


def _last(key: str, home: Mapping[str, str]) -> str:
    while home[key] != key:
        key = home[key]
    return key


def _summed(counted: Iterable[Counted], home: Mapping[str, str]) -> dict[str, int]:
    """Weights by key, those of a place under the one key of all its names."""
    found: dict[str, int] = {}
    for item in counted:
        key = _last(item.key, home)
        found[key] = found.get(key, 0) + item.weight
    return found


def _home(item: Counted, index: _Index, home: Mapping[str, str], weights: Mapping[str, int]) -> str:
    words = _words(item.key)
    if len(words) > 1:
        cores = [(k, w) for k, w in index.by_head[item.head] if len(w) > 1 and w < words]
        smallest = [key for key, some in cores if not any(other < some for _, other in cores)]
        usual = plainly({key: weights.get(key, 0) for key in smallest})
        if usual is not None:
            return usual
        about = index.about(words, item.head)
        return plainly({key: weights.get(key, 0) for key in about - {item.key}}) or item.key
    holding = {_last(key, home) for key in index.by_word[item.key]}
    if item.kind == _LAND:
        holding = {_last(key, home) for key in index.lands} or holding
    return plainly({key: weights.get(key, 0) for key in holding - {item.key}}) or item.key


def plainly(counts: Mapping[str, int]) -> str | None:
    """The only candidate, or the one spoken of far more often than all others together."""
    if not counts:
        return None
    best = min(counts, key=lambda key: (-counts[key], key))
    rest = sum(counts.values()) - counts[best]
    return best if counts[best] >= _PLAINLY * rest else None
