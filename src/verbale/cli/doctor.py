"""``verbale doctor``: whether everything is there and sound, and what to do if not."""

from __future__ import annotations

import platform
import sqlite3
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from verbale.cli.display.tables import Column, show_rows
from verbale.cli.display.terminal import note, write_json
from verbale.cli.options import DEFAULT_RECORD, AsJson
from verbale.errors import VerbaleError, exit_code
from verbale.record import Record
from verbale.version import __version__

#: What is imported, by the name of the package that brings it.
DEPENDENCIES = {
    "brotli": "brotli",
    "charset-normalizer": "charset_normalizer",
    "dateparser": "dateparser",
    "duckdb": "duckdb",
    "fastwarc": "fastwarc",
    "feedparser": "feedparser",
    "htmldate": "htmldate",
    "httpx": "httpx",
    "jinja2": "jinja2",
    "litestar": "litestar",
    "lxml": "lxml.html",
    "msgspec": "msgspec",
    "numpy": "numpy",
    "protego": "protego",
    "py3langid": "py3langid",
    "pyarrow": "pyarrow.parquet",
    "pypdfium2": "pypdfium2",
    "rapidfuzz": "rapidfuzz",
    "rensa": "rensa",
    "rich": "rich",
    "spacy": "spacy",
    "trafilatura": "trafilatura",
    "typer": "typer",
    "uvicorn": "uvicorn",
}
OLDEST_PYTHON = (3, 11)
_OTHER = 10
_SENTENCE = "The minister said on Monday that the talks would go on."
_REINSTALL = "install Verbale again: pip install --force-reinstall verbale"


class Check(msgspec.Struct, frozen=True, kw_only=True):
    """One thing looked at. ``advice`` says what to do about it; ``code`` is the exit code."""

    subject: str
    sound: bool
    found: str
    advice: str = ""
    code: int = 0


_COLUMNS: tuple[Column[Check], ...] = (
    Column("", lambda check: "ok" if check.sound else "WRONG", "bold", narrow=True),
    Column("what", lambda check: check.subject),
    Column("found", lambda check: check.found, wide=True),
    Column("what to do", lambda check: check.advice),
)


def doctor(
    record: Annotated[
        Path,
        typer.Option(
            "--record", "-r", metavar="FILE", envvar="VERBALE_RECORD", help="The record to check."
        ),
    ] = DEFAULT_RECORD,
    as_json: AsJson = False,
) -> None:
    """Check the installation and the record's integrity, and say what to do about what is wrong.

    The record is only looked at. The exit code is that of the first thing that is wrong.

    Examples:

      verbale doctor
      verbale doctor --record east-asia.vrb --json
    """
    checks = [*_installation(), *_record(record)]
    if as_json:
        write_json(checks)
    else:
        show_rows(_COLUMNS, checks)
    wrong = [check for check in checks if not check.sound]
    if wrong:
        note(f"{len(wrong)} of {len(checks)} things are wrong.", "red")
        raise typer.Exit(wrong[0].code)


def _installation() -> list[Check]:
    return [
        Check(subject="Verbale", sound=True, found=__version__),
        _python(),
        _sqlite(),
        *(_dependency(name, module) for name, module in DEPENDENCIES.items()),
        _tried("language model", _language_model, _REINSTALL),
        _tried("lexicon", _lexicon, _REINSTALL),
        _clause_coder(),
    ]


def _python() -> Check:
    sound = sys.version_info >= OLDEST_PYTHON
    wanted = ".".join(map(str, OLDEST_PYTHON))
    advice = "" if sound else f"use Python {wanted} or later"
    found = f"{platform.python_version()} at {sys.executable}"
    return Check(subject="Python", sound=sound, found=found, advice=advice, code=_OTHER)


def _sqlite() -> Check:
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute("CREATE VIRTUAL TABLE t USING fts5(words)")
    except sqlite3.Error as error:
        return Check(
            subject="SQLite",
            sound=False,
            found=f"{sqlite3.sqlite_version}, {error}",
            advice="use a Python whose SQLite has FTS5 (python.org's and Debian's do)",
            code=_OTHER,
        )
    finally:
        connection.close()
    return Check(subject="SQLite", sound=True, found=f"{sqlite3.sqlite_version} with FTS5")


def _dependency(name: str, module: str) -> Check:
    from importlib.metadata import version

    def imported() -> str:
        import_module(module)
        return version(name)

    return _tried(name, imported, f"pip install {name}")


def _language_model() -> str:
    from verbale.language import SERVED, Unit, backend_for

    names = []
    for language in sorted(SERVED):
        backend = backend_for(language)
        if backend is not None and list(backend.parse([Unit(_SENTENCE)])):
            names.append(f"{backend.name} ({language})")
    return ", ".join(names)


def _lexicon() -> str:
    from verbale.lexicon import default_lexicon

    return f"{len(default_lexicon().entries):,} entries, {default_lexicon().fingerprint}"


def _clause_coder() -> Check:
    """Acts are drawn without it too, by the rules alone."""
    from verbale.coder.weights import NAME, missing

    absent = missing()
    if absent:
        found = f"{', '.join(absent)} not there; acts are drawn by the rules alone"
        return Check(
            subject="clause coder", sound=False, found=found, advice=_REINSTALL, code=_OTHER
        )
    return Check(subject="clause coder", sound=True, found=NAME)


def _record(path: Path) -> list[Check]:
    if not path.exists():
        found = f"none at {path} yet"
        return [Check(subject="record", sound=True, found=found, advice="verbale read FOLDER")]
    try:
        with Record(path, read_only=True) as record:
            return [*_integrity(record), _extensions(record), _corrections(record)]
    except VerbaleError as error:
        return [
            Check(
                subject=f"record {path}",
                sound=False,
                found=error.reason,
                advice=error.advice,
                code=exit_code(error),
            )
        ]


def _integrity(record: Record) -> list[Check]:
    counts = record.counts()
    found = f"{counts.reports:,} reports, {counts.statements:,} statements"
    problems = record.check()
    if not problems:
        return [Check(subject=f"record {record.path}", sound=True, found=f"{found}, sound")]
    return [
        Check(
            subject=f"record {record.path}, {problem.entry}",
            sound=False,
            found=problem.reason,
            advice="read the reports into a new record; this one keeps what is sound",
            code=4,
        )
        for problem in problems
    ]


def _extensions(record: Record) -> Check:
    from verbale.desk import lexicon_of

    def loaded() -> str:
        lexicon_of(record)
        return ", ".join(record.extensions()) or "none beside the built-in one"

    advice = "read again with --drop-lexicons and the right --lexicon"
    return _tried("lexicons of the record", loaded, advice)


def _corrections(record: Record) -> Check:
    """Orphaned ones are no damage, but somebody has to look at them."""
    rows = record.corrections.rows()
    orphaned = sum(row.state == "orphaned" for row in rows)
    return Check(
        subject="corrections",
        sound=True,
        found=f"{len(rows):,}, {orphaned:,} of them orphaned" if rows else "none",
        advice="see verbale corrections --orphaned" if orphaned else "",
    )


def _tried(subject: str, look: Callable[[], str], advice: str) -> Check:
    """What ``look`` finds, or what is wrong where it fails."""
    try:
        return Check(subject=subject, sound=True, found=look())
    except VerbaleError as error:
        code, found = exit_code(error), str(error)
    except Exception as error:  # noqa: BLE001 - an installation can be broken in any way
        code, found = _OTHER, f"{type(error).__name__}: {error}"
    return Check(subject=subject, sound=False, found=found, advice=advice, code=code)
