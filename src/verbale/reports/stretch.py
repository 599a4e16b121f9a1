"""Which run of blocks is the story: the one with the most weight of prose.

Every block gets a weight: prose its words, junk a debt by kind. The body is the run with the
greatest sum. Prose behind a heading such as "Related Articles" is the story's own only if it goes
on for two paragraphs or speaks of the same names; where the story goes on, what lay between costs
little, however long it was.
"""

from __future__ import annotations

import re

import msgspec

from verbale.model import JunkKind
from verbale.reports.clocks import is_clock
from verbale.reports.credits import Credit
from verbale.reports.junk import opens_related_list
from verbale.reports.page import Block

_DEBT: dict[JunkKind, int] = {
    "navigation": 5, "related": 4, "share": 3, "subscription": 10, "caption": 4, "credit": 8,
    "disclaimer": 60, "legal": 60, "teaser": 12, "date": 6, "outlet": 10, "byline": 10,
    "advert": 4, "comments": 60, "other": 6,
}  # fmt: skip
#: "(Reporting by ...)" is the last line of a story; what follows must be large to belong to it.
_END_DEBT = 80
_LIST_DEBT = 30
#: What a gap costs at most where the story is seen to go on behind it.
_GAP_DEBT = 8.0
#: A story has so many words at least; a mark above that looks like an end is a button.
_TOLD = 20
_CAP = 80
_COHESIVE = 0.4
_END_MARK = re.compile(r"\W*(?:end(?:s|item)?|-?30-?|#{2,5})\W*", re.IGNORECASE)


class Stretch(msgspec.Struct, frozen=True):
    """``run``: first to last block of the story; ``listed``: blocks in lists of other stories."""

    run: range
    listed: frozenset[int]


def story_stretch(
    blocks: tuple[Block, ...], kinds: tuple[JunkKind | None, ...], credited: dict[int, Credit]
) -> Stretch:
    """Find the story; its run is empty if there is no prose."""
    weights = _Weights(blocks, kinds, credited)
    best = (0.0, 0, 0)
    total, start = 0.0, 0
    for at, weight in enumerate(weights.run()):
        if total <= 0:
            total, start = 0.0, at
        total += weight
        if total > best[0]:
            best = (total, start, at + 1)
    return Stretch(range(best[1], best[2]), frozenset(weights.refused))


class _Weights:
    """One pass down the page. ``listed``: behind a related heading; ``ended``: behind the end."""

    def __init__(
        self,
        blocks: tuple[Block, ...],
        kinds: tuple[JunkKind | None, ...],
        credited: dict[int, Credit],
    ) -> None:
        self.blocks = blocks
        self.kinds = kinds
        self.credited = credited
        self.weights: list[float] = []
        self.tellers: list[Block] = []
        self.refused: list[int] = []
        self.listed = self.ended = False
        self.told = 0
        self.clock = False

    def run(self) -> list[float]:
        for block, kind in zip(self.blocks, self.kinds, strict=True):
            self.weights.append(self._story(block) if kind is None else self._junk(block, kind))
        return self.weights

    def _junk(self, block: Block, kind: JunkKind) -> float:
        self.clock = kind == "date" and is_clock(block.text)
        if self.clock:
            return -1.0
        credit = self.credited.get(block.index)
        ends = kind == "credit" and (
            (credit is not None and bool(credit.authors))
            or _END_MARK.fullmatch(block.text) is not None
        )
        opens = kind == "related" and opens_related_list(block.text)
        told = self.told >= _TOLD
        self.ended = self.ended or (told and (ends or kind in ("disclaimer", "comments")))
        self.listed = self.listed or opens
        if block.vote is not None and not self.ended:
            return -_DEBT[kind] / 2
        return -float(_END_DEBT if ends else _LIST_DEBT if opens else _DEBT[kind])

    def _story(self, block: Block) -> float:
        weight = _weight(block)
        if weight < 0 and self.clock:
            weight = -1.0  # the heading of an entry on a live page
        self.clock = False
        if weight > 0 and block.vote is None and (self.listed or self.ended):
            if not self._resumes(block):
                self.refused.append(block.index)
                return -weight / 2
            if not self.ended:
                self._forgive_gap()
                self.listed = False
        if weight > 0:
            self.tellers.append(block)
            self.told += block.words
        return weight

    def _resumes(self, block: Block) -> bool:
        """Whether the story goes on with ``block``."""
        before = self.weights[-1] > 0
        if self.ended:
            return before and _cohesion(block, self._known()) >= _COHESIVE
        if before or self._prose_after(block.index):
            return True
        if not block.prose or self._headed(block.index + 1):
            return False
        shared = len(block.names & self._known())
        return shared >= 2 and _cohesion(block, self._known()) >= _COHESIVE

    def _known(self) -> frozenset[str]:
        """The names that the story has named so far; asked for seldom, so not kept."""
        return frozenset().union(*(block.names for block in self.tellers))

    def _headed(self, at: int) -> bool:
        """Whether the line at ``at`` is a headline, as above the next item of a list."""
        return at < len(self.blocks) and self.kinds[at] is None and not self.blocks[at].closed

    def _prose_after(self, at: int) -> bool:
        """Whether the next block is prose too, so that ``at`` is no blurb in a list."""
        after = at + 1
        if not self.blocks[at].prose or after >= len(self.blocks):
            return False
        return self.kinds[after] is None and self.blocks[after].prose

    def _forgive_gap(self) -> None:
        start = len(self.weights)
        while start and self.weights[start - 1] <= 0:
            start -= 1
        owed = -sum(self.weights[start:])
        if start and owed > _GAP_DEBT:
            self.weights[start:] = [w * _GAP_DEBT / owed for w in self.weights[start:]]


def _weight(block: Block) -> float:
    if block.vote is not None:
        if block.vote > 0.5:
            return min(block.words, _CAP) + 4.0
        return -min(block.words, _CAP) * (0.4 if block.prose else 0.8)
    if block.prose:
        return float(min(block.words, _CAP))
    if block.closed:
        return float(block.words) / 2
    return -4.0 - min(block.words, 16) / 2


def _cohesion(block: Block, known: frozenset[str]) -> float:
    """The share of the block's names that the story before it named."""
    if not block.names or not known:
        return 0.0
    return len(block.names & known) / len(block.names)
