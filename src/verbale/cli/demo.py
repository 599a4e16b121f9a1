"""``verbale demo``: the sample reports, read and shown."""

from __future__ import annotations

import shutil
from importlib.resources import as_file, files
from pathlib import Path
from typing import Annotated

import typer

from verbale.cli.display.progress import ReadingBar
from verbale.cli.display.terminal import interactive, out, say, write
from verbale.cli.options import open_writer
from verbale.cli.read import STOPPED, tell
from verbale.errors import UsageError
from verbale.record import Record

DEFAULT_FOLDER = Path("verbale-demo")
_REPORTS = "reports"
_RECORD = "demo.vrb"
_PAGE = "brief.html"
# One of the three disputes of the samples, from the year in which it is settled.
_SHOWN = ("XAV", "XTH")
_SHOWN_SINCE = "2025-05"
_NOT_REPORTS = shutil.ignore_patterns(".*", "__pycache__", "README.md")


def demo(
    folder: Annotated[
        Path, typer.Argument(metavar="[FOLDER]", help="Where to put it; made if there is none.")
    ] = DEFAULT_FOLDER,
    workers: Annotated[
        int, typer.Option("--workers", "-w", min=1, metavar="N", help="Processes that read.")
    ] = 1,
) -> None:
    """Read the sample reports, print the brief, write it as a page, and say what to try next.

    The samples are 36 reports on three disputes between invented states, by invented outlets.

    Examples:

      verbale demo
      verbale demo elsewhere
    """
    from verbale.desk import ReadOptions
    from verbale.desk import read as read_into

    reports, record, page = folder / _REPORTS, folder / _RECORD, folder / _PAGE
    _copy_samples(reports)
    with open_writer(record) as opened:
        with ReadingBar(doing="Reading the samples") as bar:
            summary = read_into([str(reports)], opened, ReadOptions(workers=workers), bar)
        if summary.interrupted:
            raise typer.Exit(STOPPED)
        _brief(opened, page)
    say("")
    tell(summary)
    say(f"The brief of all three disputes, as a page: {page}", "bold")
    _what_next(reports, record)


def _copy_samples(reports: Path) -> None:
    try:
        with as_file(files("verbale") / "samples") as samples:
            shutil.copytree(samples, reports, dirs_exist_ok=True, ignore=_NOT_REPORTS)
    except OSError as error:
        raise UsageError(str(reports), f"cannot be written: {error.strerror or error}") from error


def _brief(record: Record, page: Path) -> None:
    """The brief of everything as a page; here one dispute's last months, for a screen."""
    from verbale.brief import BriefRequest, check, compose
    from verbale.brief.render import render_html, render_terminal, render_text

    whole = check(compose(record), record)
    try:
        page.write_text(render_html(whole), encoding="utf-8")
    except OSError as error:
        raise UsageError(str(page), f"cannot be written: {error.strerror or error}") from error
    part = check(compose(record, BriefRequest(parties=_SHOWN, since=_SHOWN_SINCE)), record)
    if interactive():
        render_terminal(part, out())
    else:
        write(render_text(part))


def _what_next(reports: Path, record: Path) -> None:
    say("")
    say("Try next:", "bold")
    for command, why in (
        (f"verbale brief -r {record}", "the brief of all three disputes, here"),
        (f"verbale statements -r {record} --country XHV", "what Halveria said"),
        (f"verbale show r1 -r {record}", "one report, with all that was found"),
        (f"verbale explain {reports}/islands/02-trawler-kelvane.txt -r {record}", "why"),
        (f"verbale read {reports} -r {record}", "again: nothing to do"),
        ("verbale read FOLDER", "your own reports, into verbale.vrb"),
    ):
        say(command, "cyan", indent=2)
        say(why, "dim", indent=6)
