"""Shifts and standings in words: blocks with both passages on a terminal, lines in a pipe."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from verbale.cli.display.tables import Column, show_rows
from verbale.cli.display.terminal import line, out
from verbale.positions.lanes import Held
from verbale.positions.shifts import Step
from verbale.positions.standing import Standing
from verbale.positions.wording import (
    KINDS,
    day_of,
    known_of,
    on_what,
    on_which,
    outlets_of,
    stance_of,
    voice_of,
)

_STYLES = {
    "reversal": "bold red",
    "stance": "bold yellow",
    "condition": "bold yellow",
    "strengthened": "bold",
    "softened": "bold",
}
STEP_COLUMNS: tuple[Column[Step], ...] = (
    Column("day", lambda step: day_of(step.after.best)),
    Column("party", lambda step: step.party),
    Column("matter", lambda step: step.named),
    Column("on", lambda step: step.on),
    Column("kind", lambda step: step.kind),
    Column("why", lambda step: step.why),
    Column("before", lambda step: step.before.best.id if step.before else None),
    Column("day before", lambda step: day_of(step.before.best) if step.before else None),
    Column("words before", lambda step: step.before.best.words if step.before else None),
    Column("after", lambda step: step.after.best.id),
    Column("words after", lambda step: step.after.best.words),
    Column("report", lambda step: step.after.best.report),
)


def show_steps(steps: Sequence[Step]) -> None:
    """Each step with the passage before and the passage after."""
    console = out()
    if not console.is_terminal:
        show_rows(STEP_COLUMNS, steps)
        return
    for number, step in enumerate(steps):
        if number:
            console.print()
        head = Text()
        head.append(f"{day_of(step.after.best)}  ", "cyan")
        head.append(step.party, "bold")
        head.append(f" on {line(on_what(step.named, step.on, step.thing))}: ")
        head.append(KINDS[step.kind], _STYLES.get(step.kind, "dim"))
        console.print(head)
        console.print(Padding(Text(line(step.why)), (0, 0, 0, 2)))
        console.print(Padding(_passages(step), (0, 0, 0, 2)))


def _passages(step: Step) -> Table:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold", ratio=1)
    if step.before is not None:
        grid.add_row("before", _passage(step.before.carried))
    grid.add_row("after" if step.before else "words", _passage(step.after.carried, *step.tone))
    return grid


def _passage(carried: Sequence[Held], *tone: str) -> Text:
    best = carried[0]
    text = Text(f"{day_of(best)}  {line(voice_of(best))}")
    text.append(f" · {line(outlets_of(carried))} · {best.id}\n", "dim")
    text.append(f"“{line(best.passage(*tone))}”")
    return text


STANDING_COLUMNS: tuple[Column[Standing], ...] = (
    Column("matter", lambda row: row.named),
    Column("party", lambda row: row.party),
    Column("on", lambda row: row.on),
    Column("stance", lambda row: row.stance),
    Column("condition", lambda row: row.condition),
    Column("known", lambda row: row.known),
    Column("since", lambda row: row.since),
    Column("last", lambda row: row.last),
    Column("silent", lambda row: None if row.silent is None else str(row.silent)),
    Column("words", lambda row: row.held.passage()),
    Column("speaker", lambda row: row.held.speaker),
    Column("outlet", lambda row: row.held.outlet),
    Column("id", lambda row: row.held.id),
    Column("report", lambda row: row.held.report),
)


def show_standings(rows: Sequence[Standing], resting: Mapping[str, str]) -> None:
    """Where each party stands, matter by matter, each with the words that show it.

    ``resting`` says for the id of a position on how many reports and origins its words rest.
    """
    console = out()
    if not console.is_terminal:
        rests: Column[Standing] = Column("rests on", lambda row: resting[row.held.id])
        show_rows((*STANDING_COLUMNS, rests), rows)
        return
    for number, (matter, group) in enumerate(groupby(rows, key=lambda row: row.matter)):
        if number:
            console.print()
        of_matter = list(group)
        console.print(Text(line(_title(of_matter) or matter), style="bold"))
        for row in of_matter:
            console.print(Padding(_standing(row, resting), (0, 0, 0, 2)))


def _title(rows: Sequence[Standing]) -> str:
    """The fullest name that one of the rows has for the matter."""
    return max((row.named for row in rows), key=len)


def _standing(row: Standing, resting: Mapping[str, str]) -> Table:
    grid = Table.grid(padding=(0, 1))
    grid.add_column(no_wrap=True, style="bold")
    grid.add_column(overflow="fold", ratio=1)
    text = Text(f"{line(on_which(row.on, row.thing))}: ")
    text.append(line(stance_of(row.held)), "bold")
    text.append(f"  {known_of(row)}\n", "cyan")
    for voice in row.voices or (row.held,):
        text.append(f"“{line(voice.passage())}”")
        rests = f" · {resting[voice.id]}" if voice.id in resting else ""
        told = f" {line(voice_of(voice))} · {line(outlets_of([voice]))} · {voice.id}{rests}\n"
        text.append(told, "dim")
    text.rstrip()
    grid.add_row(row.party, text)
    return grid
