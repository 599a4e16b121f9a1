"""Full-text search over headlines and bodies, shown in the stored text itself."""

from __future__ import annotations

from collections.abc import Iterator

from verbale.model import Annotation, Span, Spans
from verbale.record.connect import Db
from verbale.record.fulltext import highlights, match_expression
from verbale.record.rows import Hit, Listing, Passage
from verbale.record.selects import REPORTS
from verbale.record.view import View

_CONTEXT = 90
_PASSAGES = 3
#: Of so many reports at most is asked which holds the words best.
_RANKED = 2000


def search(db: Db, view: View, query: str, limit: int | None, offset: int) -> Listing[Hit]:
    """Reports that hold all words of ``query``, best first, with marked passages.

    Where very many hold them, the newest are ranked and the others counted: a word that is in all
    tells none from another.
    """
    expression = match_expression(query, "headline body")
    if expression is None:
        return Listing(rows=(), total=0)
    where = "FROM words WHERE words MATCH ? AND rowid < ?"
    with db.snapshot():
        total = db.value(f"SELECT count(*) {where}", (expression, 0))
        last = _last_ranked(db, expression) if total > _RANKED else -1
        found = db.all(
            f"SELECT -rowid {where} ORDER BY rank, rowid DESC LIMIT ? OFFSET ?",
            (expression, last + 1, -1 if limit is None else limit, offset),
        )
        rows = tuple(_hit(view, f"r{row}", query) for (row,) in found)
    return Listing(rows=rows, total=total)


def _last_ranked(db: Db, expression: str) -> int:
    """The row of the oldest of the newest reports that are ranked."""
    sql = (
        "SELECT rowid FROM words WHERE words MATCH ? AND rowid < 0 ORDER BY rowid LIMIT 1 OFFSET ?"
    )
    return int(db.value(sql, (expression, _RANKED - 1)))


def _hit(view: View, report: str, query: str) -> Hit:
    annotation = view.annotation(report)
    return Hit(
        report=view.entry(REPORTS, view.report_row(report)),
        passages=tuple(_passages(annotation, query)),
    )


def _passages(annotation: Annotation, query: str) -> Iterator[Passage]:
    headline, text = annotation.report.headline, annotation.text
    if headline and (marks := highlights(headline.text, query)):
        start = headline.span.start if headline.span else None
        yield Passage(excerpt=headline.text, start=start, marks=marks)
    standfirst = annotation.report.standfirst
    zones = ((standfirst,) if standfirst else ()) + annotation.report.body
    shown = 0
    for zone in zones:
        marks = tuple(_moved(mark, zone.start) for mark in highlights(zone.of(text), query))
        for group in _grouped(marks):
            if shown == _PASSAGES:
                return
            shown += 1
            yield _excerpt(text, zone, group)


def _grouped(marks: Spans) -> Iterator[Spans]:
    """Marks so near each other that one excerpt shows them."""
    group: list[Span] = []
    for mark in marks:
        if group and mark.start - group[0].start > 2 * _CONTEXT:
            yield tuple(group)
            group = []
        group.append(mark)
    if group:
        yield tuple(group)


def _excerpt(text: str, zone: Span, marks: Spans) -> Passage:
    start = _word_edge(text, max(zone.start, marks[0].start - _CONTEXT), marks[0].start, zone.start)
    end = min(zone.end, marks[-1].end + _CONTEXT)
    if end < zone.end:
        cut = max(text.rfind(" ", marks[-1].end, end), text.rfind("\n", marks[-1].end, end))
        end = cut if cut > 0 else end
    shifted = tuple(_moved(mark, -start) for mark in marks)
    return Passage(excerpt=text[start:end], start=start, marks=shifted)


def _word_edge(text: str, start: int, limit: int, zone_start: int) -> int:
    """The first word boundary from ``start`` on, so that no excerpt begins in mid-word."""
    if start == zone_start:
        return start
    edges = [at for at in (text.find(" ", start, limit), text.find("\n", start, limit)) if at >= 0]
    return min(edges) + 1 if edges else start


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
