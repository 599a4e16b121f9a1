"""Day expressions as pages write them, found in a passage: ISO, month names, numbers, clock times.

What is found here is only what stands there. Which of the days is the report's own is decided in
`dates`; ``on Tuesday`` and its like are in `days`.
"""

from __future__ import annotations

import re
from datetime import date

import msgspec

from verbale.model import Span

_STEMS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
WEEKDAY = (
    r"(?:Mon(?:day)?|Tue(?:s(?:day)?)?|Wed(?:nesday)?|Thu(?:r(?:s(?:day)?)?)?|Fri(?:day)?"
    r"|Sat(?:urday)?|Sun(?:day)?)"
)
_ZONE = (
    r"(?:(?:UTC|GMT)\s?[+-]\s?\d{1,2}(?::?\d{2})?|UTC|GMT|[A-Z]{1,2}[SD]T(?![A-Za-z])"
    r"|[ECMP]T\b|CEST|CET|EEST|EET|MSK"
    r"|AEST|AEDT|ACST|AWST|NZST|NZDT|HKT|SGT|WIB|WAT|CAT|EAT|SAST|IRST|TRT|PKT|[+-]\d{2}:?\d{2}"
    r"|Z\b|[A-Z][a-z]+ time)"
)
_CLOCK = (
    r"(?P<{0}hour>\d{1,2})(?:[:.h](?P<{0}min>[0-5]\d)(?:[:.](?P<{0}sec>[0-5]\d))?"
    r"(?:\s*(?P<{0}half>[ap]\.?\s?m\b\.?))?|\s?(?P<{0}half2>[ap]\.?m\b\.?))"
    r"(?:\s*\(?(?P<{0}zone>" + _ZONE + r")(?![a-z])\)?)?"
)
_TH = r"(?:st|nd|rd|th)?"
_DATE = re.compile(
    r"(?:(?<!\d)|(?<=[+-]\d:\d\d)|(?<=[+-]\d\d:\d\d))(?:"
    r"(?P<iy>(?:19"
    r"|20)\d\d)-(?P<im>\d\d?)-(?P<id>\d\d?)(?:[T ](?P<ih>\d\d):(?P<imin>\d\d)(?::(?P<isec>\d\d"
    r"))?"
    r"(?:\.\d{1,9})?(?:\s?(?P<iz>Z|[+-]\d{1,2}:\d\d|[+-]\d{4}|(?:GMT|UTC)\b))?)?"
    r"|(?P<sy>(?:19|20)\d\d)[/.](?P<sm>\d\d?)[/.](?P<sd>\d\d?)(?!\d)"
    r"|(?P<cy>(?:19|20)\d\d)年\s?(?P<cm>\d\d?)月\s?(?P<cd>\d\d?)日"
    r"|(?<![A-Za-z])(?P<amon>"
    + MONTH
    + r")\.?\s{0,2}(?P<aday>\d\d?)"
    + _TH
    + r"(?![\d:])(?:(?:,\s{0,2}|\s{1,2}|\.\s)(?P<ay>(?:19|20)\d\d)(?!\d))?"
    r"|(?<![:\d])(?<!\d[-–—])(?P<bday>\d\d?)"
    + _TH
    + r"(?:\s?of)?[\s-]{0,2}(?P<bmon>"
    + MONTH
    + r")(?![A-Za-z])\.?(?:,?[\s-]{1,2}(?P<by>(?:19|20)\d\d)(?!\d)|-(?P<by3>\d\d)(?!\d)"
    r"|,?-?(?P<by2>20\d\d)(?!\d))?"
    r"|(?P<n1>\d\d?)(?P<nsep>[./-]|\.\s)(?P<n2>\d\d?)(?P=nsep)"
    r"(?P<ny>(?:19|20)\d\d(?=\.(?!\d))|(?:19|20)\d\d(?![\d.])|(?<!\.\s)\d\d(?![\d.]))"
    r")",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"[0-9]")
_AFTER = re.compile(
    r"(?:\.(?=\s?[|/·•–—-]))?[\s,|/·•–—-]{0,4}(?:at|@|в|kl\.?)?\s{0,2}"
    + _CLOCK.replace("{0}", "a"),
    re.IGNORECASE,
)
_BEFORE = re.compile(
    _CLOCK.replace("{0}", "b") + r"[\s,|/·•–—-]{0,4}(?:on\s)?(?:" + WEEKDAY + r"\.?,?\s)?$",
    re.IGNORECASE,
)


class DayFound(msgspec.Struct, frozen=True, kw_only=True):
    """A day in a text. ``other`` is the second reading of ``07/08/2025``; both are then open."""

    span: Span
    date: str
    time: str | None = None
    zone: str | None = None
    other: str | None = None
    stamp: bool = False

    @property
    def full(self) -> bool:
        """Whether the year stands there too."""
        return not self.date.startswith("XXXX")


def month_number(name: str) -> int:
    """1-12 for a month's name or abbreviation."""
    return _STEMS.index(name[:3].lower()) + 1


def edtf(year: str | int | None, month: int, day: int) -> str | None:
    """``2025-04-08`` or ``XXXX-04-08``; None when there is no such day."""
    try:
        real = date(int(year) if year else 2024, month, day)
    except ValueError:
        return None
    return real.isoformat() if year else f"XXXX-{month:02d}-{day:02d}"


def find_days(text: str, span: Span) -> tuple[DayFound, ...]:
    """Every day written out inside ``span`` of ``text``, with the clock time beside it."""
    found: list[DayFound] = []
    if _DIGIT.search(text, span.start, span.end) is None:
        return ()
    floor = span.start
    for match in _DATE.finditer(text, span.start, span.end):
        day = _day(match)
        if day is None:
            continue
        day = day if day.stamp and day.time else _timed(text, day, floor, span.end)
        found.append(day)
        floor = day.span.end
    return tuple(found)


def _day(match: re.Match[str]) -> DayFound | None:
    part = match.groupdict()
    span = Span(*match.span())
    if part["iy"]:
        day = edtf(part["iy"], int(part["im"]), int(part["id"]))
        clock = ":".join(bit for bit in (part["ih"], part["imin"], part["isec"]) if bit) or None
        zone = _padded(part["iz"]) if part["iz"] else None
        return DayFound(span=span, date=day, time=clock, zone=zone, stamp=True) if day else None
    if part["n1"]:
        return _numeric(
            span, int(part["n1"]), int(part["n2"]), _century(part["ny"]), part["nsep"].strip()
        )
    if part["amon"]:
        day = edtf(part["ay"], month_number(part["amon"]), int(part["aday"]))
    elif part["bmon"]:
        day = edtf(
            part["by"] or part["by2"] or _century(part["by3"]),
            month_number(part["bmon"]),
            int(part["bday"]),
        )
    else:
        key = "s" if part["sy"] else "c"
        day = edtf(part[key + "y"], int(part[key + "m"]), int(part[key + "d"]))
    return DayFound(span=span, date=day) if day else None


def _century(year: str | None) -> str | None:
    """``25`` as ``2025``; four digits as they are."""
    return f"20{year}" if year and len(year) == 2 else year


def _numeric(span: Span, first: int, second: int, year: str | None, sep: str) -> DayFound | None:
    """``15.07.2025`` and ``07/15/2025``; with a dot the day is first, else both are tried."""
    by_day, by_month = edtf(year, second, first), edtf(year, first, second)
    if sep == "." or by_month is None or by_day == by_month:
        return DayFound(span=span, date=by_day) if by_day else None
    if by_day is None:
        return DayFound(span=span, date=by_month)
    return DayFound(span=span, date=by_day, other=by_month)


def _timed(text: str, day: DayFound, floor: int, ceiling: int) -> DayFound:
    after = _AFTER.match(text, day.span.end, min(ceiling, day.span.end + 40))
    if after and (clock := _clock(after, "a")):
        span = Span(day.span.start, after.end())
        return msgspec.structs.replace(day, span=span, time=clock, zone=_zone(after, "a"))
    window = text[max(floor, day.span.start - 40) : day.span.start]
    before = _BEFORE.search(window)
    if before and (clock := _clock(before, "b")):
        span = Span(day.span.start - len(window) + before.start(), day.span.end)
        return msgspec.structs.replace(day, span=span, time=clock, zone=_zone(before, "b"))
    return day


def _clock(match: re.Match[str], key: str) -> str | None:
    hour, half = int(match[key + "hour"]), match[key + "half"] or match[key + "half2"]
    if half and hour <= 12:
        hour = hour % 12 + (12 if half[0] in "pP" else 0)
    if hour > 23:
        return None
    seconds = f":{match[key + 'sec']}" if match[key + "sec"] else ""
    return f"{hour:02d}:{match[key + 'min'] or '00'}{seconds}"


def _zone(match: re.Match[str], key: str) -> str | None:
    zone = match[key + "zone"]
    return _padded(zone) if zone and zone[0] in "+-" else zone


def _padded(zone: str) -> str:
    """``+5:30`` and ``+0530`` as ``+05:30``; ``Z`` and names as they are."""
    if zone[0] not in "+-":
        return zone.upper() if zone in "zZ" else zone
    digits = zone[1:].replace(":", "")
    return f"{zone[0]}{digits[:-2]:0>2}:{digits[-2:]}"
