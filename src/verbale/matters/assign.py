"""The matters of one bucket: all that reports say the same parties deal with.

A *bucket* is a set of parties. Matters are found within one, so that adding a report concerns
only the buckets that it speaks of, and nothing of another dispute ever joins.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from verbale.matters.cluster import Counted, cluster
from verbale.matters.naming import name_of, neutral_label, ordered, place_names
from verbale.model.matter import Matter

#: A thing is a matter when so many reports have news of it ...
_REPORTS = 2
#: ... weighing together at least this much, or one report that makes this much of it.
_WEIGHT, _CENTRAL = 4, 6


class TopicCount(msgspec.Struct, frozen=True, kw_only=True):
    """How reports of a bucket speak of one key in one wording.

    ``reports`` counts them, ``news`` those of them whose weight is not 0, ``weight`` adds theirs
    up, ``most`` is the greatest, ``headlines`` counts the reports that have it there.
    """

    key: str
    head: str
    kind: str
    words: str
    place: bool
    reports: int
    news: int
    weight: int
    most: int
    headlines: int


class Bucket(msgspec.Struct, frozen=True, kw_only=True):
    """All that is stored about the dealings of ``parties``."""

    parties: tuple[str, ...]
    topics: tuple[TopicCount, ...]
    same_places: tuple[tuple[str, str], ...] = ()


def matter_id(parties: Sequence[str], key: str) -> str:
    """``m`` and eight hex digits of the hashed parties and object."""
    said = "\0".join((*sorted(parties), "", key))
    return "m" + hashlib.sha256(said.encode()).hexdigest()[:8]


def assign(bucket: Bucket, kept: Iterable[str] = ()) -> tuple[Matter, ...]:
    """The matters of ``bucket``, by key. A key of ``kept`` (a person's) is one in any case."""
    by_key: defaultdict[str, list[TopicCount]] = defaultdict(list)
    for topic in bucket.topics:
        by_key[topic.key].append(topic)
    home = cluster([_counted(some) for some in by_key.values()], bucket.same_places)
    gathered: defaultdict[str, list[TopicCount]] = defaultdict(list)
    for topic in bucket.topics:
        gathered[home[topic.key]].append(topic)
    wanted = set(kept)
    return tuple(
        matter_of(bucket.parties, key, some)
        for key, some in sorted(gathered.items())
        if wanted & {key, *(topic.key for topic in some)} or _matters(some)
    )


def matter_of(parties: tuple[str, ...], key: str, topics: Sequence[TopicCount]) -> Matter:
    """The matter that ``topics`` are together."""
    wordings = Counter[str]()
    for topic in topics:
        wordings[topic.words] += topic.reports
    ranked = ordered(wordings)
    return Matter(
        id=matter_id(parties, key),
        parties=parties,
        key=key,
        keys=tuple(sorted({topic.key for topic in topics})),
        name=_name(parties, key, topics, wordings),
        kind=_usual_kind(topics),
        wordings=ranked,
        reports=sum(topic.reports for topic in topics),
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
    return name_of(core or wordings)


def _usual_kind(topics: Iterable[TopicCount]) -> str:
    kinds = Counter[str]()
    for topic in topics:
        kinds[topic.kind] += topic.reports
    return min(kinds, key=lambda kind: (-kinds[kind], kind))


def _matters(topics: Sequence[TopicCount]) -> bool:
    """Whether enough is made of a thing: in several reports, or very much in one, where a bare
    noun has to be in the headline."""
    weight = sum(topic.weight for topic in topics)
    if sum(topic.news for topic in topics) >= _REPORTS and weight >= _WEIGHT:
        return True
    telling = [topic for topic in topics if " " in topic.key or topic.headlines]
    return max((topic.most for topic in telling), default=0) >= _CENTRAL


def _counted(topics: Sequence[TopicCount]) -> Counted:
    first = topics[0]
    return Counted(
        key=first.key,
        head=first.head,
        kind=_usual_kind(topics),
        place=any(topic.place for topic in topics),
        weight=sum(topic.reports + topic.weight for topic in topics),
    )
