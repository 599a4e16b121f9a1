from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from verbale.record import Record


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "x.vrb"


@pytest.fixture
def record(path: Path) -> Iterator[Record]:
    with Record(path) as opened:
        yield opened
        assert opened.check() == ()
