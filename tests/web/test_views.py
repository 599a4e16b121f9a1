from __future__ import annotations

from pathlib import Path

import pytest
from litestar.testing import TestClient

from tests.web.forms import secret, send
from verbale.record import Record
from verbale.web.visits import told

KEEP, DROP = "/views/keep", "/views/drop"
VIEW = "/statements?country=XTH&type=direct"


def save(client: TestClient, name: str, address: str) -> int:
    values = {"_token": secret(client, "/review?kind=score"), "name": name, "address": address}
    return int(send(client, KEEP, values).status_code)


def test_a_view_is_kept_in_the_record_shown_and_dropped(client: TestClient, sample: Path) -> None:
    assert f"{VIEW.replace('&', '&amp;')}" in client.get(VIEW).text  # the form has the address
    assert save(client, " Thurnia,  directly ", VIEW) == 303
    with Record(sample, read_only=True) as record:
        assert record.views() == {"Thurnia, directly": VIEW}
    text = client.get("/").text
    assert "Thurnia, directly" in text
    assert VIEW.replace("&", "&amp;") in text
    send(client, DROP, {"_token": secret(client, "/"), "name": "Thurnia, directly"})
    assert "Saved views" not in client.get("/").text


@pytest.mark.parametrize(
    "address",
    ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "",
     "/statements?x=1\n2", "/static/desk.js", "/reports/r1/original", "/" + "x" * 1_600],
)  # fmt: skip
def test_only_pages_of_the_desk_are_kept(client: TestClient, sample: Path, address: str) -> None:
    assert save(client, "x", address) == 400
    with Record(sample, read_only=True) as record:
        assert record.views() == {}


@pytest.mark.parametrize("name", ["", "  ", "x" * 81])
def test_a_view_needs_a_name(client: TestClient, name: str) -> None:
    assert save(client, name, VIEW) == 400


def test_what_was_read_since_the_last_visit_stands_out(client: TestClient, sample: Path) -> None:
    with Record(sample, read_only=True) as record:
        matter = next(row.matter.id for row in record.matters() if row.positions > 1)
    path = f"/matters/{matter}"
    first = client.get(path)
    assert "since your last visit" not in first.text
    cookie = first.headers["set-cookie"]
    assert f"Path={path}" in cookie
    assert "HttpOnly" in cookie
    headers = {"cookie": "verbale-seen=~2020-01-01T00:00:00Z"}
    again = client.get(path, headers=headers).text
    assert "since your last visit, 1 January 2020" in again
    assert "new to you" in again
    headers = {"cookie": "verbale-seen=2090-01-01T00:00:00Z~2090-01-01T00:00:00Z"}
    assert "Nothing on this matter was read" in client.get(path, headers=headers).text


@pytest.mark.parametrize(
    "kept", ["", "x", "~", "~2025-99-99T10:00:00Z", "<script>", "~2025-04-08T10:00:00Zx"]
)
def test_a_cookie_that_is_none_is_a_first_visit(kept: str) -> None:
    assert told(kept, "2025-04-08T10:00:00Z").before is None


def test_pages_of_one_visit_have_one_visit_before() -> None:
    monday, tuesday = "2025-04-07T10:00:00Z", "2025-04-08T10:00:00Z"
    seen = told(told("", monday).kept, tuesday)
    assert seen.before == monday
    assert told(seen.kept, "2025-04-08T10:20:00Z").before == monday
    assert told(seen.kept, "2025-04-08T10:31:00Z").before == tuesday
