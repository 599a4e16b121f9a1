"""Adding one report costs a small part of computing everything anew."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest

from tests.record.test_matters import report
from verbale.record import Record

SIZE = 60
PAIRS = [("ORD", "VEL"), ("ORD", "XYZ"), ("ABC", "VEL")]


@pytest.mark.slow
def test_one_report_is_a_small_part_of_a_rebuild(tmp_path: Path) -> None:
    with Record(tmp_path / "x.vrb") as record:
        for n in range(SIZE):
            topics = (("ferry agreement", "ferry treaty"), (f"grain {n % 7} deal", "grain deal"))
            record.add(*report(f"r{n}", *topics, parties=PAIRS[n % 3]))
        singles = []
        for n in range(9):
            more = report(f"more{n}", ("agreement", "deal"), ("gas", "gas"), parties=PAIRS[n % 3])
            start = process_time()
            record.add(*more)
            singles.append(process_time() - start)
        start = process_time()
        for _ in record.rebuild():
            pass
        whole = process_time() - start
    # Two per cent of 300, which take minutes.
    assert sorted(singles)[len(singles) // 2] < 0.02 * 300 / SIZE * whole
