"""A report compared with all that may share words with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from verbale.model import Span
from verbale.model.reuse import Relation, SharedPart, SharedPassage
from verbale.provenance.align import align
from verbale.provenance.boilerplate import Known, boilerplate_of, learned
from verbale.provenance.carriers import Credit, Printed, credit, order
from verbale.provenance.credits import same_outlet
from verbale.provenance.events import same_event
from verbale.provenance.kinds import Case, kind_of
from verbale.provenance.relations import Pair, relation_of
from verbale.provenance.shared import Stretch, stretches

#: What the later of two reports has from the earlier, and from yet another, where it was merged.
_FIFTH, _FOUR_FIFTHS = 0.2, 0.8
#: How much of a stretch an earlier report has to have, for it to be where both have it from.
_MOST_OF_IT = 0.5

Neighbours = Callable[[Printed], Sequence[Printed]]


class Compared(NamedTuple):
    """What a report shares with another one, by place in the first."""

    there: Printed
    relation: Relation
    passages: tuple[SharedPassage, ...]


class _Aligned(NamedTuple):
    there: Printed
    stretches: list[Stretch]


def compare(here: Printed, others: Sequence[Printed], neighbours: Neighbours) -> list[Compared]:
    """Compare ``here`` with each of ``others``, in their order.

    What the others have in common with each other tells copies of a third report from copies of one
    another, and boilerplate from copies. ``neighbours`` gives the reports that may share words
    with one of them (asked only where it may have been put together from several).
    """
    aligned = [_Aligned(o, stretches(align(here.outline, o.outline))) for o in others]
    known = _boilerplate(here, aligned)
    own = [
        _Aligned(a.there, [s for s in a.stretches if not (s.quoted or boilerplate_of(s, known))])
        for a in aligned
    ]
    return [
        _compared(here, each, prose, own, known, neighbours)
        for each, prose in zip(aligned, own, strict=True)
    ]


def _boilerplate(here: Printed, aligned: Sequence[_Aligned]) -> tuple[Known, ...]:
    """What the outlet prints under other stories, too."""
    outlet = here.report.outlet
    if outlet is None:
        return ()
    mates = [
        each
        for each in aligned
        if same_outlet(outlet, each.there.report.outlet) and not same_event(here, each.there)
    ]
    return learned(outlet, (each.stretches for each in mates), len(here.outline))


def _compared(
    here: Printed,
    each: _Aligned,
    prose: _Aligned,
    own: Sequence[_Aligned],
    known: Sequence[Known],
    neighbours: Neighbours,
) -> Compared:
    there = each.there
    places = [_places(here, there, stretch) for stretch in prose.stretches]
    credited, ordered = credit(here, there, places), order(here, there)
    passages = []
    thirds: list[Printed | None] = []
    for stretch in each.stretches:
        earlier = None if stretch.quoted else _earlier(here, there, stretch, own)
        case = Case(
            here,
            there,
            credited,
            ordered,
            quoted=stretch.quoted,
            boilerplate=boilerplate_of(stretch, known),
            earlier=earlier,
        )
        if stretch in prose.stretches:
            thirds.append(earlier)
        passages.append(_passage(stretch, case))
    pair = _pair(here, prose, credited, known)
    if thirds and all(thirds):
        pair = pair._replace(earlier=thirds[0])
    return Compared(there, relation_of(_with_merger(pair, prose, own, neighbours)), tuple(passages))


def _pair(here: Printed, prose: _Aligned, credited: Credit, known: Sequence[Known]) -> Pair:
    there, found = prose.there, prose.stretches
    standing = sum(each.end - each.first for each in known)
    parts = [part for stretch in found for part in stretch.parts]
    mine, theirs = sum(p.end - p.first for p in parts), sum(p.there_end - p.there for p in parts)
    same = sum(stretch.same for stretch in found)
    return Pair(
        here,
        there,
        credited,
        order(here, there),
        here_share=_share(mine, len(here.outline) - standing),
        there_share=_share(theirs, len(there.outline)),
        edited=1 - same / max(mine, theirs) if parts else 0.0,
    )


def _earlier(
    here: Printed, there: Printed, stretch: Stretch, own: Sequence[_Aligned]
) -> Printed | None:
    """The report that had a stretch before both, the earliest of several."""
    found: list[Printed] = []
    for each in own:
        if each.there is there or not any(_overlap(stretch, other) for other in each.stretches):
            continue
        if order(each.there, here).first == order(each.there, there).first == "here":
            found.append(each.there)
    first = found[0] if found else None
    for other in found[1:]:
        if first is not None and order(other, first).first == "here":
            first = other
    return first


def _overlap(one: Stretch, other: Stretch) -> bool:
    (first, end), (start, stop) = one.here, other.here
    return min(end, stop) - max(first, start) >= _MOST_OF_IT * (end - first)


def _with_merger(
    pair: Pair, prose: _Aligned, own: Sequence[_Aligned], neighbours: Neighbours
) -> Pair:
    """``pair``, told whether the later one was put together from the other and a third."""
    later = {"here": "there", "there": "here"}.get(pair.order.first or "")
    share = pair.here_share if later == "here" else pair.there_share
    if later is None or pair.earlier or not _FIFTH <= share <= _FOUR_FIFTHS:
        return pair
    if later == "here":
        merged = _rests_on_another(pair.here, pair.there, prose.stretches, own)
    else:
        around = [
            _Aligned(other, _prose(pair.there, other))
            for other in neighbours(pair.there)
            if other.lineage not in (pair.here.lineage, pair.there.lineage)
        ]
        mine = [_turned(stretch) for stretch in prose.stretches]
        merged = _rests_on_another(pair.there, pair.here, mine, around)
    return pair._replace(merged=merged)


def _rests_on_another(
    merged: Printed, source: Printed, taken: Sequence[Stretch], around: Sequence[_Aligned]
) -> bool:
    """Whether a fifth of a report stands in an earlier third one and not in ``source``."""
    covered = {place for stretch in taken for place in range(*stretch.here)}
    for each in around:
        if each.there is source or order(each.there, merged).first != "here":
            continue
        rest = {p for stretch in each.stretches for p in range(*stretch.here)} - covered
        if len(rest) >= _FIFTH * len(merged.outline):
            return True
    return False


def _prose(here: Printed, there: Printed) -> list[Stretch]:
    return [s for s in stretches(align(here.outline, there.outline)) if not s.quoted]


def _turned(stretch: Stretch) -> Stretch:
    parts = sorted(part.turned for part in stretch.parts)
    return Stretch(tuple(parts), stretch.quoted)


def _places(here: Printed, there: Printed, stretch: Stretch) -> tuple[Span, Span]:
    return here.outline.span(*stretch.here), there.outline.span(*stretch.there)


def _passage(stretch: Stretch, case: Case) -> SharedPassage:
    kind, reason = kind_of(case)
    here, there = case.here.outline, case.there.outline
    return SharedPassage(
        here=here.span(*stretch.here),
        there=there.span(*stretch.there),
        parts=tuple(
            SharedPart(
                here.span(part.first, part.end),
                there.span(part.there, part.there_end),
                round(part.likeness, 3),
                part.rule,
            )
            for part in stretch.parts
        ),
        words=stretch.same,
        edited=round(stretch.edited, 3),
        kind=kind,
        reason=reason,
    )


def _share(tokens: int, whole: int) -> float:
    return min(tokens / whole, 1.0) if whole > 0 else 0.0
