"""A report compared with all that may share words with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from verbale.model import Span
from verbale.model.reuse import Relation, SharedPart, SharedPassage, Side
from verbale.provenance.align import align
from verbale.provenance.boilerplate import Known, boilerplate_of, learned
from verbale.provenance.carriers import Credit, Order, Printed, credit, order, precedence
from verbale.provenance.credits import same_outlet
from verbale.provenance.events import same_event
from verbale.provenance.kinds import Case, kind_of
from verbale.provenance.outline import Outline
from verbale.provenance.parts import Part
from verbale.provenance.ready import Ready
from verbale.provenance.relations import Pair, relation_of
from verbale.provenance.shared import Stretch, stretches
from verbale.provenance.thirds import Aligned, earlier_source

#: What the later of two reports has from the earlier, and from yet another, where it was merged.
_FIFTH, _FOUR_FIFTHS = 0.2, 0.8
#: Reports that share so much of one's prose are no two sources.
_KIN = 0.4
#: So much of a paragraph has to be shared for it to count as taken over.
_MOST = 0.7
Neighbours = Callable[[Printed], Sequence[Printed]]


class Compared(NamedTuple):
    """What a report shares with another one, by place in the first."""

    there: Printed
    relation: Relation
    passages: tuple[SharedPassage, ...]


def compare(here: Printed, others: Sequence[Printed], neighbours: Neighbours) -> list[Compared]:
    """Compare ``here`` with each of ``others``, in their order.

    What the others have in common with each other tells copies of a third report from copies of one
    another, and boilerplate from copies. ``neighbours`` gives the reports that may share words
    with one of them (asked only where it may have been put together from several).
    """
    mine = Ready(here.outline)
    aligned = [Aligned(o, stretches(align(mine, Ready(o.outline)))) for o in others]
    known = _boilerplate(here, aligned)
    own = [
        Aligned(each.there, [s for s in each.stretches if _is_prose(s, known, here)])
        for each in aligned
    ]
    return [
        _compared(here, each, prose, own, known, neighbours)
        for each, prose in zip(aligned, own, strict=True)
    ]


def _is_prose(stretch: Stretch, known: Sequence[Known], here: Printed) -> bool:
    return not (stretch.quoted or boilerplate_of(stretch, known, here.outline))


def _boilerplate(here: Printed, aligned: Sequence[Aligned]) -> tuple[Known, ...]:
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
    each: Aligned,
    prose: Aligned,
    own: Sequence[Aligned],
    known: Sequence[Known],
    neighbours: Neighbours,
) -> Compared:
    there = each.there
    credited = credit(here, there, [_places(here, there, s) for s in prose.stretches])
    ordered, by_day = precedence(here, there, credited), order(here, there)
    # What is credited came out later: it was taken from an earlier text of that outlet.
    contradicted = by_day.first is not None and by_day.first != ordered.first
    passages = []
    thirds: list[Printed | None] = []
    for stretch in each.stretches:
        earlier = None
        if stretch in prose.stretches:
            if not credited.own and (credited.by is None or contradicted):
                earlier = earlier_source(here, there, by_day, stretch, own)
            thirds.append(earlier)
        case = Case(
            here,
            there,
            credited,
            ordered,
            quoted=stretch.quoted,
            boilerplate=boilerplate_of(stretch, known, here.outline),
            earlier=earlier,
        )
        passages.append(_passage(stretch, case))
    pair = _pair(here, prose, credited, ordered, known)
    if thirds and all(thirds):
        pair = pair._replace(earlier=thirds[0])
    pair = _with_merger(pair, prose, own, neighbours)
    return Compared(there, relation_of(pair), tuple(passages))


def _pair(
    here: Printed, prose: Aligned, credited: Credit, ordered: Order, known: Sequence[Known]
) -> Pair:
    there, found = prose.there, prose.stretches
    standing = sum(each.end - each.first for each in known)
    parts = [part for stretch in found for part in stretch.parts]
    mine, theirs = sum(p.end - p.first for p in parts), sum(p.there_end - p.there for p in parts)
    same = sum(stretch.same for stretch in found)
    return Pair(
        here,
        there,
        credited,
        ordered,
        here_share=_share(mine, here.outline.prose - standing),
        there_share=_share(theirs, there.outline.prose),
        edited=1 - same / max(mine, theirs) if parts else 0.0,
        framed=frozenset(
            side
            for side, outline, places in _sides(here, there, parts)
            if _all_but_an_end(outline, places)
        ),
    )


def _sides(
    here: Printed, there: Printed, parts: Sequence[Part]
) -> tuple[tuple[Side, Outline, list[tuple[int, int]]], ...]:
    mine = [(part.first, part.end) for part in parts]
    return (
        ("here", here.outline, mine),
        ("there", there.outline, [(part.there, part.there_end) for part in parts]),
    )


def _all_but_an_end(outline: Outline, parts: Sequence[tuple[int, int]]) -> bool:
    """Whether ``parts`` are all of a report but for one paragraph, its first or its last: what
    editors put around a story that they cut."""
    covered = {place for part in parts for place in range(*part)}
    paragraphs = [p for p in outline.paragraphs() if not outline.standing(*p)]
    own = [p for p in paragraphs if len(covered.intersection(range(*p))) < _MOST * (p[1] - p[0])]
    return (
        len(own) == 1
        and len(paragraphs) > 2
        and own[0] in (paragraphs[0], paragraphs[-1])
        and 2 * len(covered) > outline.prose
    )


def _with_merger(
    pair: Pair, prose: Aligned, own: Sequence[Aligned], neighbours: Neighbours
) -> Pair:
    """``pair``, told whether one of the two was put together from several reports."""
    here, there = pair.here, pair.there
    if _may_be_merged(pair, "here") and _rests_on_another(here, there, prose.stretches, own):
        return pair._replace(merged=True)
    if _may_be_merged(pair, "there"):
        around = [
            Aligned(other, _prose(pair.there, other))
            for other in neighbours(pair.there)
            if other.lineage not in (pair.here.lineage, pair.there.lineage)
        ]
        mine = [_turned(stretch) for stretch in prose.stretches]
        if _rests_on_another(pair.there, pair.here, mine, around):
            return pair._replace(merged=True)
    return pair


def _may_be_merged(pair: Pair, side: Side) -> bool:
    """Whether some of one report's prose, and not all, comes from the other or from its source."""
    share = pair.here_share if side == "here" else pair.there_share
    later = pair.order.first is not None and pair.order.first != side
    return _FIFTH <= share <= _FOUR_FIFTHS and (later or pair.earlier is not None)


def _rests_on_another(
    merged: Printed, source: Printed, taken: Sequence[Stretch], around: Sequence[Aligned]
) -> bool:
    """Whether a fifth of a report stands in an earlier third one that is no kin of ``source``."""
    covered = {place for stretch in taken for place in range(*stretch.here)}
    for each in around:
        if each.there is source or order(each.there, merged).first != "here":
            continue
        rest = {p for stretch in each.stretches for p in range(*stretch.here)} - covered
        if len(rest) >= _FIFTH * merged.outline.prose and not _kin(each.there, source):
            return True
    return False


def _kin(one: Printed, other: Printed) -> bool:
    """Whether two reports have most of one's prose from one text."""
    parts = [part for stretch in _prose(one, other) for part in stretch.parts]
    mine, theirs = sum(p.end - p.first for p in parts), sum(p.there_end - p.there for p in parts)
    return max(_share(mine, one.outline.prose), _share(theirs, other.outline.prose)) >= _KIN


def _prose(here: Printed, there: Printed) -> list[Stretch]:
    return [s for s in stretches(align(Ready(here.outline), Ready(there.outline))) if not s.quoted]


def _turned(stretch: Stretch) -> Stretch:
    parts = sorted(part.turned for part in stretch.parts)
    return Stretch(tuple(parts), stretch.quoted)


def _places(here: Printed, there: Printed, stretch: Stretch) -> tuple[Span, Span]:
    return here.outline.span(*stretch.here), there.outline.span(*stretch.there)


def _passage(stretch: Stretch, case: Case) -> SharedPassage:
    kind, reason = kind_of(case)
    here, there = case.here.outline, case.there.outline
    mine, theirs = stretch.here, stretch.there
    if kind == "shared-quotation":
        mine, theirs = here.quoted_within(*mine), there.quoted_within(*theirs)
    return SharedPassage(
        here=here.span(*mine),
        there=there.span(*theirs),
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
