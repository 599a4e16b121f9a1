"""What can be listed: each noun with its filter, its rows and where they come from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import msgspec

from verbale.desk.outlets import SourceRow, sources_of
from verbale.lexicon.claims import ClaimKind
from verbale.matters.names import NamedThing
from verbale.matters.rivalry import Contest
from verbale.model import Target
from verbale.positions.shifts import Step, StepKind, story
from verbale.positions.standing import Standing, standing
from verbale.record import (
    ActFilter,
    ActorFilter,
    ActRow,
    LaneFilter,
    MatterFilter,
    MatterRow,
    Number,
    Place,
    PositionFilter,
    PositionRow,
    ReportFilter,
    ReportRow,
    RosterRow,
    Slice,
    StatementFilter,
    StatementRow,
)
from verbale.record.days import between
from verbale.record.filters import Page
from verbale.record.orders import ORDERS
from verbale.web.reader import Reader

_BATCH = 500


class ShiftFilter(Page, frozen=True, kw_only=True):
    """Whose shifts, on what. ``every``: first mentions and repetitions too."""

    party: str | None = None
    matter: str | None = None
    on: Target | None = None
    kind: StepKind | None = None
    every: bool = False
    since: str | None = None
    until: str | None = None


class StandingFilter(Page, frozen=True, kw_only=True):
    """Who stands where, on what."""

    party: str | None = None
    matter: str | None = None
    on: Target | None = None


class NameFilter(Page, frozen=True, kw_only=True):
    """What has several names."""

    matter: str | None = None
    party: str | None = None


class ClaimFilter(Page, frozen=True, kw_only=True):
    """What is claimed, by whom; ``opposed``: only what two of a matter's parties contest."""

    matter: str | None = None
    party: str | None = None
    kind: ClaimKind | None = None
    opposed: bool = False


class OutletFilter(Page, frozen=True, kw_only=True):
    """Every outlet."""


class Piece(NamedTuple):
    """Some rows of a list, and how many there are of all of it."""

    rows: Slice[Any]
    number: Number


class Noun(NamedTuple):
    """``name`` is its path. ``piece`` gives the rows after a place, at most ``limit`` of the
    filter; ``each`` all rows after a place, as they are asked for."""

    name: str
    told: str
    kind: type[Page]
    row: type
    orders: tuple[str, ...]
    piece: Callable[[Reader, Any, Place | None], Piece]
    each: Callable[[Reader, Any, Place | None], Iterator[Any]]


def _walked(name: str, told: str, kind: type[Page], row: type, letter: str = "") -> Noun:
    """A noun whose rows the record walks through itself."""

    def piece(reader: Reader, wanted: Any, after: Place | None) -> Piece:
        record = reader.record()
        return Piece(record.walk(wanted, after), record.number(wanted))

    def each(reader: Reader, wanted: Any, after: Place | None) -> Iterator[Any]:
        """In short reads: whoever takes long to fetch the rows keeps no writer waiting."""
        wanted = msgspec.structs.replace(wanted, limit=_BATCH)
        found = reader.record().walk(wanted, after)
        yield from found.rows
        while found.more:
            found = reader.record().walk(wanted, found.last)
            yield from found.rows

    return Noun(name, told, kind, row, tuple(ORDERS.get(letter, ())), piece, each)


def _gathered(
    name: str,
    told: str,
    kind: type[Page],
    row: type,
    rows: Callable[[Reader, Any], Iterable[Any]],
    key: Callable[[Any], Place],
) -> Noun:
    """A noun whose rows are put together when asked for, in the order of a key that no other row
    has and that stays while the record grows."""

    def made(reader: Reader, wanted: Any) -> list[tuple[Place, Any]]:
        found = [(key(row), row) for row in rows(reader, wanted)]
        return sorted(found, key=lambda each: _comparable(each[0]))

    def ordered(reader: Reader, wanted: Any) -> list[tuple[Place, Any]]:
        """Kept for the pages after, and never from before a write, of which tags would not tell."""
        asked = msgspec.structs.replace(wanted, limit=None, offset=0)
        return reader.keeping.get(
            ("api", name, asked), reader.state(), lambda: made(reader, asked), may_be_old=False
        )

    def piece(reader: Reader, wanted: Page, after: Place | None) -> Piece:
        found = ordered(reader, wanted)
        left = _after(found, after)
        kept = left[: wanted.limit]
        rows = Slice(
            rows=tuple(row for _, row in kept),
            last=kept[-1][0] if kept else None,
            more=len(kept) < len(left),
        )
        return Piece(rows, Number(len(found), 0))

    def each(reader: Reader, wanted: Page, after: Place | None) -> Iterator[Any]:
        return iter([row for _, row in _after(ordered(reader, wanted), after)])

    return Noun(name, told, kind, row, (), piece, each)


def _after(rows: Sequence[tuple[Place, Any]], after: Place | None) -> Sequence[tuple[Place, Any]]:
    if after is None:
        return rows
    return [found for found in rows if _comparable(found[0]) > _comparable(after)]


def _comparable(place: Place) -> tuple[tuple[str, str], ...]:
    """None before all values."""
    return tuple(("", "") if value is None else ("=", str(value)) for value in place)


def _roster(reader: Reader, wanted: ActorFilter) -> Sequence[RosterRow]:
    return reader.record().roster(msgspec.structs.replace(wanted, limit=None, order=None)).rows


def _shifts(reader: Reader, wanted: ShiftFilter) -> list[Step]:
    lanes = reader.record().lanes(
        LaneFilter(party=wanted.party, matter=wanted.matter, on=wanted.on)
    )
    first, last = between(wanted.since, wanted.until)
    return [
        step
        for lane in lanes
        for step in story(lane).steps
        if (step.kind == wanted.kind if wanted.kind else wanted.every or step.is_shift)
        and first <= step.after.last
        and step.after.first <= last
    ]


def _standings(reader: Reader, wanted: StandingFilter) -> list[Standing]:
    asked = LaneFilter(party=wanted.party, matter=wanted.matter, on=wanted.on)
    return [standing(story(lane)) for lane in reader.record().lanes(asked) if lane.held]


def _names(reader: Reader, wanted: NameFilter) -> Sequence[NamedThing]:
    return reader.record().names(matter=wanted.matter, party=wanted.party)


def _claims(reader: Reader, wanted: ClaimFilter) -> Sequence[Contest]:
    return reader.record().claims(
        matter=wanted.matter, party=wanted.party, kind=wanted.kind, opposed=wanted.opposed
    )


def _shift_key(step: Step) -> Place:
    best = step.after.best
    return (step.after.first, step.matter, step.party, step.on, best.report, f"{best.number:06}")


NOUNS: tuple[Noun, ...] = (
    _walked("reports", "Reports with what their pages say of themselves.", ReportFilter, ReportRow,
            "r"),
    _walked("statements", "Who said what, to whom, when; places in the report's text.",
            StatementFilter, StatementRow, "s"),
    _walked("acts", "What one side does to another, as PLOVER events.", ActFilter, ActRow, "e"),
    _walked("positions", "Where a party stands on a matter, as one report supports it.",
            PositionFilter, PositionRow, "p"),
    _gathered("shifts", "How positions moved over all reports, with the words before and after.",
              ShiftFilter, Step, _shifts, _shift_key),
    _gathered("standings", "Where each party stands now, over all reports, and how that is known.",
              StandingFilter, Standing, _standings,
              lambda row: (row.matter, row.party, row.on)),
    _walked("matters", "What the same parties deal with.", MatterFilter, MatterRow),
    _gathered("names", "What has several names, and who uses which.",
              NameFilter, NamedThing, _names,
              lambda row: (row.label, row.matter)),
    _gathered("claims", "What is claimed on each matter, by whom, in which words.",
              ClaimFilter, Contest, _claims,
              lambda row: (row.matter, "-".join(row.parties), row.kind)),
    _gathered("actors", "Actors of all reports under one name, kind and country.",
              ActorFilter, RosterRow, _roster,
              lambda row: (row.name, row.kind, row.country, row.apart)),
    _gathered("outlets", "Outlets and agencies: how much they printed, how much came by them.",
              OutletFilter, SourceRow,
              lambda reader, _: sources_of(reader.record(), reader.lexicon()),
              lambda row: (row.name,)),
)  # fmt: skip
