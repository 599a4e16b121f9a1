"""A timeline: a heading a pair of sides, then one entry a day and deed, with its words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import msgspec
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from verbale.cli.display.tables import Column, show_rows
from verbale.cli.display.terminal import line, out
from verbale.positions.lanes import JOINT
from verbale.talks.timeline import Accounts, Talks, Turn


class TimelineLine(msgspec.Struct, frozen=True, kw_only=True):
    """An act, or a state of talks ``about`` a matter; ``act`` or ``state`` is set.

    ``who`` is who to whom, or who made the state; ``published`` says that the day is only that of
    the report; ``tellers`` are the codes of the sides that tell it.
    """

    sides: str
    date: str | None
    first: str | None
    last: str | None
    published: bool
    who: str
    recalled: bool
    words: str
    outlets: tuple[str, ...]
    id: str
    report: str
    about: str = ""
    state: str | None = None
    act: str | None = None
    ground: str | None = None
    answers: str | None = None
    tellers: tuple[str, ...] = ()
    speaker: str | None = None


COLUMNS: tuple[Column[TimelineLine], ...] = (
    Column("sides", lambda row: row.sides),
    Column("day", lambda row: _day(row)),
    Column("talks", lambda row: row.state),
    Column("about", lambda row: row.about),
    Column("act", lambda row: row.act),
    Column("who", lambda row: row.who),
    Column("recalled", lambda row: "recalled" if row.recalled else None),
    Column("ground", lambda row: row.ground),
    Column("in answer to", lambda row: row.answers),
    Column("told by", lambda row: "/".join(row.tellers)),
    Column("words", lambda row: row.words),
    Column("outlets", lambda row: ", ".join(row.outlets)),
    Column("id", lambda row: row.id),
    Column("report", lambda row: row.report),
)


def show_timeline(lines: Sequence[TimelineLine], found: Sequence[Talks]) -> None:
    """The lines, in the order given, under the state of the talks of their sides."""
    console = out()
    if not console.is_terminal:
        show_rows(COLUMNS, lines)
        return
    for number, (sides, group) in enumerate(groupby(lines, key=lambda row: row.sides)):
        if number:
            console.print()
        console.print(Text(sides.replace("-", " – "), style="bold"))
        for told in found:
            if "-".join(told.parties) == sides:
                _show_state(console, told)
        grid = Table.grid(padding=(0, 2))
        grid.add_column(style="cyan", no_wrap=True)
        grid.add_column(overflow="fold", ratio=1)
        for row in group:
            grid.add_row(_day(row), _entry(row))
        console.print(Padding(grid, (0, 0, 0, 2)))


def _show_state(console: Console, told: Talks) -> None:
    if told.now is not None:
        talks = f"Talks on {line(told.named)}" if told.named else "Talks"
        words = f"{talks}, as last reported: {_turn(told.now)}, {told.now.date}."
        console.print(Padding(Text(words), (0, 0, 0, 2)))
    for accounts in told.accounts:
        words = f"Accounts differ on who broke off: {_differing(accounts)}."
        console.print(Padding(Text(words, style="yellow"), (0, 0, 0, 2)))


def _turn(turn: Turn) -> str:
    return f"{turn.state} by {'/'.join(turn.by)}" if turn.by else turn.state


def _differing(accounts: Accounts) -> str:
    told = (f"{'/'.join(turn.by)} according to {_tellers(turn)}" for turn in accounts.turns)
    return "; ".join(dict.fromkeys(told))


def _tellers(turn: Turn) -> str:
    return "/".join(turn.tellers) or turn.best.outlet or "a report"


def _day(row: TimelineLine) -> str:
    if row.date is None:
        return "no day"
    return f"({row.date})" if row.published else row.date


def _entry(row: TimelineLine) -> Text:
    text = Text()
    if row.state is not None:
        text.append(f"talks {row.state}" if row.state != "no contact" else row.state, "bold yellow")
        text.append(f" by {row.who}" if row.who else "")
        text.append(f" ({line(row.about)})" if row.about else "")
    else:
        text.append(line(f"{row.who} {row.act}"), "bold")
    if row.recalled and row.state is not None:
        text.append(" (recalled)")
    text.append(f"  “{line(_passage(row.words))}”")
    if row.ground and row.ground not in row.words:
        text.append(f" Ground: “{line(row.ground)}”")
    if row.answers:
        text.append(f" In answer to: “{line(row.answers)}”")
    teller = ", ".join(filter(None, (row.speaker, "/".join(row.tellers))))
    told = " · ".join(filter(None, (teller, ", ".join(row.outlets), row.id)))
    text.append(f" {line(told)}", "dim")
    return text


def _passage(words: str) -> str:
    """The fullest of the passages that an act rests on."""
    return max(words.split(JOINT), key=len)
