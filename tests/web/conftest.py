from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from litestar.testing import TestClient

from tests.record.factory import annotate
from verbale.desk import read
from verbale.model import Position, Span
from verbale.record import Record
from verbale.web.app import create_app
from verbale.web.guard import Access

SAMPLES = Path(__file__).resolve().parents[2] / "src" / "verbale" / "samples"
CHOSEN = (
    "islands/02-trawler-kelvane.txt",
    "islands/03-sanctions.jsonl",
    "islands/04-thurnia-answers.txt",
    "islands/05-answer-seen-from-kelvane.txt",
    "islands/08-condition-repeated.txt",
    "islands/10-ban-lifted-wire.txt",
    "lexicon.toml",
)
PORT = 8765
HOME = f"http://127.0.0.1:{PORT}"
#: A report whose every word tries something.
HOSTILE = """<script>alert("headline")</script> & <b>bold</b>
{<img src=x onerror=alert(1)>|said|"><script>alert(2)</script> would end} the talks.
{Lena Brask|said|=HYPERLINK("http://evil.example","open") and </title><svg onload=alert(3)>} today.
"""


@pytest.fixture(scope="session")
def read_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of sample reports, read once."""
    folder = tmp_path_factory.mktemp("web")
    for name in CHOSEN:
        place = folder / "reports" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(SAMPLES / name, place)
    with Record(folder / "sample.vrb") as record:
        assert read([str(folder / "reports")], record).read == 7
    return folder / "sample.vrb"


@pytest.fixture
def sample(read_once: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(read_once, tmp_path / "sample.vrb"))


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A record of one report that attacks whoever shows it."""
    annotation, raw = annotate(
        HOSTILE, "<script>alert(4)</script>.txt", outlet='"><script>alert(5)</script>'
    )
    held = Position(
        id=1,
        party="ORD",
        matter="<script>alert(6)</script>",
        on="talks",
        stance="conditional",
        condition='"><script>alert(7)</script>',
        evidence=(Span(0, 20),),
    )
    with Record(tmp_path / "hostile.vrb") as record:
        record.add(type(annotation)(**{**_fields(annotation), "positions": (held,)}), raw)
    return tmp_path / "hostile.vrb"


def _fields(annotation: object) -> dict[str, object]:
    return {name: getattr(annotation, name) for name in annotation.__struct_fields__}  # type: ignore[attr-defined]


@pytest.fixture
def client(sample: Path) -> Iterator[TestClient]:
    with TestClient(create_app(sample, Access(port=PORT)), base_url=HOME) as opened:
        yield opened


@pytest.fixture
def attacked(hostile: Path) -> Iterator[TestClient]:
    with TestClient(create_app(hostile, Access(port=PORT)), base_url=HOME) as opened:
        yield opened
