"""What is kept so that pages need not count: the same in any order of reading, and as counted."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from itertools import permutations
from pathlib import Path

import msgspec
import pytest

from tests.record.factory import annotate
from verbale.errors import UsageError
from verbale.model import Actor, Annotation, RawDocument
from verbale.record import ActorFilter, Record, ReportFilter, StatementFilter, conditions
from verbale.record.migrate import migrations
from verbale.record.selects import ACTORS, STATEMENTS, Select
from verbale.record.selects import REPORTS as LISTED

ME = "Dara Quill"
TEXT = "FERRIES\nBy Ada Marsh, Delta Wire\nThe minister waits.\nReport {}.\n"


def named(number: int, *actors: tuple[str, str | None]) -> tuple[Annotation, RawDocument]:
    """A report with nobody but these in it: name and country."""
    annotation, raw = annotate(TEXT.format(number), f"{number}.txt")
    held = tuple(
        Actor(id=n, kind="person", name=name, country=country)
        for n, (name, country) in enumerate(actors, 1)
    )
    bare = msgspec.structs.replace(annotation, actors=held, statements=(), acts=(), positions=())
    return bare, raw


#: Orvo is of one country until the third report names another of that name.
REPORTS = (
    named(1, ("Ilka Orvo", None)),
    named(2, ("Ilka Orvo", "VEL"), ("Ilka Orvo", None)),
    named(3, ("Ilka Orvo", "ORD")),
    named(4, ("Ilka Orvo", None), ("Marl Teth", "ORD")),
)


def told(record: Record, wanted: ActorFilter | None = None) -> list[tuple[str, str | None, int]]:
    return [(row.name, row.country, row.reports) for row in record.roster(wanted)]


def test_an_actor_without_a_country_stands_with_the_only_one_of_that_name(record: Record) -> None:
    record.add(*REPORTS[0])
    assert told(record) == [("Ilka Orvo", None, 1)]
    record.add(*REPORTS[1])
    assert told(record) == [("Ilka Orvo", "VEL", 2)]
    record.add(*REPORTS[2])
    assert told(record) == [
        ("Ilka Orvo", None, 2),
        ("Ilka Orvo", "ORD", 1),
        ("Ilka Orvo", "VEL", 1),
    ]
    record.forget("r3")
    assert told(record) == [("Ilka Orvo", "VEL", 2)]


@pytest.mark.parametrize("order", list(permutations(range(len(REPORTS)))))
def test_the_roster_is_the_same_in_any_order_of_reading(
    order: tuple[int, ...], tmp_path: Path
) -> None:
    with Record(tmp_path / "x.vrb") as record:
        for number in order:
            record.add(*REPORTS[number])
        assert told(record) == [
            ("Ilka Orvo", None, 3),
            ("Ilka Orvo", "ORD", 1),
            ("Ilka Orvo", "VEL", 1),
            ("Marl Teth", "ORD", 1),
        ]
        assert record.check() == ()


def test_a_page_of_the_roster_tells_how_many_there_are(record: Record) -> None:
    for report in REPORTS:
        record.add(*report)
    page = record.roster(ActorFilter(limit=1, offset=1))
    assert (told(record, ActorFilter(limit=1, offset=1)), page.total) == (
        [("Ilka Orvo", "ORD", 1)],
        4,
    )
    assert told(record, ActorFilter(country="ORD", name="marl")) == [("Marl Teth", "ORD", 1)]
    assert told(record, ActorFilter(name="orvo", report="r1")) == [("Ilka Orvo", None, 3)]
    assert told(record, ActorFilter(name="*")) == []


def test_the_roster_is_divided_by_its_rows(record: Record) -> None:
    for report in REPORTS:
        record.add(*report)
    states = record.roster_facets(ActorFilter(), "country")
    assert [(each.value, each.number) for each in states] == [("ORD", 2), ("VEL", 1)]
    kinds = record.roster_facets(ActorFilter(country="ORD"), "kind")
    assert [(each.value, each.number) for each in kinds] == [("person", 2)]
    with pytest.raises(UsageError):
        record.roster_facets(ActorFilter(), "outlet")


def test_facets_are_those_that_counting_gives(record: Record) -> None:
    record.add(*annotate())
    wanted = StatementFilter()
    counted = {facet.value: facet.number for facet in record.facets(wanted, "type")}
    rows = [row.statement.type for row in record.statements(wanted)]
    assert counted == {kind: rows.count(kind) for kind in rows}


def test_names_do_not_run_into_each_other(record: Record) -> None:
    record.add(*named(1, ("Ilka Orvo", None), ("Marl Teth", None)))
    assert told(record, ActorFilter(name="orvo marl")) == []


@pytest.mark.parametrize(
    ("kind", "asked"),
    [
        (ACTORS, conditions.for_actors(ActorFilter(name="orvo"), int)),
        (STATEMENTS, conditions.for_statements(StatementFilter(by="orvo"), int)),
        (STATEMENTS, conditions.for_statements(StatementFilter(text="piers"), int)),
        (LISTED, conditions.for_reports(ReportFilter(text="piers"))),
    ],
)
def test_words_lead_to_their_rows_without_a_look_at_all(
    kind: Select[object], asked: conditions.Conditions, record: Record, path: Path
) -> None:
    with closing(sqlite3.connect(path)) as db:
        plan = db.execute(f"EXPLAIN QUERY PLAN {kind.where(asked.sql)}", asked.args).fetchall()
    told = [str(row[3]) for row in plan]
    assert not [line for line in told if line == f"SCAN {kind.alias}"]
    assert [line for line in told if line.startswith(f"SEARCH {kind.alias} USING INTEGER")]


#: The tables of what is kept.
_KEPT = ("called", "roster", "matter_marks", "matter_reports", "tallies")


@pytest.fixture
def earlier(tmp_path: Path) -> Path:
    """A record of the schema before, with reports in it."""
    path = tmp_path / "earlier.vrb"
    with Record(path) as record:
        for report in REPORTS:
            record.add(*report)
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        for name in ("statements", "actors"):
            db.execute(f"DROP TRIGGER {name}_are_called")
            db.execute(f"DROP TRIGGER {name}_are_not_called")
        db.execute("DROP INDEX actors_roster")
        db.execute("DROP INDEX versions_sha256")
        db.execute("ALTER TABLE actors DROP COLUMN roster")
        for table in (*_KEPT, "forgotten_places"):
            db.execute(f"DROP TABLE {table}")
        db.execute("DELETE FROM meta WHERE key IN ('roster_rule', 'tally_rule')")
        number = next(n for n, sql in migrations() if "CREATE TABLE tallies" in sql)
        db.execute(f"PRAGMA user_version = {number - 1}")
    return path


def test_a_record_of_before_is_counted_when_it_is_first_written_to(earlier: Path) -> None:
    with Record(earlier) as record:
        assert record.check() == ()
        assert record.counts().actors == 6
        assert told(record)[0] == ("Ilka Orvo", None, 3)


def test_what_is_miscounted_is_found(path: Path) -> None:
    with Record(path) as record:
        record.add(*REPORTS[3])
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("UPDATE tallies SET number = 7 WHERE kind = 'a' AND facet = ''")
        db.execute("UPDATE roster SET reports = 3 WHERE name = 'Marl Teth'")
    with Record(path) as record:
        assert [(p.entry, p.reason) for p in record.check()] == [
            ("a2", "its row of the roster counts other reports than name it"),
            ("record", "the number of actors is not as counted"),
        ]


def test_a_name_that_leads_to_nobody_is_found(path: Path) -> None:
    with Record(path) as record:
        record.add(*REPORTS[3])
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("INSERT INTO called (rowid, who) VALUES (-1, 'somebody')")
    with Record(path) as record:
        ((problem,),) = [record.check()]
    assert (problem.entry, problem.reason) == ("a1", "the full-text index is out of step")
