"""The index of reused words: the same in any order, gone with its report, cut by a person."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import msgspec
import pytest

from tests.provenance.wire import bare, document
from verbale.errors import UsageError
from verbale.record import Record

LEAD = (
    "Norway and Finland have agreed to open a joint weather office at Kirkenes before the end of"
    " the year, the two transport ministers announced on Monday."
)
COST = (
    "Each side will pay four million kroner in the first three years. After that the costs are to"
    " be shared by tonnage, which Helsinki had refused for a decade."
)
OWN = (
    "Fishermen in Varanger will soon have only one bulletin to read over breakfast. A skipper who"
    " asked not to be named called the plan a desk with two flags on it."
)
WIRE = document("wire", "Cape Wire", "2024-05-06", f"{LEAD}\n\n{COST}")
COPY = document("copy", "The Morning Anchor", "2024-05-07", f"{LEAD}\n\n{COST}")
PART = document("part", "Varanger Letter", "2024-05-08", f"{OWN}\n\n{COST}")
ALL = (WIRE, COPY, PART)


@pytest.fixture
def record(tmp_path: Path) -> Record:
    opened = Record(tmp_path / "a.vrb")
    for raw in ALL:
        opened.add(bare(raw), raw)
    return opened


def told(record: Record) -> set[tuple[object, ...]]:
    """What all reports share, without ids that depend on the order of reading."""
    found = set()
    for raw in ALL:
        for other in record.reuse(raw.origin).related:
            rest = (msgspec.json.encode(other.relation), msgspec.json.encode(other.passages))
            found.add((raw.origin, other.handle, *rest))
    return found


def test_copies_and_passages_are_found_with_who_was_first(record: Record) -> None:
    copy, part = record.reuse("wire.txt").related
    assert (copy.outlet, copy.relation.kind, copy.relation.first) == (
        "The Morning Anchor",
        "re-headlined",
        "here",
    )
    assert (part.outlet, part.relation.kind) == ("Varanger Letter", "partial")
    text = record.annotation("part.txt").text
    assert " ".join(part.passages[0].there.of(text).split()) == COST
    (passage,) = next(
        other for other in record.reuse("part.txt").related if other.outlet != "Cape Wire"
    ).passages
    assert (passage.kind, passage.reason) == ("common-source", "Cape Wire had it before both")


def test_the_order_of_reading_makes_no_difference(tmp_path: Path) -> None:
    answers = []
    for number, order in enumerate(permutations(ALL)):
        with Record(tmp_path / f"{number}.vrb") as opened:
            for raw in order:
                opened.add(bare(raw), raw)
            answers.append(told(opened))
    assert len(answers[0]) == 6
    assert all(answer == answers[0] for answer in answers)


def test_an_update_takes_old_words_out(record: Record) -> None:
    new = document("part", "Varanger Letter", "2024-05-09", OWN)
    record.add(bare(new), new)
    assert not record.reuse("part.txt").related
    assert len(record.reuse("wire.txt").related) == 1
    assert not record.check()


def test_what_is_forgotten_leaves_no_trace(record: Record) -> None:
    record.forget("copy.txt")
    assert [other.outlet for other in record.reuse("wire.txt").related] == ["Varanger Letter"]
    for table in ("outlines", "fingerprints", "signatures"):
        rows = record._db.value(f"SELECT count(*) FROM {table} WHERE report = 2")
        assert rows == 0, table
    assert not record.check()


def test_nothing_is_written_where_words_stay(record: Record) -> None:
    before = record._db.all("SELECT * FROM outlines")
    record.corrections.correct("wire.txt", {"outlet": "Cape Wire Service"}, author="A. Clerk")
    assert record._db.all("SELECT * FROM outlines") == before


def test_a_wrong_connection_is_cut_and_stays_cut(record: Record) -> None:
    made = record.reuse_decisions.set_apart(
        "part.txt", "wire.txt", author="A. Clerk", reason="one press release"
    )
    later = document("part", "Varanger Letter", "2024-05-09", f"{COST}\n\n{OWN}")
    record.add(bare(later), later)
    for _ in record.rebuild():
        pass
    for one, other in (("wire.txt", "part.txt"), ("part.txt", "wire.txt")):
        found = record.reuse(one)
        assert [each.handle for each in found.apart] == [other]
        assert found.apart[0].decision.reason == "one press release"
        assert len(found.related) == 1
    assert [row.state for row in record.corrections.rows()] == ["applied"]
    with pytest.raises(UsageError):
        record.reuse_decisions.set_apart("wire.txt", "part.txt", author="A. Clerk")
    record.corrections.undo(made.correction.id, author="A. Clerk")
    assert len(record.reuse("part.txt").related) == 2


def test_the_check_notices_an_index_out_of_step(record: Record, tmp_path: Path) -> None:
    import sqlite3

    record.close()
    with sqlite3.connect(tmp_path / "a.vrb") as db:
        db.execute("DELETE FROM fingerprints WHERE report = 1")
    with Record(tmp_path / "a.vrb") as opened:
        assert [problem.entry for problem in opened.check()] == ["r1"]
