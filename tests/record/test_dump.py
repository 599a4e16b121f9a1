"""The canonical dump is the same in whatever order reports were read."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.record.factory import TALKS, annotate
from verbale.record import Record

REPORTS = [
    annotate(TALKS, "a.txt"),
    annotate(TALKS, "b.txt", published=None),
    annotate(TALKS + "More.\n", "c.txt", published="2024-03-05"),
    annotate("Head\n{Otto Fenn|said|no}.\n", "d.txt", published="XXXX-03-05", country=None),
    # Three versions of one page, each saying when it is from, and one copy saved elsewhere.
    annotate(TALKS + "1\n", "e1.txt", published="2024-03-01", url="https://orda.example/e"),
    annotate(TALKS + "2\n", "e2.txt", published="2024-03-02", url="https://orda.example/e"),
    annotate(
        TALKS + "3\n",
        "e3.txt",
        published="2024-03-01",
        updated="2024-03-09",
        url="https://orda.example/e",
    ),
    annotate(TALKS + "3\n", "e4.txt", published="2024-03-01", updated="2024-03-09",
             url="https://orda.example/e"),
]  # fmt: skip


def dumped(order: list[int]) -> list[str]:
    with tempfile.TemporaryDirectory() as folder, Record(Path(folder) / "x.vrb") as record:
        for number in order:
            record.add(*REPORTS[number])
        record.skip("z.bin", "no text")
        return list(record.dump())


EXPECTED = dumped(list(range(len(REPORTS))))


@settings(max_examples=15, deadline=None)
@given(st.permutations(range(len(REPORTS))), st.lists(st.integers(0, len(REPORTS) - 1)))
def test_any_order_and_any_repetition(order, again):
    assert dumped([*order, *again]) == EXPECTED


def test_it_holds_the_words_and_no_times():
    assert len([line for line in EXPECTED if line.startswith('{"report"')]) == 5
    assert any("the ferry would sail again" in line for line in EXPECTED)
    assert not any("read_at" in line for line in EXPECTED)
