"""Options that several commands share, and the record they name."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

import typer

from verbale.cli.display.terminal import note
from verbale.digest import rules_digest
from verbale.errors import NotARecord, RecordTooOld, UsageError
from verbale.record import Record
from verbale.version import __version__

DEFAULT_RECORD = Path("verbale.vrb")

RecordPath = Annotated[
    Path,
    typer.Option(
        "--record",
        "-r",
        metavar="FILE",
        envvar="VERBALE_RECORD",
        help="The record.",
        show_default=True,
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Limit = Annotated[
    int, typer.Option(min=0, metavar="N", help="Show at most N; 0 shows all.", show_default=True)
]
Since = Annotated[
    str | None,
    typer.Option(metavar="DAY", help="From this day on: 2025, 2025-04 or 2025-04-08."),
]
Until = Annotated[str | None, typer.Option(metavar="DAY", help="Up to and with this day.")]
Lexicons = Annotated[
    list[Path] | None,
    typer.Option(
        "--lexicon", metavar="FILE", help="Names the built-in lexicon lacks. May be repeated."
    ),
]


def open_view(path: Path) -> Record:
    """The record at ``path`` for looking. Raises `NotARecord` with how to make one."""
    _require(path)
    try:
        return _told_of_age(Record(path, read_only=True))
    except RecordTooOld:
        Record(path, create=False).close()
        note(f"{path}: brought up to date from an earlier version's form.", "dim")
        return _told_of_age(Record(path, read_only=True))


def open_to_decide(path: Path) -> Record:
    """The record at ``path`` for a person's decisions. Raises as `open_view` does."""
    _require(path)
    return _told_of_age(Record(path, create=False))


def _told_of_age(record: Record) -> Record:
    """The record, with a word where another version of Verbale drew its reports: what this one
    finds beyond that (matters, say) is not in them."""
    drawn = record.drawn_by()
    own = f"verbale {__version__}+{rules_digest()};"
    other = sum(reports for code, reports in drawn.items() if not code.startswith(own))
    if other:
        note(
            f"{other:,} of {sum(drawn.values()):,} reports were read by another version of Verbale;"
            f" draw them anew with: verbale read --again INPUT... -r {record.path}",
            "yellow",
        )
    return record


def _require(path: Path) -> None:
    if not path.exists():
        raise NotARecord(
            str(path), f"there is no record here; make one with: verbale read FOLDER -r {path}"
        )


def open_writer(path: Path) -> Record:
    """The record at ``path`` for reading into, made if there is none."""
    if not path.absolute().parent.is_dir():
        raise UsageError(str(path), "there is no such folder to put a record in")
    return Record(path)


def limit_of(number: int) -> int | None:
    """What a filter makes of ``--limit``."""
    return number or None


_SIZE = re.compile(r"([1-9]\d*)\s*([kmg]?)b?", re.IGNORECASE)
_UNITS = {"": 1, "k": 1_000, "m": 1_000_000, "g": 1_000_000_000}


def size_of(text: str) -> int:
    """Bytes.

    >>> size_of("500k"), size_of("20M"), size_of("123")
    (500000, 20000000, 123)
    """
    match = _SIZE.fullmatch(text.strip())
    if not match:
        raise UsageError(text, "not a size such as 500k or 50M")
    return int(match[1]) * _UNITS[match[2].lower()]
