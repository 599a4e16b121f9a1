"""Which entries of a report are about which matter, and why.

An entry is about what its own words name. One that names nothing is about what the statement
around it is about; else what its paragraph names; else what the headline does, where the one who
speaks or acts is a party to it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import attrgetter

import msgspec

from verbale.model import Topic
from verbale.model.matter import LinkKind, MatterLink

_NAMED, _MEANT, _WITHIN, _BESIDE, _HEADLINE = 0.9, 0.8, 0.7, 0.55, 0.45


class LinkedEntry(msgspec.Struct, frozen=True, kw_only=True):
    """What a link needs to know of an entry.

    ``around`` is the number of the statement that it stands in, ``codes`` who speaks or acts.
    """

    kind: LinkKind
    number: int
    around: int | None = None
    codes: tuple[str, ...] = ()


Key = tuple[tuple[str, ...], str]
Matters = Mapping[Key, str]


def links_of(
    topics: Sequence[Topic],
    entries: Sequence[LinkedEntry],
    matters: Matters,
) -> tuple[MatterLink, ...]:
    """The links of one report. ``matters`` gives the matter of each ``(parties, key)``."""
    placed = [(t, matters[t.parties, t.key]) for t in topics if (t.parties, t.key) in matters]
    by_name = _by_name(placed)
    drafts: dict[tuple[LinkKind, int], dict[str, MatterLink]] = {}
    for entry in entries:
        own = by_name.get((entry.kind, entry.number), ())
        drafts[entry.kind, entry.number] = _best(_named(entry, own))
    for entry in sorted(entries, key=lambda e: (e.kind != "statement", e.number)):
        links = drafts[entry.kind, entry.number]
        if not links:
            links.update(_best(_inherited(entry, placed, drafts)))
    return tuple(
        link
        for (_, _), own in sorted(drafts.items())
        for link in sorted(own.values(), key=lambda link: (-link.score, link.matter))
    )


Placed = Sequence[tuple[Topic, str]]


def _best(links: Iterable[MatterLink]) -> dict[str, MatterLink]:
    """The surest link to each matter."""
    found: dict[str, MatterLink] = {}
    for link in links:
        if link.matter not in found or link.score > found[link.matter].score:
            found[link.matter] = link
    return found


#: Where entries of a kind name their topics, and which of them a topic is named by.
_NAMING: Mapping[LinkKind, tuple[str, Callable[[Topic], tuple[int, ...]]]] = {
    "statement": ("content", attrgetter("statements")),
    "act": ("evidence", attrgetter("acts")),
    "position": ("evidence", attrgetter("positions")),
}


def _by_name(placed: Placed) -> Mapping[tuple[LinkKind, int], Placed]:
    """The topics that each entry names itself, by its kind and number."""
    found: defaultdict[tuple[LinkKind, int], list[tuple[Topic, str]]] = defaultdict(list)
    for each in placed:
        for kind, (_, numbers) in _NAMING.items():
            for number in numbers(each[0]):
                found[kind, number].append(each)
    return found


def _named(entry: LinkedEntry, placed: Placed) -> Iterator[MatterLink]:
    where, _ = _NAMING[entry.kind]
    for topic, matter in placed:
        score = _MEANT if topic.bare else _NAMED
        yield _link(entry, matter, score, f"“{topic.words}” in its {where}")


def _inherited(
    entry: LinkedEntry,
    placed: Placed,
    drafts: Mapping[tuple[LinkKind, int], Mapping[str, MatterLink]],
) -> list[MatterLink]:
    around = drafts.get(("statement", entry.around)) if entry.around is not None else None
    if around:
        score = min(_WITHIN, max(link.score for link in around.values()))
        return [_link(entry, m, score, "the statement it stands in") for m in sorted(around)]
    beside = [
        _link(entry, matter, _BESIDE, f"“{topic.words}” in its paragraph")
        for topic, matter in placed
        if entry.kind == "statement" and entry.number in topic.near and _partakes(entry, topic)
    ]
    return beside or [
        _link(entry, matter, _HEADLINE, f"“{topic.words}” in the headline")
        for topic, matter in placed
        if topic.headline and _partakes(entry, topic)
    ]


def _partakes(entry: LinkedEntry, topic: Topic) -> bool:
    """Whether a party speaks, or the parties act on each other."""
    codes, parties = set(entry.codes), set(topic.parties)
    return parties <= codes if entry.kind == "act" else bool(codes & parties)


def _link(entry: LinkedEntry, matter: str, score: float, reason: str) -> MatterLink:
    return MatterLink(
        kind=entry.kind, number=entry.number, matter=matter, score=score, reason=reason
    )
