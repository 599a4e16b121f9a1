"""Public ids: what a person types, and the row it names."""

from __future__ import annotations

import re

from verbale.errors import AmbiguousEntry, NoSuchEntry
from verbale.record.connect import Db
from verbale.record.draw import LETTERS, EntryKind
from verbale.record.stored import storable_name

_NUMBERED = re.compile(r"([rsaep])([1-9][0-9]{0,17})")
_KINDS: dict[str, EntryKind] = {letter: kind for kind, letter in LETTERS.items()}
_SHOWN = 5


def parse(id: str) -> tuple[EntryKind, int] | None:  # noqa: A002 - the reader's word for it
    """Kind and number of an id such as ``s12``; None if it has another form."""
    match = _NUMBERED.fullmatch(id.strip())
    return (_KINDS[match[1]], int(match[2])) if match else None


def missing(id: str) -> NoSuchEntry:  # noqa: A002
    """The error for an id that names nothing."""
    return NoSuchEntry(id, "no such entry in this record")


def report_row(db: Db, id: str) -> int:  # noqa: A002
    """The row of the report that ``id`` names.

    ``r`` and a number, a handle or the beginning of one that fits a single report, a lineage or an
    origin in full. Raises `NoSuchEntry`, `AmbiguousEntry`.
    """
    wanted = storable_name(id)
    numbered = parse(wanted)
    if numbered and numbered[0] == "report":
        if db.value("SELECT count(*) FROM reports WHERE id = ?", (numbered[1],)):
            return numbered[1]
        raise missing(id)
    if numbered:
        article = "an" if numbered[0] in ("act", "actor") else "a"
        raise NoSuchEntry(id, f"{article} {numbered[0]}, where a report is asked for, such as r1")
    return _named(db, wanted)


def _named(db: Db, wanted: str) -> int:
    for column in ("handle", "lineage", "origin"):
        sql = f"SELECT id, handle FROM reports WHERE {column} = ? LIMIT {_SHOWN}"  # noqa: S608
        if found := db.all(sql, (wanted,)):
            return _only(wanted, found)
    sql = f"SELECT id, handle FROM reports WHERE substr(handle, 1, ?) = ? LIMIT {_SHOWN}"  # noqa: S608
    found = db.all(sql, (len(wanted), wanted)) if wanted else []
    if not found:
        raise missing(wanted)
    return _only(wanted, found)


def version_row(db: Db, report: int, version: str | None) -> int:
    """The row of a report's current version, or of the one whose sha256 begins with ``version``."""
    if version is None:
        return int(db.value("SELECT current FROM reports WHERE id = ?", (report,)))
    found = db.all(
        "SELECT id, sha256 FROM versions WHERE report = ? AND substr(sha256, 1, ?) = ?",
        (report, len(version), version),
    )
    if not found or not version:
        raise NoSuchEntry(version, f"r{report} has no such version")
    return _only(version, found)


def _only(wanted: str, found: list[tuple[int, str]]) -> int:
    if len(found) > 1:
        names = ", ".join(name for _, name in found)
        raise AmbiguousEntry(wanted, f"fits {names}")
    return int(found[0][0])
