"""The matters of one bucket: all that reports say the same parties deal with.

A *bucket* is a set of parties. Matters are found within one, so that adding a report concerns
only the buckets that it speaks of, and nothing of another dispute ever joins.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import msgspec

from verbale.matters.cluster import Counted, cluster
from verbale.matters.decided import Decided
from verbale.matters.naming import name_of, neutral_label, ordered, place_names
from verbale.model.matter import Matter

#: A thing is a matter when so many reports have news of it ...
_REPORTS = 2
#: ... weighing together at least this much, or one report that makes this much of it.
_WEIGHT, CENTRAL = 4, 6
_PAIR = 2


class TopicCount(msgspec.Struct, frozen=True, kw_only=True):
    """How reports of a bucket speak of one key in one wording.

    ``reports`` counts them, ``news`` those of them whose weight is not 0, ``weight`` adds theirs
    up. ``central`` counts those of `CENTRAL` and more, ``headlines`` those that have it there,
    ``disputed`` those that speak of a dispute beside it.
    """

    key: str
    head: str
    kind: str
    words: str
    place: bool
    reports: int
    news: int
    weight: int
    central: int
    headlines: int
    disputed: int


class Bucket(msgspec.Struct, frozen=True, kw_only=True):
    """All that is stored about the dealings of ``parties``."""

    parties: tuple[str, ...]
    topics: tuple[TopicCount, ...]
    same_places: tuple[tuple[str, str], ...] = ()


class Placed(NamedTuple):
    """The matter that a key belongs to, and the key that gave the matter its id."""

    matter: str
    core: str


def matter_id(parties: Sequence[str], key: str) -> str:
    """``m`` and eight hex digits of the hashed parties and object."""
    said = "\0".join((*sorted(parties), "", key))
    return "m" + hashlib.sha256(said.encode()).hexdigest()[:8]


def assign(bucket: Bucket, decided: Decided | None = None) -> dict[str, Placed]:
    """The matter of each key of ``bucket`` that belongs to one. What a person named, merged, set
    apart or pinned is a matter in any case."""
    decided = decided or Decided()
    name = " ".join(bucket.parties)
    apart = {
        key: own
        for own, those in decided.apart.items()
        if those.bucket == name
        for key in those.keys
    }
    by_key: defaultdict[str, list[TopicCount]] = defaultdict(list)
    for topic in bucket.topics:
        by_key[topic.key].append(topic)
    loose = [_counted(some) for key, some in by_key.items() if key not in apart]
    home = cluster(loose, bucket.same_places)
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for key in sorted(home):
        groups[home[key]].append(key)
    placed: dict[str, Placed] = {}
    for core, keys in groups.items():
        pinned = decided.id_for(name, keys)
        own = pinned or matter_id(bucket.parties, core)
        kept = pinned or own in decided.names or own in decided.merged
        if kept or _matters(bucket.parties, [topic for key in keys for topic in by_key[key]]):
            placed.update(dict.fromkeys(keys, Placed(decided.final(own), core)))
    for key, own in apart.items():
        if key in by_key:
            placed[key] = Placed(decided.final(own), decided.apart[own].keys[0])
    return placed


def matter_of(
    place: Placed, parties: tuple[str, ...], topics: Sequence[TopicCount], reports: int
) -> Matter:
    """The matter that ``topics`` are together; ``reports`` speak of it, each counted once."""
    wordings = Counter[str]()
    for topic in topics:
        wordings[topic.words] += topic.reports
    return Matter(
        id=place.matter,
        parties=parties,
        key=place.core,
        keys=tuple(sorted({topic.key for topic in topics})),
        name=_name(parties, place.core, topics, wordings),
        kind=_usual_kind(topics),
        wordings=ordered(wordings),
        reports=reports,
        weight=sum(topic.weight for topic in topics),
    )


def _name(
    parties: tuple[str, ...],
    key: str,
    topics: Sequence[TopicCount],
    wordings: Mapping[str, int],
) -> str:
    places = Counter[str]()
    for topic in topics:
        if topic.place:
            places[topic.words] += topic.reports
    if places:
        return neutral_label(place_names(key, ordered(places), parties))
    core = Counter[str]()
    for topic in topics:
        if " " in topic.key:
            core[topic.words] += topic.reports
    return name_of(core if _usual(core, wordings) else wordings)


def _usual(core: Counter[str], wordings: Mapping[str, int]) -> bool:
    """Whether the wordings that tell which thing is meant are more than somebody's own."""
    return core.total() > 1 or core.total() == sum(wordings.values())


def _usual_kind(topics: Iterable[TopicCount]) -> str:
    kinds = Counter[str]()
    for topic in topics:
        kinds[topic.kind] += topic.reports
    return min(kinds, key=lambda kind: (-kinds[kind], kind))


def _matters(parties: Sequence[str], topics: Sequence[TopicCount]) -> bool:
    """Whether enough is made of a thing: in several reports, or very much in one, where a bare
    noun has to be in the headline. A named place has to be in dispute; a bare noun is nothing
    without two parties, since deals and visits of one side alone may be any."""
    if len(parties) < _PAIR and not any(" " in topic.key for topic in topics):
        return False
    if all(topic.place for topic in topics) and not any(topic.disputed for topic in topics):
        return False
    weight = sum(topic.weight for topic in topics)
    if sum(topic.news for topic in topics) >= _REPORTS and weight >= _WEIGHT:
        return True
    return any(t.central for t in topics if " " in t.key or t.headlines)


def _counted(topics: Sequence[TopicCount]) -> Counted:
    first = topics[0]
    return Counted(
        key=first.key,
        head=first.head,
        kind=_usual_kind(topics),
        place=any(topic.place for topic in topics),
        weight=sum(topic.reports + topic.weight for topic in topics),
    )
