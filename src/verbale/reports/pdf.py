"""PDF to a page: lines to paragraphs, what is printed on every page put at the end.

The text is our own linearisation: a paragraph a line, words put together again that were broken at
the end of a line. Running heads and page numbers stand after it, marked as no part of the story.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from verbale.model import Span
from verbale.reports.page import Block, Page
from verbale.reports.pdflines import Printed, printed_lines

_CLOSED = re.compile(r"""[.!?:;…][\s"'”’»)\]]*$""")
#: What a line of a paragraph may end with, and a paragraph never does.
_OPEN = (",", "-", "–", "—")
#: And what no heading ends with: "MINISTRY OF FOREIGN AFFAIRS OF THE", "Statement on".
_UNFINISHED = re.compile(
    r"\b(?:of|the|on|and|for|to|by|in|with|between|at|from|or|an?|its|their|about|regarding"
    r"|concerning)$",
    re.IGNORECASE,
)
#: In heights of the type: lines of one heading are no further apart.
_SPACED = 2.2
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"\W*(?:page|p\.)?\s*\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\W*", re.IGNORECASE)
#: The part of a page, at its top and at its foot, where running heads stand.
_MARGIN = 0.09
#: In heights of the type: so far in, a line begins a paragraph.
_INDENT = 0.8
_WIDER, _BIGGER = 1.3, 1.12
_HEADING = 1.2
_MOST_HEADING = 200


def page_from_pdf(data: bytes) -> Page:
    """The page that a PDF document is; an empty one where it holds no text."""
    lines = printed_lines(data)
    furniture = _furniture(lines)
    story = [line for at, line in enumerate(lines) if at not in furniture]
    usual = median(line.size for line in story) if story else 0.0
    paragraphs = [(_words(group), group[0].size, False) for group in _paragraphs(story)]
    paragraphs += [(lines[at].words, 0.0, True) for at in sorted(furniture)]
    parts: list[str] = []
    blocks: list[Block] = []
    at = 0
    for words, size, foreign in paragraphs:
        span = Span(at, at + len(words))
        large = usual and size >= _HEADING * usual and len(words) <= _MOST_HEADING
        blocks.append(
            Block(
                index=len(blocks),
                span=span,
                text=words,
                heading=1 if large else 0,
                hint="other" if foreign else None,
            )
        )
        parts.append(words)
        at = span.end + 1
    return Page(text="\n".join(parts), blocks=tuple(blocks))


def _furniture(lines: Sequence[Printed]) -> set[int]:
    """The lines at the edge of a page that number it or stand on several."""
    edge = {
        at: _DIGITS.sub("0", line.words)
        for at, line in enumerate(lines)
        if not _MARGIN * line.reach < line.bottom < (1 - _MARGIN) * line.reach
    }
    pages = Counter(words for words, _ in {(edge[at], lines[at].page) for at in edge})
    return {
        at
        for at, words in edge.items()
        if pages[words] > 1 or _PAGE_NUMBER.fullmatch(lines[at].words)
    }


def _paragraphs(lines: Sequence[Printed]) -> list[list[Printed]]:
    """The lines of each paragraph."""
    if not lines:
        return []
    leading = _leading(lines)
    edges = _edges(lines)
    found = [[lines[0]]]
    for before, line in pairwise(lines):
        if _goes_on(before, line, leading, edges[_column(before)]):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def _leading(lines: Sequence[Printed]) -> float:
    """The distance from a line to the next of its paragraph: the lower quartile of all, since
    between paragraphs it is as large or larger."""
    steps = [a.bottom - b.bottom for a, b in pairwise(lines) if a.page == b.page]
    near = sorted(step for step in steps if step > 0)
    return near[len(near) // 4] if near else 0.0


def _column(line: Printed) -> tuple[int, int]:
    """Lines that begin at about the same place of one page; an indent keeps in its column."""
    return line.page, round(line.left / 72)


def _edges(lines: Sequence[Printed]) -> dict[tuple[int, int], tuple[float, float]]:
    """The left and right edge of each column."""
    found: dict[tuple[int, int], tuple[float, float]] = {}
    for line in lines:
        left, right = found.get(_column(line), (line.left, line.right))
        found[_column(line)] = (min(left, line.left), max(right, line.right))
    return found


def _goes_on(before: Printed, line: Printed, leading: float, edges: tuple[float, float]) -> bool:
    """Whether a line is of the paragraph that the line before it is of."""
    if before.cut:
        return True
    large, small = max(before.size, line.size), max(min(before.size, line.size), 0.1)
    if large / small > _BIGGER:
        return False
    full = before.right + max(_first_word(line), before.size) > edges[1]
    step = before.bottom - line.bottom
    if before.page != line.page or step <= 0:  # the next page or column
        return (full or line.words[:1].islower()) and not _CLOSED.search(before.words)
    if _UNFINISHED.search(before.words) and step <= _SPACED * line.size:
        return True
    if leading and step > _WIDER * leading:
        return False
    if line.left > before.left + _INDENT * line.size and before.left <= edges[0] + line.size:
        return False
    open_still = line.words[:1].islower() or before.words.endswith(_OPEN)
    return full or (open_still and not _CLOSED.search(before.words))


def _first_word(line: Printed) -> float:
    """About how much room the first word takes, with the space before it."""
    return (line.right - line.left) * (len(line.words.split()[0]) + 1) / len(line.words)


def _words(lines: Sequence[Printed]) -> str:
    """The lines as one, words that were broken put together."""
    text = ""
    for before in lines[:-1]:
        text += before.words if before.cut else f"{before.words} "
    return text + lines[-1].words
