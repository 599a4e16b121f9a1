"""Rival names and rival claims in words: blocks on a terminal, one line each in a pipe."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from rich.padding import Padding
from rich.text import Text

from verbale.cli.display.tables import Column, show_rows
from verbale.cli.display.terminal import line, out
from verbale.matters.names import NamedThing, NameRecord, NameUser
from verbale.matters.rivalry import HEADINGS, Contest, HeldClaim

NO_SIDE = "No name is the name, no claim is judged: each stands in the words of those who use it."
_SHOWN = 6


class _NameLine:
    """One name of one thing, for a line in a pipe."""

    def __init__(self, thing: NamedThing, record: NameRecord) -> None:
        self.thing, self.record = thing, record


class _ClaimLine:
    """One claim in one contest, for a line in a pipe."""

    def __init__(self, contest: Contest, held: HeldClaim) -> None:
        self.contest, self.held = contest, held


_NAME_COLUMNS: tuple[Column[_NameLine], ...] = (
    Column("thing", lambda row: row.thing.label),
    Column("matter", lambda row: row.thing.matter),
    Column("parties", lambda row: "-".join(row.thing.parties)),
    Column("name", lambda row: row.record.name),
    Column("so called in", lambda row: ", ".join(row.record.told)),
    Column("known as used by", lambda row: ", ".join(row.record.known)),
    Column("used by", lambda row: "; ".join(map(_user, row.record.users))),
    Column("times", lambda row: str(row.record.times)),
    Column("from", lambda row: row.record.first),
    Column("to", lambda row: row.record.last),
)
_CLAIM_COLUMNS: tuple[Column[_ClaimLine], ...] = (
    Column("matter", lambda row: row.contest.label),
    Column("matter id", lambda row: row.contest.matter),
    Column("about", lambda row: row.contest.kind),
    Column("holder", lambda row: row.held.holder),
    Column("claim", lambda row: row.held.said),
    Column("words", lambda row: row.held.words),
    Column("speakers", lambda row: "; ".join(row.held.speakers)),
    Column("according to", lambda row: "; ".join(row.held.outlets)),
    Column("from", lambda row: row.held.first),
    Column("to", lambda row: row.held.last),
    Column("entries", lambda row: " ".join(row.held.entries)),
)


def show_names(things: Sequence[NamedThing]) -> None:
    """The register of names."""
    if not out().is_terminal:
        show_rows(_NAME_COLUMNS, (_NameLine(t, record) for t in things for record in t.names))
        return
    for number, thing in enumerate(things):
        if number:
            _print(Text(""))
        _print(_title(thing.label, thing.parties, thing.matter))
        for record in thing.names:
            _print(_name(record), 2)
            for user in record.users[:_SHOWN]:
                _print(_user_line(user), 4)
            if len(record.users) > _SHOWN:
                _print(Text(f"and {len(record.users) - _SHOWN} more", style="dim"), 4)


def show_claims(contests: Sequence[Contest]) -> None:
    """The register of claims, by matter."""
    if not out().is_terminal:
        show_rows(_CLAIM_COLUMNS, (_ClaimLine(c, held) for c in contests for held in c.held))
        return
    for number, (_, some) in enumerate(groupby(contests, key=lambda c: (c.matter, c.parties))):
        if number:
            _print(Text(""))
        _show_matter(list(some))


def _show_matter(contests: Sequence[Contest]) -> None:
    first = contests[0]
    _print(_title(first.label or "on no matter that was found", first.parties, first.matter))
    for contest in contests:
        _print(Text(HEADINGS[contest.kind], style="bold"), 2)
        for holder, claims in groupby(contest.held, key=lambda held: held.holder):
            listed = list(claims)
            for held in listed[:_SHOWN]:
                _print(_claim(held), 4)
                _print(Text(_where(held), style="dim"), 9)
            if len(listed) > _SHOWN:
                _print(
                    Text(f"{holder}: {len(listed) - _SHOWN} more; --json has all", style="dim"), 4
                )


def _title(label: str, parties: Iterable[str], matter: str | None) -> Text:
    text = Text(line(label), style="bold")
    for more, style in (("-".join(parties), ""), (matter or "", "cyan")):
        if more:
            text.append(f"  {more}", style=style or "not bold")
    return text


def _name(record: NameRecord) -> Text:
    text = Text(line(record.name), style="bold yellow")
    if record.told:
        text.append(f"  so called in {', '.join(record.told)}, the reports say", style="not bold")
    elif record.known:
        text.append(f"  known as used in {', '.join(record.known)}", style="dim not bold")
    if not record.users:
        text.append("" if record.told else "; not in these reports", style="dim not bold")
    return text


def _user_line(user: NameUser) -> Text:
    text = Text(_who(user))
    text.append(f"  {_times(user.times)}", style="dim")
    if days := _days(user.first, user.last):
        text.append(f"  {days}", style="dim")
    text.append(f"  {' '.join(user.reports[:_SHOWN])}", style="cyan")
    return text


def _who(user: NameUser) -> str:
    told = f"{user.who} ({user.country})" if user.country else user.who
    return f"{line(told)}, quoted" if user.quoted else line(told)


def _user(user: NameUser) -> str:
    return f"{_who(user)} {user.times}"


def _claim(held: HeldClaim) -> Text:
    text = Text(f"{held.holder}  ", style="bold")
    if held.denied:
        text.append("denies that ", style="not bold italic")
    said, words = line(held.said), line(held.words)
    at = said.find(words)
    if at < 0:
        text.append(f"“{said}”", style="not bold")
    else:
        text.append(f"“{said[:at]}", style="not bold")
        text.append(words, style="not bold underline")
        text.append(f"{said[at + len(words) :]}”", style="not bold")
    return text


def _where(held: HeldClaim) -> str:
    """Speakers, outlets, days and entries of a claim, on one line."""
    parts = (
        ", ".join(held.speakers[:3]),
        f"according to {', '.join(held.outlets[:3])}" if held.outlets else "",
        _days(held.first, held.last),
        " ".join(held.entries[:_SHOWN]),
    )
    return line("; ".join(filter(None, parts)))


def _times(number: int) -> str:
    return "once" if number == 1 else f"{number} times"


def _days(first: str | None, last: str | None) -> str:
    return (
        f"{first} to {last}" if first != last and first and last else first or "no day with a year"
    )


def _print(text: Text, indent: int = 0) -> None:
    out().print(Padding(text, (0, 0, 0, indent)))
