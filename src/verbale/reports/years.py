"""Supplies the year that a day lacks, from what the report itself, its address or the user says.

Never from the clock.
"""

from __future__ import annotations

import re

import msgspec

from verbale.model import Dated, DateHow, Given, Span
from verbale.reports.daytext import edtf, find_days, month_number
from verbale.reports.layout import Layout
from verbale.reports.page import Page
from verbale.reports.pagedays import apart

_URL_DAY = re.compile(
    r"(?<!\d)(20\d\d|19\d\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?!\d)"
)
_URL_PARTS = re.compile(
    r"/(20\d\d)/(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*/(\d{1,2})(?!\d)"
    r"|/(20\d\d)/(\d{1,2})/(\d{1,2})/",
    re.IGNORECASE,
)
_URL_MONTH = re.compile(r"/(20\d\d)[/-](0[1-9]|1[0-2])(?:/|$)")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
#: A page is older than a text's own dates by this much at most, when those supply its year.
_NEAR = 10


def with_year(
    partial: Dated, page: Page, layout: Layout, updated: Dated | None, given: Given,
    url: str | None, notes: list[str],
) -> Dated:  # fmt: skip
    """``partial`` with the year that something beside it states, or as it is with a note."""
    for full, basis in _year_sources(page, layout, updated, given, url):
        day = _year_from(partial.date, full)
        if day is not None:
            told = f", which says {full}" if basis == given.basis and full != day else ""
            notes.append(f"the year of {partial.date[5:]} is taken from the {basis}{told}")
            how: DateHow = "metadata" if basis == given.basis else "inferred"
            return msgspec.structs.replace(partial, date=day, how=how, basis=basis)
    if given.published:
        notes.append(f"the {given.basis} says {given.published}, which does not fit {partial.date}")
    notes.append(f"nothing supplies the year of {partial.date}")
    return partial


def _year_sources(
    page: Page, layout: Layout, updated: Dated | None, given: Given, url: str | None
) -> list[tuple[str, str]]:
    sources = [(updated.date, "page")] if updated is not None and updated.full else []
    for span in layout.body:
        sources += [(day, "text") for day in _full_days(page.text, span)]
    address = url_day(url)
    if address is not None:
        sources.append((address, "url"))
    stated = given_day(given)
    if stated is not None:
        sources.append((stated, given.basis))
    return sources


def _full_days(text: str, span: Span) -> list[str]:
    """The days with a year inside a stretch of the body, looked for only where a year stands."""
    days: list[str] = []
    for year in _YEAR.finditer(text, span.start, span.end):
        near = Span(max(span.start, year.start() - 24), min(span.end, year.end() + 12))
        days += [day.date for day in find_days(text, near) if day.full and not day.other]
    return days


def _year_from(partial: str, full: str) -> str | None:
    """``XXXX-07-15`` in the year that ``full`` puts it in, if the two lie close together."""
    if len(full) == 7:
        return edtf(full[:4], int(full[5:]), int(partial[8:])) if full[5:] == partial[5:7] else None
    for year in (int(full[:4]), int(full[:4]) - 1, int(full[:4]) + 1):
        day = edtf(year, int(partial[5:7]), int(partial[8:]))
        days = apart(full, day) if day else None
        if days is not None and -_NEAR <= days <= _NEAR:
            return day
    return None


def given_day(given: Given) -> str | None:
    """The full day that the user or the feed says, if it is one."""
    if not given.published:
        return None
    found = next(iter(find_days(given.published, Span(0, len(given.published)))), None)
    if found is not None:
        return found.date if found.full else None
    return None


def url_day(url: str | None) -> str | None:
    """The day (or month) in an address: ``/2025/04/08/``, ``-20250408``, ``/2025/apr/08/``."""
    if not url:
        return None
    named = _URL_PARTS.search(url)
    if named and named[1]:
        return edtf(named[1], month_number(named[2]), int(named[3]))
    if named:
        return edtf(named[4], int(named[5]), int(named[6]))
    whole = _URL_DAY.search(url)
    if whole:
        return edtf(whole[1], int(whole[2]), int(whole[3]))
    month = _URL_MONTH.search(url)
    return f"{month[1]}-{month[2]}" if month else None
