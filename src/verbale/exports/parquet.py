"""Parquet: typed columns, written in batches, for DuckDB, pandas, polars and R."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, BinaryIO

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq

from verbale.exports.tables import Column, Kind, Value

_BATCH = 2_000
_TYPES: dict[Kind, Any] = {
    "text": pa.string(),
    "int": pa.int64(),
    "float": pa.float64(),
    "bool": pa.bool_(),
    "texts": pa.list_(pa.string()),
    "spans": pa.list_(pa.list_(pa.int64())),
    "json": pa.string(),
}


def write(columns: Sequence[Column], rows: Iterator[Sequence[Value]], stream: BinaryIO) -> int:
    """Compressed (zstd), a row group a batch; an empty table still has its columns."""
    schema = pa.schema([(column.name, _TYPES[column.kind]) for column in columns])
    count = 0
    with pq.ParquetWriter(stream, schema, compression="zstd") as writer:
        while batch := list(islice(rows, _BATCH)):
            writer.write_batch(_record_batch(columns, schema, batch))
            count += len(batch)
    return count


def _record_batch(columns: Sequence[Column], schema: Any, rows: list[Sequence[Value]]) -> Any:
    arrays = []
    for index, column in enumerate(columns):
        values = [_value(row[index], column.kind) for row in rows]
        arrays.append(pa.array(values, type=_TYPES[column.kind]))
    return pa.RecordBatch.from_arrays(arrays, schema=schema)


def _value(value: Value, kind: Kind) -> Value:
    if kind == "json":
        return msgspec.json.encode(value).decode()
    return value
