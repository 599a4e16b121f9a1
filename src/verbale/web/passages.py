"""A report's text cut into marked pieces, line by line, and links to places in it.

A link has the place and the first words that stood there. Where cleaning has changed since and the
place holds other words, the words are looked for, and the nearest of them is meant.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple
from urllib.parse import urlencode

from verbale.brief.visible import kept_spaces
from verbale.model import Annotation, Span, Spans, hull
from verbale.model.reuse import SharedPassage

Role = Literal[
    "junk", "headline", "source", "cue", "content", "background", "reused", "target", "named"
]
_QUOTED = 48


class Mark(NamedTuple):
    """A place in a text and what it is there."""

    span: Span
    role: Role


class Note(NamedTuple):
    """A link that stands before a place: the public id of an entry."""

    at: int
    id: str


class Piece(NamedTuple):
    """Words with all that they are; ``notes`` stand before them."""

    words: str
    roles: tuple[Role, ...]
    notes: tuple[str, ...]
    starts: bool


class Line(NamedTuple):
    """A line of the text. ``junk`` where nothing of it is the story."""

    pieces: tuple[Piece, ...]
    junk: bool


def place_of(report: str, text: str, spans: Spans) -> str:
    """The address of a passage: ``/reports/r3?s=120-345&q=...#s=120-345``."""
    if not spans:
        return f"/reports/{report}"
    around = hull(spans)
    place = f"{around.start}-{around.end}"
    query = urlencode({"s": place, "q": _quote(text, around)})
    return f"/reports/{report}?{query}#s={place}"


def asked_place(text: str, place: str, quote: str) -> Span | None:
    """The span that a link means, in this text; None where its words are nowhere to be found."""
    start, dash, end = place.partition("-")
    if not (dash and start.isascii() and end.isascii() and start.isdigit() and end.isdigit()):
        return None
    if max(len(start), len(end)) > 12:
        return None
    span = Span(int(start), min(int(end), len(text)))
    if span and (not quote or _quote(text, span) == quote):
        return span
    return _nearest(text, quote, span) if quote else None


def _quote(text: str, span: Span) -> str:
    return " ".join(span.of(text).split())[:_QUOTED]


def _nearest(text: str, quote: str, span: Span) -> Span | None:
    """Where the quoted words stand nearest to where they stood, as long as they were then."""
    words = quote.split()
    if not words:
        return None
    found: list[int] = []
    at = text.find(words[0])
    while at >= 0:
        if " ".join(text[at : at + 4 * len(quote)].split()).startswith(quote):
            found.append(at)
        at = text.find(words[0], at + 1)
    if not found:
        return None
    start = min(found, key=lambda place: abs(place - span.start))
    length = max(span.end - span.start, len(quote))
    return Span(start, min(start + length, len(text)))


def marks_of(annotation: Annotation, shared: Iterable[SharedPassage] = ()) -> list[Mark]:
    """Everything that is known of a report's text."""
    report = annotation.report
    marks = [Mark(junk.span, "junk") for junk in report.junk]
    if report.headline and report.headline.span:
        marks.append(Mark(report.headline.span, "headline"))
    for said in annotation.statements:
        marks += [Mark(span, "source") for span in said.source]
        marks += [Mark(span, "cue") for span in said.cue]
        marks += [Mark(span, "content") for span in said.content]
        if said.background:
            marks += [Mark(span, "background") for span in said.content]
    marks += [Mark(part.here, "reused") for passage in shared for part in passage.parts]
    return marks


def lines(text: str, marks: Sequence[Mark], notes: Sequence[Note] = ()) -> list[Line]:
    """The lines of ``text`` that hold words, cut where a mark begins or ends or a note stands."""
    begin: dict[int, list[Role]] = {}
    close: dict[int, list[Role]] = {}
    for span, role in marks:
        begin.setdefault(span.start, []).append(role)
        close.setdefault(span.end, []).append(role)
    noted: dict[int, list[str]] = {}
    for note in notes:
        noted.setdefault(note.at, []).append(note.id)
    edges = sorted({*begin, *close, *noted, 0, len(text)} | _breaks(text))
    open_now: dict[Role, int] = {}
    found: list[Line] = []
    row: list[Piece] = []
    for start, end in zip(edges, [*edges[1:], len(text)], strict=True):
        for role in close.get(start, ()):
            open_now[role] -= 1
        starts = "target" in begin.get(start, ())
        for role in begin.get(start, ()):
            open_now[role] = open_now.get(role, 0) + 1
        roles = tuple(sorted(role for role, depth in open_now.items() if depth > 0))
        words = text[start:end]
        if words or noted.get(start):
            row.append(Piece(kept_spaces(words), roles, tuple(noted.get(start, ())), starts))
        if words.endswith("\n") or end == len(text):
            _put(row, found)
            row = []
    return found


def around(text: str, spans: Spans, reach: int = 240) -> Span:
    """The lines that ``spans`` stand in, cut at words where they are long."""
    whole = hull(spans)
    start = text.rfind("\n", 0, whole.start) + 1
    end = text.find("\n", whole.end)
    end = len(text) if end < 0 else end
    if whole.start - start > reach:
        start = text.find(" ", whole.start - reach, whole.start) + 1 or whole.start - reach
    if end - whole.end > reach:
        end = max(text.rfind(" ", whole.end, whole.end + reach), whole.end)
    return Span(start, end)


def excerpt(text: str, marks: Sequence[Mark], spans: Spans, reach: int = 240) -> list[Line]:
    """The lines around ``spans`` alone, with the marks in them."""
    shown = around(text, spans, reach)
    moved = [
        Mark(Span(max(m.span.start, shown.start), min(m.span.end, shown.end)), m.role)
        for m in marks
        if m.span.overlaps(shown)
    ]
    own = [Mark(Span(m.span.start - shown.start, m.span.end - shown.start), m.role) for m in moved]
    return lines(shown.of(text), own)


def _breaks(text: str) -> set[int]:
    found, at = set(), text.find("\n")
    while at >= 0:
        found.add(at + 1)
        at = text.find("\n", at + 1)
    return found


def _put(row: list[Piece], found: list[Line]) -> None:
    if any(piece.words.strip() or piece.notes for piece in row):
        worded = [piece for piece in row if piece.words.strip()]
        found.append(Line(tuple(row), bool(worded) and all("junk" in p.roles for p in worded)))
