"""With more copies than a report is matched with, the order of reading decides nothing."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.provenance.told import Told
from tests.record.test_origins import OWN, WORDS
from verbale.model import Annotation, RawDocument
from verbale.record import Record

COPIES = 12
AGAIN = "Nobody on the lower Quarn shall count the barrels of the night fleet again"


def copy(number: int) -> tuple[Annotation, RawDocument]:
    """One of some prints of a wire story; every third has one more sentence of it."""
    text = f"“{WORDS},” Ilka Orvo told Marl Wire on Monday."
    told = Told(f"Paper {number}", text + (f" {AGAIN}, Ilka Orvo said." if number % 3 == 0 else ""))
    told.say("", " told", WORDS, speaker="Ilka Orvo")
    if number % 3 == 0:
        told.say("", " said", AGAIN, speaker="Ilka Orvo", type="indirect")
    raw = RawDocument(data=told.text.encode(), origin=f"paper-{number}")
    return replace(told.annotation(f"paper-{number}"), version=raw.version), raw


REPORTS = (*map(copy, range(COPIES)), OWN)


def joins_of(path: Path) -> set[tuple[object, ...]]:
    """The joins by lineage and number, without row ids."""
    end = (
        "(SELECT r.lineage || ' ' || s.n FROM statements s JOIN reports r ON r.id = s.report"
        " WHERE 's' || s.id = {})"
    )
    sql = f"SELECT {end.format('one')}, {end.format('other')}, how, score, copied FROM joins"
    with closing(sqlite3.connect(path)) as db:
        return {(*sorted(row[:2]), *row[2:]) for row in db.execute(sql)}


def read(order: list[int], forgotten: list[int]) -> tuple[list[str], set[tuple[object, ...]]]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.vrb"
        with Record(path) as record:
            for number in order:
                record.add(*REPORTS[number])
            for number in forgotten:
                record.forget(REPORTS[number][1].origin)
                record.add(*REPORTS[number], allow_forgotten=True)
            assert not list(record.check())
            dump = [line for line in record.dump() if '"forgotten"' not in line]
        return dump, joins_of(path)


@cache
def expected() -> tuple[list[str], set[tuple[object, ...]]]:
    return read(list(range(len(REPORTS))), [])


def test_every_copy_is_found() -> None:
    carried = [line for line in expected()[0] if f'"reports":{COPIES + 1}' in line]
    assert len(carried) == COPIES + 1


@settings(max_examples=12, deadline=None)
@given(
    order=st.permutations(range(len(REPORTS))),
    forgotten=st.lists(st.integers(0, COPIES), max_size=2, unique=True),
)
def test_order_of_reading_and_forgetting_does_not_matter(
    order: list[int], forgotten: list[int]
) -> None:
    assert read(order, forgotten) == expected()
