"""What a whole page says of when and to whom its words were spoken: live pages and interviews."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

import msgspec

from verbale.model import Report, Span
from verbale.reports import base_day, day_mentions
from verbale.statements.scene import Draft

_STAMP = re.compile(r"^[ \t]*(?:[01]?\d|2[0-3])[:.h][0-5]\d\b", re.M)
_HEADING = 60  # characters: a line that holds a date and little else


class Entries(msgspec.Struct, frozen=True):
    """The stamped entries of a live page: where each begins, and of which day."""

    places: tuple[int, ...] = ()
    days: tuple[str, ...] = ()

    def day_at(self, place: int) -> str | None:
        """The day of the entry that ``place`` is in."""
        at = bisect_right(self.places, place)
        return self.days[at - 1] if at else None


def entries_of(report: Report) -> Entries:
    """The entries of a live page whose day is known; none on any other page."""
    published = report.published
    if "live-blog" not in report.flags or published is None or not published.full:
        return Entries()
    found: list[tuple[int, str]] = []
    today = published.date
    start = max(0, report.body[0].start - _HEADING) if report.body else 0
    end = report.body[-1].end if report.body else 0
    for line in re.finditer(r"[^\n]+", report.text[start:end]):  # stamps may stand between bodies
        place = Span(start + line.start(), start + line.end())
        day = _heading(report, place)
        if day:
            today = day
            found.append((place.start, day))
        elif _STAMP.match(line.group()):
            found.append((place.start, today))
    return Entries(tuple(place for place, _ in found), tuple(day for _, day in found))


def _heading(report: Report, line: Span) -> str | None:
    if line.end - line.start > _HEADING:
        return None
    days = day_mentions(report.text, line, base_day(report))
    alone = len(days) == 1 and days[0].span.end - days[0].span.start > 0.6 * (line.end - line.start)
    return days[0].date if alone and len(days[0].date) == len("2025-01-31") else None


class Interview(msgspec.Struct, frozen=True):
    """When an interview was held and who held it, each None where the page does not say."""

    day: str | None = None
    asker: str | None = None


def interview_of(report: Report, drafts: Sequence[Draft]) -> Interview:
    """Of an interview printed in turns: the one day that its opening tells, and who asked."""
    turns = [draft for draft in drafts if draft.rule == "interview-turn"]
    if not turns or not report.body:
        return Interview()
    opening = Span(report.body[0].start, min(draft.place for draft in turns))
    days = {
        mention.date
        for mention in day_mentions(report.text, opening, base_day(report))
        if len(mention.date) == len("2025-01-31")
    }
    return Interview(days.pop() if len(days) == 1 else None, _asker(report, opening))


def _asker(report: Report, opening: Span) -> str | None:
    """The author whom the opening names as the one spoken to, else the outlet."""
    words = opening.of(report.text)
    named = [author for author in report.authors if author and author in words]
    return named[0] if len(named) == 1 else report.outlet
