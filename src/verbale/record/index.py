"""The full-text index: rows written from code, and taken out with the words they were made from.

The index is contentless, and the library may be older than contentless deletion: a row can only
be removed by giving its words again. They are always those of `draw`, whose rule is numbered; a
file indexed by another rule is indexed anew before anything else is written to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from verbale.record.connect import Db
from verbale.record.draw import INDEX_RULE, Drawn
from verbale.record.shown import shown_rows

_COLUMNS = "rowid, headline, body, content, frame"
#: A row of the index: its id there and its words.
IndexRow = tuple[int, str, str, str, str]


def index_rows(rows: Iterable[tuple[Drawn, int]]) -> Iterator[IndexRow]:
    """What to index for drawn rows and their row ids: statements by id, reports by id negated."""
    for drawn, row in rows:
        if drawn.words:
            yield (-row if drawn.kind == "report" else row, *drawn.words)


def put(db: Db, rows: Iterable[tuple[Drawn, int]]) -> None:
    """Add rows to the index."""
    put_words(db, index_rows(rows))


def put_words(db: Db, rows: Iterable[IndexRow]) -> None:
    """The same for rows as `index_rows` makes them."""
    db.many(f"INSERT INTO words ({_COLUMNS}) VALUES (?, ?, ?, ?, ?)", rows)  # noqa: S608


def take(db: Db, rows: Iterable[tuple[Drawn, int]]) -> None:
    """Remove rows from the index; they must be as they were when put there."""
    db.many(
        f"INSERT INTO words (words, {_COLUMNS}) VALUES ('delete', ?, ?, ?, ?, ?)",  # noqa: S608
        index_rows(rows),
    )


def stored_rows(db: Db) -> Iterator[tuple[Drawn, int]]:
    """Every current row, as it stands."""
    for (report,) in db.pages("SELECT id FROM reports WHERE id > :after ORDER BY id"):
        yield from shown_rows(db, report)


def bring_up_to_date(db: Db) -> None:
    """Index the file anew if another rule filled its index. Inside a transaction of its own."""
    if db.value("SELECT value FROM meta WHERE key = 'index_rule'") == INDEX_RULE:
        return
    with db.transaction():
        db.run("INSERT INTO words (words) VALUES ('delete-all')")
        put(db, stored_rows(db))
        db.run("INSERT OR REPLACE INTO meta VALUES ('index_rule', ?)", (INDEX_RULE,))
