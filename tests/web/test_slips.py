"""What cannot be asked is told on the page it was asked of, with the slip still in its box."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from litestar.testing import TestClient

from tests.web.conftest import HOME, PORT
from tests.web.links import Page
from verbale.record import Record
from verbale.web.app import create_app
from verbale.web.guard import Access

NO_DAYS = ("garbage", "31.12.2025", "2025-13", "2025-02-30", "April", "<b>now</b>")
DATED = ("/statements", "/positions", "/acts", "/reports", "/brief")
FILES = tuple(f"/{noun}.{kind}" for noun in ("statements", "acts", "positions", "reports")
              for kind in ("csv", "jsonl"))  # fmt: skip


@pytest.fixture(scope="module")
def client(read_once: Path) -> Iterator[TestClient]:
    with TestClient(create_app(read_once, Access(port=PORT)), base_url=HOME) as opened:
        yield opened


@pytest.fixture(scope="module")
def matter(read_once: Path) -> str:
    with Record(read_once, read_only=True) as record:
        return max(record.matters(), key=lambda row: row.positions).matter.id


def boxes(page: str) -> dict[str, dict[str, str | None]]:
    """The boxes of a page's forms by name."""
    return {
        found["name"] or "": found
        for tag, found in Page(page).tags
        if tag == "input" and found.get("name")
    }


def told(page: str) -> list[dict[str, str | None]]:
    """What a page says of a slip, as elements."""
    return [found for tag, found in Page(page).tags if found.get("role") == "alert"]


@pytest.mark.parametrize("value", NO_DAYS)
@pytest.mark.parametrize("path", DATED)
def test_what_is_no_day_stays_in_its_box(client: TestClient, path: str, value: str) -> None:
    answer = client.get(path, params={"since": value, "until": "2025"})
    held = boxes(answer.text)
    assert answer.status_code == 400
    assert "This cannot be shown" not in answer.text
    assert [each["id"] for each in told(answer.text)] == ["problem"]
    assert held["since"]["value"] == value
    assert held["since"]["aria-describedby"] == "problem"
    assert held["until"]["value"] == "2025"
    assert "aria-invalid" not in held["until"]


@pytest.mark.parametrize("value", NO_DAYS)
def test_lanes_keep_their_drawing_and_the_slip(client: TestClient, matter: str, value: str) -> None:
    answer = client.get(f"/matters/{matter}/lanes", params={"from": value, "to": "2025-06"})
    held = boxes(answer.text)
    assert answer.status_code == 400
    assert "All of time is shown" in answer.text
    assert "<svg xmlns" in answer.text
    assert (held["from"]["value"], held["to"]["value"]) == (value, "2025-06")
    assert "aria-invalid" in held["from"]
    assert "aria-invalid" not in held["to"]


def test_a_window_that_ends_before_it_begins_is_told(client: TestClient, matter: str) -> None:
    answer = client.get(f"/matters/{matter}/lanes?from=2026&to=2025")
    assert answer.status_code == 400
    assert "no day is in both" in answer.text
    assert all("aria-invalid" in boxes(answer.text)[name] for name in ("from", "to"))


@pytest.mark.parametrize("value", NO_DAYS)
def test_a_matter_is_shown_beside_a_slip(client: TestClient, matter: str, value: str) -> None:
    answer = client.get(f"/matters/{matter}", params={"since": value})
    assert answer.status_code == 400
    assert "Where each side stands" in answer.text
    assert boxes(answer.text)["since"]["value"] == value


def test_matters_are_shown_beside_a_party_that_nobody_knows(client: TestClient) -> None:
    answer = client.get("/?party=Atlantis&words=ban")
    assert answer.status_code == 400
    assert "All matters are shown" in answer.text
    assert boxes(answer.text)["party"]["value"] == "Atlantis"
    assert boxes(answer.text)["words"]["value"] == "ban"


@pytest.mark.parametrize("path", FILES)
@pytest.mark.parametrize("query", ["since=garbage", "since=2026&until=2025", "order=sideways"])
def test_a_file_is_refused_before_it_begins(client: TestClient, path: str, query: str) -> None:
    assert client.get(f"{path}?{query}").status_code == 400


def test_a_file_of_an_unknown_report_is_not_found(client: TestClient) -> None:
    assert client.get("/statements.csv?report=zzz").status_code == 404


@pytest.mark.parametrize(
    "path",
    ["/api/statements", "/api/statements.jsonl", "/api/acts", "/api/positions.jsonl",
     "/api/reports", "/api/shifts", "/api/shifts.jsonl", "/api/brief"],
)  # fmt: skip
def test_programs_are_told_why(client: TestClient, path: str) -> None:
    for query, why in (("since=garbage", "not a day"), ("since=2026&until=2025", "in both")):
        answer = client.get(f"{path}?{query}")
        assert answer.status_code == 400
        assert answer.headers["content-type"] == "application/problem+json"
        assert why in answer.json()["detail"]


def test_a_number_of_hits_is_a_number(client: TestClient) -> None:
    answer = client.get("/api/search?q=ban&limit=many")
    assert answer.status_code == 400
    assert "give a whole number" in answer.json()["detail"]


def test_every_answer_names_its_encoding_once(client: TestClient, matter: str) -> None:
    kept = ("/statements.csv", "/brief.md", "/static/desk.css", f"/matters/{matter}/lanes.svg")
    for path in ("/", "/nope", *kept):
        assert client.get(path).headers["content-type"].count("charset") <= 1
    assert client.get("/").headers["content-type"] == "text/html; charset=utf-8"
