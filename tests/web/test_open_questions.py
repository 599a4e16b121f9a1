"""What the first page says is open is exactly what its links list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from litestar.testing import TestClient

from tests.record.factory import annotate
from tests.web.conftest import HOME, PORT
from verbale.model import Position
from verbale.record import DOUBTS, Record, StatementFilter
from verbale.web.app import create_app
from verbale.web.guard import Access


@pytest.fixture
def record(tmp_path: Path) -> Path:
    text = """{|was said|the toll on the strait would stay} in the harbour.
{|was reported|the ferries would sail} again.
{Lena Brask|said|the dues were settled} today.
"""
    annotation, raw = annotate(text, "strait.txt", outlet="Strait Courier")
    fields = {name: getattr(annotation, name) for name in annotation.__struct_fields__}
    nobody = next(each for each in annotation.statements if each.speaker is None)
    held = Position(
        id=1, party="ORD", matter="toll", on="terms", stance="refuses",
        evidence=nobody.content, statement=nobody.id,
    )  # fmt: skip
    with Record(tmp_path / "strait.vrb") as opened:
        opened.add(type(annotation)(**{**fields, "positions": (held,)}), raw)
    return tmp_path / "strait.vrb"


@pytest.fixture
def desk(record: Path) -> Iterator[TestClient]:
    with TestClient(create_app(record, Access(port=PORT)), base_url=HOME) as opened:
        yield opened


def listed(desk: TestClient, address: str) -> int:
    """How many entries a table holds."""
    return int(re.findall(r"(\d+) statements", desk.get(address).text)[0])


def test_the_number_is_that_of_the_list_it_links(desk: TestClient) -> None:
    home = desk.get("/").text
    (told,) = re.findall(r'<a href="/statements\?lacks=speaker">(\d+) statements', home)
    assert int(told) == listed(desk, "/statements?lacks=speaker") == 2
    assert 'href="/statements?lacks=year"' not in home


def test_what_waits_for_review_is_told_apart_from_it(desk: TestClient, record: Path) -> None:
    home = desk.get("/").text
    with Record(record, read_only=True) as opened:
        numbers = opened.number_of_doubts()
    assert numbers["speaker"] == 1
    for kind in DOUBTS:
        found = re.findall(rf'href="/review\?kind={kind}">[^<]+</a> (\d+)', home)
        assert [int(each) for each in found] == ([numbers[kind]] if numbers[kind] else [])
    assert 'href="/statements?lacks=speaker"' in desk.get("/review?kind=speaker").text


def test_each_thing_that_may_lack_is_asked_for_alone(record: Path) -> None:
    with Record(record, read_only=True) as opened:
        both = opened.statements(StatementFilter(open=True)).total
        speaker, year = (
            opened.statements(StatementFilter(lacks=name)).total for name in ("speaker", "year")
        )
    assert (both, speaker, year) == (2, 2, 0)


def test_what_an_address_asks_for_is_shown_and_can_be_taken_away(desk: TestClient) -> None:
    page = desk.get("/statements?lacks=speaker&report=r1&order=-day").text
    assert "Only: by somebody who is not identified" in page
    assert "Only: report: r1" in page
    assert "/statements?order=-day&amp;report=r1" in page
    assert "Only:" not in desk.get("/statements?country=ORD&text=toll&limit=10").text


def test_programs_ask_for_the_same(desk: TestClient) -> None:
    assert desk.get("/api/statements?lacks=speaker").json()["total"] == 2
    assert desk.get("/api/statements?lacks=grammar").status_code == 400
