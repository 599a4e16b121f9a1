"""What one report is to another as a whole: ordered rules, the first that answers wins."""

from __future__ import annotations

from typing import NamedTuple

from verbale.model.reuse import Relation, RelationKind, Side
from verbale.provenance.carriers import Credit, Order, Printed
from verbale.provenance.credits import folded
from verbale.provenance.events import same_event

#: Shares of a report that stand in the other one.
_SAME, _CUT = 0.75, 0.8
_VERBATIM = 0.02
#: Of prose that was edited so much, a paragraph at one end may have become unrecognisable.
_REWORDED = 0.4


class Pair(NamedTuple):
    """Two reports with what they share.

    The shares are of the prose, and count the words that an editor changed inside shared
    sentences; ``edited`` is the share of these. ``merged``: the later one rests on others, too.
    ``framed``: the sides of which all but a paragraph at the beginning or end stands in the other.
    """

    here: Printed
    there: Printed
    credit: Credit
    order: Order
    here_share: float = 0.0
    there_share: float = 0.0
    edited: float = 0.0
    merged: bool = False
    framed: frozenset[Side] = frozenset()
    earlier: Printed | None = None

    @property
    def least(self) -> float:
        """The smaller of the shares."""
        return min(self.here_share, self.there_share)

    @property
    def most(self) -> float:
        """The larger of the shares."""
        return max(self.here_share, self.there_share)

    @property
    def shared(self) -> bool:
        """Whether any prose is."""
        return self.most > 0


def relation_of(pair: Pair) -> Relation:
    """The relation of two reports, with the reason in words."""
    kind = next(kind for rule in RULES if (kind := rule(pair)))
    common = pair.earlier.lineage if pair.earlier else pair.credit.third
    return Relation(
        kind=kind,
        here_share=round(pair.here_share, 3),
        there_share=round(pair.there_share, 3),
        first=pair.order.first,
        order=pair.order.reason,
        credits=pair.credit.by,
        common=common if pair.shared else None,
        reason=_SAID[kind],
    )


def _feed(pair: Pair) -> RelationKind | None:
    """A machine's copy is the later one, and takes all."""
    machine = pair.here.automatic != pair.there.automatic
    return "feed-copy" if machine and pair.most >= _CUT and not pair.earlier else None


def _updated(pair: Pair) -> RelationKind | None:
    return (
        "updated" if pair.shared and pair.credit.own and same_event(pair.here, pair.there) else None
    )


def _merged(pair: Pair) -> RelationKind | None:
    return "merged" if pair.merged else None


def _same(pair: Pair) -> RelationKind | None:
    reworded = pair.edited >= _REWORDED and len(pair.framed) == 2
    if pair.least < _SAME and not reworded:
        return None
    if folded(_headline(pair.here)) != folded(_headline(pair.there)):
        return "re-headlined"
    return "identical" if pair.edited <= _VERBATIM else "edited"


def _shortened(pair: Pair) -> RelationKind | None:
    kept = set() if pair.earlier else {pair.order.first}  # the source itself is no cut
    return "shortened" if pair.most >= _CUT or pair.framed - kept else None


def _partial(pair: Pair) -> RelationKind | None:
    return "partial" if pair.shared else None


def _event(pair: Pair) -> RelationKind | None:
    return "same-event" if same_event(pair.here, pair.there) else None


def _none(_: Pair) -> RelationKind | None:
    return "none"


RULES = (_feed, _updated, _merged, _same, _shortened, _partial, _event, _none)
_SAID: dict[RelationKind, str] = {
    "feed-copy": "published by machine from a feed",
    "updated": "another version by the same outlet",
    "merged": "put together from several reports",
    "identical": "the same, word for word or nearly so",
    "re-headlined": "the same story under another headline",
    "edited": "the same story with words changed",
    "shortened": "the one is cut from the other, or both from one text",
    "partial": "some of the prose is the same",
    "same-event": "on the same event, in words of their own",
    "none": "no prose is shared",
}


def _headline(printed: Printed) -> str:
    return printed.report.headline.text if printed.report.headline else ""
