"""``verbale watch``: follow feeds and folders, and tell what they change."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from verbale.cli.display import layout
from verbale.cli.display.terminal import note, say, write_json
from verbale.cli.options import DEFAULT_RECORD, AsJson, RecordPath, open_view, open_writer
from verbale.record.watching import Watched

if TYPE_CHECKING:
    from verbale.desk.config import Desk
    from verbale.desk.watch import Channel
    from verbale.record import Record
    from verbale.sources import SourceOptions

STOPPED = 130


class _Follow(msgspec.Struct, frozen=True, kw_only=True):
    """Something followed, with the matters it was found in."""

    name: str
    matters: tuple[str, ...]


class _Status(msgspec.Struct, frozen=True, kw_only=True):
    """The state of a watch: what is followed, how inputs fare, what each channel has yet to get."""

    follows: tuple[_Follow, ...]
    inputs: tuple[Watched, ...]
    looked: str | None
    news: int
    waiting: dict[str, int]


def watch(
    desk: Annotated[
        Path, typer.Argument(metavar="[DESK]", help="What to follow.", show_default=True)
    ] = Path("desk.toml"),
    record: RecordPath = DEFAULT_RECORD,
    once: Annotated[bool, typer.Option("--once", help="One round, for cron.")] = False,
    every: Annotated[
        str | None, typer.Option(metavar="TIME", help="Between rounds: 15m, 2h, 1d.")
    ] = None,
    follow: Annotated[
        bool, typer.Option("--follow", help="Fetch the pages that feeds link to.")
    ] = False,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Private addresses, too.")
    ] = False,
    workers: Annotated[
        int, typer.Option("--workers", "-w", min=1, metavar="N", help="Processes that read.")
    ] = 1,
    status: Annotated[
        bool, typer.Option("--status", help="Only tell how the watch fares.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Follow the feeds and folders of a desk.toml, read what is new into the record, and tell of
    new positions, shifts, differing reports and silence on the matters followed.

    News go to the terminal, and where desk.toml says so to an Atom file and a webhook. Nothing is
    told twice and nothing is lost: where the watch stands is kept in the record. What the record
    held when something was first followed is no news. A feed that fails is left alone for longer
    each time, or as long as its server asks; the others are read. Ctrl-C or SIGTERM stops.

    Examples:

      verbale watch desk.toml
      verbale watch desk.toml --once
      verbale watch desk.toml --every 1h --follow
      verbale watch --status
    """
    if status:
        with open_view(record) as opened:
            found = _status(opened, desk)
        if as_json:
            write_json(found)
        else:
            _show_status(found)
        return
    from verbale.cli.display.news_page import show_round
    from verbale.desk import ReadOptions
    from verbale.desk.durations import seconds
    from verbale.desk.watch import Stopping, SystemClock
    from verbale.desk.watch import watch as rounds_of
    from verbale.sources import SourceOptions

    if every is not None:
        seconds(every)
    sources = SourceOptions(follow=follow, allow_private=allow_private)
    options = ReadOptions(sources=sources, workers=workers)
    stopping, clock, failed = Stopping(), SystemClock(), False
    with open_writer(record) as opened, stopping.listening():

        def channels(described: Desk) -> Sequence[Channel]:
            return _channels(opened, described, desk, sources, as_json=as_json)

        try:
            for made in rounds_of(
                desk,
                opened,
                channels,
                options=options,
                once=once,
                clock=clock,
                stopping=stopping,
                every=every,
            ):
                show_round(made)
                failed = bool(made.troubles)
                if made.interrupted:
                    raise KeyboardInterrupt
        except KeyboardInterrupt:
            note("Stopped. Start again to go on from here.", "yellow")
            raise typer.Exit(STOPPED) from None
    if failed:
        raise typer.Exit(1)


def _channels(
    record: Record, described: Desk, place: Path, sources: SourceOptions, *, as_json: bool
) -> Sequence[Channel]:
    """The terminal, and what desk.toml names."""
    import time

    from verbale.cli.display.news_page import TerminalChannel
    from verbale.desk.watch.atom import KEPT, AtomFile
    from verbale.desk.watch.webhook import Webhook

    found: list[Channel] = [TerminalChannel(as_json=as_json)]
    settings = described.watch
    if settings.atom:
        path = place.parent / settings.atom
        watching = record.watching
        found.append(AtomFile(path, watching.identity(), lambda: watching.latest(KEPT)))
    if settings.webhook:
        private = sources.allow_private or settings.private
        guarded = msgspec.structs.replace(sources, allow_private=private)
        found.append(Webhook(settings.webhook, guarded, time.sleep))
    return found


def _status(record: Record, place: Path) -> _Status:
    from verbale.desk import lexicon_of
    from verbale.desk.config import followed, read_desk

    described = read_desk(place, lexicon_of(record))
    watching = record.watching
    last = watching.last()
    return _Status(
        follows=tuple(
            _Follow(name=each.follow.name, matters=tuple(row.label for row in each.matters))
            for each in followed(record, described)
        ),
        inputs=tuple(watching.inputs().values()),
        looked=watching.looked(),
        news=last,
        waiting={channel: last - upto for channel, upto in watching.told().items()},
    )


def _show_status(found: _Status) -> None:
    looked = f"Last looked {found.looked}." if found.looked else "Not watched yet."
    say(f"{looked} News so far: {found.news:,}.", "bold")
    layout.heading(f"Followed ({len(found.follows)})")
    layout.items(
        (each.name, "; ".join(each.matters) or "no matter found yet") for each in found.follows
    )
    if found.inputs:
        layout.heading(f"Read ({len(found.inputs)})")
        layout.items((each.input, _fared(each)) for each in found.inputs)
    waiting = {channel: count for channel, count in found.waiting.items() if count}
    if waiting:
        layout.heading("Not told yet")
        layout.items((channel, f"{count:,}") for channel, count in waiting.items())


def _fared(each: Watched) -> str:
    if not each.failures:
        return f"well, last read {each.answered}"
    times = "once" if each.failures == 1 else f"{each.failures} times in a row"
    return f"failed {times}: {each.reason}; not asked before {each.not_before}"
