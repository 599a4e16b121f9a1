"""A large record, fast: a hundred reports read into a record, then multiplied row by row.

The hundred go through `Record.add_together`. Each further hundred is a copy of all their rows under
ids, days and words of its own, so that nothing is shared with another hundred; several hundreds
have the same parties and matters, a few very many, so that the largest matter is as large as such a
record's would be. What is made equals what reading would have made, but for the values in the
history.
"""

from __future__ import annotations

import json
import re
import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from hashlib import blake2b
from pathlib import Path
from random import Random
from string import ascii_lowercase, ascii_uppercase

import msgspec

from eval.bench import growing
from verbale.model import Annotation
from verbale.record import Coming, Record, index, roster, tallies
from verbale.record.connect import Db, open_view

#: How many reports are read; all others are made of them.
BASE = 100
_PER_GROUP = 4
_DAYS = 2000
#: Invented parties, which filters would not know, go by codes that every lexicon has.
_KNOWN = (
    *("PER", "BOL", "CHL", "ECU", "COL", "VEN", "PRY", "URY", "ARG", "BRA", "GUY", "SUR", "CRI"),
    *("PAN", "HND", "NIC", "SLV", "GTM", "BLZ", "MEX", "CUB", "HTI", "DOM", "JAM", "BHS", "BRB"),
)
_INVENTED = re.compile(r"\"([XQ][A-Z]{2,3}|LOMS)\"")
_CODE = re.compile(rf"\b(?:{'|'.join(_KNOWN)})\b")
_WORD = re.compile(r"\b[a-z]{6,}\b")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MASK = (1 << 31) - 1

Row = tuple[object, ...]
#: Table -> column -> how its value becomes that of a copy. Columns that are not named stay.
_TABLES: dict[str, dict[str, str]] = {
    "reports": {
        "id": "reports",
        "lineage": "name",
        "current": "versions",
        "handle": "name",
        "origin": "name",
        "record": "codes",
        "first_day": "day",
        "last_day": "day",
    },
    "versions": {"id": "versions", "report": "reports", "sha256": "digest", "origin": "name"},
    "readings": {"origin": "name", "version": "versions", "fingerprint": "bytes"},
    "texts": {"version": "versions", "text": "words"},
    "statements": {
        "id": "statements",
        "report": "reports",
        "record": "codes",
        "who": "words",
        "source_words": "words",
        "content_words": "words",
        "date": "day",
        "first_day": "day",
        "last_day": "day",
    },
    "actors": {"id": "actors", "report": "reports", "record": "codes", "who": "words"},
    "acts": {
        "id": "acts",
        "report": "reports",
        "record": "codes",
        "evidence_words": "words",
        "date": "day",
        "first_day": "day",
        "last_day": "day",
    },
    "positions": {
        "id": "positions",
        "report": "reports",
        "record": "codes",
        "evidence_words": "words",
        "date": "day",
        "first_day": "day",
        "last_day": "day",
    },
    "topics": {"report": "reports", "bucket": "codes", "record": "codes"},
    "links": {"entry": "linked", "matter": "matter", "report": "reports"},
    "name_uses": {"report": "reports", "record": "codes"},
}
#: Tables of numbers alone, which SQLite copies by itself.
_NUMBERS: dict[str, dict[str, str]] = {
    "history": {"id": "history", "report": "reports", "entry": "entry", "new": "nothing"},
    "same_places": {"report": "reports"},
    "outlines": {"report": "reports"},
    "fingerprints": {"hash": "number", "report": "reports"},
    "signatures": {"band": "number", "report": "reports"},
    "chains": {"entry": "entry", "report": "reports"},
    "telling_keys": {"key": "number", "entry": "entry", "report": "reports"},
    "nearest": {"report": "reports", "other": "reports"},
}
_LETTERS = {"r": "reports", "s": "statements", "a": "actors", "e": "acts", "p": "positions"}


def make(path: Path, reports: int, base: Path | None = None) -> None:
    """A record of ``reports`` (rounded down to hundreds, one at least) at ``path``; ``base`` is one
    of a hundred made before."""
    if base is None:
        read_base(path)
    else:
        shutil.copyfile(base, path)
    copies = max(reports // BASE, 1) - 1
    if copies:
        with sqlite3.connect(path, isolation_level=None) as db:
            db.execute("PRAGMA synchronous = OFF")
            db.execute("PRAGMA cache_size = -400000")
            _Crowd(db, path, copies).fill()
        db.close()


def read_base(path: Path, reports: int = BASE, bases: int = growing.BASES) -> None:
    """A record of the hundred reports that others are made of, or of so many made of ``bases``."""
    known = growing.bases(bases)
    codes: dict[str, str] = {}
    made = (growing.made(known, number) for number in range(reports))
    with Record(path) as record:
        record.add_together(
            Coming.of(_with_known(annotation, codes), raw) for annotation, raw in made
        )


def _with_known(annotation: Annotation, codes: dict[str, str]) -> Annotation:
    """The annotation with codes that every lexicon has; ``codes`` are those given so far."""

    def known(found: re.Match[str]) -> str:
        return f'"{codes.setdefault(found[1], _KNOWN[len(codes) % len(_KNOWN)])}"'

    told = _INVENTED.sub(known, msgspec.json.encode(annotation).decode())
    return msgspec.json.decode(told, type=Annotation)


class _Crowd:
    """Fills a record with copies of what it holds."""

    def __init__(self, db: sqlite3.Connection, path: Path, copies: int) -> None:
        self._db = db
        self._path = path
        self._copies = copies
        self._columns = {table: _columns(db, table) for table in _TABLES}
        self._rows = {table: self._read(table) for table in _TABLES}
        self._last = {
            table: int(db.execute(f"SELECT max(id) FROM {table}").fetchone()[0])
            for table in (*_LETTERS.values(), "versions", "history")
        }
        self._indexed = _indexed(path)
        random = Random(copies)
        groups = max(copies // _PER_GROUP, 1)
        # The square makes a few groups very large and most of them small.
        self._groups = [0, *(int(groups * random.random() ** 2) for _ in range(copies))]

    def fill(self) -> None:
        """Write all copies, table by table, each sorted as its keys are."""
        self._db.execute("BEGIN")
        self._db.execute("PRAGMA defer_foreign_keys = ON")
        copies = [
            _Copy(number, self._groups[number], self._last) for number in range(1, self._copies + 1)
        ]
        for table in _TABLES:
            marks = ", ".join("?" * len(self._columns[table]))
            names = ", ".join(self._columns[table])
            sql = f"INSERT INTO {table} ({names}) VALUES ({marks})"
            self._db.executemany(sql, self._copied(table, copies))
        for table in _NUMBERS:
            sql = self._copying(table)
            for copy in copies:
                self._db.execute(sql, copy.numbers)
        words = "INSERT INTO words (rowid, headline, body, content, frame) VALUES (?, ?, ?, ?, ?)"
        self._db.executemany(words, (row for copy in copies for row in self._words(copy)))
        self._fill_matters()
        kept = Db(self._path, self._db)
        roster.fill(kept)
        tallies.fill(kept)
        self._db.execute("COMMIT")
        self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def _copied(self, table: str, copies: Sequence[_Copy]) -> Iterator[Row]:
        ways = [_TABLES[table].get(name) for name in self._columns[table]]
        letter = self._columns[table].index("kind") if table == "links" else None
        return (
            tuple(
                copy.value(way, value, row[letter] if letter is not None else None)
                if way
                else value
                for way, value in zip(ways, row, strict=True)
            )
            for copy in copies
            for row in self._rows[table]
        )

    def _copying(self, table: str) -> str:
        """The SQL that copies the rows of the base, with numbers of a copy as its arguments."""
        ways = _NUMBERS[table]
        columns = _columns(self._db, table)
        moved = ", ".join(_moving(name, ways.get(name)) for name in columns)
        return (
            f"INSERT INTO {table} ({', '.join(columns)}) SELECT {moved} FROM {table}"
            f" WHERE report <= {BASE}"
        )

    def _words(self, copy: _Copy) -> Iterator[Row]:
        for row, *words in self._indexed:
            table = "reports" if row < 0 else "statements"
            number = int(copy.value(table, abs(row)))  # type: ignore[call-overload]
            yield (-number if row < 0 else number, *map(copy.words, words))

    def _fill_matters(self) -> None:
        """The matters and counts of every group, as large as the group has copies."""
        sizes = Counter(self._groups)
        for table, ways in (
            ("matters", {"id": "matter", "bucket": "codes", "record": "sized"}),
            ("matter_keys", {"bucket": "codes", "matter": "matter"}),
            ("topic_counts", {"bucket": "codes"}),
        ):
            names = _columns(self._db, table)
            rows = self._db.execute(f"SELECT {', '.join(names)} FROM {table}").fetchall()
            sql = f"INSERT OR REPLACE INTO {table} VALUES ({', '.join('?' * len(names))})"
            for group, size in sizes.items():
                copy = _Copy(0, group, self._last, size)
                self._db.executemany(sql, (copy.row(names, ways, row, table) for row in rows))

    def _read(self, table: str) -> list[Row]:
        names = ", ".join(self._columns[table])
        return self._db.execute(f"SELECT {names} FROM {table}").fetchall()


class _Copy:
    """How the values of one copy follow from those of the base."""

    def __init__(self, number: int, group: int, last: dict[str, int], size: int = 1) -> None:
        self._number = number
        self._last = last
        self._size = size
        self._group = group
        random = Random(number)
        self._shift = random.randrange(_DAYS)
        self._mask = random.randrange(_MASK)
        shuffled = "".join(random.sample(ascii_lowercase, 26))
        self._letters = str.maketrans(ascii_lowercase, shuffled)
        self._suffix = "".join(ascii_uppercase[group // 26**place % 26] for place in range(2))
        self._days: dict[str, str] = {}
        self._ways: dict[str, Callable[[str], object]] = {
            "name": lambda text: f"{number:05}-{text}",
            "digest": lambda text: f"{number:08x}{text[8:]}",
            "codes": self._codes,
            "day": self._day,
            "words": self.words,
            "matter": self._matter,
            "entry": lambda text: f"{text[0]}{self._moved(_LETTERS[text[0]], int(text[1:]))}",
            "sized": lambda text: self._sized(text),
        }

    def value(self, way: str, value: object, letter: object = None) -> object:
        """A value of a column whose way this is; ``letter`` tells whose entry a link is."""
        if value is None:
            return None
        if isinstance(value, bytes):
            return self._number.to_bytes(8, "big") + value[8:]
        if isinstance(value, int):
            return self._moved(_LETTERS[str(letter)] if way == "linked" else way, value)
        return self._ways[way](str(value))

    def row(self, names: Sequence[str], ways: dict[str, str], row: Row, table: str) -> Row:
        """A row of what a group has in common; counts grow with the group."""
        counts = table == "topic_counts"
        return tuple(
            value * self._size
            if counts and isinstance(value, int) and name not in ("place",)
            else self.value(ways[name], value)
            if name in ways
            else value
            for name, value in zip(names, row, strict=True)
        )

    @property
    def numbers(self) -> dict[str, int]:
        """By how much row ids grow, by table, and what numbers of other kinds are mixed with."""
        moves = {table: self._number * last for table, last in self._last.items()}
        return {**moves, "mask": self._mask}

    def words(self, text: str) -> str:
        """The text with letters of this copy in all but short words."""
        if not self._number:
            return text
        return _WORD.sub(lambda found: found[0].translate(self._letters), text)

    def _moved(self, table: str, row: int) -> int:
        return row + self._number * self._last[table]

    def _codes(self, text: str) -> str:
        if not self._group:
            return text
        return _CODE.sub(lambda found: f"{found[0]}{self._suffix}", text)

    def _day(self, text: str) -> str:
        if not _DAY.fullmatch(text):
            return text
        if text not in self._days:
            moved = date.fromisoformat(text) - timedelta(days=self._shift)
            self._days[text] = moved.isoformat()
        return self._days[text]

    def _matter(self, text: str) -> str:
        if not self._group:
            return text
        return f"m{blake2b(f'{self._group} {text}'.encode(), digest_size=4).hexdigest()}"

    def _sized(self, text: str) -> str:
        matter = json.loads(self._codes(text))
        matter["id"] = self._matter(matter["id"])
        matter["reports"] *= self._size
        matter["weight"] *= self._size
        return json.dumps(matter, separators=(",", ":"))


def _moving(name: str, way: str | None) -> str:
    """The SQL of one value; SQLite has no exclusive or."""
    if way is None:
        return name
    if way == "nothing":
        return "NULL"
    if way == "number":
        return f"({name} | :mask) - ({name} & :mask)"
    if way == "entry":
        moves = " ".join(f"WHEN '{letter}' THEN :{table}" for letter, table in _LETTERS.items())
        by = f"CASE substr({name}, 1, 1) {moves} END"
        return f"substr({name}, 1, 1) || (CAST(substr({name}, 2) AS INTEGER) + {by})"
    return f"{name} + :{way}"


def _columns(db: sqlite3.Connection, table: str) -> list[str]:
    """The columns that are stored; those that SQLite computes are not told of."""
    return [str(row[1]) for row in db.execute(f"PRAGMA table_info({table})")]


def _indexed(path: Path) -> list[tuple[int, str, str, str, str]]:
    """What the full-text index holds of the base."""
    view = open_view(path, patience=5)
    try:
        return list(index.index_rows(index.stored_rows(view)))
    finally:
        view.close()
