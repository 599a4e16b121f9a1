from __future__ import annotations

from pathlib import Path

import pytest
from litestar.testing import TestClient

from tests.record.factory import annotate
from tests.web.conftest import PORT
from verbale.record import Record
from verbale.web.app import create_app
from verbale.web.guard import Access

PATHS = (
    "/api",
    "/api/statements?limit=2",
    "/api/statements.jsonl",
    "/api/brief",
    "/api/reports/r1",
)


@pytest.mark.parametrize("path", PATHS)
def test_nothing_is_sent_twice(client: TestClient, sample: Path, path: str) -> None:
    tag = client.get(path).headers["etag"]
    for held in (tag, f"W/{tag}", f'"x", {tag}', "*"):
        again = client.get(path, headers={"if-none-match": held})
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == tag
    assert client.get(path, headers={"if-none-match": '"x"'}).status_code == 200
    with Record(sample) as record:
        record.add(*annotate())
    changed = client.get(path, headers={"if-none-match": tag})
    assert changed.status_code == 200
    assert changed.headers["etag"] != tag


def test_lines_and_pages_have_their_own_tags(client: TestClient) -> None:
    tag = client.get("/api/statements").headers["etag"]
    assert client.get("/api/statements.jsonl", headers={"if-none-match": tag}).status_code == 200


@pytest.mark.parametrize("path", [*PATHS, "/", "/statements"])
def test_a_head_has_no_body(client: TestClient, path: str) -> None:
    asked, told = client.get(path), client.head(path)
    assert (told.status_code, told.content) == (200, b"")
    assert told.headers.get("etag") == asked.headers.get("etag")
    assert told.headers["content-type"] == asked.headers["content-type"]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_nothing_can_be_changed(client: TestClient, method: str) -> None:
    answer = client.request(method, "/api/statements")
    assert answer.status_code in (403, 405)
    assert answer.headers["content-type"] == "application/problem+json"


def test_unknown_addresses_are_told_as_problems(client: TestClient) -> None:
    answer = client.get("/api/ministers")
    assert answer.status_code == 404
    assert answer.headers["content-type"].startswith("application/problem+json")
    assert answer.json()["instance"] == "/api/ministers"
    assert "GET /api" in answer.json()["advice"]


def test_a_program_sends_its_token_in_a_header(sample: Path) -> None:
    app = create_app(sample, Access(host="192.168.1.20", port=PORT, token="right"))
    with TestClient(app, base_url=f"http://192.168.1.20:{PORT}") as client:
        refused = client.get("/api/statements")
        assert refused.status_code == 401
        assert refused.json()["title"] == "Unauthorized"
        assert refused.headers["www-authenticate"] == "Bearer"
        wrong = client.get("/api/statements", headers={"authorization": "Bearer wrong"})
        assert wrong.status_code == 401
        right = client.get("/api/statements", headers={"authorization": "Bearer right"})
        assert right.status_code == 200
        evil = {"authorization": "Bearer right", "origin": "http://evil.example"}
        assert client.get("/api/statements", headers=evil).status_code == 403
