"""Copies of reports that are added together are joined as they are one by one."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.record.factory import TALKS, annotate
from verbale.model import Annotation, RawDocument
from verbale.record import Added, Coming, Record

Given = tuple[Annotation, RawDocument]
CABLE = """Vessa recalls its envoy from Orda
VESSA, 6 March. {Pal Imre|announced|that the envoy would return} on Friday.
"""


def said_by(outlet: str, origin: str, text: str = TALKS) -> Given:
    """A report whose sidecar names its outlet."""
    annotation, raw = annotate(text, origin, outlet=outlet)
    return annotation, type(raw)(data=raw.data, origin=origin, given=type(raw.given)(outlet=outlet))


#: One text saved under names of every worth, at two addresses and by two outlets; another text
#: twice, and a version of it that came later.
COPIES: tuple[Given, ...] = (
    annotate(origin="a/talks.txt"),
    annotate(origin="b/talks.txt"),
    annotate(origin="handed over 0123456789ab/talks.txt"),
    annotate(origin="c.txt", url="https://orda.example/1"),
    annotate(origin="d.txt", url="https://velm.example/1"),
    annotate(origin="e.txt", key="ferries"),
    said_by("Orda Courier", "f.txt"),
    said_by("Velm Post", "g.txt"),
    annotate(CABLE, "cable.txt"),
    annotate(CABLE, "sent/cable.txt"),
    annotate(CABLE.replace("Friday", "Sunday"), "cable.txt", published="2024-03-07"),
    annotate(CABLE, "cable.txt", code="verbale 1 / no model"),
    annotate(TALKS.replace("Nothing", "Little"), "alone.txt"),
)


def one_by_one(record: Record, reports: list[Given], _: int) -> list[Added]:
    return [record.add(*report, join_copies=True) for report in reports]


def together(record: Record, reports: list[Given], size: int) -> list[Added]:
    found: list[Added] = []
    for first in range(0, len(reports), size):
        some = (Coming.of(*report) for report in reports[first : first + size])
        found += record.add_together(some, join_copies=True)
    return found


def kept(
    add: Callable[[Record, list[Given], int], list[Added]], reports: list[Given], size: int = 1
) -> tuple[list[str], list[tuple[str, ...]], list[str]]:
    """What a record then holds: its dump, the places of each report, what came of each addition."""
    with tempfile.TemporaryDirectory() as folder, Record(Path(folder) / "x.vrb") as record:
        found = add(record, reports, size)
        assert record.check() == ()
        places = sorted(tuple(sorted(record.places(row.id))) for row in record.reports().rows)
        return list(record.dump()), places, [added.kind for added in found]


@settings(max_examples=15, deadline=None)
@given(
    st.permutations(range(len(COPIES))),
    st.integers(1, len(COPIES)),
    st.sampled_from([1, 2, 3, 5, 13]),
)
def test_both_ways_keep_the_same(order: list[int], most: int, size: int) -> None:
    """In any order, any number of them, in batches of any size, and once more after that."""
    reports = [COPIES[number] for number in (*order[:most], *order[: most // 2])]
    assert kept(together, reports, size) == kept(one_by_one, reports)


#: Copies of which one has a name that tells most, and reports that stand alone.
NAMED = [COPIES[number] for number in (0, 2, 3, 8, 12)]


@settings(max_examples=10, deadline=None)
@given(st.permutations(range(len(NAMED))), st.sampled_from([1, 2, 5]))
def test_the_name_that_tells_most_stays_in_any_order(order: list[int], size: int) -> None:
    dump, places, _ = kept(together, [NAMED[number] for number in order], size)
    assert dump == kept(together, NAMED, 5)[0]
    assert sorted(map(len, places)) == [1, 1, 3]
    assert any('"report":"https://orda.example/1"' in line for line in dump)


def test_without_being_asked_places_are_reports(record: Record) -> None:
    record.add_together(Coming.of(*report) for report in COPIES[:2])
    assert record.counts().reports == 2


@pytest.mark.parametrize("add", [one_by_one, together])
def test_copies_of_what_was_forgotten_stay_away(
    record: Record, add: Callable[[Record, list[Given], int], list[Added]]
) -> None:
    add(record, [*COPIES[:2]], 2)
    record.forget("r1")
    kinds = [added.kind for added in add(record, [*COPIES[:2], COPIES[8]], 3)]
    assert kinds == ["forgotten", "forgotten", "new"]


def test_decisions_go_with_the_better_name(record: Record) -> None:
    together(record, [COPIES[0]], 1)
    record.corrections.correct("s1", {"speaker": "Ilka Orvo"}, author="desk")
    together(record, [COPIES[8], COPIES[3], COPIES[9]], 3)
    assert record.report("r1").lineage == "https://orda.example/1"
    speakers = {row.id: row.statement.speaker for row in record.statements().rows}
    assert speakers["s1"] == "Ilka Orvo"
    assert record.counts().reports == 2
