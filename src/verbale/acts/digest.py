"""Digests: a page of short items, each about other sides.

"SKOPJE/SOFIA. ..." and "Niger, Benin: ..." open items that are read one by one: who "both sides"
are and whom a promise is made to is told within the item.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from verbale.actors import Cast
from verbale.acts.codes import code_of
from verbale.acts.ground import Ground
from verbale.acts.sides import Sides
from verbale.passages import Frame

#: Fewer labelled paragraphs make no digest: one opens every agency report.
_FEWEST = 3
_CAPITALS = re.compile(r"[•*·▪–-]?\s*[A-Z][A-Z'’ /,&–-]{2,60}[.:–—-]+(?:\s|$)")
_NAMES = re.compile(r"[•*·▪–-]?\s*[A-Z][\w'’]+(?:\s*[/,&–-]\s*[A-Z][\w'’]+|\s[A-Z][\w'’]+){0,3}:?")


def items_of(ground: Ground) -> list[Ground]:
    """The items of a digest, each with its own sides; the report itself where it is none."""
    starts = [n for n, frame in enumerate(ground.frames) if _opens_item(frame, ground)]
    if len(starts) < _FEWEST or not ground.sides.deal:
        return [ground]
    return [_item(ground, frames) for frames in _parted(ground.frames, starts)]


def _opens_item(frame: Frame, ground: Ground) -> bool:
    """Whether a paragraph begins with a label that names a side."""
    if frame.inside is not None or frame.paragraph.zone != "body":
        return False
    text = frame.paragraph.span.of(ground.report.text)
    label = _CAPITALS.match(text) or _NAMES.fullmatch(text.partition("\n")[0])
    return label is not None and _names_side(frame, label.end(), ground.cast)


def _names_side(frame: Frame, length: int, cast: Cast) -> bool:
    end = frame.paragraph.span.start + length
    opening = next((words for words in frame.sentences if words), ())
    return bool(opening) and any(m.span.end <= end for m in cast.mentions(opening).matches)


def _parted(frames: Sequence[Frame], starts: Sequence[int]) -> Iterator[Sequence[Frame]]:
    """``frames`` cut at ``starts``; what stands before the first item goes with it."""
    cuts = [0, *starts[1:], len(frames)]
    for start, end in pairwise(cuts):
        yield frames[start:end]


def _item(ground: Ground, frames: Sequence[Frame]) -> Ground:
    opening = next((words for frame in frames for words in frame.sentences if words), ())
    named = (code_of(match) for match in ground.cast.mentions(opening).matches)
    first = next((code for code in named if code is not None), None)
    item = (first,) if first is not None else ()
    sides = Sides(ground.cast, frames, ground.statements, item=item)
    return ground._replace(frames=frames, sides=sides)
