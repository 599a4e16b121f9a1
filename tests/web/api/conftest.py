from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from litestar.testing import TestClient

from tests.web.conftest import HOME, PORT
from verbale.web.app import create_app
from verbale.web.guard import Access


@pytest.fixture(scope="session")
def shown(read_once: Path) -> Iterator[TestClient]:
    """The desk over a record that nobody writes to, opened once for all tests."""
    with TestClient(create_app(read_once, Access(port=PORT)), base_url=HOME) as opened:
        yield opened
