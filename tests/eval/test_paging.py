"""The large record of the benchmark is a whole one, and its pages take no longer for its size."""

from __future__ import annotations

from pathlib import Path

import pytest

from eval.bench import crowd, paging
from verbale.record import Record

#: A machine that does much else at once makes single figures jump; a scan of all rows is far above.
_GENEROUS = 4


@pytest.mark.slow
def test_pages_of_a_record_twenty_times_as_large(tmp_path: Path) -> None:
    small, large = tmp_path / "small.vrb", tmp_path / "large.vrb"
    crowd.read_base(small)
    crowd.make(large, 2100, small)
    with Record(small, read_only=True) as one, Record(large, read_only=True) as many:
        assert many.counts().statements == 21 * one.counts().statements
        assert many.is_large
        assert not one.is_large
        assert many.report("r2050").headline == one.report("r50").headline
        assert many.search("talks").total > one.search("talks").total
    found = paging.compared(small, large, 2)
    slow = {row.what: row.value for row in found if row.value > _GENEROUS * (row.target or 1)}
    assert not slow
