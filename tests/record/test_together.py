"""Reports that are added together leave the file as one by one would, to the last row."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Sequence
from contextlib import closing
from itertools import pairwise
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.record.factory import TALKS, annotate
from tests.record.test_dump import EXPECTED, REPORTS
from tests.record.test_origins_property import REPORTS as COPIES
from verbale.model import Annotation, RawDocument
from verbale.record import Coming, Record

Given = tuple[Annotation, RawDocument]


def everything(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables but the mark of the last write."""
    with closing(sqlite3.connect(path)) as db:
        tables = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE rootpage")]
        found = {
            name: sorted(db.execute(f"SELECT * FROM {name}"), key=repr)
            for name in tables
            if not name.startswith(("words", "sqlite_autoindex"))
            and db.execute("SELECT type FROM sqlite_master WHERE name = ?", (name,)).fetchone()
            == ("table",)
        }
        found["meta"] = [row for row in found["meta"] if row[0] != "written"]
        found["matter_marks"] = [row[:1] for row in found["matter_marks"]]
        found["words"] = db.execute("SELECT rowid FROM words WHERE words MATCH 'the'").fetchall()
    return found


def kept(path: Path, groups: Sequence[Sequence[Given]], *, together: bool) -> list[str]:
    """Read groups of reports into a record; its dump. The record must be sound."""
    with Record(path, clock=lambda: "2031-04-08T12:00:00Z") as record:
        for group in groups:
            if together:
                record.add_together(Coming.of(*each) for each in group)
            else:
                for each in group:
                    record.add(*each)
        assert record.check() == ()
        return list(record.dump())


def test_every_row_is_the_same(tmp_path: Path) -> None:
    groups = [(*REPORTS[:2], *COPIES[:7]), (*COPIES[7:], *REPORTS[2:5])]
    one_by_one = kept(tmp_path / "a.vrb", groups, together=False)
    assert kept(tmp_path / "b.vrb", groups, together=True) == one_by_one
    rows, expected = everything(tmp_path / "b.vrb"), everything(tmp_path / "a.vrb")
    for table, held in expected.items():
        assert rows[table] == held, table


@settings(max_examples=15, deadline=None)
@given(st.permutations(range(len(REPORTS))), st.lists(st.integers(0, len(REPORTS)), max_size=3))
def test_versions_of_a_page_are_told_apart(order: list[int], cuts: list[int]) -> None:
    """In any order, divided anywhere, some of them once more."""
    places = sorted({0, *cuts, len(order)})
    groups = [
        [REPORTS[number] for number in (*order[first:end], *order[:1])]
        for first, end in pairwise(places)
    ]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.vrb"
        kept(path, groups, together=True)
        with Record(path) as record:
            record.skip("z.bin", "no text")
            assert list(record.dump()) == EXPECTED


def test_what_was_forgotten_stays_away(tmp_path: Path) -> None:
    with Record(tmp_path / "x.vrb") as record:
        record.add(*REPORTS[0])
        record.forget("r1")
        found = record.add_together(Coming.of(*each) for each in REPORTS[:2])
        assert [added.kind for added in found] == ["forgotten", "new"]
        restored = record.add_together([Coming.of(*REPORTS[0])], allow_forgotten=True)
        assert [added.kind for added in restored] == ["new"]
        assert record.check() == ()


def test_decisions_reach_what_comes_later(tmp_path: Path) -> None:
    """A speaker that was corrected, and two names of one person, before more reports come."""
    later = annotate(TALKS + "Later.\n", "later.txt")
    dumps = []
    for name, together in (("a.vrb", False), ("b.vrb", True)):
        with Record(tmp_path / name) as record:
            record.add(*REPORTS[0])
            one, other = (row.actor.name for row in record.actors().rows[:2])
            record.corrections.merge(one, other, author="desk")
            record.corrections.correct("s1", {"speaker": "Ilka Orvo"}, author="desk")
        dumps.append(kept(tmp_path / name, [[later, REPORTS[0]]], together=together))
    assert dumps[0] == dumps[1]
    assert any('"taken":"later.txt"' in line for line in dumps[1])
