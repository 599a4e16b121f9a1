"""The manifest: one CSV file of metadata for many reports."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from verbale.errors import BadMetadata, SourceError
from verbale.model import Given
from verbale.sources.given import KEYS, given_from, one_line, web_address
from verbale.sources.opening import opened, printable, read_all

_PATH_COLUMNS = ("path", "file")
_DELIMITERS = ",;\t"
_AUTHOR_MARK = ";"

Row = Given | BadMetadata


class Manifest:
    """Metadata by file or address. `given` looks one up; `strays` are rows that name no file."""

    def __init__(self, rows: Mapping[str, Row], strays: tuple[BadMetadata, ...] = ()) -> None:
        self._rows = rows
        self.strays = strays

    def given(self, name: Path | str) -> Given:
        """What the manifest says of a file (a path) or an address (a string).

        Raises `BadMetadata` if what it says cannot be.
        """
        if not self._rows:
            return Given()
        row = self._rows.get(_key(name), Given())
        if isinstance(row, BadMetadata):
            raise row
        return row


def load_manifest(path: Path, limit: int) -> Manifest:
    """The manifest in ``path``; paths in it are taken from its folder, else from the current one.

    Raises `SourceError` if the file as a whole cannot be used; bad rows are kept, to be
    raised when their report is asked for.
    """
    subject = printable(path)
    rows: dict[str, Row] = {}
    places: dict[str, str] = {}
    strays: list[BadMetadata] = []
    for place, name, values in _rows(path, limit, subject):
        target = _target(path.parent, name)
        if target is None:
            strays.append(BadMetadata(place, f"names a file that does not exist: {one_line(name)}"))
            continue
        key = _key(target)
        if key in rows:
            rows[key] = BadMetadata(place, f"names the same report as {places[key]}")
        else:
            rows[key] = _checked(values, place)
            places[key] = place
    return Manifest(rows, tuple(strays))


def _key(name: Path | str) -> str:
    return name if isinstance(name, str) else os.path.realpath(name)


def _target(folder: Path, name: str) -> Path | str | None:
    """What a row is about: an address, standard input or a file that exists; else None."""
    if name == "-" or web_address(name):
        return name
    for path in (folder / name, Path(name)):
        if os.path.lexists(path):
            return path
    return None


def _checked(values: Mapping[str, object], place: str) -> Row:
    try:
        return given_from(values, subject=place, basis="manifest")
    except BadMetadata as error:
        return error


def _rows(path: Path, limit: int, subject: str) -> Iterator[tuple[str, str, dict[str, object]]]:
    """For each row where it stands, the report it names and its values."""
    reader = _reader(_text(path, limit, subject), subject)
    column = _path_column(reader.fieldnames or (), subject)
    try:
        for row in reader:
            place = f"{subject}, line {reader.line_num}"
            if None in row:
                raise BadMetadata(place, "has more cells than there are columns")
            name = (row.pop(column) or "").strip()
            if not name:
                raise BadMetadata(place, f"has no {column}")
            yield place, name, _values(row)
    except csv.Error as error:
        raise BadMetadata(f"{subject}, line {reader.line_num}", f"is not CSV: {error}") from error


def _text(path: Path, limit: int, subject: str) -> str:
    try:
        with opened(path) as stream:
            return read_all(stream, limit, subject).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadMetadata(subject, "is not UTF-8; save it as CSV UTF-8") from error
    except SourceError as error:
        raise BadMetadata(subject, error.reason) from error


def _reader(text: str, subject: str) -> csv.DictReader[str]:
    """A reader with the delimiter whose header has the path column (spreadsheets write ``;``)."""
    first = text.split("\n", 1)[0]
    for delimiter in _DELIMITERS:
        try:
            header = next(csv.reader([first], delimiter=delimiter), [])
        except csv.Error as error:
            raise BadMetadata(subject, f"is not CSV: {error}") from error
        names = [name.strip().lower() for name in header]
        if set(names) & set(_PATH_COLUMNS):
            reader = csv.DictReader(io.StringIO(text, newline=""), names, delimiter=delimiter)
            next(reader, None)
            return reader
    raise BadMetadata(subject, f"has no column named {' or '.join(_PATH_COLUMNS)}")


def _path_column(columns: Sequence[str], subject: str) -> str:
    column = next(name for name in _PATH_COLUMNS if name in columns)
    unknown = [name for name in columns if name not in (*KEYS, column)]
    if unknown:
        raise BadMetadata(
            subject,
            f"unknown column {one_line(unknown[0])!r}; the columns are {column}, {', '.join(KEYS)}",
        )
    if len(set(columns)) < len(columns):
        raise BadMetadata(subject, "names a column twice")
    return column


def _values(row: Mapping[str, str | None]) -> dict[str, object]:
    values: dict[str, object] = dict(row)
    authors = row.get("authors")
    if authors:
        values["authors"] = authors.split(_AUTHOR_MARK)
    return values
