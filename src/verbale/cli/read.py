"""``verbale read``: reports into a record."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from verbale.cli.archives import archive_among
from verbale.cli.display.progress import ReadingBar
from verbale.cli.display.terminal import note, say, write_json
from verbale.cli.options import DEFAULT_RECORD, AsJson, Lexicons, RecordPath, open_writer, size_of
from verbale.errors import UsageError
from verbale.record import Record
from verbale.sources import SourceOptions

if TYPE_CHECKING:
    from verbale.desk import ReadSummary

STOPPED = 130
_MOST_REASONS = 8


def read(
    inputs: Annotated[
        list[str] | None,
        typer.Argument(metavar="INPUT...", help="Files, folders, patterns, addresses, feeds, -."),
    ] = None,
    record: RecordPath = DEFAULT_RECORD,
    desk: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The feeds of this desk.toml, too.")
    ] = None,
    manifest: Annotated[
        Path | None,
        typer.Option(metavar="CSV", help="What you know of the reports: path, url, outlet, ..."),
    ] = None,
    lexicon: Lexicons = None,
    drop_lexicons: Annotated[
        bool, typer.Option("--drop-lexicons", help="Forget the lexicons the record keeps.")
    ] = False,
    workers: Annotated[
        int, typer.Option("--workers", "-w", min=1, metavar="N", help="Processes that read.")
    ] = 1,
    again: Annotated[
        bool, typer.Option("--again", help="Annotate what has not changed, too.")
    ] = False,
    restore: Annotated[
        bool, typer.Option("--restore", help="Read what was forgotten, too.")
    ] = False,
    follow: Annotated[
        bool, typer.Option("--follow", help="Fetch the pages that feeds link to.")
    ] = False,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Fetch from private addresses, too.")
    ] = False,
    max_size: Annotated[
        str, typer.Option(metavar="SIZE", help="The largest document, such as 500k or 50M.")
    ] = "20M",
    where: Annotated[
        str | None,
        typer.Option(metavar="TERMS", help="Which reports of an archive."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Read reports into a record, which is made if there is none.

    What was read before and has not changed is passed over at once. A report that was published
    again becomes a new version; the old one stays. An input that cannot be read ends in one line
    that says why; the others are read, and the exit code is 1. Ctrl-C stops at once; what was read
    by then is kept, and the next reading goes on from there.

    A lexicon.toml in a folder that is read is taken as a lexicon, as if named with --lexicon. The
    record keeps a copy of each, so that later commands know the same names.

    Examples:

      verbale read reports/
      verbale read reports/ --record east-asia.vrb --workers 4
      verbale read "saved/**/*.html" notes.jsonl --manifest known.csv
      verbale read https://news.example/feed.xml --follow
      verbale read --desk desk.toml --follow
      verbale read statement.pdf kept.mhtml note.eml
    """
    from verbale.desk import ReadOptions
    from verbale.desk import read as read_into
    from verbale.desk.stopping import Heeding, Stopping

    options = ReadOptions(
        sources=SourceOptions(
            max_bytes=size_of(max_size),
            manifest=manifest,
            follow=follow,
            allow_private=allow_private,
        ),
        lexicons=tuple(lexicon or ()),
        drop_lexicons=drop_lexicons,
        workers=workers,
        again=again,
        restore=restore,
    )
    if not inputs and desk is None:
        raise UsageError("read", "give files, folders, addresses or feeds, or --desk desk.toml")
    archived = archive_among(inputs or (), where)
    stopping = Stopping()
    with open_writer(record) as opened, ReadingBar() as bar:
        heeding = Heeding(bar, stopping)
        if archived:
            from verbale.archive.intake import take_in

            with stopping.listening():
                summary = take_in(archived, opened, where or "", heeding, restore=restore)
        else:
            wanted = [*(inputs or ()), *(_feeds(desk, opened) if desk else ())]
            with stopping.listening():
                summary = read_into(wanted, opened, options, heeding)
    if archived and not (summary.seen or summary.interrupted or as_json):
        say(f"nothing to read: no report of {archived} fits{f' {where}' if where else ''}.", "bold")
        return
    _end(summary, as_json=as_json)


def _end(summary: ReadSummary, *, as_json: bool) -> None:
    """Tell what came of it, and exit as it ended."""
    if as_json:
        write_json(summary)
    else:
        tell(summary)
    if summary.interrupted:
        note("Stopped. What was read is kept; read again to go on.", "yellow")
        raise typer.Exit(STOPPED)
    if summary.skipped:
        raise typer.Exit(1)


def _feeds(desk: Path, record: Record) -> tuple[str, ...]:
    """The feeds that a desk follows, each once. Raises `UsageError` where it names none."""
    from verbale.desk import lexicon_of
    from verbale.desk.config import read_desk

    described = read_desk(desk, lexicon_of(record))
    if not described.feeds:
        raise UsageError(str(desk), "names no feeds to read")
    return described.feeds


def tell(summary: ReadSummary) -> None:
    """What came of a reading, in a few lines."""
    parts = [
        counted(summary.new, "new report"),
        counted(summary.updated, "new version"),
        f"{summary.reannotated:,} read again" if summary.reannotated else "",
        f"{summary.unchanged:,} unchanged" if summary.unchanged else "",
        f"{summary.forgotten:,} forgotten and left out" if summary.forgotten else "",
    ]
    told = ", ".join(filter(None, parts)) or "nothing to read"
    say(f"{told}; {counted(summary.statements, 'statement') or 'no statement'} found.", "bold")
    if summary.undated:
        say(f"Without a full date: {summary.undated:,} (see open questions in the brief).")
    if summary.unserved:
        say(f"In a language not served yet: {summary.unserved:,} (kept, without statements).")
    if summary.passed_over:
        listed = (f"{reason} ({count:,})" for reason, count in summary.passed_over.items())
        say(f"Passed over: {', '.join(listed)}.", "dim")
    if summary.lexicons:
        say(f"Lexicons: {', '.join(summary.lexicons)}.", "dim")
    if summary.skipped:
        reasons = Counter(skip.reason for skip in summary.skipped).most_common(_MOST_REASONS)
        listed = (f"{reason} ({count:,})" for reason, count in reasons)
        say(f"Could not be read: {len(summary.skipped):,}: {'; '.join(listed)}.", "yellow")
    say(f"{summary.seconds:.1f} s", "dim")


def counted(number: int, noun: str) -> str:
    """``3 new reports``; empty for none.

    >>> counted(1, "new report"), counted(1200, "statement"), counted(0, "statement")
    ('1 new report', '1,200 statements', '')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}" if number else ""
