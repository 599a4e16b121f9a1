"""News and the state of a watch, for a person on a terminal and as plain lines in a pipe."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from verbale.cli.display.terminal import line, note, out, write, write_json
from verbale.desk.watch import Round, Trouble
from verbale.record.watching import KeptNews, NewsPassage

_STYLES = {"shifts": "bold yellow", "discrepancies": "bold magenta", "silence": "bold blue"}
_ONE = {
    "positions": "position",
    "shifts": "shift",
    "discrepancies": "discrepancy",
    "silence": "silence",
    "statements": "statement",
    "acts": "act",
}


class TerminalChannel:
    """Tells news on standard output: blocks for a person, JSON lines where asked for."""

    name = "terminal"

    def __init__(self, *, as_json: bool = False) -> None:
        self._as_json = as_json

    def tell(self, news: Sequence[KeptNews]) -> None:
        """Print the news, the oldest first."""
        for each in news:
            if self._as_json:
                write_json(each)
            else:
                _show(each)


def show_round(made: Round) -> None:
    """The status of a round in a line, and a line for each input or channel that fails."""
    note(status_line(made), "dim")
    for trouble in made.troubles:
        note(_failing(trouble), "yellow")
    if made.resting:
        note(f"  Left alone for now: {len(made.resting)}, which failed before.", "dim")


def status_line(made: Round) -> str:
    """``2025-06-20 10:15 UTC, 2 feeds, 1 folder: 3 new reports; news: 2 shifts.``"""
    inputs = _listed((made.feeds, "feed"), (made.folders, "folder")) or "nothing to read"
    told = _listed(*((count, _ONE[kind]) for kind, count in made.found.items())) or "nothing new"
    return f"{_time(made.at)}, {inputs}: {_read(made)}; news: {told}."


def _read(made: Round) -> str:
    summary = made.summary
    if summary is None:
        return "nothing read"
    stopped = ", then stopped" if summary.interrupted else ""
    parts = _listed(
        (summary.new, "new report"),
        (summary.updated, "new version"),
        (summary.statements, "statement"),
    )
    return f"{parts or 'no new report'}{stopped}"


def _show(each: KeptNews) -> None:
    told = each.news
    console = out()
    if not console.is_terminal:
        fields = (each.number, told.kind, told.follow, told.title, told.why)
        write("\t".join(line(str(field)) for field in fields) + "\n")
        for passage in told.passages:
            write(f"\t{_plain(passage)}\n")
        return
    head = Text(f"{line(told.follow)}  ", "cyan")
    head.append(line(told.title), _STYLES.get(told.kind, "bold"))
    console.print(head)
    if told.why:
        console.print(Padding(Text(line(told.why)), (0, 0, 0, 2)))
    console.print(Padding(_passages(told.passages), (0, 0, 1, 2)))


def _passages(passages: Sequence[NewsPassage]) -> Table:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold", ratio=1)
    for passage in passages:
        text = Text(line(" ".join(filter(None, (passage.day, passage.voice)))))
        text.append(f" · {line(passage.outlets)} · {passage.entry}\n", "dim")
        text.append(f"“{line(passage.words)}”")
        grid.add_row(passage.label, text)
    return grid


def _plain(passage: NewsPassage) -> str:
    fields = (passage.label, passage.day, passage.voice, passage.outlets, passage.entry)
    return "\t".join((*(line(field) for field in fields), line(passage.words)))


def _failing(trouble: Trouble) -> str:
    again = f"; not asked again before {_time(trouble.until)}" if trouble.until else ""
    return f"  {trouble.name}: {trouble.reason}{again}"


def _time(iso: str) -> str:
    return datetime.fromisoformat(iso).strftime("%Y-%m-%d %H:%M UTC")


def _listed(*counts: tuple[int, str]) -> str:
    return ", ".join(f"{n:,} {_many(n, noun)}" for n, noun in counts if n)


def _many(number: int, noun: str) -> str:
    if number == 1:
        return noun
    return f"{noun[:-1]}ies" if noun.endswith("cy") else f"{noun}s"
