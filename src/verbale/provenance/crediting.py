"""Whom a report says it has its text from: agencies, and outlets whose report it prints.

"(Reuters)", "By Himal Wire", "Compiled from X and Y", "Source: X", "Argus, Awash News Agency":
lines of the page and no sentences of the story.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from verbale.lexicon import default_lexicon
from verbale.lexicon.wordlists import word_list
from verbale.model import Report, Span
from verbale.provenance.credits import folded, same_outlet

#: Before the name of whoever supplied the text; after these it can be no person.
_SUPPLIED = re.compile(
    r"^\W*(?:(?:source|sources|via|from|courtesy of|compiled from|adapted from|provided by|"
    r"supplied by|with (?:reporting|input|inputs|material|files) (?:by|from)|"
    r"additional reporting by|first published (?:in|by))\b:?)\s+",
    re.I,
)
_BYLINE = re.compile(r"^\W*(?:by|with|(?:[A-Z]\w+ )?(?:desk|staff) (?:with|and))\b:?\s+", re.I)
_BETWEEN = re.compile(r"\s*(?:,|/|;|&|\band\b|\bwith\b|\|)\s*")
_NAMES = re.compile(r"^(?:the )?[A-Z0-9][\w.’'-]*(?: (?:of|de|la|le|and|[A-Z0-9])[\w.’'-]*)*$")
#: Ends of names of people inside a house.
_STAFF = frozenset({"desk", "staff", "correspondent", "reporter", "editor", "bureau", "writer"})
_LONGEST = 80  # characters of a line of credits
_CREDITING = ("credit", "byline", "disclaimer")
_TOP, _END = 6, 3  # lines of a page in which bare names are a credit


class Supplier(NamedTuple):
    """Whom a report credits for its text, and where."""

    name: str
    span: Span | None


def suppliers(report: Report) -> tuple[Supplier, ...]:
    """The agencies and outlets that a report credits for its text, other than itself.

    The agency of the dateline first. One house is listed once, by its fullest name.
    """
    line = report.dateline
    found = [Supplier(line.agency, line.span)] if line is not None and line.agency else []
    found += [Supplier(name, _place(report, name)) for name in report.agencies]
    found += _lines(report)
    kept: list[Supplier] = []
    for each in found:
        if same_house(each.name, report.outlet):
            continue
        at = next((n for n, one in enumerate(kept) if same_house(one.name, each.name)), None)
        if at is None:
            kept.append(each)
        elif len(each.name) > len(kept[at].name):
            kept[at] = Supplier(each.name, kept[at].span or each.span)
    return tuple(kept)


def same_house(one: str | None, other: str | None) -> bool:
    """Whether two names are one outlet's, also by its initials: "MA" is "Memel Agency"."""
    if not one or not other:
        return False
    if same_outlet(one, other):
        return True
    if is_initials(one, other) or is_initials(other, one):
        return True
    first, second = (default_lexicon().outlet(name) for name in (one, other))
    return first is not None and first is second


def is_initials(short: str, name: str) -> bool:
    """Whether ``short`` is made of the first letters of ``name``."""
    words = [word for word in folded(name).split() if word not in {"of", "the", "and", "for"}]
    return short.isupper() and len(words) > 1 and short.lower() == "".join(w[0] for w in words)


def looks_like_outlet(name: str) -> bool:
    """Whether a name is known as an outlet's, or made like one."""
    if default_lexicon().outlet(name) is not None:
        return True
    words = folded(name).split()
    if len(words) < 2 or words[-1] in _STAFF:
        return False
    telling = word_list("outlet-words") | word_list("press-names")
    return words[-1] in telling or words[0] in {"radio", "television", "tv"}


def _lines(report: Report) -> Iterator[Supplier]:
    """Names in lines of credits."""
    marked = [junk.span for junk in report.junk if junk.kind in _CREDITING]
    lines = list(_all_lines(report.text))
    edges = {*lines[:_TOP], *lines[-_END:]}
    for span in dict.fromkeys((*marked, *lines)):
        if span.end - span.start > _LONGEST:
            continue
        credit = any(span.overlaps(junk) for junk in marked)
        yield from _named(report, span, sure=credit, bare=credit or span in edges)


def _named(report: Report, line: Span, *, sure: bool, bare: bool) -> Iterator[Supplier]:
    words = line.of(report.text)
    supplied = _SUPPLIED.match(words)
    byline = _BYLINE.match(words)
    start = supplied or byline
    if not (start or bare):
        return
    at = start.end() if start else 0
    rest = words[at:].rstrip(" .)]-")
    names = list(_pieces(rest, line.start + at, report.text))
    if not names or not all(_NAMES.match(name) for name, _ in names):
        return
    free = supplied is not None and (sure or bare)
    known = [(name, span) for name, span in names if free or looks_like_outlet(name)]
    if all(same_house(name, report.outlet) for name, _ in known):
        return  # its own name with its address, or with its own people
    if len(names) > 1:  # beside another outlet, a name of several words is one too
        known += [each for each in names if each not in known and " " in each[0] and not byline]
    yield from (Supplier(name, span) for name, span in known)


def _pieces(rest: str, start: int, text: str) -> Iterable[tuple[str, Span]]:
    at = 0
    for piece in _BETWEEN.split(rest):
        found = rest.find(piece, at) if piece else -1
        if found < 0:
            continue
        at = found + len(piece)
        bare = piece.strip(" ()[].:*–—-")
        if bare:
            place = text.find(bare, start + found)
            yield bare, Span(place, place + len(bare))


def _place(report: Report, name: str) -> Span | None:
    for junk in report.junk:
        if junk.kind in _CREDITING and (found := mention(report.text, name, junk.span)):
            return found
    return mention(report.text, name, Span(0, len(report.text)))


def mention(text: str, name: str | None, within: Span) -> Span | None:
    """Where a name stands first inside a place, its article aside."""
    if not name:
        return None
    bare = re.escape(name.removeprefix("The ").removeprefix("the "))
    found = re.search(rf"(?<!\w){bare}(?!\w)", text[within.start : within.end])
    return Span(within.start + found.start(), within.start + found.end()) if found else None


def _all_lines(text: str) -> Iterator[Span]:
    for found in re.finditer(r"[^\n]*\S[^\n]*", text):
        yield Span(*found.span()).stripped(text)
