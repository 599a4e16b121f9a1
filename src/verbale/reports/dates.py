"""When a report was published and updated, out of everything that speaks of it.

The order of trust: a day that the page states beside the story; the dateline's own day; what the
address says; what the user or a feed says. A missing year is supplied by these, never by the clock.
"""

from __future__ import annotations

import re

import msgspec

from verbale.model import Dated, Given, Span
from verbale.reports.daytext import DayFound, find_days
from verbale.reports.labels import is_relative_only
from verbale.reports.layout import Layout
from verbale.reports.page import Page
from verbale.reports.pagedays import (
    BELOW,
    PageDay,
    apart,
    dateline_day,
    label_of,
    near_filing,
    page_days,
    plausible,
)
from verbale.reports.years import given_day, url_day, with_year

_FULL_DAY = re.compile(r"\d{4}-\d\d-\d\d")
#: A masthead and its date are among so many first lines.
_MAST = 3


class Timing(msgspec.Struct, frozen=True, kw_only=True):
    """The outcome: both days, and sentences on what was repaired or left open."""

    published: Dated | None = None
    updated: Dated | None = None
    notes: tuple[str, ...] = ()


def settle(page: Page, layout: Layout, given: Given, url: str | None) -> Timing:
    """Decide when the report was published and updated."""
    notes: list[str] = []
    days = plausible(page_days(page, layout), layout, notes)
    updated = _best(days, "updated") or _from_markup(page.facts.updated, days)
    stated = _stated(page, layout, days)
    if stated is None and updated is not None and _agrees(updated, dateline_day(layout)):
        stated = _inferred(updated, updated.date, "updated")
        notes.append("only an update date is shown; taken for the day of publication")
    if stated is not None and stated.full:
        _compare(stated, given, notes)
        return Timing(published=stated, updated=updated, notes=tuple(notes))
    partial = stated or _from_dateline(layout)
    if partial is not None:
        dated = with_year(partial, page, layout, updated, given, url, notes)
        return Timing(published=dated, updated=updated, notes=tuple(notes))
    told = _elsewhere(page, given, url) or _under_masthead(page, layout)
    if told is None or told.how == "metadata":
        notes += _relative_notes(page, layout)
    return Timing(published=told, updated=updated, notes=tuple(notes))


# What the page shows


def _best(days: list[PageDay], label: str | None) -> Dated | None:
    of_label = [day for day in days if day.label == label]
    if not of_label:
        return None
    top = max(of_label, key=lambda day: (day.rank, day.found.full, bool(day.found.time)))
    return _dated(top.found, days)


def _dated(found: DayFound, days: list[PageDay], basis: str = "page") -> Dated:
    """The record; ``07/08/2025`` is read as another day on the page has it, else left as it is."""
    day = found.date
    if found.other and any(
        other.found.date == found.other for other in days if other.found is not found
    ):
        day = found.other
    return Dated(
        date=day, how="stated", time=found.time, zone=found.zone, basis=basis, span=found.span
    )


def _stated(page: Page, layout: Layout, days: list[PageDay]) -> Dated | None:
    """The day of publication that page, markup or dateline states; perhaps without a year."""
    markup = _from_markup(page.facts.published, days)
    if markup is not None:
        return markup
    shown = [day for day in days if day.label in ("published", None) and day.rank > 0]
    if shown:
        top = max(shown, key=lambda day: (day.found.full, day.rank, day.label == "published"))
        if top.rank > BELOW or top.found.full:
            return _settle_order(top.found, layout, days)
    filed = _from_dateline(layout)
    return filed if filed is not None and filed.full else None


def _settle_order(found: DayFound, layout: Layout, days: list[PageDay]) -> Dated:
    dated = _dated(found, days)
    filed = dateline_day(layout)
    if found.other and filed and found.other[4:] == filed[4:]:
        return msgspec.structs.replace(dated, date=found.other)
    return dated


def _from_markup(fact: tuple[str, str] | None, days: list[PageDay]) -> Dated | None:
    """A day out of JSON-LD or ``<meta>``, with the place where the page shows the same day."""
    if fact is None:
        return None
    found = next(iter(find_days(fact[0], Span(0, len(fact[0])))), None)
    if found is None or not found.full:
        return None
    shown = next((day.found.span for day in days if day.found.date == found.date), None)
    return Dated(
        date=found.date, how="stated", time=found.time, zone=found.zone, basis=fact[1], span=shown
    )


def _from_dateline(layout: Layout) -> Dated | None:
    filed = layout.filed
    if filed is None or filed.date is None:
        return None
    return Dated(date=filed.date, how="stated", basis="dateline", span=filed.span)


def _agrees(updated: Dated, filed: str | None) -> bool:
    return updated.full and (filed is None or near_filing(updated.date, filed))


def _inferred(dated: Dated, day: str, basis: str) -> Dated:
    return msgspec.structs.replace(dated, date=day, how="inferred", basis=basis)


# Beside the page


def _elsewhere(page: Page, given: Given, url: str | None) -> Dated | None:
    """The day of a report that says nothing itself."""
    if given.published:
        found = next(iter(find_days(given.published, Span(0, len(given.published)))), None)
        if found is not None and found.full:
            return Dated(
                date=found.date, how="metadata", time=found.time, zone=found.zone, basis=given.basis
            )
    address = url_day(url)
    if address is not None:
        return Dated(date=address, how="inferred", basis="url")
    if page.facts.htmldate and _FULL_DAY.fullmatch(page.facts.htmldate):
        return Dated(date=page.facts.htmldate, how="inferred", basis="htmldate")
    return None


def _under_masthead(page: Page, layout: Layout) -> Dated | None:
    """The day in a page's first lines, though menus part it from the story."""
    for block in page.blocks[: min(_MAST, layout.run.start)]:
        if layout.kinds[block.index] != "date":
            continue
        found = find_days(page.text, block.span)
        if len(found) == 1 and found[0].full:
            before = page.text[block.span.start : found[0].span.start]
            return _dated(found[0], []) if label_of(before) is None else None
    return None


def _compare(stated: Dated, given: Given, notes: list[str]) -> None:
    """Note where the user's or the feed's day is not the one that the report states."""
    told = given_day(given)
    days = apart(told, stated.date) if told else None
    if days is not None and abs(days) > 1:
        notes.append(
            f"the {given.basis} says {told}, the report itself {stated.date}; the report counts"
        )


def _relative_notes(page: Page, layout: Layout) -> list[str]:
    for block in page.blocks:
        outside = block.index not in layout.run and layout.kinds[block.index] in ("date", "byline")
        if outside and is_relative_only(block.text):
            return [f"the page tells its day only as “{block.text[:60].strip()}”"]
    return []
