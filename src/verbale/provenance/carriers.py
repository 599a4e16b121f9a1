"""Carriers: who of two printed a report first, and whom they credit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from verbale.model import Dated, Report, Span
from verbale.model.reuse import Side
from verbale.provenance.credits import names_outlet, same_outlet
from verbale.provenance.outline import Outline
from verbale.provenance.standing import has_feed_note

_OFFSET = re.compile(r"[+-]\d\d:?\d\d|Z|UTC|GMT")


class Printed(NamedTuple):
    """A report as it is compared: what its page says of itself, and its outline.

    ``given`` is the day or moment of publication that somebody else gives (a feed, a sidecar); it
    supplies the hour where the page has only the day.
    """

    lineage: str
    report: Report
    outline: Outline
    given: str | None = None

    @property
    def name(self) -> str:
        """The outlet for a person, else who is credited."""
        report = self.report
        return report.outlet or next(iter(report.agencies), "an outlet not stated")

    @property
    def automatic(self) -> bool:
        """Whether it says that a machine published it, or that nobody looked at it."""
        flags = {"auto-published", "not-reviewed"} & set(self.report.flags)
        return bool(flags) or has_feed_note(self.report)


class Order(NamedTuple):
    """Who had it first, None where that cannot be told, and why."""

    first: Side | None
    reason: str


class Credit(NamedTuple):
    """Whose words two reports say they are.

    ``by`` is the side that names the other's outlet; ``third`` an agency that both credit.
    ``own``: one outlet printed both.
    """

    by: Side | None = None
    third: str | None = None
    own: bool = False


def credit(here: Printed, there: Printed, copied: Sequence[tuple[Span, Span]]) -> Credit:
    """Whom the two credit for the words ``copied`` (places here and there)."""
    mine, theirs = here.report, there.report
    if same_outlet(mine.outlet, theirs.outlet):
        return Credit(own=True)
    if names_outlet(mine, theirs.outlet, [span for span, _ in copied]):
        return Credit(by="here")
    if names_outlet(theirs, mine.outlet, [span for _, span in copied]):
        return Credit(by="there")
    for agency in mine.agencies:
        if any(same_outlet(agency, other) for other in theirs.agencies):
            return Credit(third=agency)
    return Credit()


def precedence(here: Printed, there: Printed, credited: Credit) -> Order:
    """Who had it first: the one that the other credits, else the one that published first."""
    if credited.by is None:
        return order(here, there)
    first: Side = "there" if credited.by == "here" else "here"
    one, other = (here, there) if credited.by == "here" else (there, here)
    return Order(first, f"{one.name} names {other.name}")


def order(here: Printed, there: Printed) -> Order:
    """Who published first, by day and, within a day, by the hour."""
    mine, theirs = here.report.published, there.report.published
    if not (mine and theirs):
        return Order(None, "a day of publication is missing")
    if not (mine.full and theirs.full):
        return Order(None, "a day of publication has no year")
    one, other = _moment(here, mine), _moment(there, theirs)
    if one and other and one.tzinfo and other.tzinfo and one != other:
        return _told_by_hour(one, other)
    day, that = mine.date.rstrip("?~%"), theirs.date.rstrip("?~%")
    length = min(len(day), len(that))
    if day[:length] != that[:length]:
        first: Side = "here" if day < that else "there"
        return Order(first, f"{min(day, that)} against {max(day, that)}")
    if length < 10:
        return Order(None, "a day of publication is not known exactly")
    if not (one and other):
        return Order(None, f"both on {day}, and an hour is missing")
    if bool(one.tzinfo) != bool(other.tzinfo) or (not one.tzinfo and mine.zone != theirs.zone):
        return Order(None, f"both on {day}, by clocks that cannot be compared")
    if one == other:
        return Order(None, f"both on {day} at {one:%H:%M}")
    return _told_by_hour(one, other)


def _told_by_hour(mine: datetime, theirs: datetime) -> Order:
    early, late = sorted((mine, theirs))
    first: Side = "here" if mine < theirs else "there"
    zone = " UTC" if early.tzinfo else ""
    if early.date() != late.date():
        return Order(first, f"{early:%Y-%m-%d} against {late:%Y-%m-%d}")
    return Order(first, f"{early:%Y-%m-%d}, {early:%H:%M} against {late:%H:%M}{zone}")


def _moment(printed: Printed, dated: Dated) -> datetime | None:
    """The moment of publication; without its zone where the page names none by its offset."""
    if len(dated.date) != 10:
        return None
    if dated.time is None:
        return _given(printed.given, dated.date)
    offset = dated.zone if dated.zone and _OFFSET.fullmatch(dated.zone) else ""
    offset = "+00:00" if offset in ("Z", "UTC", "GMT") else offset
    try:
        moment = datetime.fromisoformat(f"{dated.date}T{dated.time}{offset}")
    except ValueError:
        return None
    return moment.astimezone(UTC) if moment.tzinfo else moment


def _given(moment: str | None, day: str) -> datetime | None:
    """A moment that was given beside the page, where it is on the day that the page has."""
    if moment is None or "T" not in moment or not moment.startswith(day):
        return None
    try:
        found = datetime.fromisoformat(moment)
    except ValueError:
        return None
    return found.astimezone(UTC) if found.tzinfo else found
