"""When a report was published and updated, out of everything that speaks of it.

The order of trust: a day that the page states beside the story; the dateline's own day; what the
address says; what the user or a feed says. A missing year is supplied by these, never by the clock.
The crawl's own date ("Today: ..."), copyright years, captions, comments and other stories' dates
are not asked.
"""

from __future__ import annotations

import re
from datetime import date

import msgspec

from verbale.model import Dated, DateHow, Given, Span
from verbale.reports.daytext import DayFound, edtf, find_days, month_number
from verbale.reports.labels import is_relative_only
from verbale.reports.layout import Layout
from verbale.reports.page import Page

_UPDATED = re.compile(r"updat|modif|revis|last (?:edit|change|refresh)|edited", re.IGNORECASE)
_PUBLISHED = re.compile(
    r"publish|publication|posted|issued|released|first |created|\bon air|uploaded|\bdate\b|filed",
    re.IGNORECASE,
)
_NOW = re.compile(
    r"\b(?:today(?:'s date| is)?|current (?:date|time)|now|accessed|retrieved|archived|saved"
    r"|printed|crawled|captured|visited)\W*$",
    re.IGNORECASE,
)
_NOT_OURS = re.compile(
    r"©|\(c\)|copyright|\bsince\b|founded|established|\best\.|born|as of|until|valid|expires",
    re.IGNORECASE,
)
_CHANGED_AT = re.compile(
    r"\b(?:last )?updated(?: at)?:? (?P<hour>\d{1,2})[:.](?P<min>[0-5]\d)"
    r"(?:\s?(?P<half>[ap])\.?m)?",
    re.IGNORECASE,
)
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
_FULL_DAY = re.compile(r"\d{4}-\d\d-\d\d")
#: A page may date a story this many days before or after its dateline.
_EARLY, _LATE = 2, 31
#: A masthead and its date are among so many first lines.
_MAST = 3
#: A page is older than a text's own dates by this much at most, when those supply its year.
_NEAR = 10

_LABELLED, _STAMPED, _BESIDE, _ABOVE, _BELOW = 5, 4, 3, 2, 1


class PageDay(msgspec.Struct, frozen=True, kw_only=True):
    """A day the page shows outside the story; ``rank`` is how surely it is the story's."""

    found: DayFound
    label: str | None
    rank: int


class Timing(msgspec.Struct, frozen=True, kw_only=True):
    """The outcome: both days, and sentences on what was repaired or left open."""

    published: Dated | None = None
    updated: Dated | None = None
    notes: tuple[str, ...] = ()


def settle(page: Page, layout: Layout, given: Given, url: str | None) -> Timing:
    """Decide when the report was published and updated."""
    notes: list[str] = []
    days = _plausible(page_days(page, layout), layout, notes)
    updated = _best(days, "updated") or _from_markup(page.facts.updated, days)
    stated = _stated(page, layout, days)
    if stated is None and updated is not None and _agrees(updated, _dateline_day(layout)):
        stated = _inferred(updated, updated.date, "updated")
        notes.append("only an update date is shown; taken for the day of publication")
    if stated is not None and stated.full:
        _compare(stated, given, notes)
        return Timing(published=stated, updated=updated, notes=tuple(notes))
    partial = stated or _from_dateline(layout)
    if partial is not None:
        dated = _with_year(partial, page, layout, updated, given, url, notes)
        return Timing(published=dated, updated=updated, notes=tuple(notes))
    told = _elsewhere(page, given, url) or _under_masthead(page, layout)
    if told is None or told.how == "metadata":
        notes += _relative_notes(page, layout)
    return Timing(published=told, updated=updated, notes=tuple(notes))


# What the page shows


def page_days(page: Page, layout: Layout) -> list[PageDay]:
    """The days that stand around the story, with their labels."""
    days: list[PageDay] = []
    pending: str | None = None
    run, headline = layout.run, layout.headline_at if layout.headline_at is not None else -1
    foreign = False
    for block in page.blocks:
        at, kind = block.index, layout.kinds[block.index]
        if at >= run.stop and kind in ("related", "comments"):
            foreign = True
        if len(block.text) > 320 or kind in (
            "caption",
            "legal",
            "teaser",
            "advert",
            "comments",
            "related",
        ):
            continue
        if foreign or (at in run and kind is None) or at == headline:
            continue
        found = find_days(page.text, block.span)
        labels = _labels(page.text, block.span, found, pending)
        rank = _rank(at, headline, run, kind, block.words)
        days += [
            PageDay(found=day, label=label, rank=_LABELLED if label == "published" else rank)
            for day, label in zip(found, labels, strict=True)
        ]
        if rank and not page.facts.updated and (later := _changed_that_day(block.text, found)):
            days.append(PageDay(found=later, label="updated", rank=rank))
        pending = block.text if not found and block.words <= 3 else None
    return days


def _labels(
    text: str, span: Span, found: tuple[DayFound, ...], pending: str | None
) -> list[str | None]:
    labels: list[str | None] = []
    at = span.start
    for day in found:
        before = text[at : day.span.start]
        if not labels and not before.strip() and pending:
            before = pending
        labels.append(_label(before))
        at = day.span.end
    stamps = [i for i, day in enumerate(found) if day.stamp and day.time]
    if len(stamps) == 2 and all(labels[i] is None for i in stamps):
        first, second = stamps
        if f"{found[first].date}{found[first].time}" <= f"{found[second].date}{found[second].time}":
            labels[first], labels[second] = "published", "updated"
    return labels


def _changed_that_day(text: str, found: tuple[DayFound, ...]) -> DayFound | None:
    """``10 November 2025 – last updated 4:05 PM``: one day and the clock of its last change."""
    change = _CHANGED_AT.search(text) if len(found) == 1 and _whole(found[0]) else None
    if change is None:
        return None
    hour = int(change["hour"]) % 24
    if change["half"]:
        hour = hour % 12 + (12 if change["half"].lower() == "p" else 0)
    return msgspec.structs.replace(found[0], time=f"{hour:02}:{change['min']}", other=None)


def _whole(day: DayFound) -> bool:
    """Whether a day has its year and no clock of its own."""
    return day.full and day.time is None


def _label(before: str) -> str | None:
    """What the words right before a day call it."""
    near = before[-60:]
    if _NOW.search(near):
        return "now"
    if _NOT_OURS.search(near[-24:]):
        return "foreign"
    updated = max((m.end() for m in _UPDATED.finditer(near)), default=-1)
    published = max((m.end() for m in _PUBLISHED.finditer(near)), default=-1)
    if updated < 0 and published < 0:
        return None
    return "updated" if updated >= published else "published"


def _rank(at: int, headline: int, run: range, kind: str | None, words: int) -> int:
    if not run:
        return _ABOVE
    if headline < at < run.stop:
        return _BESIDE
    if at < run.start:
        return _ABOVE if headline - at <= 4 else 0
    near = at - run.stop <= 6
    return _BELOW if near and (kind in ("date", "byline", "credit") or words <= 8) else 0


def _plausible(days: list[PageDay], layout: Layout, notes: list[str]) -> list[PageDay]:
    """Without crawl dates and, where there is a dateline, dates that cannot be of its story."""
    left = [day for day in days if day.label not in ("now", "foreign")]
    if len(left) < len(days) and any(day.label == "now" for day in days):
        notes.append("the page also shows the day it was saved; not used")
    filed = _dateline_day(layout)
    if filed is None:
        return left
    kept = [
        day for day in left
        if day.rank > _BESIDE or day.label or day.found.stamp or _near_filing(day.found.date, filed)
    ]  # fmt: skip
    if len(kept) < len(left):
        notes.append("a date on the page is not near the dateline's day; not used")
    return kept


def _near_filing(day: str, filed: str) -> bool:
    """Whether a page day is that of the dateline or up to a month after."""
    if day.startswith("XXXX") or filed.startswith("XXXX"):
        year = (
            day[:4] if not day.startswith("XXXX") else filed[:4] if filed[:4] != "XXXX" else "2024"
        )
        pairs = [(f"{year}{day[4:]}", f"{int(year) - back}{filed[4:]}") for back in (0, 1, -1)]
    else:
        pairs = [(day, filed)]
    for shown, own in pairs:
        apart = _apart(shown, own)
        if apart is not None and -_EARLY <= apart <= _LATE:
            return True
    return False


def _apart(one: str, other: str) -> int | None:
    """Days from ``other`` to ``one``; None where one of them is no full day."""
    try:
        return (date.fromisoformat(one) - date.fromisoformat(other)).days
    except ValueError:
        return None


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
        if top.rank > _BELOW or top.found.full:
            return _settle_order(top.found, layout, days)
    filed = _from_dateline(layout)
    return filed if filed is not None and filed.full else None


def _settle_order(found: DayFound, layout: Layout, days: list[PageDay]) -> Dated:
    dated = _dated(found, days)
    filed = _dateline_day(layout)
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


def _dateline_day(layout: Layout) -> str | None:
    return layout.filed.date if layout.filed else None


def _from_dateline(layout: Layout) -> Dated | None:
    filed = layout.filed
    if filed is None or filed.date is None:
        return None
    return Dated(date=filed.date, how="stated", basis="dateline", span=filed.span)


def _agrees(updated: Dated, filed: str | None) -> bool:
    return updated.full and (filed is None or _near_filing(updated.date, filed))


def _inferred(dated: Dated, day: str, basis: str) -> Dated:
    return msgspec.structs.replace(dated, date=day, how="inferred", basis=basis)


# Supplying a year


def _with_year(
    partial: Dated, page: Page, layout: Layout, updated: Dated | None, given: Given,
    url: str | None, notes: list[str],
) -> Dated:  # fmt: skip
    """``partial`` with the year that something beside it states, or as it is with a note."""
    for full, basis in _year_sources(page, layout, updated, given, url):
        day = _year_from(partial.date, full)
        if day is not None:
            notes.append(f"the year of {partial.date[5:]} is taken from the {basis}")
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
    stated = _given_day(given)
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
        apart = _apart(full, day) if day else None
        if apart is not None and -_NEAR <= apart <= _NEAR:
            return day
    return None


def _given_day(given: Given) -> str | None:
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
            return _dated(found[0], []) if _label(before) is None else None
    return None


def _compare(stated: Dated, given: Given, notes: list[str]) -> None:
    """Note where the user's or the feed's day is not the one that the report states."""
    told = _given_day(given)
    apart = _apart(told, stated.date) if told else None
    if apart is not None and abs(apart) > 1:
        notes.append(
            f"the {given.basis} says {told}, the report itself {stated.date}; the report counts"
        )


def _relative_notes(page: Page, layout: Layout) -> list[str]:
    for block in page.blocks:
        outside = block.index not in layout.run and layout.kinds[block.index] in ("date", "byline")
        if outside and is_relative_only(block.text):
            return [f"the page tells its day only as “{block.text[:60].strip()}”"]
    return []
