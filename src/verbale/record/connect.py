"""Connections to a record file: identified first, errors translated, never held long.

A record is one SQLite file in WAL mode. Whoever writes opens a connection of its own and takes
the write lock at the start of each transaction (``BEGIN IMMEDIATE``), so that a reader never has
to be upgraded; views stay readable all the while. A file that is not ours is not touched.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex
from typing import Any

from verbale.errors import NotARecord, RecordBusy, RecordError, RecordTooNew, RecordTooOld
from verbale.record.migrate import SCHEMA, migrate

#: "VRBL" in ASCII, in the file's header: what `file` and we know a record by.
APPLICATION_ID = 0x5652424C
OLDEST_SQLITE = (3, 37, 0)
JOURNAL_LIMIT = 64 * 1024 * 1024
#: What a writer keeps at hand of the file, in KiB: indexes by hashed words are written all over.
_CACHE = 32 * 1024
BATCH = 256

Row = tuple[Any, ...]
Args = Sequence[object] | Mapping[str, object]


def translated(path: Path, error: sqlite3.Error) -> Exception:
    """``error`` as one of ours, where it is about the file and not about our own SQL."""
    if isinstance(error, sqlite3.IntegrityError | sqlite3.ProgrammingError):
        return error
    # Without a code it is the module's own word for a value that it cannot decode.
    primary = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
    if primary in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return RecordBusy(str(path), "another process is writing to the record")
    if primary == sqlite3.SQLITE_NOTADB:
        return NotARecord(str(path), "the file is not a Verbale record")
    if primary == sqlite3.SQLITE_CORRUPT:
        return NotARecord(str(path), f"the file is damaged: {error}")
    return RecordError(str(path), f"SQLite says: {error}")


@contextmanager
def _translating(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        other = translated(path, error)
        if other is error:
            raise
        raise other from error


#: The name of what differs after every write.
WRITTEN = "written"


class Db:
    """A connection whose errors are Verbale's. Rows are plain tuples in the order of the SQL."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection
        #: What this connection left last: nobody wrote since, where the record still has it.
        self.mark: str | None = None

    def all(self, sql: str, args: Args = ()) -> list[Row]:
        """All rows; the read transaction ends before they are returned."""
        with _translating(self.path):
            return self._connection.execute(sql, args).fetchall()

    def one(self, sql: str, args: Args = ()) -> Row | None:
        """The first row, or None."""
        rows = self.all(sql, args)
        return rows[0] if rows else None

    def value(self, sql: str, args: Args = ()) -> Any:
        """The first column of the first row, or None."""
        row = self.one(sql, args)
        return row[0] if row else None

    def stream(self, sql: str, args: Args = ()) -> Iterator[Row]:
        """Rows one by one. For checks only: the read transaction lasts as long as the caller."""
        with _translating(self.path):
            yield from self._connection.execute(sql, args)

    def pages(self, sql: str, args: Mapping[str, object] | None = None) -> Iterator[Row]:
        """Rows in short reads, however many there are.

        ``sql`` selects the id first, keeps to ``id > :after`` and orders by it; a row added
        meanwhile may or may not be among them.
        """
        after: object = 0
        while rows := self.all(f"{sql} LIMIT {BATCH}", {**(args or {}), "after": after}):
            yield from rows
            after = rows[-1][0]

    def run(self, sql: str, args: Args = ()) -> int:
        """Run one statement; the id of the row it inserted, if it did."""
        with _translating(self.path):
            return self._connection.execute(sql, args).lastrowid or 0

    def many(self, sql: str, rows: Iterable[Args]) -> None:
        """Run one statement for each of ``rows``."""
        with _translating(self.path):
            self._connection.executemany(sql, rows)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing, with the write lock from the start. Raises `RecordBusy`.

        Whatever is written leaves another mark, by which `Record.state` knows.
        """
        self.run("BEGIN IMMEDIATE")
        before = self._connection.total_changes
        try:
            yield
            if self._connection.total_changes != before:
                self.mark = token_hex(8)
                self.run("INSERT OR REPLACE INTO meta VALUES (?, ?)", (WRITTEN, self.mark))
            self.run("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                self.run("ROLLBACK")
            raise

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Several reads of one state of the file. Keep it short: it holds back checkpoints."""
        if self._connection.in_transaction:
            yield
            return
        self.run("BEGIN")
        try:
            yield
        finally:
            if self._connection.in_transaction:
                self.run("COMMIT")

    def close(self) -> None:
        """Close the connection; closing twice is fine."""
        self._connection.close()


def open_writer(path: Path, *, create: bool, patience: float) -> Db:
    """A connection that may write, the file made and its schema brought up to date.

    Raises `NotARecord`, `RecordTooNew`, `RecordBusy` (after ``patience`` seconds), `RecordError`.
    """
    _require_sqlite()
    fresh = not path.exists()
    if fresh and not create:
        raise NotARecord(str(path), "there is no such file")
    if not fresh:
        _identify(path, patience)
    db = _connect(path, "rwc" if create else "rw", patience)
    try:
        _prepare_writer(db)
    except BaseException:
        db.close()
        raise
    return db


def open_view(path: Path, *, patience: float) -> Db:
    """A connection that reads only. Raises as `open_writer` does, and `RecordTooOld`; nothing is
    made or changed."""
    _require_sqlite()
    if not path.exists():
        raise NotARecord(str(path), "there is no such file")
    version = _identify(path, patience)
    if version < SCHEMA:
        raise RecordTooOld(str(path), "a record of an earlier version")
    db = _connect_reader(path, patience)
    db.run("PRAGMA query_only = ON")
    return db


def open_examiner(path: Path, *, patience: float) -> Db:
    """As `open_view`, but allowed temporary tables, which checking the index needs."""
    open_view(path, patience=patience).close()
    return _connect_reader(path, patience)


def _require_sqlite() -> None:
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        needed = ".".join(map(str, OLDEST_SQLITE))
        raise RecordError(f"SQLite {sqlite3.sqlite_version}", f"at least {needed} is needed")


def _connect(path: Path, mode: str, patience: float) -> Db:
    uri = f"{path.absolute().as_uri()}?{mode if '=' in mode else f'mode={mode}'}"
    with _translating(path):
        connection = sqlite3.connect(uri, uri=True, timeout=patience, isolation_level=None)
    return Db(path, connection)


def _connect_reader(path: Path, patience: float) -> Db:
    """Open read-write where we may, since a read-only opening leaves its WAL files behind."""
    if os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK):
        return _connect(path, "rw", patience)
    wal = path.with_name(path.name + "-wal")
    # Without a WAL nobody is writing: on a read-only medium SQLite then needs to make no file.
    return _connect(path, "mode=ro" if wal.exists() else "immutable=1&mode=ro", patience)


def _identify(path: Path, patience: float) -> int:
    """The schema version of the file at ``path``, 0 for an empty one, or an error if not ours."""
    _require_file(path)
    db = _connect_reader(path, patience)
    try:
        db.run("PRAGMA query_only = ON")
        found = db.value("PRAGMA application_id")
        version = int(db.value("PRAGMA user_version"))
        tables = db.value("SELECT count(*) FROM sqlite_master")
    finally:
        db.close()
    if found == 0 and version == 0 and tables == 0:
        return 0
    if found != APPLICATION_ID:
        raise NotARecord(str(path), "an SQLite file of another program")
    if version > SCHEMA:
        raise RecordTooNew(str(path), f"schema {version}, this is Verbale for schema {SCHEMA}")
    return version


def _require_file(path: Path) -> None:
    if path.is_dir():
        raise NotARecord(str(path), "a folder, not a file")
    if not os.access(path, os.R_OK):
        raise RecordError(str(path), "no permission to read it")


def _prepare_writer(db: Db) -> None:
    db.run("PRAGMA foreign_keys = ON")
    # FULL: what was acknowledged survives a power cut too, for a fraction of a millisecond.
    db.run("PRAGMA synchronous = FULL")
    if db.value("PRAGMA journal_mode") != "wal":
        db.value("PRAGMA journal_mode = WAL")
    db.run(f"PRAGMA journal_size_limit = {JOURNAL_LIMIT}")
    db.run(f"PRAGMA cache_size = -{_CACHE}")
    if db.value("PRAGMA user_version") < SCHEMA:
        with db.transaction():
            migrate(db)
            db.run(f"PRAGMA application_id = {APPLICATION_ID}")
