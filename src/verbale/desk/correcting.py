"""From what a person says to values, and corrections from one desk to another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from verbale.corrections import parsed
from verbale.desk.extensions import lexicon_of
from verbale.errors import UnreadableSource, UsageError
from verbale.model import Correction, Value
from verbale.record import Imported, Record
from verbale.record.corrections import kind_of

_LARGEST = 64 * 1024 * 1024


def read_changes(record: Record, entry: str, said: Mapping[str, Sequence[str]]) -> dict[str, Value]:
    """What was ``said`` of the fields of an entry, as values.

    States and organisations go by code or name, as in the lexicon of the record. Raises
    `UsageError`, which says what would be allowed.
    """
    kind = kind_of(entry)
    if not said:
        raise UsageError(entry, "say what it should be; see verbale correct --help")
    lexicon = lexicon_of(record)
    return {field: parsed(kind, field, words, lexicon) for field, words in said.items()}


def export_corrections(record: Record) -> Iterator[str]:
    """Every decision of a record, undone ones too, as JSON lines in their order."""
    for entry in record.corrections.entries():
        yield msgspec.json.encode(entry).decode()


def import_corrections(record: Record, path: Path) -> Imported:
    """Take over the decisions in a file of JSON lines.

    Raises `UnreadableSource` for a file that cannot be read, `UsageError` naming the line that is
    no correction.
    """
    return record.corrections.take(_read(path))


def _read(path: Path) -> list[Correction]:
    try:
        if path.stat().st_size > _LARGEST:
            raise UnreadableSource(str(path), "is too large for a file of corrections")
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableSource(str(path), f"cannot be read: {error}") from error
    found = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                found.append(msgspec.json.decode(line, type=Correction))
            except msgspec.MsgspecError as error:
                raise UsageError(f"{path}:{number}", f"is no correction: {error}") from error
    return found
