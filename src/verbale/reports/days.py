"""Days named inside a report: "on Tuesday", "yesterday", "April 8", "earlier this week", "in 2022".

Relative days count from the report's own day, never from the clock. News tells of what was, so a
day without a year or week is the last such day, unless the words around it speak of what is to
come. From a base without a year only what needs none is drawn.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

import msgspec

from verbale.model import Dated, DateHow, Report, Span
from verbale.reports.ahead import Around
from verbale.reports.daytext import MONTH, edtf, month_number

_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "twelve": 12,
}  # fmt: skip
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAYNAME = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MENTION = re.compile(
    rf"(?:(?<=\W)|^)(?:"
    rf"(?P<iso>(?:19|20)\d\d-\d\d-\d\d)"
    rf"|(?:(?P<wd1>{_DAYNAME}),?\s+)?(?P<m1>{MONTH})\.?\s(?P<d1>[0-3]?\d)(?:st|nd|rd"
    rf"|th)?(?![\d:%]|,\d{{3}})(?:,?\s(?P<y1>(?:19|20)\d\d)\b)?"
    rf"|(?:(?P<wd2>{_DAYNAME}),?\s+)?(?P<d2>[0-3]?\d)(?:st|nd|rd"
    rf"|th)?(?:\sof)?\s(?P<m2>{MONTH})\b\.?(?:,?\s(?P<y2>(?:19|20)\d\d)\b)?"
    rf"|(?:(?:early|late|mid)[ -]|(?:the\s)?(?:beginning|start|middle"
    rf"|end)\sof\s)?(?P<m3>January|February|March|April|May|June|July|August|September|October"
    rf"|November|December)(?:,?\s(?:of\s)?(?P<y3>(?:19|20)\d\d)\b)"
    rf"|(?:in|since|until|by|from|last|next|this|early|late|mid|during|of)[ -](?P<m4>January"
    rf"|February|March|April|May|June|July|August|September|October|November"
    rf"|December)\b(?!\s\d)"
    rf"|(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his"
    rf"|[Cc]oming)\s)?(?P<wd>{_DAYNAME})(?:\s(?P<week>last|next|this)\sweek)?(?:'s|’s)?\b"
    rf"|(?P<near>[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight|[Ll]ast\snight"
    rf"|[Tt]his\s(?:morning|afternoon|evening))\b"
    rf"|(?P<part>(?:[Ee]arlier|[Ll]ater)\s)?(?P<rel>[Ll]ast|[Tt]his|[Nn]ext)\s(?P<unit>week"
    rf"|weekend|month|year)\b"
    rf"|(?P<n>\d{{1,3}}|an?|one|two|three|four|five|six|seven|eight|nine|ten"
    rf"|twelve)\s(?P<ago>day|week|month|year)s?\s(?:ago|earlier)\b"
    rf"|(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ff]rom|[Oo]f|[Dd]uring|[Bb]efore|[Aa]fter|[Ee]arly"
    rf"|[Ll]ate|mid|back\sin)[ -](?P<y4>(?:19|20)\d\d)\b(?![-–]|\s(?:people|troops|soldiers))"
    rf")"
)
#: No mention lacks all of these; most sentences do, and need no closer look.
_HINT = re.compile(
    r"\d\d|\d (?:[JFMASOND]|of|days|weeks|months|years)|[a-z]day\b|[JFMASOND][a-z]{2,8}\.? \d"
    r"|oday|onight|omorrow"
    r"|(?:last|this|next|Last|This|Next) [wmyneam]|(?:day|week|month|year)s? (?:ago|earlier)"
    r"|[ -](?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December)\b"
)
#: How far ahead a month-day may lie where no word tells whether it is past.
_AHEAD = 15


class DayMention(msgspec.Struct, frozen=True, kw_only=True):
    """A day that a passage names. ``date`` is EDTF: a day, a month, a year, or an interval
    ``2025-04-07/2025-04-08`` for a week; ``how`` is ``stated`` only where all of it is written."""

    span: Span
    date: str
    how: DateHow
    basis: str


def day_mentions(text: str, span: Span, base: Dated | None) -> tuple[DayMention, ...]:
    """The days named inside ``span`` of ``text``, in order, without those ``base`` cannot fix."""
    mentions: list[DayMention] = []
    if _HINT.search(text, span.start, span.end) is None:
        return ()
    for match in _MENTION.finditer(text, span.start, span.end):
        day = _resolve(match, base, text, span)
        if day is not None:
            mentions.append(
                DayMention(span=Span(*match.span()), date=day[0], how=day[1], basis=day[2])
            )
    return tuple(mentions)


def base_day(report: Report) -> Dated | None:
    """The day that relative words in the report count from: the dateline's own, in the year that
    the report is known to be of, else the day of publication."""
    published, dateline = report.published, report.dateline
    if published is None:
        return None
    if dateline is None or dateline.date is None or not published.full:
        return published
    own = dateline.date
    if own.startswith("XXXX"):
        year = int(published.date[:4])
        candidates = [edtf(year - back, int(own[5:7]), int(own[8:])) for back in (0, 1)]
        own = next((day for day in candidates if day and day <= published.date), published.date)
    if own == published.date:
        return published
    return Dated(date=own, how="inferred", basis="dateline", span=dateline.span)


Found = tuple[str, DateHow, str]


def _resolve(match: re.Match[str], base: Dated | None, text: str, span: Span) -> Found | None:
    for name, rule in _RULES:
        if match[name]:
            return rule(match, base, Around(text, span, match))
    return None


def _iso(match: re.Match[str], _base: Dated | None, _around: Around) -> Found | None:
    return (match["iso"], "stated", "written out") if _real(match["iso"]) else None


def _month_day(
    month: str, day: str, year: str | None, base: Dated | None, around: Around
) -> Found | None:
    number = month_number(month)
    if year:
        full = edtf(year, number, int(day))
        return (full, "stated", "written out") if full else None
    own = _real(base.date) if base else None
    if own is None or base is None:
        open_day = edtf(None, number, int(day))
        return (open_day, "stated", "no year stands there") if open_day else None
    found = _nearest(own, number, int(day), around.reach())
    return (found, "inferred", f"the year from {base.date}") if found else None


def _first(match: re.Match[str], base: Dated | None, around: Around) -> Found | None:
    return _month_day(match["m1"], match["d1"], match["y1"], base, around)


def _second(match: re.Match[str], base: Dated | None, around: Around) -> Found | None:
    return _month_day(match["m2"], match["d2"], match["y2"], base, around)


def _month_year(match: re.Match[str], _base: Dated | None, _around: Around) -> Found | None:
    return (f"{match['y3']}-{month_number(match['m3']):02d}", "stated", "written out")


def _month(match: re.Match[str], base: Dated | None, around: Around) -> Found | None:
    own = _real(base.date) if base else None
    if own is None or base is None:
        return None
    number = month_number(match["m4"])
    lead = match[0][:4].lower()
    ahead = lead == "next" or (around.coming() and lead != "last") or lead.startswith("by")
    year = own.year
    if ahead and number < own.month:
        year += 1
    elif not ahead and (number > own.month or (lead == "last" and number == own.month)):
        year -= 1
    return (f"{year}-{number:02d}", "inferred", f"the year from {base.date}")


def _weekday(match: re.Match[str], base: Dated | None, around: Around) -> Found | None:
    own = _real(base.date) if base else None
    if own is None or base is None:
        return None
    wanted = _WEEKDAYS.index(match["wd"].lower())
    basis = f"{match['wd']} from {base.date}"
    which, week = (match["which"] or "").lower(), (match["week"] or "").lower()
    if week:
        monday = own - timedelta(days=own.weekday())
        shift = {"last": -7, "next": 7}.get(week, 0)
        return (_iso_of(monday, wanted + shift), "inferred", basis)
    back = (own.weekday() - wanted) % 7
    if (
        which in ("next", "coming")
        or (which == "this" and around.coming())
        or (not which and around.coming())
    ):
        return (_iso_of(own, (7 - back) if back or which == "next" else 0), "inferred", basis)
    if which == "last" and back == 0:
        back = 7
    return (_iso_of(own, -back), "inferred", basis)


_NEAR_DAYS = {"yesterday": -1, "last night": -1, "tomorrow": 1}


def _near(match: re.Match[str], base: Dated | None, _around: Around) -> Found | None:
    if base is None:
        return None
    words = re.sub(r"\s+", " ", match["near"].lower())
    day = _moved(base.date, _NEAR_DAYS.get(words, 0))
    return (day, "inferred", f"{words} from {base.date}") if day else None


def _relative(match: re.Match[str], base: Dated | None, _around: Around) -> Found | None:
    own = _real(base.date) if base else None
    if own is None or base is None:
        return None
    step = {"last": -1, "this": 0, "next": 1}[match["rel"].lower()]
    basis = f"{match[0].strip().lower()} from {base.date}"
    if match["unit"] == "year":
        return (str(own.year + step), "inferred", basis)
    if match["unit"] == "month":
        index = own.year * 12 + own.month - 1 + step
        return (f"{index // 12}-{index % 12 + 1:02d}", "inferred", basis)
    monday = -own.weekday() + 7 * step
    if match["unit"] == "weekend":
        return (f"{_iso_of(own, monday + 5)}/{_iso_of(own, monday + 6)}", "inferred", basis)
    first, last = monday, monday + 6
    part = (match["part"] or "").strip().lower()
    if step == 0 and part == "earlier":
        last = 0
    elif step == 0 and part == "later":
        first = 0
    return (f"{_iso_of(own, first)}/{_iso_of(own, last)}", "inferred", basis)


def _ago(match: re.Match[str], base: Dated | None, _around: Around) -> Found | None:
    if base is None or match[0].endswith("earlier"):
        return None
    count = _NUMBERS.get(match["n"].lower()) or int(match["n"] if match["n"].isdigit() else 0)
    basis = f"{match[0].lower()} from {base.date}"
    own = _real(base.date)
    if match["ago"] == "day":
        day = _moved(base.date, -count)
        return (day, "inferred", basis) if day else None
    if own is None:
        return None
    if match["ago"] == "week":
        return (_iso_of(own, -7 * count) + "~", "inferred", basis)
    if match["ago"] == "month":
        index = own.year * 12 + own.month - 1 - count
        return (f"{index // 12}-{index % 12 + 1:02d}~", "inferred", basis)
    return (f"{own.year - count}~", "inferred", basis)


def _year(match: re.Match[str], _base: Dated | None, _around: Around) -> Found | None:
    return (match["y4"], "stated", "written out")


#: The group that tells which kind of mention matched, and what resolves it.
_RULES: tuple[tuple[str, Callable[[re.Match[str], Dated | None, Around], Found | None]], ...] = (
    ("iso", _iso),
    ("m1", _first),
    ("m2", _second),
    ("m3", _month_year),
    ("m4", _month),
    ("wd", _weekday),
    ("near", _near),
    ("rel", _relative),
    ("ago", _ago),
    ("y4", _year),
)


def _real(day: str) -> date | None:
    """A full day as a `date`; None for open years, months and intervals."""
    try:
        return date.fromisoformat(day) if len(day) == 10 else None
    except ValueError:
        return None


def _iso_of(start: date, days: int) -> str:
    try:
        return (start + timedelta(days=days)).isoformat()
    except OverflowError:
        return start.isoformat()


def _moved(day: str, days: int) -> str | None:
    """A day moved by some days; without a year only where every year gives the same answer."""
    own = _real(day)
    if own is not None:
        return _iso_of(own, days)
    if not day.startswith("XXXX-") or len(day) != 10:
        return None
    moved: set[str] = set()
    for year in (2023, 2024):
        real = _real(f"{year}{day[4:]}")
        if real is not None:
            moved.add("XXXX" + _iso_of(real, days)[4:])
    return moved.pop() if len(moved) == 1 else None


def _nearest(own: date, month: int, day: int, reach: int) -> str | None:
    """The month-day before ``own``, or the next within ``reach`` days where words look ahead."""
    years = [own.year - 1, own.year, own.year + 1]
    days = [found for year in years if (found := edtf(year, month, day))]
    apart = {found: (date.fromisoformat(found) - own).days for found in days}
    ahead = [found for found in days if 0 < apart[found] <= (reach or _AHEAD)]
    if ahead and reach:
        return ahead[0]
    past = [found for found in days if apart[found] <= 0]
    if ahead and (not past or -apart[past[-1]] > 300):
        return ahead[0]
    return past[-1] if past else (days[0] if days else None)
