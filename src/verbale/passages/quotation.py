"""Quotation spans: every style of mark, over several paragraphs, repaired when unbalanced.

The scanner walks each paragraph once. A mark is an opener or a closer by its shape or, where the
shape says nothing (straight marks, the German “), by what stands on either side of it. An
apostrophe is no mark: ``’`` and ``'`` close only what ``‘`` or ``'`` opened. Two of them, as text
archives write ``"``, are one straight double mark; two curly ones close “ where that stands open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from verbale.model import Paragraph, Quotation, Span

_OPENS = {
    "“": "”",
    "«": "»",
    "»": "«",
    "„": "“",
    "‘": "’",
    "‹": "›",
    "「": "」",
    "『": "』",
    "‚": "‘",
}
_CLOSERS = set("”»’›」』")
_STRAIGHT = {'"', "'"}
_MARKS = re.compile(rf"''|``|[{''.join(sorted(set(_OPENS) | _CLOSERS | _STRAIGHT))}]")
_DOUBLED = {"''": '"', "``": '"'}
# In „low quotes“ the closer is “ (German) or ” (Polish, Hungarian); pages mix straight and curly.
_ALSO_CLOSES = {"„": "“”", "“": '“”"', '"': '"”', "«": "»", "‘": "’", "‚": "‘’"}
# »Reversed« guillemets: each opens only where a closer could not stand.
_REVERSED = "»"
_BEFORE_OPENER = set(" \t\u00a0\u202f([{—–-/\u2009:\u200b") | {"", "“", "‘", '"', "'", "«", "„"}
_AFTER_CLOSER = set(" \t\u00a0\u202f)]},.;:!?…—–-/\u2009") | {"", "”", "’", '"', "'", "»", "«"}


class _Open(NamedTuple):
    mark: str
    at: int  # offset of the mark in the text
    end: int  # offset behind it


class _Found(NamedTuple):
    start: int  # of the opening mark, or of the first quoted character where none stands
    inner: Span
    end: int
    depth: int
    closed: bool
    opened: bool
    mark: str


def quotations(text: str, paragraphs: tuple[Paragraph, ...]) -> tuple[Quotation, ...]:
    """All quotations in ``paragraphs`` (offsets into ``text``), ordered by first character."""
    found: list[Quotation] = []
    running: list[_Found] = []  # pieces of a quotation that has not been closed yet
    for paragraph in paragraphs:
        pieces = _scan(text, paragraph.span)
        if running:
            first = pieces[0] if pieces else None
            if first and first.start == paragraph.span.start and first.mark == running[0].mark:
                running.append(first)
                pieces = pieces[1:]
                if first.closed:
                    found.append(_join(running))
                    running = []
            else:
                found.append(_join(running))
                running = []
        for piece in pieces:
            runs_on = not piece.closed and piece.depth == 1
            if runs_on and not running:
                running = [piece]
            else:
                found.append(_join([piece]))
    if running:
        found.append(_join(running))
    return tuple(sorted(found, key=lambda q: (q.outer[0].start, q.depth)))


def _join(pieces: list[_Found]) -> Quotation:
    repaired = None
    if not pieces[0].opened:
        repaired = "opening mark missing: taken from the start of the sentence"
    elif not pieces[-1].closed:
        repaired = "closing mark missing: taken to the end of the paragraph"
    return Quotation(
        inner=tuple(piece.inner for piece in pieces),
        outer=tuple(Span(piece.start, piece.end) for piece in pieces),
        depth=pieces[0].depth,
        repaired=repaired,
    )


def _scan(text: str, paragraph: Span) -> list[_Found]:
    found: list[_Found] = []
    stack: list[_Open] = []
    for mark, at, end in _marks(text, paragraph):
        before = text[at - 1] if at > paragraph.start else ""
        after = text[end] if end < paragraph.end else ""
        if _closes(mark, stack, before, after, text, at, paragraph.end):
            while stack and not _matches(stack[-1].mark, mark):
                stack.pop()  # an inner mark that nobody closed
            opener = stack.pop()
            found.append(
                _Found(
                    opener.at,
                    Span(opener.end, at),
                    end,
                    len(stack) + 1,
                    True,
                    True,
                    opener.mark,
                )
            )
        elif _opens(mark, stack, before, after) or _strays(mark, stack, text, at, paragraph):
            stack.append(_Open(mark, at, end))
        elif mark in '”"»' and not stack and _may_lack_opener(before, after):
            start = _sentence_start(text, paragraph.start, at, found)
            if start < at - 1:
                found.append(_Found(start, Span(start, at), end, 1, True, False, mark))
    if stack and stack[0].mark not in "'‘‚":  # a lone ‘ is more often an apostrophe: ‘90s
        opener = stack[0]
        inner = Span(opener.end, paragraph.end)
        found = [piece for piece in found if piece.start < opener.at or piece.depth > 1]
        found.append(_Found(opener.at, inner, paragraph.end, 1, False, True, opener.mark))
    return sorted((piece for piece in found if piece.inner), key=lambda piece: piece.start)


def _marks(text: str, paragraph: Span) -> Iterator[tuple[str, int, int]]:
    """Every mark with its place; a doubled apostrophe as the double mark that it stands for."""
    taken = paragraph.start
    for found in _MARKS.finditer(text, *paragraph):
        at = found.start()
        if at < taken:
            continue
        doubled = found.group() == "’" and _closes_double(text, paragraph.start, at)
        taken = at + 2 if doubled else found.end()
        yield "”" if doubled else _DOUBLED.get(found.group(), found.group()), at, taken


def _closes_double(text: str, start: int, at: int) -> bool:
    """“We wait.’’: two single marks that close a double one; in ‘a ‘b’’ they close two single."""
    opened = text.rfind("“", start, at)
    if text[at : at + 2] != "’’" or opened < 0:
        return False
    between = text[opened:at]
    return not any(mark in between for mark in ("”", "‘", "’’"))


def _may_lack_opener(before: str, after: str) -> bool:
    """A closing mark alone is a repair case; after a digit it is inches or seconds."""
    return bool(before) and not before.isdigit() and not before.isspace() and after in _AFTER_CLOSER


def _matches(opener: str, closer: str) -> bool:
    return closer in _ALSO_CLOSES.get(opener, _OPENS.get(opener, opener))


def _closes(
    mark: str, stack: list[_Open], before: str, after: str, text: str, at: int, end: int
) -> bool:
    if not any(_matches(one.mark, mark) for one in stack):
        return False
    if mark in "“«":  # closes „ and » only where an opener could not stand
        return before not in {" ", ""} and after in _AFTER_CLOSER
    if mark == '"':
        return not (before in {" ", "\u00a0"} and after not in _AFTER_CLOSER)
    if mark in "’'‘":
        if after not in _AFTER_CLOSER or before in {" ", "\u00a0"}:
            return False
        # ministers’ meeting’: a plural possessive is passed over when a better closer follows
        possessive = before == "s" and after == " "
        return not (possessive and _closer_ahead(text, at + 1, end, mark, stack[-1].mark))
    return True


def _closer_ahead(text: str, start: int, end: int, mark: str, opener: str) -> bool:
    for at in range(start, end):
        if text[at] == opener and opener != mark:
            return False
        if text[at] == mark:
            after = text[at + 1] if at + 1 < end else ""
            if text[at - 1] in ",.!?…":
                return True
            if after in _AFTER_CLOSER and text[at - 1] not in {" ", "s"}:
                return True
            if opener == mark and text[at - 1] == " ":
                return False
    return False


def _opens(mark: str, stack: list[_Open], before: str, after: str) -> bool:
    strayed = mark == "“" and before in {" ", ""}  # “ I love it”: a blank behind the mark
    if not after or (after.isspace() and not strayed):
        return False
    if mark == _REVERSED:
        return before in _BEFORE_OPENER and after not in _AFTER_CLOSER
    if mark in _CLOSERS:
        return False
    if mark in _STRAIGHT:
        fits = before in _BEFORE_OPENER and after not in ",.;:!?)"
        if mark == "'":
            # 'tis and '90s are not quotations; neither is a second ' inside one of its kind
            return fits and after.isalpha() and not any(one.mark == "'" for one in stack)
        return fits and not any(one.mark == '"' for one in stack)
    if mark == "‘":
        return before in _BEFORE_OPENER
    return not any(one.mark == mark for one in stack)


def _strays(mark: str, stack: list[_Open], text: str, at: int, paragraph: Span) -> bool:
    """Whether a straight mark opens a quotation although a blank stands behind it, too:
    he told Aras. " You have done well." """
    if mark != '"' or stack or at == paragraph.start:
        return False
    alone = text[at - 1].isspace() and text[at + 1 : at + 2] == " "
    return alone and text[at + 2 : at + 3].isupper() and not text.count(mark, at, paragraph.end) % 2


def _sentence_start(text: str, floor: int, at: int, found: list[_Found]) -> int:
    floor = max([floor] + [piece.end for piece in found if piece.end <= at])
    for place in range(at - 2, floor, -1):
        if text[place - 1] in ".!?" and text[place].isspace() and place < at - 3:
            return place + 1
    while floor < at and text[floor].isspace():
        floor += 1
    return floor
