from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from verbale.record import Record


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with Record(tmp_path / "x.vrb") as opened:
        yield opened
        assert opened.check() == ()
