"""Thirds: a report that two others have the same words from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from verbale.provenance.align import align
from verbale.provenance.carriers import Order, Printed, credit, order
from verbale.provenance.credits import same_outlet
from verbale.provenance.ready import Ready
from verbale.provenance.shared import Stretch, stretches

#: How much of a stretch an earlier report has to have, for it to be where both have it from.
_MOST_OF_IT = 0.5
#: A copy that is closer than this to one report than to the third was made from that one.
_CLOSER = 0.02


class Aligned(NamedTuple):
    """What the report looked at shares with another one."""

    there: Printed
    stretches: list[Stretch]


def earlier_source(
    here: Printed, there: Printed, ordered: Order, stretch: Stretch, own: Sequence[Aligned]
) -> Printed | None:
    """The report that both have a stretch from, the earliest of several; ``own`` is what ``here``
    shares with all others.

    It had the words before both; and the later of the two is no nearer to the earlier one's wording
    than to the third's, else it was copied from there. An outlet is no third to itself.
    """
    found: Printed | None = None
    for each in own:
        third = each.there
        if third is there or not any(_overlap(stretch, other) for other in each.stretches):
            continue
        if not (_before(third, here) and _before(third, there)):
            continue
        earlier = {"here": here, "there": there}.get(ordered.first or "")
        if earlier is not None and same_outlet(third.report.outlet, earlier.report.outlet):
            continue
        if _nearer_to_each_other(there, ordered, stretch, each):
            continue
        if found is None or _before(third, found):
            found = third
    return found


def _before(third: Printed, other: Printed) -> bool:
    credited = credit(third, other, ())
    if credited.by:
        return credited.by == "there"
    return order(third, other).first == "here"


def _overlap(one: Stretch, other: Stretch) -> bool:
    (first, end), (start, stop) = one.here, other.here
    return min(end, stop) - max(first, start) >= _MOST_OF_IT * (end - first)


def _nearer_to_each_other(there: Printed, ordered: Order, stretch: Stretch, each: Aligned) -> bool:
    """Whether the later one's wording is nearer to the earlier one's than to the third's."""
    if ordered.first is None:
        return False
    if ordered.first == "there":  # here is the later one, and lies beside the third already
        third = max(s.edited for s in each.stretches if _overlap(stretch, s))
    else:
        turned = stretch.there
        shared = stretches(align(Ready(there.outline), Ready(each.there.outline)))
        near = [
            s.edited
            for s in shared
            if min(s.here[1], turned[1]) - max(s.here[0], turned[0])
            >= _MOST_OF_IT * (turned[1] - turned[0])
        ]
        third = max(near, default=1.0)
    return stretch.edited + _CLOSER < third
