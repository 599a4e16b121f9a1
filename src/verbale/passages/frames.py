"""Frames: what the parser is given to read.

A parser trained on plain sentences stumbles over long quotations: it cuts them into sentences,
keeps one of several, and hangs "..., Muto stressed" on the wrong verb. So a quotation that
stands on its own is parsed apart, and in the paragraph around it one short word takes its place::

    "We agree. We shall come," he said.   ->   "Yes," he said.   +   We agree. We shall come,

Quoted fragments ('the "hostile" step') stay where they are. All words are given back with offsets
into the report's text; the placeholder covers the quoted words and carries their number.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from verbale.language import Backend, Parse, Unit, Word
from verbale.lexicon.cities import states_of
from verbale.model import Paragraph, Passages, Report, Span
from verbale.passages.sentences import is_frame, sentence_spans

PLACEHOLDER = "Yes"
_FIRST_PERSON = re.compile(
    r"\b(?:I|we|our|us|my|me|you|your)\b|\b(?:don|won|can|isn|doesn)[’']t\b", re.I
)
#: "(Reuters) - Rain fell", "(CNN)Rain fell".
_CREDIT = re.compile(r"\([A-Z][\w./ ]{1,20}\)(?:\s*[-–—]+\s*|(?=[A-Z]))")
#: "Mirado.Net - Rain fell": the page's own name.
_SITE = re.compile(r"[\w-]+\.(?i:net|com|org|info|ru|am|news)\s+[-–—]\s+(?=[A-Z“\"])")
#: "Q:", "A.": who speaks in an interview, no word of what is said.
_TURN = re.compile(r"(?:Q|A|Question|Answer|QUESTION|ANSWER)\s?(?:\d{1,2}\s?)?[:.]\s+(?=\S)")
#: "18:05 The port says ...", "[9.15am GMT] -": the time of an entry of a live page.
_CLOCK = re.compile(
    r"[\[(]?(?:[01]?\d|2[0-3])[:.][0-5]\d(?:\s?[apAP]\.?[mM]\b\.?)?(?:\s(?:GMT|UTC|[A-Z]{2,4}T))?[\])]?"
    r"\s*[:|–—-]?\s+(?=[“\"‘']?[A-Z])",
)
#: "Indianapolis – Several thousand", "New York, NY – The range", "DUBAI, United Arab Emirates — A".
_PLACED = re.compile(
    r"(?P<place>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3})"
    r"(?:, [A-Z][\w.]+(?: [A-Z]\w+){0,3})?\s[–—-]{1,2}\s+"
    r"(?=[A-Z“\"])"
)
#: A quotation that lost its comma: "... and continue to see " Mayer said.
_CUED = re.compile(
    r"\s+(?:(?:he|she|they|(?:[A-Z][\w.'’-]+ ){0,2}[A-Z][\w'’-]+) (?:said|says|added|told|wrote)|"
    r"(?:said|says) (?:he|she|[A-Z]))\b"
)
_ENDS = frozenset(".!?…")
_SENTENCE = 4  # words
_LEADS_IN = re.compile(
    r"[,:—–-]\s*$|\b(?:said|says|told \w+|added|wrote|asked|replied|that)\s+$", re.I
)


class Frame(NamedTuple):
    """One parsed piece: a paragraph around its quotations, or the inside of one quotation.

    ``inside`` is the number of the quotation (in `Passages.quotations`) whose words these are,
    None for the paragraph itself.
    """

    paragraph: Paragraph
    inside: int | None
    sentences: tuple[tuple[Word, ...], ...]


class _Hole(NamedTuple):
    outer: Span
    inner: Span
    quote: int


class _Draft(NamedTuple):
    paragraph: Paragraph
    inside: int | None
    unit: Unit
    starts: tuple[int, ...]  # places in the unit's text from which an offset holds ...
    shifts: tuple[int, ...]  # ... to be added to reach the report's text
    holes: tuple[tuple[int, int, _Hole], ...]  # [start, end) in the unit's text


def read_frames(report: Report, passages: Passages, backend: Backend) -> tuple[Frame, ...]:
    """Parse ``passages`` of ``report``. The frames come in order of place, the inside of a
    quotation after the paragraph that holds it."""
    drafts = draft_frames(report, passages)
    parses = backend.parse([draft.unit for draft in drafts])
    return tuple(_place(draft, parse) for draft, parse in zip(drafts, parses, strict=True))


def draft_frames(report: Report, passages: Passages) -> list[_Draft]:
    """What there is to parse in ``passages``, before any parser has seen it."""
    drafts: list[_Draft] = []
    by_paragraph = _holes(report, passages)
    for paragraph in passages.paragraphs:
        skip = report.dateline.span if report.dateline else None
        span = paragraph.span
        if skip and paragraph.zone == "body" and span.start <= skip.start < skip.end < span.end:
            span = Span(skip.end, span.end).stripped(report.text)
        elif paragraph.zone == "body":
            span = _without_label(report.text, span)
        holes = by_paragraph.get(paragraph.index, [])
        inside = [place for place in _sentences_of(passages, paragraph) if place.end > span.start]
        drafts.append(_draft(report.text, paragraph, span, holes, inside))
        drafts.extend(_inner(report.text, paragraph, hole) for hole in holes)
    return drafts


def _without_label(text: str, span: Span) -> Span:
    """``span`` without what is no part of its sentence: the agency in brackets that a page glues
    to any paragraph's start, the "Q:" of an interview, the time of an entry of a live page."""
    labels = (label.match(text, span.start, span.end) for label in (_CREDIT, _SITE, _TURN, _CLOCK))
    label = next(filter(None, labels), None) or _place_in_front(text, span)
    return Span(label.end(), span.end) if label else span


def _place_in_front(text: str, span: Span) -> re.Match[str] | None:
    """The "Indianapolis – " of a paragraph that no dateline was read from."""
    placed = _PLACED.match(text, span.start, span.end)
    return placed if placed is not None and states_of(placed["place"]) else None


def standing_alone(text: str, paragraph: Span, outer: Span, inner: Span) -> bool:
    """Whether a quotation is an utterance of its own rather than a fragment of a sentence."""
    words = inner.of(text).strip()
    if not words:
        return False
    count = words.count(" ") + 1
    after = text[outer.end : min(outer.end + 1, paragraph.end)]
    last = _last_mark(words)
    if last not in ".!?…" and not is_frame("?", text[outer.end : paragraph.end].lstrip()):
        last = words[-1]
    closed = last in tuple(",.!?…—–;") or after in (",", ".", "") or outer.end == inner.end
    closed = closed or (count >= _SENTENCE and bool(_CUED.match(text, outer.end, paragraph.end)))
    leads = text[max(paragraph.start, outer.start - 24) : outer.start]
    opens = not leads.strip() or leads.rstrip()[-1] in '.!?”":,—–-;'
    if words[0].isupper() or words[0] in "…([" or words[0].isdigit():
        # "Northern Territories" after a determiner is a name; a whole sentence has a verb in it
        return (
            (closed or outer.end == paragraph.end)
            and (opens or (count >= 4 and bool(_LEADS_IN.search(leads))))
            and (count > 1 or opens)
        )
    if re.search(r"[.!?]\s+[A-Z“]", words):
        return True
    return (
        closed
        and count >= 3
        and bool(_LEADS_IN.search(leads))
        and (leads.rstrip()[-1:] in ",:" or bool(_FIRST_PERSON.search(words)))
    )


def _last_mark(words: str) -> str:
    """The last character of quoted ``words``; of a quotation in them at their end, its last."""
    ends_quoted = words[-1] == "’" and "‘" in words
    return words[-2:-1] if ends_quoted else words[-1]


def _holes(report: Report, passages: Passages) -> dict[int, list[_Hole]]:
    starts = [paragraph.span.start for paragraph in passages.paragraphs]
    found: dict[int, list[_Hole]] = {}
    for number, quotation in enumerate(passages.quotations):
        if quotation.depth != 1:
            continue
        for outer, inner in zip(quotation.outer, quotation.inner, strict=True):
            paragraph = _paragraph_at(passages.paragraphs, starts, outer)
            if paragraph is None:
                continue
            several = len(quotation.outer) > 1
            if several or standing_alone(report.text, paragraph.span, outer, inner):
                found.setdefault(paragraph.index, []).append(_Hole(outer, inner, number))
    return found


def _paragraph_at(
    paragraphs: Sequence[Paragraph], starts: list[int], place: Span
) -> Paragraph | None:
    # zones may lie in any order in the text, so look near first and everywhere else second
    near = bisect_right(starts, place.start) - 1
    for paragraph in (*paragraphs[max(0, near) : near + 1], *paragraphs):
        if paragraph.span.covers(place):
            return paragraph
    return None


def _sentences_of(passages: Passages, paragraph: Paragraph) -> Iterator[Span]:
    return (s.span for s in passages.sentences if s.paragraph == paragraph.index)


def _draft(
    text: str, paragraph: Paragraph, span: Span, holes: Iterable[_Hole], sentences: Iterable[Span]
) -> _Draft:
    pieces: list[str] = []
    starts: list[int] = []
    shifts: list[int] = []
    filled: list[tuple[int, int, _Hole]] = []
    at = span.start
    length = 0

    def put(piece: str, origin: int) -> None:
        nonlocal length
        starts.append(length)
        shifts.append(origin - length)
        pieces.append(piece)
        length += len(piece)

    for hole in holes:
        if hole.outer.start < at:
            continue
        if hole.outer.start > at:
            put(text[at : hole.outer.start], at)
        stand_in = _stand_in(text, hole, span.end)
        if text[hole.outer.end : min(hole.outer.end + 1, span.end)].isalnum():
            stand_in += " "  # "We agree,"Muto said
        filled.append((length, length + len(stand_in), hole))
        put(stand_in, hole.outer.start)
        at = hole.outer.end
    if at < span.end:
        put(text[at : span.end], at)
    unit_text = "".join(pieces)
    begins = tuple(
        _to_unit(max(place.start, span.start), starts, shifts, length) for place in sentences
    )
    return _Draft(
        paragraph, None, Unit(unit_text, begins), tuple(starts), tuple(shifts), tuple(filled)
    )


def _stand_in(text: str, hole: _Hole, end: int) -> str:
    rest = text[hole.outer.end : min(hole.outer.end + 3, end)]
    goes_on = bool(rest.strip()) and (rest.lstrip()[0].islower() or rest.lstrip()[0] in ",;")
    last = _last_mark(hole.inner.of(text).rstrip())
    if rest[:1] in (",", ".", ";", "?", "!"):
        return f'"{PLACEHOLDER}"'
    if last in _ENDS and is_frame(last, text[hole.outer.end : end].lstrip()):
        return f'"{PLACEHOLDER},"'
    if goes_on or last in {",", "—", "–"}:
        return f'"{PLACEHOLDER},"'
    return (
        f'"{PLACEHOLDER}."'
        if last in ".!?…"
        else f'"{PLACEHOLDER}"'
        if rest.strip()
        else f'"{PLACEHOLDER}."'
    )


def _to_unit(place: int, starts: list[int], shifts: list[int], length: int) -> int:
    for start, shift in zip(reversed(starts), reversed(shifts), strict=True):
        if place - shift >= start:
            return min(place - shift, length)
    return 0


def _inner(text: str, paragraph: Paragraph, hole: _Hole) -> _Draft:
    span = hole.inner.stripped(text)
    begins = tuple(place.start - span.start for place in sentence_spans(text, span)) or (0,)
    unit = Unit(span.of(text), begins)
    return _Draft(paragraph, hole.quote, unit, (0,), (span.start,), ())


def _place(draft: _Draft, parse: Parse) -> Frame:
    """Move the words of ``parse`` to their places in the report's text."""
    holes, starts, shifts = draft.holes, draft.starts, draft.shifts
    for word in parse.words:
        start, end = word.start, word.end
        hole = next((hole for a, b, hole in holes if a <= start < b), None) if holes else None
        if hole is None:
            shift = shifts[bisect_right(starts, start) - 1]
            word.start, word.end = start + shift, end + shift
        elif word.text == PLACEHOLDER:
            word.start, word.end = hole.inner
            word.quote = hole.quote
        elif word.pos == "PUNCT" and start == next(a for a, _, h in holes if h is hole):
            word.start, word.end = hole.outer.start, hole.inner.start
        else:
            word.start = word.end = hole.outer.end
    sentences = tuple(tuple(parse.sentence(n)) for n in range(len(parse.sentences)))
    return Frame(draft.paragraph, draft.inside, sentences)
