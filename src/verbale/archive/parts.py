"""Parts: the files of a shard, one a table, which appear whole or not at all."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq

from verbale.archive.tables import SCHEMA, TABLES, Column, Kind, TableName
from verbale.errors import VerbaleError

_TYPES: dict[Kind, Any] = {
    "text": pa.string(),
    "int": pa.int64(),
    "float": pa.float64(),
    "bool": pa.bool_(),
    "texts": pa.list_(pa.string()),
    "spans": pa.list_(pa.list_(pa.int64())),
    "bytes": pa.binary(),
}
_GROUP = 10_000


class CannotWrite(VerbaleError):
    """The disk takes no more, or not from us."""

    advice = "see to that and give the same command again; what is finished is kept"

    @classmethod
    def of(cls, path: Path, error: OSError) -> CannotWrite:
        """What the system said about a file or folder."""
        said = (error.strerror or type(error).__name__).lower()
        return cls(str(path), f"cannot be written: {said}")


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """A file of the archive: its path below the archive's folder, its rows, bytes and sha256."""

    path: str
    rows: int
    size: int
    sha256: str


def write_parts(
    folder: Path, name: str, rows: Mapping[TableName, Sequence[Sequence[Any]]]
) -> tuple[Part, ...]:
    """Write the tables of the shard called ``name`` below ``folder``, all but in an instant."""
    return tuple(_write(folder, table, name, rows[table]) for table in TABLES)


def _write(folder: Path, table: TableName, name: str, rows: Sequence[Sequence[Any]]) -> Part:
    path = folder / table / f"part-{name}.parquet"
    stream = pa.BufferOutputStream()
    batch = _batch(TABLES[table], rows)
    with pq.ParquetWriter(stream, batch.schema, compression="zstd") as writer:
        writer.write_table(pa.Table.from_batches([batch]), row_group_size=_GROUP)
    data = stream.getvalue().to_pybytes()
    put(path, data)
    return Part(
        path=path.relative_to(folder).as_posix(),
        rows=len(rows),
        size=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
    )


def _batch(columns: Sequence[Column], rows: Sequence[Sequence[Any]]) -> Any:
    fields = [(column.name, _TYPES[column.kind]) for column in columns]
    schema = pa.schema(fields, metadata={"verbale.archive": str(SCHEMA)})
    turned = zip(*rows, strict=True) if rows else ([] for _ in columns)
    arrays = [pa.array(values, kind) for values, (_, kind) in zip(turned, fields, strict=True)]
    return pa.RecordBatch.from_arrays(arrays, schema=schema)


def put(path: Path, data: bytes) -> None:
    """Let ``path`` hold ``data``: at once, and for good should the machine fail then.

    Raises `CannotWrite`, and leaves nothing half written."""
    beside = path.with_name(f".{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with beside.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(path)
    except OSError as error:
        with suppress(OSError):
            beside.unlink()
        raise CannotWrite.of(path, error) from error
