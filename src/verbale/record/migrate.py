"""Bring a record's schema up to date: numbered SQL files, each applied once, all or nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from verbale.record.connect import Db

#: The schema this code reads and writes: the number of the last file in ``migrations/``.
SCHEMA = 13


def migrate(db: Db) -> None:
    """Apply what is missing, inside the caller's transaction.

    The version is read again here: another process may have migrated while we waited for the lock.
    """
    done = int(db.value("PRAGMA user_version"))
    for number, sql in migrations():
        if number > done:
            for statement in split(sql):
                db.run(statement)
            db.run(f"PRAGMA user_version = {number}")


def migrations() -> list[tuple[int, str]]:
    """The numbered files in order: (number, SQL)."""
    folder = files("verbale.record") / "migrations"
    named = sorted((file.name, file) for file in folder.iterdir() if file.name.endswith(".sql"))
    return [(int(name.split("_")[0]), file.read_text("utf-8")) for name, file in named]


def split(sql: str) -> Iterator[str]:
    """The single statements of a script (``executescript`` would commit our transaction)."""
    pending = ""
    for line in sql.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""
