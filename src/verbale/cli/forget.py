"""``verbale forget``: purge a report."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from verbale.cli.display.terminal import line, note, say
from verbale.cli.options import DEFAULT_RECORD, RecordPath, open_view
from verbale.errors import UsageError
from verbale.record import Record


def forget(
    report: Annotated[str, typer.Argument(metavar="REPORT", help="Its id, handle or address.")],
    record: RecordPath = DEFAULT_RECORD,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
) -> None:
    """Purge a report: its bytes, text, passages, statements and history. Cannot be undone.

    A tombstone stays, so that reading the same folder again does not bring it back (unless you
    say read --restore). Files outside the record are not touched.

    Examples:

      verbale forget r3
      verbale forget https://news.example/withdrawn --yes
    """
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


def _agreed(question: str) -> bool:
    if not sys.stdin.isatty():
        raise UsageError("forget", "nobody can be asked here; say --yes")
    return typer.confirm(question)
