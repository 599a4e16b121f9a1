"""Which reports belong together: by the parties whose dealings they are about.

The rule. In each report, every party weighs as much as the report names it: three for a mention
in the headline, two for each statement it makes, one for a mention in a statement's content; what
is only recalled counts for nothing. The two heaviest parties, whoever weighs as much as the second,
and all that weigh at least a fifth of the heaviest, are the report's *main* parties. The pair of
states (or de facto states, territories, movements, unions) that are main parties of most reports
together is a dispute; a further party is a side of it where it is a main party of at least two,
and of a third, of these reports, and weighs a third of what the lighter side does. The dispute
takes all reports that have two of its sides among their main parties; then the same again over the
reports left. A report with no such pair joins the one dispute that its main party belongs to;
where there is none, or more than one, it stands by its party alone.

Where parties are asked for, reports in which each of them speaks, acts or is a main party are
shared out in the same way, over sides that those asked for are always among; what they deal with
is then their own matter first, and a report on others' quarrels in which they speak is not lost.
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
#: What makes a further party a side: so many reports, such a part of them and of the weight.
_LEAST_REPORTS, _PART = 2, 1 / 3
_THIRD = {"igo", "alliance", "company"}

Pair = tuple[str, ...]


class Dispute(msgspec.Struct, frozen=True, kw_only=True):
    """Reports on dealings between ``parties``: codes in alphabetical order, mostly two; one or
    none where a report has no second."""

    parties: Pair
    reports: tuple[str, ...]


class _Weighed(msgspec.Struct, frozen=True):
    """What a report makes of its parties: the weights, and the main ones, heaviest first."""

    weights: Mapping[str, int]
    mains: Pair


def find_disputes(material: Material, parties: Parties) -> tuple[Dispute, ...]:
    """The reports of ``material`` by dispute, the largest first; each report in one of them.

    Who the sides are is found over the whole period up to the last day, so that a brief from a day
    on is about the same sides.
    """
    whole = material.whole
    asked = frozenset(material.request.parties or ())
    weighed = {
        row.handle: _weighed(whole, row.handle, parties, asked)
        for row in whole.reports
        if asked <= _heard(whole, row.handle, parties)
    }
    placed = _by_sides(weighed, asked)
    sides = sorted(set(placed.values()))
    for handle, report in weighed.items():
        if handle not in placed:
            placed[handle] = _alone(report.mains, sides)
    return _ordered(placed, material)


def _heard(material: Material, handle: str, parties: Parties) -> frozenset[str]:
    """Who speaks or acts in the report, or is one of those it is about."""
    speaking = (
        material.side_of(row.statement)
        for row in material.by_report.get(handle, ())
        if row.statement.speech
    )
    acting = (
        code
        for row in material.acts_of.get(handle, ())
        for code in (*row.act.actor, *row.act.recipient)
    )
    about = _mains(_weights(material, handle, parties), parties)
    return frozenset(filter(None, (*speaking, *acting, *about)))


def _weighed(material: Material, handle: str, parties: Parties, asked: frozenset[str]) -> _Weighed:
    weights = _weights(material, handle, parties)
    mains = _mains(weights, parties)
    first = sorted(asked, key=lambda code: (-weights[code], code))
    return _Weighed(weights, tuple(dict.fromkeys((*first, *mains))))


def _weights(material: Material, handle: str, parties: Parties) -> Counter[str]:
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
    return weights


def _mains(weights: Mapping[str, int], parties: Parties) -> Pair:
    """The report's main parties, heaviest first."""
    sides = {code: n for code, n in weights.items() if _can_be_side(code, parties)}
    ranked = sorted(sides, key=lambda code: (-sides[code], code))
    second = sides[ranked[_PAIR - 1]] if len(ranked) >= _PAIR else 0
    least = min(second, _MAIN * max(sides.values(), default=0))
    return tuple(code for code in ranked if sides[code] >= least)


def _can_be_side(code: str, parties: Parties) -> bool:
    party = parties.entry(code)
    return party is None or party.kind not in _THIRD


def _by_sides(weighed: Mapping[str, _Weighed], asked: frozenset[str]) -> dict[str, Pair]:
    left = dict(weighed)
    placed: dict[str, Pair] = {}
    while True:
        reports: defaultdict[Pair, list[str]] = defaultdict(list)
        for handle, report in left.items():
            for pair in _pairs(report.mains, asked):
                reports[pair].append(handle)
        if not reports:
            return placed
        best = min(reports, key=lambda pair: (-len(reports[pair]), _rank(pair, left), pair))
        sides = _grown(best, [left[handle] for handle in reports[best]], asked)
        for handle in [h for h, report in left.items() if _is_between(report.mains, sides, asked)]:
            placed[handle] = sides
            del left[handle]


def _pairs(mains: Pair, asked: frozenset[str]) -> Iterable[Pair]:
    """The sides that a report may be about; all who are asked for are among them."""
    if len(asked) >= _PAIR:
        return (tuple(sorted(asked)),)
    return (pair for pair in combinations(sorted(mains), _PAIR) if asked <= set(pair))


def _is_between(mains: Pair, sides: Pair, asked: frozenset[str]) -> bool:
    return asked <= set(mains) and len(set(mains) & set(sides)) >= _PAIR


def _grown(pair: Pair, reports: Iterable[_Weighed], asked: frozenset[str]) -> Pair:
    """The pair with the further sides that its ``reports`` have; none where the sides were asked
    for."""
    if len(asked) >= _PAIR:
        return pair
    listed = list(reports)
    total: Counter[str] = Counter()
    for report in listed:
        total.update(report.weights)
    often = Counter(code for report in listed for code in report.mains)
    least = _PART * min(total[code] for code in pair)
    enough = max(_LEAST_REPORTS, _PART * len(listed))
    further = (code for code, n in often.items() if n >= enough and total[code] >= least)
    return tuple(sorted({*pair, *further}))


def _rank(pair: Pair, weighed: Mapping[str, _Weighed]) -> int:
    """How far down the lists of main parties the pair stands, over all reports that have it."""
    return sum(
        report.mains.index(pair[0]) + report.mains.index(pair[1])
        for report in weighed.values()
        if set(pair[:_PAIR]) <= set(report.mains)
    )


def _alone(mains: Pair, found: Iterable[Pair]) -> Pair:
    joined = [sides for sides in found if set(sides) & set(mains)]
    return joined[0] if len(joined) == 1 else mains[:1]


def _ordered(placed: Mapping[str, Pair], material: Material) -> tuple[Dispute, ...]:
    reports: defaultdict[Pair, list[str]] = defaultdict(list)
    for row in material.reports:
        if row.handle in placed:
            reports[placed[row.handle]].append(row.handle)
    found = [Dispute(parties=sides, reports=tuple(handles)) for sides, handles in reports.items()]
    return tuple(
        sorted(found, key=lambda d: (-min(len(d.parties), _PAIR), -len(d.reports), d.parties))
    )
