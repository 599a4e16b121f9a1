"""The position lanes of a matter: a drawing, the same as a table, the drawing as a file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from litestar import Request, Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath

from verbale.errors import UsageError
from verbale.positions.lanes import Held
from verbale.positions.shifts import Story
from verbale.positions.wording import KINDS
from verbale.record import MatterRow
from verbale.record.days import between
from verbale.web import chart
from verbale.web.asked import address, slips
from verbale.web.pages import drawing, page, part
from verbale.web.reader import Reader
from verbale.web.standpoints import stories_of

_LANES = 24
#: What stands in words below the drawing: so many positions, the latest, and so many shifts.
_LISTED, _SHIFTS = 120, 40


_NO_DAY = "9999"
_EVER = {"from": "", "to": ""}


class _Drawn(NamedTuple):
    """What an address asks for, drawn."""

    row: MatterRow
    stories: list[Story]
    chart: chart.Chart
    since: str
    until: str


@get("/matters/{name:str}/lanes", sync_to_thread=True)
def lanes(
    request: Request[Any, Any, Any], reader: NamedDependency[Reader], name: FromPath[str]
) -> Response[str]:
    """The lanes between ``from`` and ``to``; all of time where these name no window."""
    given = _given(request)
    problem = None
    try:
        drawn = _draw(reader, name, given)
    except UsageError as error:
        problem = error
        drawn = _draw(reader, name, _EVER)
    base = f"/matters/{drawn.row.matter.id}/lanes"
    window = drawn.chart.window
    within = [
        (held, found.lane.thing)
        for found in drawn.stories
        for held in found.lane.held
        if _shown(window, held.first, held.last)
    ]
    steps = (step for found in drawn.stories for step in found.shifts)
    moved = sorted(
        (step for step in steps if _shown(window, step.after.first, step.after.last)),
        key=lambda step: step.after.first,
        reverse=True,
    )
    return page(
        reader,
        "lanes.html",
        "/",
        400 if problem else 200,
        title=_title(drawn.row),
        row=drawn.row,
        given=given,
        problem=problem and f"{problem}. All of time is shown.",
        wrong=slips(given, problem) if problem else [],
        chart=drawn.chart,
        drawn=_linked(reader, drawn),
        names_width=chart.LEFT,
        since=drawn.since,
        until=drawn.until,
        kinds=KINDS,
        empty=not any(held.first for held, _ in within),
        listed=_latest(within),
        unlisted=max(len(within) - _LISTED, 0),
        shifts=moved[:_SHIFTS],
        unlisted_shifts=max(len(moved) - _SHIFTS, 0),
        svg=address(f"{base}.svg", **{"from": drawn.since, "to": drawn.until}),
        windows=_windows(base, window, _days(drawn.stories)),
        base=base,
    )


@get("/matters/{name:str}/lanes.svg", sync_to_thread=True)
def lanes_file(
    request: Request[Any, Any, Any], reader: NamedDependency[Reader], name: FromPath[str]
) -> Response[str]:
    """The drawing alone."""
    drawn = _draw(reader, name, _given(request))
    return drawing(
        "lanes.svg",
        f"{drawn.row.matter.id}-lanes.svg",
        chart=drawn.chart,
        chart_size=chart,
        title=_title(drawn.row),
        linked=False,
    )


def _given(request: Request[Any, Any, Any]) -> dict[str, str]:
    """The ends of a window as an address gives them, "" for what it leaves open."""
    return {name: request.query_params.get(name, "").strip() for name in _EVER}


def _draw(reader: Reader, name: str, given: Mapping[str, str]) -> _Drawn:
    """Raises `UsageError` where ``given`` names no window."""
    record = reader.record()
    row = record.matter(name)
    since, until = given["from"], given["to"]
    first, last = between(since, until)
    stories = sorted(
        stories_of(reader, row.matter.id),
        key=lambda found: (found.lane.party not in row.matter.parties, found.lane.party),
    )
    ends = first if since else None, last if until else None
    drawn = reader.kept_on(
        row.matter.id,
        ("chart", *ends),
        lambda _: chart.chart(
            stories[:_LANES], f"/matters/{row.matter.id}/lanes", *ends, name=reader.parties().name
        ),
    )
    return _Drawn(row, stories, drawn, since, until)


def _linked(reader: Reader, drawn: _Drawn) -> str:
    """The drawing as a page has it, each mark a link."""
    return reader.kept_on(
        drawn.row.matter.id,
        ("drawing", drawn.since, drawn.until),
        lambda _: part(
            "lanes.svg",
            chart=drawn.chart,
            chart_size=chart,
            title=_title(drawn.row),
            linked=True,
        ),
    )


def _title(row: MatterRow) -> str:
    return f"Positions on {row.matter.name}"


def _latest(found: Sequence[tuple[Held, str]]) -> list[tuple[Held, str]]:
    """The most of them, the latest; in the order in which they came. What has no day is late."""
    ranked = sorted(range(len(found)), key=lambda at: found[at][0].first or _NO_DAY, reverse=True)
    return [found[at] for at in sorted(ranked[:_LISTED])]


def _shown(window: chart.Window | None, first: str | None, last: str | None) -> bool:
    """What has no day is shown beside every window."""
    if window is None or first is None:
        return True
    return first <= window.last.isoformat() and (last or first) >= window.first.isoformat()


def _days(stories: Iterable[Story]) -> set[str]:
    """The ISO days, first and last, of all that is held."""
    held = (held for found in stories for held in found.lane.held)
    return {day for each in held for day in (each.first, each.last) if day}


def _windows(base: str, window: chart.Window | None, days: set[str]) -> list[tuple[str, str]]:
    """Words and addresses of the windows within this one, and of those beside and around it in
    which there is anything more."""
    if window is None:
        return []
    half = window.days // 2
    earlier = any(day < window.first.isoformat() for day in days)
    later = any(day > window.last.isoformat() for day in days)
    offered = {"Earlier": earlier, "Later": later, "Closer": True, "Wider": earlier or later}
    moves = (
        ("Earlier", -half, -half),
        ("Later", half, half),
        ("Closer", half // 2, -half // 2),
        ("Wider", -half, half),
    )
    ends = (
        (words, chart.moved(window.first, start), chart.moved(window.last, end))
        for words, start, end in moves
        if offered[words]
    )
    return [
        (words, address(base, **{"from": first.isoformat(), "to": last.isoformat()}))
        for words, first, last in ends
        if first < last
    ]


HANDLERS = [lanes, lanes_file]
