from __future__ import annotations

from pathlib import Path

import pytest
from litestar.testing import TestClient

from tests.web.conftest import HOME, PORT
from verbale.web.app import create_app
from verbale.web.guard import HEADERS, Access, is_local


@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil.example:8765", "127.0.0.1:9", "127.0.0.1", "localhost.evil.example:8765",
     "x@127.0.0.1:8765", "127.0.0.1:8765/x", "[::1", ""],
)  # fmt: skip
def test_a_name_that_is_not_ours_is_told_nothing(client: TestClient, host: str) -> None:
    answer = client.get("/", headers={"host": host})
    assert answer.status_code == 421
    assert "sample.vrb" not in answer.text


@pytest.mark.parametrize("host", ["127.0.0.1:8765", "localhost:8765", "[::1]:8765"])
def test_this_machine_is_answered(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": f"https://127.0.0.1:{PORT}"},
        {"origin": "http://127.0.0.1:9"},
        {"sec-fetch-site": "cross-site", "sec-fetch-mode": "cors"},
        {"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors"},
        {"sec-fetch-site": "cross-site"},
    ],
)
def test_pages_of_other_sites_may_not_ask(client: TestClient, headers: dict[str, str]) -> None:
    assert client.get("/statements.jsonl", headers=headers).status_code == 403


def test_our_own_pages_and_links_from_elsewhere_may(client: TestClient) -> None:
    assert client.get("/", headers={"origin": HOME}).status_code == 200
    followed = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}
    assert client.get("/", headers=followed).status_code == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_what_is_shown_cannot_be_changed(client: TestClient, method: str) -> None:
    assert client.request(method, "/reports/r1", headers={"origin": HOME}).status_code == 405


@pytest.mark.parametrize("path", ["/", "/nothing", "/static/desk.css", "/statements?since=never"])
def test_every_answer_forbids_what_pages_do_not_need(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    for name, value in HEADERS.items():
        assert headers.get_list(name) == [value]
    policy = headers["content-security-policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy


def test_elsewhere_a_token_is_asked_for(sample: Path) -> None:
    app = create_app(sample, Access(host="192.168.1.20", port=PORT, token="right"))
    with TestClient(app, base_url=f"http://192.168.1.20:{PORT}") as client:
        assert client.get("/").status_code == 401
        assert client.get("/reports.csv").status_code == 401
        assert client.get("/enter?token=wrong").status_code == 401
        assert client.get("/enter").status_code == 401
        client.cookies.set(f"verbale-{PORT}", "right")
        assert client.get("/").status_code == 401
        client.cookies.clear()
        entered = client.get("/enter?token=right")
        cookie = entered.headers["set-cookie"]
        assert "HttpOnly" in cookie
        assert "SameSite=Strict" in cookie
        assert "right" not in cookie
        assert client.get("/").status_code == 200


def test_on_all_addresses_only_numbers_and_own_names_are_ours() -> None:
    access = Access(host="0.0.0.0", port=80, token="x")
    assert access.allows("192.168.1.20")
    assert access.allows("127.0.0.1:80")
    assert not access.allows("evil.example")


@pytest.mark.parametrize(
    ("host", "local"),
    [("127.0.0.1", True), ("127.8.8.8", True), ("::1", True), ("localhost", True),
     ("0.0.0.0", False), ("192.168.1.20", False), ("desk.example", False)],
)  # fmt: skip
def test_what_only_this_machine_can_reach(host: str, local: bool) -> None:
    assert is_local(host) is local


@pytest.mark.parametrize(
    "path",
    ["/static/../app.py", "/static/..%2f..%2fapp.py", "/static/%2e%2e/guard.py",
     "/static/README.md",
     "/static//etc/passwd", "/reports/..%2f..%2fetc%2fpasswd", "/reports/%2Fetc%2Fpasswd/original",
     "/entries/..%2fx", "/matters/..%2f..%2f", "/etc/passwd"],
)  # fmt: skip
def test_no_path_reaches_the_disk(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "root:" not in answer.text
