"""Which run of blocks is the story: the one with the most weight of prose.

Every block gets a weight, prose its words, junk a debt by kind; the body is the run with the
greatest sum. Prose behind a heading such as "Related Articles" counts for the story only if it
speaks of the same names.
"""

from __future__ import annotations

from verbale.model import JunkKind
from verbale.reports.credits import Credit
from verbale.reports.junk import opens_related_list
from verbale.reports.page import Block

_DEBT: dict[JunkKind, int] = {
    "navigation": 6, "related": 8, "share": 5, "subscription": 10, "caption": 4, "credit": 8,
    "disclaimer": 60, "legal": 60, "teaser": 12, "date": 6, "outlet": 10, "byline": 10,
    "advert": 4, "comments": 60, "other": 6,
}  # fmt: skip
#: "(Reporting by ...)" is the last line of a story; what follows must be large to belong to it.
_END_DEBT = 80
_LIST_DEBT = 30
_CAP = 80
_COHESIVE = 0.4


def story_run(
    blocks: tuple[Block, ...], kinds: tuple[JunkKind | None, ...], credits: dict[int, Credit]
) -> range:
    """The indices from the first to the last block of the story; empty if there is no prose."""
    weights = _weights(blocks, kinds, credits)
    best = (0.0, 0, 0)
    total, start = 0.0, 0
    for at, weight in enumerate(weights):
        if total <= 0:
            total, start = 0.0, at
        total += weight
        if total > best[0]:
            best = (total, start, at + 1)
    return range(best[1], best[2])


def _weights(
    blocks: tuple[Block, ...], kinds: tuple[JunkKind | None, ...], credits: dict[int, Credit]
) -> list[float]:
    weights: list[float] = []
    known: set[str] = set()
    listed = ended = False
    for block, kind in zip(blocks, kinds, strict=True):
        if kind is not None:
            ends = kind == "credit" and bool(credits.get(block.index, Credit()).authors)
            opens = kind == "related" and opens_related_list(block.text)
            ended = ended or ends or kind in ("disclaimer", "comments")
            listed = listed or opens
            weights.append(-float(_END_DEBT if ends else _LIST_DEBT if opens else _DEBT[kind]))
            continue
        weight = _weight(block)
        if weight > 0 and (listed or ended) and block.vote is None:
            follows = bool(weights) and weights[-1] > 0
            if _cohesion(block, known) < _COHESIVE or (ended and not follows):
                weight = -weight / 2
            elif block.prose and not ended:
                listed = not follows and listed
        if weight > 0:
            known |= block.names
        weights.append(weight)
    return weights


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


def _cohesion(block: Block, known: set[str]) -> float:
    """The share of the block's names that the story before it named; 1 for a block with none."""
    if not block.names or not known:
        return 1.0 if not block.names and block.text[:1] in "\"“'‘" else 0.0
    return len(block.names & known) / len(block.names)
