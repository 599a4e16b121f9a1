"""Which reports belong together, until matters are found: by the pair of parties they are about.

The rule. In each report, every party weighs as much as the report names it: three for a mention
in the headline, two for each statement it makes, one for a mention in a statement's content; what
is only recalled counts for nothing. The two heaviest parties, and all that weigh at least a fifth
of the heaviest, are the report's *main* parties. The pair of states (or de facto states,
territories, movements, unions) that are main parties of most reports together is a dispute and
takes all these reports; then the same again over the reports left. A report with no such pair
joins the one dispute that its main party belongs to; where there is none, or more than one, it
stands by its party alone.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations

import msgspec

from verbale.brief.material import Material
from verbale.brief.names import Parties

_IN_HEADLINE, _SPEAKS, _NAMED = 3, 2, 1
_MAIN = 0.2
_PAIR = 2
_THIRD = {"igo", "alliance", "company"}

Pair = tuple[str, ...]


class Dispute(msgspec.Struct, frozen=True, kw_only=True):
    """Reports on dealings between ``parties``: two codes, one, or none, in alphabetical order."""

    parties: Pair
    reports: tuple[str, ...]


def find_disputes(material: Material, parties: Parties) -> tuple[Dispute, ...]:
    """The reports of ``material`` by dispute, the largest first; each report in one of them."""
    mains = {row.handle: _mains(material, row.handle, parties) for row in material.reports}
    placed = _by_pair(mains)
    pairs = sorted(set(placed.values()))
    for handle, main in mains.items():
        if handle not in placed:
            placed[handle] = _alone(main, pairs)
    return _ordered(placed, material)


def _mains(material: Material, handle: str, parties: Parties) -> tuple[str, ...]:
    """The report's main parties, heaviest first."""
    weights: Counter[str] = Counter()
    for code in parties.named_in(material.report_of[handle].headline or ""):
        weights[code] += _IN_HEADLINE
    for row in material.by_report.get(handle, ()):
        if row.statement.background or row.statement.nested_in is not None:
            continue
        if side := material.side_of(row.statement):
            weights[side] += _SPEAKS
        for code in parties.named_in(row.content_words):
            weights[code] += _NAMED
    sides = {code: n for code, n in weights.items() if _can_be_side(code, parties)}
    least = _MAIN * max(sides.values(), default=0)
    ranked = sorted(sides, key=lambda code: (-sides[code], code))
    return tuple(code for n, code in enumerate(ranked) if n < _PAIR or sides[code] >= least)


def _can_be_side(code: str, parties: Parties) -> bool:
    party = parties.entry(code)
    return party is None or party.kind not in _THIRD


def _by_pair(mains: Mapping[str, Pair]) -> dict[str, Pair]:
    left = dict(mains)
    placed: dict[str, Pair] = {}
    while True:
        reports: defaultdict[Pair, list[str]] = defaultdict(list)
        for handle, main in left.items():
            for pair in combinations(sorted(main), 2):
                reports[pair].append(handle)
        if not reports:
            return placed
        best = min(reports, key=lambda pair: (-len(reports[pair]), _rank(pair, left), pair))
        for handle in reports[best]:
            placed[handle] = best
            del left[handle]


def _rank(pair: Pair, mains: Mapping[str, Pair]) -> int:
    """How far down the lists of main parties the pair stands, over all reports that have it."""
    return sum(
        main.index(pair[0]) + main.index(pair[1])
        for main in mains.values()
        if pair[0] in main and pair[1] in main
    )


def _alone(main: Pair, pairs: Iterable[Pair]) -> Pair:
    joined = [pair for pair in pairs if set(pair) & set(main)]
    return joined[0] if len(joined) == 1 else main[:1]


def _ordered(placed: Mapping[str, Pair], material: Material) -> tuple[Dispute, ...]:
    reports: defaultdict[Pair, list[str]] = defaultdict(list)
    for row in material.reports:
        reports[placed[row.handle]].append(row.handle)
    found = [Dispute(parties=pair, reports=tuple(handles)) for pair, handles in reports.items()]
    return tuple(sorted(found, key=lambda d: (-len(d.parties), -len(d.reports), d.parties)))
