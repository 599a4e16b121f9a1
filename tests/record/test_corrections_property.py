"""Whatever is decided and read in whatever order: the same decisions give the same values."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.record.factory import TALKS, annotate
from verbale.errors import AmbiguousEntry, NoSuchEntry, UsageError
from verbale.record import Record

URL = "https://orda.example/e"
SHORT = "Talks\n{Brask|said|the ferry waits}.\nMore.\n"
READINGS = [
    annotate(TALKS, "a.txt"),
    annotate(SHORT, "b.txt", published="XXXX-03-05"),
    annotate(TALKS + "1\n", "e1.txt", published="2024-03-01", url=URL),
    annotate(TALKS.replace("before", "after") + "2\n", "e2.txt", published="2024-03-02", url=URL),
]
Step = Callable[[Record], object]


def corrected(entry: str, **changes: object) -> Step:
    return lambda record: record.corrections.correct(entry, changes, author="x")


STEPS: list[Step] = [
    corrected("s1", speaker="Iro Salm"),
    corrected("s1", speaker="Otto Fenn", country="VEL"),
    corrected("s2", rejected=True),
    corrected("s5", said_on="2024-01-01"),
    corrected("p1", stance="refuses"),
    corrected("e1", type="REJECT", flags=("negated",)),
    corrected("r2", published="2024-03-05"),
    corrected("r1", body=("ORDA, 4 March. … summer.",)),
    lambda record: record.corrections.undo("s1", author="x"),
    lambda record: record.corrections.undo("s2", author="x"),
    lambda record: record.corrections.undo("r1", author="x"),
    lambda record: record.corrections.merge("Brask", "Lena Brask", author="x"),
    lambda record: record.corrections.split("a1", author="x"),
    lambda record: list(record.rebuild()),
    *((lambda record, reading=reading: record.add(*reading)) for reading in READINGS),
]


def last_versions(record: Record) -> None:
    for reading in READINGS:
        record.add(*reading)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(STEPS), max_size=12), st.permutations(range(len(READINGS))))
def test_the_same_decisions_give_the_same_values(steps, order):
    with tempfile.TemporaryDirectory() as folder:
        with Record(Path(folder) / "one.vrb") as one:
            last_versions(one)
            for step in steps:
                try:
                    step(one)
                except (NoSuchEntry, AmbiguousEntry, UsageError):
                    continue  # nothing to undo, several of the name, or already so
            last_versions(one)
            assert one.check() == ()
            dumped, entries = list(one.dump()), one.corrections.entries()
            rows = one.corrections.rows()
            list(one.rebuild())
            assert list(one.dump()) == dumped
            assert one.corrections.rows() == rows
        with Record(Path(folder) / "two.vrb") as two:
            half = len(entries) // 2
            two.corrections.take(entries[:half])
            for number in order:
                two.add(*READINGS[number])
            assert two.corrections.take(entries).conflicts == ()
            last_versions(two)
            assert two.check() == ()
            assert list(two.dump()) == dumped
