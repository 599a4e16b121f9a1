"""Parquet tables: one report a row, its parts found by column name, as in JSON Lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from verbale.errors import BadMetadata, SourceError, SourceTooLarge, UnreadableSource
from verbale.model import RawDocument
from verbale.sources.given import KEYS, given_from, over, refuse_singular
from verbale.sources.jsonl import Names, document_bytes, field_names, look_up, text_of
from verbale.sources.opening import megabytes
from verbale.sources.reading import Body, Reading

_ROWS = 64
_SHOWN = 12
_NO_TEXT = "has no column {} for the text (name it with --field text=NAME); its columns are {}"


def read_parquet(body: Body, fields: Mapping[str, str], limit: int) -> Iterator[Reading]:
    """A document for each row; for a row that cannot be one its error.

    Only the columns that ``fields`` name (see `verbale.sources.jsonl.FIELDS`) are read, a few
    rows at a time. Raises `SourceError` where the file as a whole is no table of reports.
    """
    names = field_names(fields)
    refuse_singular(body.beside, body.origin)
    number = 0
    for row in _rows(body, names):
        number += 1
        yield _report(row, number, body, names, limit)
    if not number:
        raise UnreadableSource(body.origin, "is an empty table")


def _rows(body: Body, names: Names) -> Iterator[dict[str, Any]]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    if not body.stream.seekable():
        raise UnreadableSource(body.origin, "is a Parquet table in a pipe; give it as a file")
    try:
        table = pq.ParquetFile(body.stream)
        top = {name.partition(".")[0] for found in names.values() for name in found}
        columns = table.schema_arrow.names
        wanted = [name for name in columns if name in top]
        if not {name.partition(".")[0] for name in names["text"]} & set(columns):
            raise BadMetadata(
                body.origin, _NO_TEXT.format(" or ".join(names["text"]), _told(columns))
            )
        for batch in table.iter_batches(batch_size=_ROWS, columns=wanted):
            yield from batch.to_pylist()
    except (pa.ArrowException, OSError) as error:
        reason = str(error).splitlines()[0].lower() if str(error) else type(error).__name__
        raise UnreadableSource(body.origin, f"is no whole Parquet table ({reason})") from error


def _told(columns: list[str]) -> str:
    """Columns for a person, the first of them."""
    more = f" and {len(columns) - _SHOWN} more" if len(columns) > _SHOWN else ""
    return ", ".join(columns[:_SHOWN]) + more


def _report(
    row: dict[str, Any], number: int, body: Body, names: Names, limit: int
) -> RawDocument | SourceError:
    place = f"{body.origin}, row {number}"
    try:
        text = text_of(row, names, place)
        values = {key: _plain(look_up(row, names[key])) for key in KEYS}
        given = given_from(values, subject=place, basis="fields")
    except SourceError as error:
        return error
    data = document_bytes(text, given.title)
    if len(data) > limit:
        return SourceTooLarge(place, f"is over {megabytes(limit)}")
    return RawDocument(
        data=data,
        origin=f"{body.origin}#{number}",
        charset="utf-8",
        given=over(body.beside, given),
    )


def _plain(value: object) -> object:
    """A column's value as a JSON line would have it."""
    return value.isoformat() if isinstance(value, date | datetime) else value
