from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desk.site import Site, running
from tests.desk.watching import Watch
from verbale.record import Record


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with Record(tmp_path / "x.vrb") as opened:
        yield opened
        assert opened.check() == ()


@pytest.fixture
def site() -> Iterator[Site]:
    with running() as found:
        yield found


@pytest.fixture
def desk(tmp_path: Path) -> Watch:
    return Watch(tmp_path)
