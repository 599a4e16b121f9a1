"""``verbale timeline``: what was done and where the talks stood, by day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated

import msgspec
import typer

from verbale.cli.asked import Matter, codes_asked, matter_asked
from verbale.cli.display.terminal import note, write_json
from verbale.cli.display.timeline_page import TimelineLine, show_timeline
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
from verbale.record import ActFilter, ActRow, Record
from verbale.record.days import between
from verbale.record.wording import deed, sides
from verbale.talks.timeline import Talks, Turn, talks


class _Timeline(msgspec.Struct, frozen=True, kw_only=True):
    """What ``--json`` prints."""

    talks: tuple[Talks, ...]
    rows: tuple[TimelineLine, ...]
    total: int


def timeline(
    record: RecordPath = DEFAULT_RECORD,
    party: Annotated[
        list[str] | None,
        typer.Option(
            "--party",
            "--country",
            metavar="PARTY",
            help="Only dealings of this side. Twice: between the two.",
        ),
    ] = None,
    matter: Matter = None,
    only_talks: Annotated[
        bool, typer.Option("--talks", help="Only the state of the talks.")
    ] = False,
    since: Since = None,
    until: Until = None,
    limit: Limit = 200,
    as_json: AsJson = False,
) -> None:
    """List what each side did and where the talks stood, by day, for each pair of sides.

    Talks are held, suspended (by whom, on what ground), resumed, in preparation, agreed or signed,
    or there is no contact. What a report only recalls is marked; without a day it stands last.
    Where sides name each other as the one who broke off, both accounts are shown.

    Examples:

      verbale timeline
      verbale timeline --party JPN --party RUS --talks
      verbale timeline --matter "peace treaty"
      verbale timeline --since 2025-04 --json
    """
    with open_view(record) as opened:
        asked = set(codes_asked(party, opened))
        about = matter_asked(matter, opened, *asked)
        found = tuple(
            told
            for told in _talks(opened)
            if asked <= set(told.parties) and about in (None, told.matter)
        )
        acts = () if only_talks else opened.acts(ActFilter(matter=about)).rows
    told = {each.mention.id for talk in found for turn in _turns(talk) for each in turn.told}
    lines = [*_of_talks(found), *_of_acts((row for row in acts if row.id not in told), asked)]
    fitting = sorted(_within(lines, since, until), key=_order)
    kept = tuple(fitting[: limit_of(limit)])
    if as_json:
        write_json(_Timeline(talks=found, rows=kept, total=len(fitting)))
        return
    show_timeline(kept, found)
    if not kept:
        note("Nothing fits; verbale acts and verbale statements show what there is.", "dim")
    elif len(kept) < len(fitting):
        note(f"{len(kept)} of {len(fitting):,} shown; --limit 0 shows all.", "dim")


def _talks(record: Record) -> tuple[Talks, ...]:
    from verbale.brief import Parties
    from verbale.desk import lexicon_of

    return talks(record.mentions_of_talks(), Parties(lexicon_of(record)).named_in)


def _turns(found: Talks) -> tuple[Turn, ...]:
    return (*found.turns, *found.undated)


def _of_talks(found: Iterable[Talks]) -> Iterator[TimelineLine]:
    for told in found:
        for turn in _turns(told):
            best = turn.best
            yield TimelineLine(
                sides="-".join(told.parties),
                about=told.named,
                date=turn.date,
                first=turn.first,
                last=turn.last,
                published=best.dated_by == "published",
                state=turn.state,
                who="/".join(turn.by),
                ground=turn.ground,
                answers=turn.answers,
                recalled=turn.recap,
                words=best.words,
                tellers=turn.tellers,
                speaker=best.speaker,
                outlets=tuple(sorted({e.mention.outlet or "" for e in turn.told} - {""})),
                id=best.id,
                report=best.report,
            )


def _of_acts(rows: Iterable[ActRow], asked: set[str]) -> Iterator[TimelineLine]:
    for row in rows:
        parties = {*row.act.actor, *row.act.recipient}
        if not (asked <= parties and row.act.actor and row.act.recipient):
            continue
        yield TimelineLine(
            sides="-".join(sorted(parties)),
            date=row.date,
            first=row.date if row.date and "X" not in row.date else None,
            last=row.date,
            published=row.dated_by == "published",
            act=deed(row),
            who=sides(row),
            recalled="historical" in row.act.flags,
            words=row.evidence_words,
            outlets=(row.outlet,) if row.outlet else (),
            id=row.id,
            report=row.handle,
        )


def _within(
    lines: Iterable[TimelineLine], since: str | None, until: str | None
) -> Iterator[TimelineLine]:
    """Those of the period; what has no day is in none."""
    if since is None and until is None:
        yield from lines
        return
    first, last = between(since, until)
    for each in lines:
        if each.first is not None and each.first <= last and (each.last or each.first) >= first:
            yield each


def _order(each: TimelineLine) -> tuple[str, bool, str, str, str, str]:
    """By sides and day; on one day, and without one, by what the reports themselves say."""
    undated = each.first is None
    return (each.sides, undated, each.first or "", each.date or "", each.report, each.words)
