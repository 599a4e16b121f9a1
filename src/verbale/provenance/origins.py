"""Independent origins: on how many hearings the carriers of one utterance rest.

Carriers are joined where one is a copy of the other, where one credits the other or both credit a
third, and where they read one public text. What is left apart is counted: in the lower bound what
the reports make certain, in the upper bound also those that are silent. A copy never counts.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from verbale.lexicon import Outlet, default_lexicon
from verbale.model.origin import Chain, Channel, OriginEdge, OriginGroup, Origins
from verbale.provenance.crediting import same_house

#: Channels that are one text, however many read it; and those that give one hearer the words.
TEXTS: frozenset[Channel] = frozenset({"post", "document", "statement"})
ALONE: frozenset[Channel] = frozenset({"interview", "call"})


class Carrier(NamedTuple):
    """A report that carries an utterance or tells an act.

    ``id`` is the public id of its statement or act, ``report`` that of the report. ``recalled``:
    it tells of an earlier day.
    """

    id: str
    report: str
    outlet: str | None
    chain: Chain
    recalled: bool = False


def origins(
    carriers: Sequence[Carrier],
    copied: Collection[tuple[str, str]],
    cut: Collection[tuple[str, str]] = (),
) -> Origins:
    """The independent origins of carriers, which come in an order that means nothing.

    ``copied`` are pairs of ids whose text is copied, ``cut`` pairs that a person decided have
    nothing from each other.
    """
    apart = {frozenset(pair) for pair in cut}
    edges = list(_edges(carriers, sorted(copied), apart))
    groups = [_group(found, edges) for found in _components(carriers, edges)]
    certain = sum(group.certain for group in groups)
    return Origins(lower=max(certain, 1) if groups else 0, upper=len(groups), groups=tuple(groups))


def _edges(
    carriers: Sequence[Carrier],
    copied: Collection[tuple[str, str]],
    apart: Collection[frozenset[str]],
) -> Iterator[OriginEdge]:
    """What joins carriers: copies first, then whatever joins those that are not together yet."""
    roots = _Roots(carriers)
    known = {carrier.id for carrier in carriers}
    for one, other in copied:
        if {one, other} <= known and frozenset((one, other)) not in apart:
            roots.join(one, other)
            yield OriginEdge(one=one, other=other, reason="the text around the words is the same")
    for mine, theirs in combinations(carriers, 2):
        if roots.of(mine.id) == roots.of(theirs.id) or frozenset((mine.id, theirs.id)) in apart:
            continue
        reason = _why_one(mine, theirs)
        if reason:
            roots.join(mine.id, theirs.id)
            yield OriginEdge(one=mine.id, other=theirs.id, reason=reason)


class _Roots:
    """Who is with whom, by the first of each group."""

    def __init__(self, carriers: Iterable[Carrier]) -> None:
        self._above = {carrier.id: carrier.id for carrier in carriers}

    def of(self, id: str) -> str:  # noqa: A002
        """The first of the group that a carrier is in."""
        while self._above[id] != id:
            self._above[id] = self._above[self._above[id]]
            id = self._above[id]  # noqa: A001
        return id

    def join(self, one: str, other: str) -> None:
        """Put two groups together."""
        first, second = sorted((self.of(one), self.of(other)))
        self._above[second] = first


def _why_one(one: Carrier, other: Carrier) -> str | None:
    """Why two carriers rest on one hearing; None where nothing says so."""
    if one.report == other.report:
        return "one report"
    if same_house(one.outlet, other.outlet):
        return f"both are {one.outlet}'s"
    for mine, theirs in ((one, other), (other, one)):
        for name in credited(mine):
            if same_house(name, theirs.outlet):
                return f"{mine.outlet or 'one'} has it from {theirs.outlet}"
    for name in credited(one):
        if any(same_house(name, others) for others in credited(other)):
            return f"both have it from {name}"
    if one.chain.channel == other.chain.channel and one.chain.channel in TEXTS:
        return f"both go by one {one.chain.channel}"
    return None


def credited(carrier: Carrier) -> tuple[str, ...]:
    """Whom a carrier has the words from, those included that it credits without saying which."""
    several = (name for link in carrier.chain.links for name in link.one_of)
    return (*carrier.chain.credited, *several)


def _components(carriers: Sequence[Carrier], edges: Iterable[OriginEdge]) -> list[list[Carrier]]:
    roots = _Roots(carriers)
    for edge in edges:
        roots.join(edge.one, edge.other)
    found: dict[str, list[Carrier]] = {}
    for carrier in carriers:
        found.setdefault(roots.of(carrier.id), []).append(carrier)
    return list(found.values())


def _group(carriers: Sequence[Carrier], edges: Sequence[OriginEdge]) -> OriginGroup:
    ids = {carrier.id for carrier in carriers}
    told = [(carrier, why) for carrier in carriers if (why := _certain(carrier))]
    head = next((carrier for carrier, _ in told), carriers[0])
    return OriginGroup(
        label=label(carriers, head),
        carriers=tuple(carrier.id for carrier in carriers),
        certain=bool(told),
        reason=told[0][1] if told else _doubt(carriers),
        edges=tuple(edge for edge in edges if edge.one in ids),
    )


def _doubt(carriers: Sequence[Carrier]) -> str:
    """Why a hearing is not certain."""
    if all(carrier.recalled for carrier in carriers):
        return "only recalled from an earlier day"
    return "nobody says how the words were come by"


def _certain(carrier: Carrier) -> str | None:
    """What makes a carrier's hearing certain, in words; None where it is silent."""
    chain = carrier.chain
    if carrier.recalled and not chain.credited:
        return None
    if chain.channel == "unknown":
        return None
    if chain.channel in TEXTS:
        return f"a {chain.channel} that anybody may read"
    return chain.channel_why or chain.channel


def label(carriers: Sequence[Carrier], head: Carrier) -> str:
    """What a person calls the hearing: "TASS interview", "post", "Kyodo"."""
    channel = head.chain.channel
    if channel in TEXTS:
        return channel
    holder = _hearer(carriers, head)
    return f"{holder}, {channel.replace('-', ' ')}" if channel != "unknown" else holder


def _hearer(carriers: Sequence[Carrier], head: Carrier) -> str:
    """The outlet nearest the speaker: the last medium, else the agency, else the outlet whom the
    others credit. Where an agency carries the same text as its own, either may be: a copy does not
    tell who had it first."""
    media = head.chain.credited
    if media:
        return " or ".join(sorted({media[-1], *_agencies_beside(carriers, media[-1])}))
    others = [name for carrier in carriers for name in carrier.chain.credited]
    return others[-1] if others else head.outlet or "outlet not stated"


def _agencies_beside(carriers: Sequence[Carrier], named: str) -> Iterator[str]:
    """The agencies among ``carriers`` that credit nobody and are another house than ``named``."""
    for carrier in carriers:
        outlet = carrier.outlet
        if outlet is None or credited(carrier) or same_house(outlet, named):
            continue
        if _is_agency(outlet):
            yield outlet


@lru_cache(maxsize=256)
def _is_agency(name: str) -> bool:
    return any(
        isinstance(match.entry, Outlet) and match.entry.kind == "agency"
        for match in default_lexicon().find(name)
    )
