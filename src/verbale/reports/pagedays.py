"""The days that a page shows around its story, and how surely each is the story's.

The crawl's own date ("Today: ..."), copyright years, captions, comments and other stories' dates
are not asked.
"""

from __future__ import annotations

import re
from datetime import date

import msgspec

from verbale.model import Span
from verbale.reports.daytext import DayFound, find_days
from verbale.reports.documents import dates_itself
from verbale.reports.layout import Layout
from verbale.reports.page import Block, Page

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
#: A page may date a story this many days before or after its dateline.
_EARLY, _LATE = 2, 31

#: How surely a day is the story's: called so, beside the story, above it, right below it.
LABELLED, BESIDE, ABOVE, BELOW = 4, 3, 2, 1


class PageDay(msgspec.Struct, frozen=True, kw_only=True):
    """A day the page shows outside the story; ``rank`` is how surely it is the story's."""

    found: DayFound
    label: str | None
    rank: int


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
        if foreign or (at in run and kind is None):
            continue
        found = find_days(page.text, block.span)
        if at == headline and not _is_of_title(block, found):
            continue
        labels = _labels(page.text, block.span, found, pending)
        rank = _rank(at, headline, run, kind, block.words)
        days += [
            PageDay(found=day, label=label, rank=LABELLED if label == "published" else rank)
            for day, label in zip(found, labels, strict=True)
        ]
        if rank and not page.facts.updated and (later := _changed_that_day(block.text, found)):
            days.append(PageDay(found=later, label="updated", rank=rank))
        pending = block.text if not found and block.words <= 3 else None
    return days


def _is_of_title(title: Block, found: tuple[DayFound, ...]) -> bool:
    """Whether the headline is the title of a document, whose day it gives."""
    days = [(day.span.start - title.span.start, day.span.end - title.span.start) for day in found]
    return len(days) == 1 and dates_itself(title.text, days[0])


def _labels(
    text: str, span: Span, found: tuple[DayFound, ...], pending: str | None
) -> list[str | None]:
    labels: list[str | None] = []
    at = span.start
    for day in found:
        before = text[at : day.span.start]
        if not labels and not before.strip() and pending:
            before = pending
        labels.append(label_of(before))
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


def label_of(before: str) -> str | None:
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
        return ABOVE
    if headline < at < run.stop:
        return BESIDE
    if at < run.start:
        return ABOVE if headline - at <= 4 else 0
    near = at - run.stop <= 6
    return BELOW if near and (kind in ("date", "byline", "credit") or words <= 8) else 0


def plausible(days: list[PageDay], layout: Layout, notes: list[str]) -> list[PageDay]:
    """Without crawl dates and, where there is a dateline, dates that cannot be of its story."""
    left = [day for day in days if day.label not in ("now", "foreign")]
    if len(left) < len(days) and any(day.label == "now" for day in days):
        notes.append("the page also shows the day it was saved; not used")
    filed = dateline_day(layout)
    if filed is None:
        return left
    kept = [
        day for day in left
        if day.rank > BESIDE or day.label or day.found.stamp or near_filing(day.found.date, filed)
    ]  # fmt: skip
    if len(kept) < len(left):
        notes.append("a date on the page is not near the dateline's day; not used")
    return kept


def near_filing(day: str, filed: str) -> bool:
    """Whether a page day is that of the dateline or up to a month after."""
    if day.startswith("XXXX") or filed.startswith("XXXX"):
        year = (
            day[:4] if not day.startswith("XXXX") else filed[:4] if filed[:4] != "XXXX" else "2024"
        )
        pairs = [(f"{year}{day[4:]}", f"{int(year) - back}{filed[4:]}") for back in (0, 1, -1)]
    else:
        pairs = [(day, filed)]
    for shown, own in pairs:
        days = apart(shown, own)
        if days is not None and -_EARLY <= days <= _LATE:
            return True
    return False


def apart(one: str, other: str) -> int | None:
    """Days from ``other`` to ``one``; None where one of them is no full day."""
    try:
        return (date.fromisoformat(one) - date.fromisoformat(other)).days
    except ValueError:
        return None


def dateline_day(layout: Layout) -> str | None:
    """The dateline's own day; its year may be open."""
    return layout.filed.date if layout.filed else None
