"""What is kept of a report as it came: its versions, their texts, and the places that gave them."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from verbale.model import Annotation, RawDocument, Report
from verbale.record.coming import Coming
from verbale.record.connect import Db
from verbale.record.stored import (
    annotation_json,
    fingerprint,
    pack,
    read_annotation,
    storable_given,
    storable_name,
    unpack,
)

#: A version's row, its report's, and what it is of.
Came = tuple[int, int, Coming]


def insert(db: Db, report: int, annotation: Annotation, raw: RawDocument, now: str) -> int:
    """Keep new bytes with their annotation; the version's row."""
    version = db.run(
        f"INSERT INTO versions ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
        _values(report, Coming(raw, annotation.text, annotation=annotation), now),
    )
    db.run("INSERT INTO texts VALUES (?, ?)", (version, annotation.text))
    return version


def insert_all(db: Db, came: Sequence[Came], now: str) -> None:
    """Keep the only versions of some reports, and the places that gave them."""
    db.many(
        f"INSERT INTO versions (id, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
        ((row, *_values(report, coming, now)) for row, report, coming in came),
    )
    db.many("INSERT INTO texts VALUES (?, ?)", ((row, coming.text) for row, _, coming in came))
    db.many(
        "INSERT OR REPLACE INTO readings VALUES (?, ?, ?)",
        (
            (storable_name(coming.raw.origin), row, fingerprint(coming.raw, coming.told.code))
            for row, _, coming in came
        ),
    )


_COLUMNS = (
    "report, sha256, origin, media, charset, given, size, data, code, annotation, read_at, drawn_at"
)


def _values(report: int, coming: Coming, now: str) -> tuple[object, ...]:
    raw, told = coming.raw, coming.told
    return (
        report,
        told.version,
        told.origin,
        raw.media,
        raw.charset,
        storable_given(raw),
        len(raw.data),
        pack(raw.data),
        told.code,
        pack(coming.json),
        now,
        now,
    )


def replace(db: Db, version: int, annotation: Annotation, raw: RawDocument, now: str) -> None:
    """Put another annotation in the place of a version's own."""
    db.run(
        "UPDATE versions SET media = ?, charset = ?, given = ?, code = ?, annotation = ?,"
        " drawn_at = ? WHERE id = ?",
        (
            raw.media,
            raw.charset,
            storable_given(raw),
            annotation.code,
            pack(annotation_json(annotation)),
            now,
            version,
        ),
    )
    db.run("UPDATE texts SET text = ? WHERE version = ?", (annotation.text, version))


def annotation_of(db: Db, version: int) -> Annotation:
    """The stored annotation of a version."""
    ((packed, text),) = db.all(
        "SELECT v.annotation, t.text FROM versions v JOIN texts t ON t.version = v.id"
        " WHERE v.id = ?",
        (version,),
    )
    return read_annotation(unpack(packed), text)


def same(held: Annotation, annotation: Annotation) -> bool:
    """Whether an annotation says what the stored one does. The place it came from is not news."""
    as_held = msgspec.structs.replace(annotation, id=held.id, origin=held.origin)
    return annotation_json(held) == annotation_json(as_held) and held.text == annotation.text


def note_reading(db: Db, version: int, annotation: Annotation, raw: RawDocument) -> bool:
    """Keep what this place gave. False if it gave the same last time."""
    mark = fingerprint(raw, annotation.code)
    place = storable_name(raw.origin)
    sql = "SELECT version, fingerprint FROM readings WHERE origin = ?"
    if db.one(sql, (place,)) == (version, mark):
        return False
    db.run("INSERT OR REPLACE INTO readings VALUES (?, ?, ?)", (place, version, mark))
    return True


def supersedes(new: Report, old: Report) -> bool:
    """Whether a version read later is also the later one.

    Yes, unless both say when they were published or updated and ``new`` says an earlier time:
    then an older copy was read after a newer one.
    """
    mine, other = new.updated or new.published, old.updated or old.published
    if not (mine and other and mine.full and other.full):
        return True
    if mine.date != other.date:
        return mine.date > other.date
    if mine.time and other.time and mine.zone == other.zone:
        return mine.time >= other.time
    return True
