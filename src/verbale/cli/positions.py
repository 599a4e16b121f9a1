"""``verbale positions``: where a party stands on a matter."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, get_args

import typer

from verbale.cli.asked import Matter, Outlet, Party, code_asked, lane_asked, outlet_asked
from verbale.cli.display.carried import carried, resting
from verbale.cli.display.lanes_page import show_standings
from verbale.cli.display.tables import Column, note_rest, show
from verbale.cli.display.terminal import write_json
from verbale.cli.options import (
    DEFAULT_RECORD,
    AsJson,
    Limit,
    RecordPath,
    Since,
    Until,
    limit_of,
    open_view,
)
from verbale.model import Stance, Target
from verbale.positions.lanes import Lane
from verbale.positions.shifts import story
from verbale.positions.standing import standing
from verbale.record import LaneFilter, Listing, PositionFilter, PositionRow, Record
from verbale.record.wording import day, stance

_TARGETS = get_args(Target)
COLUMNS: tuple[Column[PositionRow], ...] = (
    Column("id", lambda row: row.id, "cyan", narrow=True),
    Column("day", day, narrow=True),
    Column("party", lambda row: row.position.party, "bold"),
    Column("matter", lambda row: row.position.matter),
    Column("on", lambda row: row.position.on),
    Column("stance", stance, "bold"),
    Column("words", lambda row: row.evidence_words, wide=True),
    Column("outlet", lambda row: row.outlet, "dim"),
    Column("report", lambda row: row.report, "cyan", narrow=True),
    Column("statement", lambda row: row.statement, piped=True),
)


def positions(
    record: RecordPath = DEFAULT_RECORD,
    party: Party = None,
    matter: Matter = None,
    on: Annotated[Target | None, typer.Option(help="On which side of the matter.")] = None,
    held: Annotated[Stance | None, typer.Option("--stance", help="Only this stance.")] = None,
    every: Annotated[
        bool, typer.Option("--all", help="Every position that a report holds, by day.")
    ] = False,
    report: Annotated[
        str | None, typer.Option(metavar="ID", help="All positions of this report.")
    ] = None,
    outlet: Outlet = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = 50,
    as_json: AsJson = False,
) -> None:
    """List where each party stands now on each matter, or with --all every position by day.

    Refusing to talk and favouring a treaty are positions on different things, which --on keeps
    apart: talks, outcome, terms or relations. A party stands where its own last word with a date
    puts it, "since" the day on which it last changed; silence counts up to the newest report on
    the matter. Where there is no such word, what is left stands with a mark: (year open), (told by
    JPN), (told by the outlet), (recalled). A day in brackets is that of publication. What rests on
    one report, or on several with one origin, says so. --report, --outlet,
    --since and --until list single positions, as --all does.

    Examples:

      verbale positions
      verbale positions --party RUS --on talks
      verbale positions --matter "peace treaty" --since 2025
      verbale positions --stance conditional --json
    """
    if not (every or report or outlet or since or until):
        with open_view(record) as opened:
            code = code_asked(party, opened)
            about = lane_asked(matter, opened, code)
            lanes = opened.lanes(LaneFilter(party=code, matter=about, on=on))
            _show_standings(opened, lanes, held, limit, as_json=as_json)
        return
    with open_view(record) as opened:
        code = code_asked(party, opened)
        wanted = PositionFilter(
            party=code,
            matter=lane_asked(matter, opened, code),
            on=on,
            stance=held,
            report=report,
            outlet=outlet_asked(outlet, opened),
            since=since,
            until=until,
            limit=limit_of(limit),
        )
        found = opened.positions(wanted)
        show(carried(COLUMNS, found, opened), found, as_json=as_json)


def _show_standings(
    record: Record, lanes: Iterable[Lane], held: Stance | None, limit: int, *, as_json: bool
) -> None:
    """The last word of each lane."""
    found = [standing(story(lane)) for lane in lanes]
    fitting = [each for each in found if held in (None, each.stance)]
    rows = sorted(fitting, key=lambda row: (row.matter, _TARGETS.index(row.on), row.party))
    kept = Listing(rows=tuple(rows[: limit_of(limit)]), total=len(rows))
    if as_json:
        write_json(kept)
        return
    carried = record.standing(row.held.id for row in kept)
    show_standings(kept.rows, {row.held.id: resting(carried.get(row.held.id)) for row in kept})
    note_rest(kept)
