"""What the lanes of a drawing are called, in the room there is, so that no two look alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from verbale.positions.lanes import Lane

#: So many letters fit beside a lane: of the party's name, which is bold, and of what is below it.
_PARTY, _BELOW = 18, 23


class LaneName(NamedTuple):
    """Three lines: the party, the target, the one of several things on it or ""; ``whole`` says
    all of it uncut."""

    party: str
    on: str
    thing: str
    whole: str


def lane_names(lanes: Sequence[Lane], name: Callable[[str], str]) -> list[LaneName]:
    """A name for each of ``lanes``; ``name`` gives that of a party from its code.

    A name too long for its line is cut. A cut party is told by its code; things that would look
    alike are cut in the middle, since names that begin alike end differently ("the protocol of
    1954", "the protocol of 1971"), and what is still alike is numbered.
    """
    found = [_named(lane, name, _at_the_end) for lane in lanes]
    found = _again(found, lanes, name)
    seen: Counter[tuple[str, ...]] = Counter()
    told = []
    for each in found:
        seen[each[:3]] += 1
        told.append(each if seen[each[:3]] == 1 else _numbered(each, seen[each[:3]]))
    return told


def _again(
    found: Sequence[LaneName], lanes: Sequence[Lane], name: Callable[[str], str]
) -> list[LaneName]:
    """The same, those that look alike cut in the middle."""
    times = Counter(each[:3] for each in found)
    return [
        _named(lane, name, _in_the_middle) if times[each[:3]] > 1 else each
        for each, lane in zip(found, lanes, strict=True)
    ]


def _named(lane: Lane, name: Callable[[str], str], cut: Callable[[str, int], str]) -> LaneName:
    party = name(lane.party)
    thing = " ".join(lane.thing.split())
    short = party
    if len(party) > _PARTY:
        code = f" {lane.party}"
        short = _at_the_end(party, _PARTY - len(code)) + code
    whole = f"{party}, {lane.on}" + (f": {thing}" if thing else "")
    return LaneName(short, lane.on, cut(thing, _BELOW), whole)


def _numbered(each: LaneName, number: int) -> LaneName:
    mark = f" ({number})"
    thing = _at_the_end(each.thing, _BELOW - len(mark)) + mark
    return each._replace(thing=thing.lstrip())


def _at_the_end(words: str, most: int) -> str:
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"


def _in_the_middle(words: str, most: int) -> str:
    if len(words) <= most:
        return words
    tail = most // 2
    return f"{words[: most - tail - 1].rstrip()}…{words[-tail:].lstrip()}"
