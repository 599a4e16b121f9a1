"""Matches the tellings of two reports.

What comes out follows from the two reports alone: they are taken in order of lineage and their
entries by number, so row ids, which follow the order of reading, decide nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from verbale.model import Annotation
from verbale.provenance.fingerprints import chosen, shingles
from verbale.provenance.outline import unpack
from verbale.provenance.ready import Ready
from verbale.provenance.tellings import keys_of, shared_prose, tellings_of
from verbale.provenance.utterances import Telling, Tellings, match, near
from verbale.record import apart, cuts, nearest
from verbale.record.connect import Db
from verbale.record.nearest import Keys, Names
from verbale.record.shown import shown

JoinRow = tuple[str, str, int, int, str, float, int]


@dataclass(frozen=True, eq=False)
class Read:
    """A report as it is matched: tellings and keys by kind and number within it (``s1``), its
    outline, packed, the hashes that this is indexed by, and the public ids of its entries."""

    lineage: str
    told: Sequence[Telling]
    keys: Keys
    packed: bytes
    prints: frozenset[int]
    ids: Mapping[str, str]

    @cached_property
    def tellings(self) -> Tellings:
        """Its tellings, ready to be compared."""
        return Tellings(self.told)

    @cached_property
    def names(self) -> Names:
        """Its tellings by their keys."""
        return nearest.by_key(self.keys)

    @cached_property
    def ready(self) -> Ready:
        """Its words, ready to be aligned."""
        return Ready(unpack(self.packed))


class Reader:
    """Reads each report once while some pairs are matched."""

    def __init__(self, db: Db) -> None:
        self._db = db
        self._read: dict[int, Read] = {}
        self.cut = cuts.everything(db)
        self._some_apart = apart.any_decided(db)

    def __call__(self, report: int) -> Read:
        """What is matched of a report."""
        if report not in self._read:
            sql = "SELECT packed FROM outlines WHERE report = ?"
            packed, annotation = self._db.value(sql, (report,)), shown(self._db, report)[0]
            self.hold(report, read(annotation, packed, public_ids(self._db, report)))
        return self._read[report]

    def hold(self, report: int, known: Read) -> None:
        """What is matched of a report, read elsewhere."""
        self._read[report] = known

    def held(self) -> Iterator[tuple[int, Read]]:
        """All that was read or is held, without what was worked out of it."""
        return ((report, replace(known)) for report, known in self._read.items())

    def apart(self, one: int, other: int) -> bool:
        """Whether a person set two reports apart."""
        return self._some_apart and bool(apart.among(self._db, one, [other]))


def read(annotation: Annotation, packed: bytes, ids: Mapping[str, str]) -> Read:
    """What is matched of a report that shows ``annotation``."""
    told = tellings_of(annotation)
    prints = frozenset(chosen(shingles(unpack(packed).ids)))
    keys = {telling.id: keys_of(telling) for telling in told}
    return Read(annotation.lineage, told, keys, packed, prints, ids)


def joins(reader: Reader, one: int, other: int) -> Iterator[JoinRow]:
    """The rows of ``joins`` for two reports."""
    here, there = (one, other) if reader(one).lineage < reader(other).lineage else (other, one)
    first, second = reader(here), reader(there)
    found = near(first.tellings, second.tellings, *nearest.alike(first.keys, second.names))
    copied = found and not first.prints.isdisjoint(second.prints) and not reader.apart(here, there)
    for join in match(found, shared_prose(first.ready, second.ready) if copied else ()):
        if reader.cut and cuts.holds(
            reader.cut, first.tellings.by_id[join.one], second.tellings.by_id[join.other]
        ):
            continue
        mine, theirs = (first.ids[join.one], here), (second.ids[join.other], there)
        (left, left_report), (right, right_report) = sorted((mine, theirs))
        yield left, right, left_report, right_report, join.how, join.score, int(join.copied)


def public_ids(db: Db, report: int) -> dict[str, str]:
    """Kind and number within the report -> public id."""
    return {
        f"{letter}{n}": f"{letter}{row}"
        for letter, table in (("s", "statements"), ("e", "acts"))
        for n, row in db.all(f"SELECT n, id FROM {table} WHERE report = ?", (report,))  # noqa: S608
    }
