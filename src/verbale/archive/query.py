"""Questions to an archive, asked of its Parquet files as they are, by DuckDB in memory."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from verbale.archive.ledger import manifest_of
from verbale.archive.tables import PREPARED, TableName
from verbale.archive.where import Slice
from verbale.desk.extensions import load
from verbale.lexicon import Lexicon
from verbale.model import Given, RawDocument, Statement
from verbale.record import Listing, StatementFilter, StatementRow
from verbale.record.days import between
from verbale.record.prepared import prepared_by

_BATCH = 500


class Stored(NamedTuple):
    """A report of an archive: its document as it was read, the text that its annotation speaks of,
    that as JSON, and what was prepared of it (see `verbale.record.stored`, `.prepared`)."""

    raw: RawDocument
    text: str
    annotation: bytes
    prepared: bytes | None
    statements: int
    published: str | None
    flags: tuple[str, ...]


class Archive:
    """A finished archive, for reading. Raises `UsageError` where the folder holds none."""

    def __init__(self, folder: Path) -> None:
        import duckdb

        self.folder = folder
        self.manifest = manifest_of(folder)
        self._is_prepared = self.manifest.job.schema >= PREPARED
        self._db = duckdb.connect(":memory:")

    @property
    def lexicon(self) -> Lexicon:
        """The names that it was made with."""
        return load({str(at): text for at, text in enumerate(self.manifest.job.lexicons)})

    def close(self) -> None:
        """Let the files go."""
        self._db.close()

    def statements(self, wanted: StatementFilter) -> Listing[StatementRow]:
        """The statements that fit, by the day they were said, as a record lists them.

        ``matter`` is words of the report's matters, ``report`` its key or readable id.
        """
        where, values = _fitting(wanted)
        tables = f"{self._table('statements')} s JOIN {self._table('reports')} r USING (report)"
        total = self._db.execute(f"SELECT count(*) FROM {tables} WHERE {where}", values).fetchone()  # noqa: S608
        limit = "" if wanted.limit is None else f" LIMIT {wanted.limit:d} OFFSET {wanted.offset:d}"
        found = self._db.execute(
            f"SELECT {_LISTED} FROM {tables} WHERE {where}"  # noqa: S608
            f" ORDER BY s.first_day NULLS LAST, report, number{limit}",
            values,
        )
        names = [column[0] for column in found.description]
        rows = (dict(zip(names, row, strict=True)) for row in found.fetchall())
        return Listing(rows=tuple(map(_statement, rows)), total=total[0] if total else 0)

    def reports(self, wanted: Slice) -> Iterator[Stored]:
        """Each report that fits, in order.

        What was prepared for a record is left out where another Verbale prepared it.
        """
        where, values = _within(wanted)
        ours = "CASE WHEN prepared_by = ? THEN prepared END" if self._is_prepared else "NULL"
        columns = (
            f"origin, media, charset, given, data, text, annotation, {ours}, statements,"
            " published, flags"
        )
        found = self._db.execute(
            f"SELECT {columns} FROM {self._table('reports')} WHERE {where} ORDER BY report",  # noqa: S608
            [prepared_by(), *values] if self._is_prepared else values,
        )
        while rows := found.fetchmany(_BATCH):
            for origin, media, charset, given, data, text, *rest in rows:
                raw = RawDocument(
                    data=text.encode() if data is None else data,
                    origin=origin,
                    media=media,
                    charset=charset,
                    given=msgspec.json.decode(given, type=Given),
                )
                yield Stored(raw, text, *rest)

    def count(self, wanted: Slice) -> int:
        """How many reports fit."""
        where, values = _within(wanted)
        sql = f"SELECT count(*) FROM {self._table('reports')} WHERE {where}"  # noqa: S608
        row = self._db.execute(sql, values).fetchone()
        return int(row[0]) if row else 0

    def unread(self, most: int) -> list[tuple[str, str, int]]:
        """The first files with something in them that could not be read: which, why the first of
        it, and how many more there are in the file."""
        sql = (
            f"SELECT regexp_replace(origin, '{_WITHIN}', '') AS file,"  # noqa: S608
            " first(origin || ': ' || detail ORDER BY place), count(*) - 1"
            f" FROM {self._table('drops')} WHERE stage = 'source' AND reason <> 'no page'"
            f" GROUP BY file ORDER BY min(place) LIMIT {most:d}"
        )
        return self._db.execute(sql).fetchall()

    def _table(self, name: TableName) -> str:
        pattern = str(self.folder / name / "*.parquet").replace("'", "''")
        return f"read_parquet('{pattern}')"


#: What an origin says of a place within a file.
_WITHIN = r"(#|, (line|row) )\d+$"
#: What a listed statement needs.
_LISTED = "s.*, r.id AS handle, r.headline, r.outlet, r.published"
_QUERY = re.compile(r'"[^"]+"|[^\s"]+')
Condition = tuple[str, Sequence[Any]]


def _joined(conditions: Sequence[Condition]) -> tuple[str, list[Any]]:
    where = " AND ".join(f"({condition})" for condition, _ in conditions) or "TRUE"
    return where, [value for _, values in conditions for value in values]


def _within(wanted: Slice) -> tuple[str, list[Any]]:
    """The reports of a slice."""
    found: list[Condition] = [("list_contains(parties, ?)", [p]) for p in wanted.parties]
    for words in wanted.matters:
        like = f"%{words}%"
        found.append(("array_to_string(matters, '|') ILIKE ? OR text ILIKE ?", [like, like]))
    for name in wanted.outlets:
        said = "outlet ILIKE ? OR contains(lower('|' || array_to_string(agencies, '|') || '|'), ?)"
        found.append((said, [name, f"|{name.lower()}|"]))
    found += [("language = ?", [code]) for code in wanted.languages]
    found += _days("", wanted.since, wanted.until)
    return _joined(found)


def _fitting(wanted: StatementFilter) -> tuple[str, list[Any]]:
    """The statements of a filter."""
    found: list[Condition] = []
    if wanted.by:
        found.append(("concat_ws(' ', s.speaker, s.office) ILIKE ?", [f"%{wanted.by}%"]))
    if wanted.country:
        found.append(("s.country = ?", [wanted.country]))
    if wanted.type:
        found.append(("s.type = ?", [wanted.type]))
    if wanted.polarity:
        found.append(("s.polarity = ?", [wanted.polarity]))
    if wanted.outlet:
        found.append(("r.outlet ILIKE ?", [wanted.outlet]))
    if wanted.about:
        found += [("s.content_words ILIKE ?", [f"%{w}%"]) for w in _words(wanted.about)]
    for word in _words(wanted.text or ""):
        said = "concat_ws(' ', content_words, speaker, office, cue_words, s.to, venue) ILIKE ?"
        found.append((said, [f"%{word}%"]))
    if wanted.matter:
        found.append(("array_to_string(r.matters, '|') ILIKE ?", [f"%{wanted.matter}%"]))
    if wanted.report:
        found.append(("report = ? OR r.id = ?", [wanted.report, wanted.report]))
    first, last = between(wanted.since, wanted.until)
    days = _days("s.", first if wanted.since else None, last if wanted.until else None)
    return _joined([*found, *days])


def _days(table: str, since: str | None, until: str | None) -> list[Condition]:
    """What may have been on a day between both."""
    found: list[Condition] = []
    if since:
        found.append((f"{table}last_day >= ?", [since]))
    if until:
        found.append((f"{table}first_day <= ?", [until]))
    return found


def _words(query: str) -> list[str]:
    """Words and "quoted phrases"; the * of beginnings says nothing here, since parts fit."""
    return [word.strip('"').rstrip("*") for word in _QUERY.findall(query)]


def _statement(row: dict[str, Any]) -> StatementRow:
    key, nested_in = row["report"], row["nested_in"]
    said = {name: row[name] for name in Statement.__struct_fields__ if name != "id"}
    return msgspec.convert(
        {
            **{name: row[name] for name in StatementRow.__struct_fields__ if name in row},
            "id": f"{key}/s{row['number']}",
            "statement": {"id": row["number"], **said},
            "nested_in": None if nested_in is None else f"{key}/s{nested_in}",
        },
        StatementRow,
    )
