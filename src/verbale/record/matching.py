"""Matches the tellings of two reports.

What comes out follows from the two reports alone: they are taken in order of lineage and their
entries by number, so row ids, which follow the order of reading, decide nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from verbale.model import Annotation
from verbale.provenance.fingerprints import chosen, shingles
from verbale.provenance.outline import Outline, unpack
from verbale.provenance.tellings import keys_of, shared_prose, tellings_of
from verbale.provenance.utterances import Shared, Telling, match
from verbale.record import apart, cuts, nearest
from verbale.record.connect import Db
from verbale.record.nearest import Keys
from verbale.record.shown import shown

JoinRow = tuple[str, str, int, int, str, float, int]


class Read(NamedTuple):
    """A report as it is matched: tellings and keys by number within it, its words as indexed, and
    public ids by number."""

    lineage: str
    tellings: dict[str, Telling]
    keys: Keys
    outline: Outline
    prints: frozenset[int]
    ids: Mapping[str, str]


class Reader:
    """Reads each report once while some pairs are matched."""

    def __init__(self, db: Db) -> None:
        self._db = db
        self._read: dict[int, Read] = {}
        self.cut = cuts.everything(db)

    def __call__(self, report: int) -> Read:
        """What is matched of a report."""
        if report not in self._read:
            sql = "SELECT packed FROM outlines WHERE report = ?"
            outline = unpack(self._db.value(sql, (report,)))
            ids = public_ids(self._db, report)
            self.hold(report, read(shown(self._db, report)[0], outline, ids))
        return self._read[report]

    def hold(self, report: int, known: Read) -> None:
        """What is matched of a report, read elsewhere."""
        self._read[report] = known


def read(annotation: Annotation, outline: Outline, ids: Mapping[str, str]) -> Read:
    """What is matched of a report that shows ``annotation``."""
    tellings = {telling.id: telling for telling in tellings_of(annotation)}
    return Read(
        annotation.lineage,
        tellings,
        {name: keys_of(telling) for name, telling in tellings.items()},
        outline,
        frozenset(chosen(shingles(outline.ids))),
        ids,
    )


def joins(db: Db, reader: Reader, one: int, other: int) -> Iterator[JoinRow]:
    """The rows of ``joins`` for two reports."""
    here, there = sorted((one, other), key=lambda report: reader(report).lineage)
    first, second = reader(here), reader(there)
    mine, theirs = nearest.alike(first.keys, second.keys)
    shared: Shared = ()
    if first.prints & second.prints and not apart.among(db, here, [there]):
        shared = shared_prose(first.outline, second.outline)
    for join in match(_some(first, mine, "a"), _some(second, theirs, "b"), shared):
        telling, counterpart = first.tellings[join.one[1:]], second.tellings[join.other[1:]]
        if cuts.holds(reader.cut, telling, counterpart):
            continue
        ends = sorted(
            ((first.ids[telling.id], here), (second.ids[counterpart.id], there)),
        )
        (left, left_report), (right, right_report) = ends
        yield left, right, left_report, right_report, join.how, join.score, int(join.copied)


def _some(read: Read, names: Iterable[str], side: str) -> list[Telling]:
    """Some tellings in order of number, marked by their side: one number stands in both reports."""
    told = [
        read.tellings[name] for name in sorted(names, key=lambda each: (each[0], int(each[1:])))
    ]
    return [telling._replace(id=f"{side}{telling.id}") for telling in told]


def public_ids(db: Db, report: int) -> dict[str, str]:
    """Kind and number within the report -> public id."""
    return {
        f"{letter}{n}": f"{letter}{row}"
        for letter, table in (("s", "statements"), ("e", "acts"))
        for n, row in db.all(f"SELECT n, id FROM {table} WHERE report = ?", (report,))  # noqa: S608
    }
