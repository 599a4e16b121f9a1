"""Walking through a record that grows: nothing is missed, nothing comes twice."""

from __future__ import annotations

import shutil

import pytest

from tests.record.factory import TALKS, annotate
from verbale.errors import UsageError
from verbale.record import (
    ActFilter,
    ActorFilter,
    MatterFilter,
    PositionFilter,
    Record,
    ReportFilter,
    StatementFilter,
)
from verbale.record.orders import ORDERS

KINDS = {"r": ReportFilter, "s": StatementFilter, "e": ActFilter, "p": PositionFilter}
DAYS = ("2024-03-04", None, "2024-03-05", "XXXX-07-15", "2024-03", "2023", None)
WAYS = [
    (kind, way)
    for letter, kind in KINDS.items()
    for order in ORDERS[letter]
    for way in (order, f"-{order}")
]


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    path = tmp_path_factory.mktemp("walk") / "x.vrb"
    with Record(path) as record:
        for n, day in enumerate(DAYS):
            outlet = None if n == 2 else f"Courier {n % 3}"
            record.add(*annotate(f"{TALKS}{n}\n", f"{n}.txt", published=day, outlet=outlet))
    return path


@pytest.fixture(scope="module")
def read(made):
    with Record(made, read_only=True) as record:
        yield record


@pytest.fixture
def record(made, tmp_path):
    """A copy of its own for a test that writes."""
    with Record(shutil.copy(made, tmp_path / "x.vrb")) as record:
        yield record


def ids(record: Record, wanted, step: int) -> list[str]:
    found, after = [], None
    while True:
        piece = record.walk(type(wanted)(order=wanted.order, limit=step), after)
        found += [row.id for row in piece.rows]
        if not piece.more:
            return found
        after = piece.last


@pytest.mark.parametrize("step", [1, 3, 100])
@pytest.mark.parametrize(("kind", "way"), WAYS)
def test_pieces_make_the_whole_in_its_order(read, kind, way, step):
    listed = {
        ReportFilter: read.reports,
        StatementFilter: read.statements,
        ActFilter: read.acts,
        PositionFilter: read.positions,
    }[kind]
    assert ids(read, kind(order=way), step) == [row.id for row in listed(kind(order=way))]


@pytest.mark.parametrize("kind", [*KINDS.values(), ActorFilter])
def test_without_an_order_as_it_was_read(read, kind):
    found = ids(read, kind(), 2)
    assert found == sorted(found, key=lambda name: int(name[1:]))
    assert len(found) == read.number(kind()).fit > 0


def test_matters_by_their_ids(read):
    piece = read.walk(MatterFilter(limit=5))
    assert [row.matter.id for row in piece.rows] == sorted(row.matter.id for row in read.matters())


def test_what_comes_before_a_place_shifts_nothing(record):
    first = record.walk(ReportFilter(order="day", limit=2))
    rest = [row.id for row in record.walk(ReportFilter(order="day", limit=99), first.last).rows]
    record.add(*annotate(TALKS, "early.txt", published="2001-01-01"))
    again = [row.id for row in record.walk(ReportFilter(order="day", limit=99), first.last).rows]
    assert again == rest


def test_what_cannot_be_walked(read):
    with pytest.raises(UsageError, match="no order"):
        read.walk(StatementFilter(order="mood"))
    with pytest.raises(ValueError, match="1, 2"):
        read.walk(StatementFilter(), (1, 2))


def test_everything_written_leaves_another_mark(record, tmp_path):
    marks = [record.state()]

    def noted() -> None:
        assert record.state() not in marks
        marks.append(record.state())

    record.add(*annotate(TALKS, "new.txt"))
    noted()
    made = record.corrections.correct("s1", {"speaker": "Lena Brask-Olsen"}, author="AB")
    noted()
    record.corrections.undo(made[0].correction.id, author="AB")
    noted()
    record.skip("bad.pdf", "not text")
    noted()
    record.keep_extensions({"x.toml": ""})
    noted()
    record.forget("r1")
    noted()
    assert record.state() == marks[-1]
    record.add(*annotate(TALKS, "new.txt"))
    record.statements()
    assert record.state() == marks[-1]
    with Record(tmp_path / "x.vrb", read_only=True) as other:
        assert other.state() == marks[-1]
