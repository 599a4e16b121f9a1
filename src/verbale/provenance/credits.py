"""Credits: whether a report names the outlet that another one was printed by.

A name in a credit line, a feed note or the last paragraph speaks for the whole report; a name in
the story ("..., Nistru Press reported") speaks for the paragraph it stands in. So an agency that is
quoted once does not become the credited source of background taken from it further down.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from verbale.lexicon.wordlists import word_list
from verbale.model import Junk, JunkKind, Report, Span
from verbale.passages.tokens import TOKEN, fold

#: Parts of a page that speak of other stories, or of nothing.
_ELSEWHERE: frozenset[JunkKind] = frozenset(
    {"navigation", "related", "share", "subscription", "teaser", "advert", "comments"}
)
_CREDITING: frozenset[JunkKind] = frozenset({"credit", "disclaimer", "byline"})
#: Letters of what is left of a name; less may stand for anything.
_SHORTEST = 3
_GENERIC = word_list("outlet-words") | word_list("press-names") | {"the", "service", "online"}


@lru_cache(maxsize=1 << 14)
def folded(name: str | None) -> str:
    """A name without case, accents and marks."""
    return " ".join(map(fold, TOKEN.findall(name or "")))


def same_outlet(one: str | None, other: str | None) -> bool:
    """Whether two names are one outlet's: "Arvand" is "Arvand News Agency"."""
    mine, theirs = folded(one), folded(other)
    if not mine or not theirs:
        return False
    return mine == theirs or (bool(_core(mine)) and _core(mine) == _core(theirs))


def _core(name: str) -> str:
    return " ".join(word for word in name.split() if word not in _GENERIC)


def names_outlet(report: Report, outlet: str | None, copied: Iterable[Span]) -> bool:
    """Whether ``report`` credits ``outlet`` for the places ``copied`` in it."""
    if outlet is None or same_outlet(outlet, report.outlet):
        return False
    line = report.dateline.agency if report.dateline else None
    if any(same_outlet(outlet, name) for name in (*report.agencies, line)):
        return True
    if any(_in_credit(report.text, junk, outlet) for junk in report.junk):
        return True
    if _bracketed(report.text, outlet):
        return True
    spans = list(copied)
    last = report.body[-1].end if report.body else len(report.text)
    closing = report.text.rfind("\n", 0, max(last - 1, 0)) + 1
    return any(
        place.start >= closing
        or not any(part.overlaps(place) for part in report.body)
        or any(_paragraph(report.text, span).overlaps(place) for span in spans)
        for place in _mentions(report, outlet)
    )


def _in_credit(text: str, junk: Junk, outlet: str) -> bool:
    """Whether a credit line or feed note names an outlet, be it without "News" or "Agency"."""
    core = _core(folded(outlet))
    if junk.kind not in _CREDITING or len(core) < _SHORTEST:
        return False
    return f" {core} " in f" {folded(junk.span.of(text))} "


def _bracketed(text: str, outlet: str) -> bool:
    """Whether an agency stands in brackets or slashes, as in "(Titicaca) -" or "/Arvand/"."""
    core = " ".join(w for w in outlet.split() if w.lower() not in _GENERIC)
    if len(core) < _SHORTEST:
        return False
    return re.search(rf"[(/\[](?:\w+: )?{re.escape(core)}(?: \w+)?[)/\]]", text) is not None


def _mentions(report: Report, outlet: str) -> Iterator[Span]:
    """Where the page names an outlet, other than among links to other stories."""
    bare = outlet.removeprefix("The ")
    elsewhere = [junk.span for junk in report.junk if junk.kind in _ELSEWHERE]
    for found in re.finditer(rf"(?<!\w){re.escape(bare)}(?!\w)", report.text):
        place = Span(*found.span())
        if not any(span.covers(place) for span in elsewhere):
            yield place


def _paragraph(text: str, span: Span) -> Span:
    """``span`` drawn out to whole lines."""
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    return Span(start, end if end >= 0 else len(text))
