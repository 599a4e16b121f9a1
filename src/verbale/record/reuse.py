"""Keeps the index of words that stand elsewhere too, and asks it who shares any with a report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from verbale.model import Annotation
from verbale.provenance.fingerprints import FINGERPRINT_RULE, chosen, shingles
from verbale.provenance.outline import outline_of, pack, unpack
from verbale.provenance.signing import SIGNATURE_RULE, bands
from verbale.record.connect import Db
from verbale.record.shown import shown
from verbale.record.stored import to_json

_RULE = f"{FINGERPRINT_RULE} {SIGNATURE_RULE}"
#: A hash that more reports have is common wording and leads nowhere; near-copies are found by
#: their signatures however many there are.
COMMON = 200
#: Reports looked at closely at most, near-copies not counted; the rarest shared hashes first.
_MOST = 80
#: A single shared hash is enough where few reports have it.
_RARE = 12


def replace(db: Db, report: int, annotation: Annotation) -> None:
    """Make the index of a report that of ``annotation``; nothing is written if it is the same."""
    outline = outline_of(annotation.report)
    packed = pack(outline)
    held = db.value("SELECT packed FROM outlines WHERE report = ?", (report,))
    if held == packed:
        return
    if held is not None:
        remove(db, report)
    hashes = shingles(outline.ids)
    add(db, {report: Indexed(packed, chosen(hashes), bands(hashes))})


class Indexed(NamedTuple):
    """A report as it is indexed: its outline, packed, and the hashes of either kind."""

    outline: bytes
    prints: Sequence[int]
    bands: Sequence[int]


def add(db: Db, reports: Mapping[int, Indexed]) -> None:
    """Index reports that are not in the index."""
    packed = ((report, each.outline) for report, each in reports.items())
    db.many("INSERT INTO outlines VALUES (?, ?)", packed)
    prints = ((h, report) for report, each in reports.items() for h in each.prints)
    db.many("INSERT INTO fingerprints VALUES (?, ?)", sorted(prints))
    keys = ((band, report) for report, each in reports.items() for band in each.bands)
    db.many("INSERT INTO signatures VALUES (?, ?)", sorted(keys))


def remove(db: Db, report: int) -> None:
    """Take a report out of the index."""
    hashes, keys = _keys(db, report)
    db.many("DELETE FROM fingerprints WHERE hash = ? AND report = ?", ((h, report) for h in hashes))
    db.many("DELETE FROM signatures WHERE band = ? AND report = ?", ((k, report) for k in keys))
    db.run("DELETE FROM outlines WHERE report = ?", (report,))


def bring_up_to_date(db: Db) -> None:
    """Index the file anew if other rules, or another version of the signing library, filled its
    index. Inside a transaction of its own."""
    if db.value("SELECT value FROM meta WHERE key = 'reuse_rule'") == _RULE:
        return
    with db.transaction():
        for table in ("fingerprints", "signatures", "outlines"):
            db.run(f"DELETE FROM {table}")  # noqa: S608
        for (report,) in db.all("SELECT id FROM reports ORDER BY id"):
            replace(db, report, shown(db, report)[0])
        db.run("INSERT OR REPLACE INTO meta VALUES ('reuse_rule', ?)", (_RULE,))


def candidates(db: Db, report: int) -> list[int]:
    """The reports that may share passages with one, near-copies first.

    What is found depends on what the record holds and not on the order in which it came.
    """
    hashes, keys = _keys(db, report)
    copies = {
        other
        for key in keys
        for (other,) in db.all("SELECT report FROM signatures WHERE band = ?", (key,))
    }
    hits: Counter[int] = Counter()
    weight: Counter[int] = Counter()
    sql = f"SELECT report FROM fingerprints WHERE hash = ? LIMIT {COMMON + 1}"  # noqa: S608
    for value in hashes:
        holders = db.all(sql, (value,))
        if len(holders) > COMMON:
            continue
        for (other,) in holders:
            hits[other] += 1
            weight[other] += COMMON // len(holders)
    likely = [
        other
        for other, number in hits.items()
        if other not in copies and (number > 1 or weight[other] >= COMMON // _RARE)
    ]
    names = _lineages(db, likely)
    likely.sort(key=lambda other: (-weight[other], names[other]))
    return [other for other in [*sorted(copies), *likely[:_MOST]] if other != report]


def _lineages(db: Db, reports: list[int]) -> dict[int, str]:
    sql = "SELECT id, lineage FROM reports WHERE id IN (SELECT value FROM json_each(?))"
    return dict(db.all(sql, (to_json(reports),)))


def _keys(db: Db, report: int) -> tuple[list[int], list[int]]:
    """The fingerprints and the bands of a report that is in the index."""
    packed = db.value("SELECT packed FROM outlines WHERE report = ?", (report,))
    if packed is None:
        return [], []
    hashes = shingles(unpack(packed).ids)
    return chosen(hashes), bands(hashes)


def index_problems(db: Db, report: int, annotation: Annotation) -> Iterator[str]:
    """What is wrong with the index of a report that shows ``annotation``."""
    packed = db.value("SELECT packed FROM outlines WHERE report = ?", (report,))
    if packed != pack(outline_of(annotation.report)):
        yield "its outline is not that of its text"
        return
    hashes, keys = _keys(db, report)
    for table, column, wanted in (
        ("fingerprints", "hash", hashes),
        ("signatures", "band", keys),
    ):
        sql = (
            f"SELECT count(*) FROM {table} JOIN json_each(?) e ON e.value = {column}"  # noqa: S608
            " WHERE report = ?"
        )
        if db.value(sql, (to_json(wanted), report)) != len(wanted):
            yield f"{table} of it are missing"
