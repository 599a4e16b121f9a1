"""``verbale shifts``: how each party's position moved, with the words before and after."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

import typer

from verbale.cli.asked import Matter, Party, code_asked, lane_asked
from verbale.cli.display.lanes_page import show_steps
from verbale.cli.display.terminal import note, write_json
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
from verbale.model import Target
from verbale.positions.shifts import Step, StepKind, Story, story
from verbale.record import LaneFilter, Listing
from verbale.record.days import between


def shifts(
    record: RecordPath = DEFAULT_RECORD,
    party: Party = None,
    matter: Matter = None,
    on: Annotated[Target | None, typer.Option(help="On which side of the matter.")] = None,
    kind: Annotated[StepKind | None, typer.Option(help="Only steps of this kind.")] = None,
    every: Annotated[
        bool, typer.Option("--all", help="First mentions and repetitions, too.")
    ] = False,
    since: Since = None,
    until: Until = None,
    limit: Limit = 50,
    as_json: AsJson = False,
) -> None:
    """List how each party's position moved, with the passage before and the passage after.

    A shift joins two positions of one party on the same matter and the same side of it: refusing
    to talk and favouring a treaty are no reversal of each other. Kinds: reversal (from refusing to
    being open or in favour, or back), stance, condition (added, dropped, changed), strengthened and
    softened (the same stance in firmer or milder words). Only the party's own word on a day with
    its year counts: no recap, no other side's account. A day in brackets is that of publication.

    Examples:

      verbale shifts
      verbale shifts --party RUS --since 2025
      verbale shifts --matter "peace treaty" --on talks --all
      verbale shifts --kind reversal --json
    """
    with open_view(record) as opened:
        code = code_asked(party, opened)
        wanted = LaneFilter(party=code, matter=lane_asked(matter, opened, code), on=on)
        stories = [story(lane) for lane in opened.lanes(wanted)]
    first, last = between(since, until)
    found = [
        step
        for step in _by_day(stories)
        if (step.kind == kind if kind else every or step.is_shift)
        and first <= step.after.last
        and step.after.first <= last
    ]
    kept = found[: limit_of(limit)]
    if as_json:
        write_json(Listing(rows=tuple(kept), total=len(found)))
        return
    show_steps(kept)
    _note(stories, found, len(kept), every=every or kind is not None)


def _by_day(stories: Iterable[Story]) -> list[Step]:
    steps = [step for told in stories for step in told.steps]
    return sorted(steps, key=lambda s: (s.after.first, s.matter, s.party, s.on))


def _note(stories: list[Story], found: list[Step], shown: int, *, every: bool) -> None:
    """What is left out, and what to do where there is nothing."""
    if not stories:
        note("The record holds no position that fits; see verbale positions --all.", "dim")
    elif not found:
        steps = sum(len(told.steps) for told in stories)
        more = "" if every or not steps else f" --all shows {steps} first mentions and repetitions."
        note(f"No shift fits.{more}", "dim")
    elif shown < len(found):
        note(f"{shown} of {len(found):,} shown; --limit 0 shows all.", "dim")
    open_days = sum(len(told.undated) + len(told.imprecise) for told in stories)
    if open_days:
        are = "1 position has" if open_days == 1 else f"{open_days:,} positions have"
        note(
            f"{are} no place among the days (no year, or only a month) and joined no shift;"
            " verbale positions --all has them.",
            "dim",
        )
