from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.brief.newsroom import WORLD, filled
from verbale.brief import Brief, compose
from verbale.lexicon import Lexicon
from verbale.record import Record


@pytest.fixture(scope="session")
def lexicon(tmp_path_factory: pytest.TempPathFactory) -> Lexicon:
    file = tmp_path_factory.mktemp("world") / "world.toml"
    file.write_text(WORLD)
    return Lexicon.load([file])


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with filled(tmp_path / "ferry.vrb") as opened:
        yield opened


@pytest.fixture
def brief(record: Record, lexicon: Lexicon) -> Brief:
    return compose(record, lexicon=lexicon)
