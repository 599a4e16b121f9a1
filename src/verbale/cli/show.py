"""``verbale show``: one entry of a record, whatever its kind."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from verbale.cli.display import layout
from verbale.cli.display.entry_page import show_entry, show_gone, show_history
from verbale.cli.display.report_page import show_report, show_version, show_versions
from verbale.cli.display.terminal import write_bytes, write_json
from verbale.cli.options import DEFAULT_RECORD, AsJson, RecordPath, open_view
from verbale.errors import NoSuchEntry, UsageError
from verbale.record import Record, ReportRow


def show(
    entry: Annotated[
        str,
        typer.Argument(metavar="ID", help="Such as r3, s12, a7, e1, p2, a handle, or r3@VERSION."),
    ],
    record: RecordPath = DEFAULT_RECORD,
    versions: Annotated[
        bool, typer.Option("--versions", help="A report's versions and what each changed.")
    ] = False,
    history: Annotated[
        bool, typer.Option("--history", help="All that was ever drawn, before and after.")
    ] = False,
    original: Annotated[
        bool, typer.Option("--original", help="A report's bytes as they came, to a pipe.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Show one entry: a report, statement, actor, act or position.

    A statement is shown in its passage, with what drew it and how it came to be. A report may also
    be named by its handle or the beginning of one, its address or its path. r3@4f2a is a report as
    it was in the version whose sha256 begins so.

    Examples:

      verbale show s12
      verbale show r3 --versions
      verbale show r3@4f2a91
      verbale show r3 --original > page.html
    """
    with open_view(record) as opened:
        if history:
            _show_history(opened, entry, as_json=as_json)
            return
        name, version = _parts(opened, entry)
        if original:
            _write_original(opened, name, version)
        elif versions:
            show_versions(opened, name, as_json=as_json)
        elif version is not None:
            show_version(opened, name, version, as_json=as_json)
        else:
            _show_found(opened, name, as_json=as_json)


def _show_found(record: Record, name: str, *, as_json: bool) -> None:
    try:
        found = record.find(name)
    except NoSuchEntry:
        if not record.corrections.of(name):
            raise
        show_gone(record, name, as_json=as_json)  # somebody decided that it is none
        return
    if isinstance(found, ReportRow):
        show_report(record, found.id, as_json=as_json)
    else:
        show_entry(record, found, as_json=as_json)


def _parts(record: Record, entry: str) -> tuple[str, str | None]:
    """The id, and the version after its ``@``. Addresses and paths may hold an ``@`` too."""
    name, at, version = entry.rpartition("@")
    if not at:
        return entry, None
    try:
        record.report(name)
    except NoSuchEntry:
        return entry, None
    return name, version


def _show_history(record: Record, entry: str, *, as_json: bool) -> None:
    steps = record.history(entry)
    if as_json:
        write_json(steps)
        return
    layout.title(entry, "")
    show_history(steps, whole=True)


def _write_original(record: Record, name: str, version: str | None) -> None:
    if sys.stdout.isatty():
        raise UsageError("--original", "send it to a file or a pipe; it may steer the terminal")
    write_bytes(record.original(name, version))
