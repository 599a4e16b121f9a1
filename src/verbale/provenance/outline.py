"""An outline: the body of a report as tokens, which is all that two reports are compared by.

It is small enough to be stored beside the report, so that comparing needs neither the text nor
its sentences to be found again.
"""

from __future__ import annotations

import re
import zlib
from binascii import crc32
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from verbale.lexicon.wordlists import word_list
from verbale.model import Passages, Report, Span
from verbale.passages import find_passages
from verbale.passages.tokens import TOKEN, fold
from verbale.provenance.standing import standing_lines

#: What is known of a token: it stands in a quotation; begins a sentence; begins a paragraph; holds
#: sentences together and says little; is (part of) a name or a number; is of a standing line.
QUOTED, OPENS, PARAGRAPH, FUNCTION, NAME, STANDING = 1, 2, 4, 8, 16, 32
_FUNCTION = word_list("function-words")
#: "(Reuters) - Rain fell": the agency that a page glues to the first paragraph.
_CREDIT = re.compile(r"(?:[A-Z][\w ,.]{1,60})?\([A-Z][\w./ ]{1,20}\)\s*[-–—]+\s*")
_INTS = np.dtype("<i4")


class Outline(NamedTuple):
    """Tokens of a body in their order, one column each.

    ``ids`` hash the folded token; ``starts`` and ``ends`` are characters of the report's text,
    where a sentence's first and last token reach to the ends of the sentence; ``marks`` are sums
    of `QUOTED`, `OPENS`, `PARAGRAPH`, `FUNCTION`, `NAME`, `STANDING`.
    """

    ids: NDArray[np.uint32]
    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    marks: NDArray[np.uint8]

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def prose(self) -> int:
        """How many tokens stand in no standing line."""
        return int(((self.marks & STANDING) == 0).sum())

    def span(self, first: int, end: int) -> Span:
        """The characters of tokens ``[first, end)``."""
        return Span(int(self.starts[first]), int(self.ends[end - 1]))

    def quoted_within(self, first: int, end: int) -> tuple[int, int]:
        """Tokens ``[first, end)`` without what stands around the quoted ones, if any are."""
        quoted = np.flatnonzero(self.marks[first:end] & QUOTED)
        return (
            (first + int(quoted[0]), first + int(quoted[-1]) + 1) if len(quoted) else (first, end)
        )

    def standing(self, first: int, end: int) -> bool:
        """Whether most of the tokens ``[first, end)`` are of standing lines."""
        return 2 * int((self.marks[first:end] & STANDING > 0).sum()) > end - first

    def paragraphs(self) -> list[tuple[int, int]]:
        """The paragraphs as ``[first, end)`` of tokens."""
        firsts = np.flatnonzero(self.marks & PARAGRAPH).tolist()
        return list(zip(firsts, [*firsts[1:], len(self)], strict=True)) if firsts else []

    def sentences(self) -> list[tuple[int, int]]:
        """The sentences as ``[first, end)`` of tokens."""
        firsts = np.flatnonzero(self.marks & OPENS).tolist()
        return list(zip(firsts, [*firsts[1:], len(self)], strict=True)) if firsts else []


def outline_of(report: Report) -> Outline:
    """The outline of ``report``: its body without the dateline."""
    drafts: list[tuple[int, int, int, int]] = []
    passages = find_passages(report)
    quoted = _quoted(passages)
    body = [paragraph.span for paragraph in passages.paragraphs if paragraph.zone == "body"]
    standing = standing_lines(report, body)
    begun = -1
    for sentence in passages.sentences:
        paragraph = passages.paragraphs[sentence.paragraph]
        if paragraph.zone != "body":
            continue
        span = _without_credit(report, sentence.span, first=begun != paragraph.index)
        found = _tokens(report.text, span, quoted)
        if found:
            opens = OPENS if begun == paragraph.index else OPENS | PARAGRAPH
            begun = paragraph.index
            ident, start, end, mark = found[0]
            found[0] = (ident, min(start, span.start), end, mark | opens)
            ident, start, end, mark = found[-1]
            found[-1] = (ident, start, max(end, span.end), mark)
            aside = STANDING if any(line.covers(span) for line in standing) else 0
            drafts += [(ident, start, end, mark | aside) for ident, start, end, mark in found]
    columns = np.array(drafts, dtype=np.int64).reshape(-1, 4)
    return Outline(
        columns[:, 0].astype(np.uint32),
        columns[:, 1].astype(np.int32),
        columns[:, 2].astype(np.int32),
        columns[:, 3].astype(np.uint8),
    )


def _quoted(passages: Passages) -> list[Span]:
    return sorted(span for q in passages.quotations if q.depth == 1 for span in q.outer)


def _without_credit(report: Report, span: Span, *, first: bool) -> Span:
    """A sentence without the dateline, or the credit in brackets, that it begins with."""
    line = report.dateline.span if report.dateline else None
    if line is not None and span.start < line.end and line.start < span.end:
        return Span(min(line.end, span.end), span.end).stripped(report.text)
    credit = _CREDIT.match(report.text, span.start, span.end) if first else None
    return Span(credit.end(), span.end) if credit else span


def _tokens(text: str, span: Span, quoted: list[Span]) -> list[tuple[int, int, int, int]]:
    inside = [quote for quote in quoted if quote.overlaps(span)]
    found = []
    for number, match in enumerate(TOKEN.finditer(text, *span)):
        word, start, end = match[0], match.start(), match.end()
        folded = fold(word)
        mark = FUNCTION if folded in _FUNCTION else 0
        if word[0].isdigit() or (number and word[0].isupper() and not mark):
            mark |= NAME
        if any(quote.start <= start and end <= quote.end for quote in inside):
            mark |= QUOTED
        found.append((crc32(folded.encode()), start, end, mark))
    return found


def pack(outline: Outline) -> bytes:
    """The outline as bytes, the same for the same outline."""
    starts = np.diff(outline.starts, prepend=0).astype(_INTS)
    lengths = (outline.ends - outline.starts).astype(_INTS)
    columns = (outline.ids.astype("<u4"), starts, lengths, outline.marks)
    return zlib.compress(b"".join(column.tobytes() for column in columns), 6)


def unpack(data: bytes) -> Outline:
    """The reverse of `pack`."""
    raw = zlib.decompress(data)
    number = len(raw) // 13
    starts = np.cumsum(np.frombuffer(raw, _INTS, number, 4 * number)).astype(np.int32)
    return Outline(
        np.frombuffer(raw, np.dtype("<u4"), number),
        starts,
        (starts + np.frombuffer(raw, _INTS, number, 8 * number)).astype(np.int32),
        np.frombuffer(raw, np.uint8, number, 12 * number),
    )
