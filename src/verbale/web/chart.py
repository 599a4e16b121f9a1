"""Position lanes as marks on a plane: time on x, a lane for each party and target.

Pure: from stories to places. Marks that would lie on each other become one with their number, which
opens a narrower window of time, or the table where they are all of one day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from math import ceil
from typing import NamedTuple

from verbale.model import Stance
from verbale.positions.lanes import Held
from verbale.positions.shifts import Step, Story
from verbale.positions.wording import KINDS, day_of, stance_of, voice_of
from verbale.web.lanenames import LaneName, lane_names

WIDTH, LEFT, TOP, LANE = 960, 150, 34, 74
#: What is left free beside the last day: room for marks without a year, or next to none.
RIGHT, _MARGIN = 120, 24
#: Marks nearer than this become one: a ring around several is 25 wide.
_NEAR = 27
_LETTER = 6.1
_LISTED = 6
#: Letters of a condition that are too few to tell it by.
_FEW = 20


class Window(NamedTuple):
    """The days shown, both inclusive; ``right`` is where time ends on the plane."""

    first: date
    last: date
    right: float = WIDTH - RIGHT

    @property
    def days(self) -> int:
        """How many."""
        return (self.last - self.first).days + 1


class Spot(NamedTuple):
    """A mark: one position, or ``number`` of them. ``stance`` is that of the newest word of the
    party itself, so that nothing recalled or told by others hides where it stands; ``mixed`` tells
    that others of them differ. ``own`` is False where there is no such word. ``label`` is its
    condition, cut to the room there is, and ends at the mark where ``before``; ``told`` what
    hovering shows."""

    x: float
    held: tuple[Held, ...]
    stance: Stance
    mixed: bool
    own: bool
    told: str
    label: str
    link: str
    before: bool = False

    @property
    def number(self) -> int:
        """How many positions it stands for."""
        return len(self.held)


class Move(NamedTuple):
    """A shift between two marks of one lane."""

    start: float
    end: float
    kind: str
    name: str
    told: str


class Row(NamedTuple):
    """One lane; ``undated`` are marks without a place in time."""

    name: LaneName
    y: float
    spots: tuple[Spot, ...]
    moves: tuple[Move, ...]
    undated: tuple[Spot, ...]


class Tick(NamedTuple):
    """A line of the grid and its words."""

    x: float
    label: str


class Chart(NamedTuple):
    """The whole drawing. ``window`` is None where nothing has a day."""

    rows: tuple[Row, ...]
    ticks: tuple[Tick, ...]
    window: Window | None
    height: float
    outside: int

    @property
    def right(self) -> float:
        """Where time ends and what has no day begins."""
        return self.window.right if self.window else WIDTH - RIGHT


def chart(
    stories: Sequence[Story],
    base: str,
    since: str | None,
    until: str | None,
    name: Callable[[str], str] = str,
) -> Chart:
    """The lanes between two ISO days; ``base`` is the address to ask a narrower window of, ``name``
    gives a party's name from its code."""
    window = _window(stories, since, until)
    names = lane_names([found.lane for found in stories], name)
    rows = tuple(
        _row(found, called, TOP + LANE * (number + 0.5), window, base)
        for number, (found, called) in enumerate(zip(stories, names, strict=True))
    )
    shown = sum(spot.number for row in rows for spot in (*row.spots, *row.undated))
    return Chart(
        rows=rows,
        ticks=tuple(_ticks(window)) if window else (),
        window=window,
        height=TOP + LANE * len(rows) + 12,
        outside=sum(len(found.lane.held) for found in stories) - shown,
    )


def _window(stories: Sequence[Story], since: str | None, until: str | None) -> Window | None:
    days = [
        day
        for found in stories
        for held in found.lane.held
        for day in (held.first, held.last)
        if day
    ]
    if not days and not (since and until):
        return None
    first = _day(since or min(days or [until or ""]))
    last = _day(until or max(days or [since or ""]))
    if last < first:
        first, last = last, first
    if since is None:
        first = moved(first, -max(2, (last - first).days // 30))
    if until is None:
        last = moved(last, max(2, (last - first).days // 30))
    open_years = any(held.first is None for found in stories for held in found.lane.held)
    return Window(first, last, WIDTH - (RIGHT if open_years else _MARGIN))


def moved(day: date, by: int) -> date:
    """The day so many days later, or the last that there is; earlier where ``by`` is below zero."""
    return date.fromordinal(min(max(day.toordinal() + by, 1), date.max.toordinal()))


def _row(found: Story, name: LaneName, y: float, window: Window | None, base: str) -> Row:
    lane = found.lane
    now = found.current.best.id if found.current else ""
    dated = [held for held in lane.held if held.first is not None]
    undated = [held for held in lane.held if held.first is None]
    spots = tuple(_spots(dated, window, base, now)) if window else ()
    return Row(
        name=name,
        y=y,
        spots=_labelled(spots, WIDTH - RIGHT + 14 if undated else WIDTH),
        moves=tuple(_moves(found.shifts, spots)),
        undated=_labelled(tuple(_beside(undated)), WIDTH),
    )


def _spots(dated: Iterable[Held], window: Window, base: str, now: str) -> list[Spot]:
    groups: list[tuple[float, list[Held]]] = []
    for held in dated:
        if not _inside(held, window):
            continue
        x = _x(held, window)
        if groups and x - groups[-1][0] < _NEAR:
            groups[-1][1].append(held)
        else:
            groups.append((x, [held]))
    return [_spot(x, some, base, now) for x, some in groups]


def _spot(x: float, some: list[Held], base: str, now: str = "") -> Spot:
    """``now`` is the id of the position that the lane's standing is taken from."""
    foremost = _foremost(some, now)
    return Spot(
        x=x,
        held=tuple(some),
        stance=foremost.stance,
        mixed=any(held.stance != foremost.stance for held in some),
        own=foremost.current,
        told=_told(some),
        label=(foremost.stance == "conditional" and foremost.condition) or "",
        link=_link(some, base),
    )


def _foremost(some: Sequence[Held], now: str) -> Held:
    """The one of these, in the order of their days, that a mark of them shows."""
    own = [held for held in some if held.current]
    return next((held for held in some if held.id == now), (own or some)[-1])


def _link(some: Sequence[Held], base: str) -> str:
    """The passage of one position; of several the days that they are of, or their table."""
    best = some[0]
    if len(some) == 1:
        return f"/entries/{best.id}/passage"
    first, last = min(h.first or "" for h in some), max(h.last or "" for h in some)
    if first != last:
        return f"{base}?from={first}&to={last}"
    matter = f"&matter={best.matter}" if best.matter.startswith("m") else ""
    return f"/positions?party={best.party}&on={best.on}&since={first}&until={last}{matter}"


def _told(some: Sequence[Held]) -> str:
    """The newest first, as the mark shows it."""
    lines = [
        f"{day_of(h)} · {stance_of(h)} · {voice_of(h)}: “{' '.join(h.passage().split())}”"
        for h in reversed(some[-_LISTED:])
    ]
    if len(some) > _LISTED:
        lines.append(f"and {len(some) - _LISTED} earlier")
    return "\n".join(lines)


def _labelled(spots: Sequence[Spot], edge: float) -> tuple[Spot, ...]:
    """Each condition cut to the room there is below its mark: up to the next one's or to ``edge``,
    or back from the mark where there is hardly any. The newest is written first."""
    written, free = [], edge
    for spot in reversed(spots):
        words = " ".join(spot.label.split())
        after, before = int((free - spot.x) / _LETTER), int((spot.x - LEFT) / _LETTER)
        turned = after < min(len(words), _FEW) and after < before and spot.x + 6 <= free
        room = before if turned else after
        if len(words) > room:
            words = f"{words[: room - 1].rstrip()}…" if room > 8 else ""
        if words:
            free = spot.x - (len(words) * _LETTER if turned else 12)
        written.append(spot._replace(label=words, before=turned))
    return tuple(reversed(written))


def _moves(steps: Iterable[Step], spots: Sequence[Spot]) -> Iterable[Move]:
    at = {held.id: spot.x for spot in spots for held in spot.held}
    for step in steps:
        if step.before is None:
            continue
        start, end = at.get(step.before.best.id), at.get(step.after.best.id)
        if start is None or end is None or start == end:
            continue
        name = KINDS[step.kind]
        yield Move(
            start,
            end,
            step.kind,
            name if end - start > len(name) * _LETTER + 16 else "",
            f"{name}: {step.why}",
        )


def _beside(undated: Sequence[Held]) -> Iterable[Spot]:
    for number, held in enumerate(undated[:_LISTED]):
        x = WIDTH - RIGHT + 18 + 17 * number
        yield _spot(x, [held], "")
    # What finds no room is in the table below the drawing, with all the others.


def _inside(held: Held, window: Window) -> bool:
    return _day(held.first) <= window.last and _day(held.last) >= window.first


def _x(held: Held, window: Window) -> float:
    middle = _day(held.first) + (_day(held.last) - _day(held.first)) / 2
    return _at(min(max(middle, window.first), window.last), window)


def _at(day: date, window: Window) -> float:
    room = window.right - LEFT - 24
    return round(LEFT + 12 + room * (day - window.first).days / max(window.days - 1, 1), 1)


def _ticks(window: Window) -> Iterable[Tick]:
    """Years, months or days, as many as are legible."""
    months = window.days / 30.4
    if months > 30:
        step = max(1, ceil(months / 12 / 9))
        days = [date(y, 1, 1) for y in range(window.first.year, window.last.year + 1, step)]
        form = "%Y"
    elif months > 2:
        step = max(1, ceil(months / 9))
        days, form = [_month(window.first, n) for n in range(0, int(months) + 3, step)], "%b %Y"
    else:
        step = max(1, ceil(window.days / 8))
        days = [window.first + timedelta(n) for n in range(0, window.days, step)]
        form = "%-d %b %Y"
    for day in days:
        if window.first <= day <= window.last:
            yield Tick(_at(day, window), day.strftime(form))


def _month(first: date, number: int) -> date:
    year, month = divmod(first.year * 12 + first.month - 1 + number, 12)
    return date(min(year, 9999), month + 1, 1)


def _day(iso: str | None) -> date:
    return date.fromisoformat(iso or "0001-01-01")
