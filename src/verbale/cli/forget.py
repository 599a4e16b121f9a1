"""``verbale forget``: purge a report."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from verbale.cli.display.terminal import line, note, say
from verbale.cli.options import DEFAULT_RECORD, RecordPath, open_view
from verbale.errors import UsageError
from verbale.record import Record


def forget(
    report: Annotated[
        str | None, typer.Argument(metavar="REPORT", help="Its id, handle or address.")
    ] = None,
    record: RecordPath = DEFAULT_RECORD,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    not_read: Annotated[
        bool, typer.Option("--not-read", help="Forget the inputs that could not be read.")
    ] = False,
) -> None:
    """Purge a report: its bytes, text, passages, statements and history. Cannot be undone.

    A tombstone stays, so that reading the same folder again does not bring it back (unless you
    say read --restore). Files outside the record are not touched.

    Examples:

      verbale forget r3
      verbale forget https://news.example/withdrawn --yes

      verbale forget --not-read
    """
    if not_read:
        _forget_unread(record, report)
        return
    if report is None:
        raise UsageError("forget", "say which report, or --not-read")
    with open_view(record) as opened:
        row = opened.report(report)
    told = f"{row.id} “{line(row.headline) or row.handle}” with {row.statements} statements"
    if not yes and not _agreed(f"Purge {told}, {row.versions} version(s), for good?"):
        say("Nothing was changed.")
        return
    with Record(record, create=False) as opened:
        gone = opened.forget(row.id)
    say(f"Forgotten: {told}.")
    if not gone:
        note("The record is in use; its last traces go with the next reading.", "yellow")


def _forget_unread(record: Path, name: str | None) -> None:
    """Briefs and the review tell no more of inputs that could not be read, or of one of them."""
    with Record(record, create=False) as opened:
        count = opened.unskip(name)
    say(f"No longer told of: {count} input{'s' if count != 1 else ''} that could not be read.")


def _agreed(question: str) -> bool:
    if not sys.stdin.isatty():
        raise UsageError("forget", "nobody can be asked here; say --yes")
    return typer.confirm(question)
