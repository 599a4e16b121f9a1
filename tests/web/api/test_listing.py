from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from litestar.testing import TestClient

from tests.record.factory import TALKS, annotate
from tests.web.api.schema import answer_schema, fits
from verbale.record import Record
from verbale.web.api.nouns import NOUNS

NAMES = [noun.name for noun in NOUNS]
ORDERED = [
    (noun.name, way) for noun in NOUNS for order in noun.orders for way in (order, f"-{order}")
]


def walked(client: TestClient, address: str) -> list[dict[str, Any]]:
    """The items of all pages from this one on."""
    found: list[dict[str, Any]] = []
    while address:
        answer = client.get(address)
        assert answer.status_code == 200, answer.text
        found += answer.json()["items"]
        address = answer.json()["next"]
    return found


def lines(client: TestClient, address: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in client.get(address).text.splitlines()]


@pytest.mark.parametrize("noun", NAMES)
def test_pages_and_lines_hold_the_same(shown: TestClient, noun: str) -> None:
    whole = lines(shown, f"/api/{noun}.jsonl")
    assert whole
    assert walked(shown, f"/api/{noun}?limit=3") == whole
    first = shown.get(f"/api/{noun}").json()
    assert first["total"] == len(whole)
    assert lines(shown, f"/api/{noun}.jsonl?limit=2") == whole[:2]


@pytest.mark.parametrize("noun", NAMES)
def test_answers_are_what_the_document_says(shown: TestClient, noun: str) -> None:
    fits(shown.get(f"/api/{noun}?limit=5").json(), answer_schema(f"/api/{noun}"))
    for line in lines(shown, f"/api/{noun}.jsonl?limit=5"):
        fits(line, answer_schema(f"/api/{noun}.jsonl", "application/jsonl"))


@pytest.mark.parametrize(("noun", "order"), ORDERED)
def test_an_order_is_that_of_the_pages(shown: TestClient, noun: str, order: str) -> None:
    ids = [row["id"] for row in walked(shown, f"/api/{noun}?order={order}&limit=4")]
    assert ids == [row["id"] for row in lines(shown, f"/{noun}.jsonl?order={order}")]


@pytest.mark.parametrize("order", ["", "&order=day", "&order=-day", "&order=outlet"])
def test_nothing_is_missed_or_doubled_while_reports_come(
    client: TestClient, sample: Path, order: str
) -> None:
    before = {row["id"] for row in lines(client, "/api/statements.jsonl")}
    seen: list[str] = []
    address, day = f"/api/statements?limit=7{order}", 1
    while address:
        answer = client.get(address).json()
        seen += [row["id"] for row in answer["items"]]
        address = answer["next"]
        with Record(sample) as record:
            record.add(*annotate(TALKS, f"{day}.txt", published=f"20{day + 22}-01-{day:02}"))
        day = min(day + 1, 28)
    assert len(seen) == len(set(seen))
    assert before <= set(seen)


def test_a_kept_cursor_asks_for_what_was_added(client: TestClient, sample: Path) -> None:
    answer = client.get("/api/statements?limit=200").json()
    assert answer["next"] is None
    kept = answer["cursor"]
    assert client.get(f"/api/statements?cursor={kept}").json()["items"] == []
    with Record(sample) as record:
        record.add(*annotate())
    new = client.get(f"/api/statements?cursor={kept}").json()
    assert [row["outlet"] for row in new["items"]] == ["Orda Courier"] * 2
    assert new["cursor"] != kept


@pytest.mark.parametrize(
    "query",
    ["country=Thurnia", "text=ban", "by=minister", "speech=true", "background=false",
     "since=2024-06", "type=direct", "matter=fish"],
)  # fmt: skip
def test_filters_are_those_of_the_pages(shown: TestClient, query: str) -> None:
    fitting = {row["id"] for row in lines(shown, f"/statements.jsonl?{query}")}
    found = walked(shown, f"/api/statements?{query}&limit=2")
    assert {row["id"] for row in found} == fitting
    assert 0 < len(fitting) < len(lines(shown, "/api/statements.jsonl"))


def test_days_tell_of_what_has_none(shown: TestClient) -> None:
    answer = shown.get("/api/statements?since=2024").json()
    everything = shown.get("/api/statements").json()
    assert answer["total"] + answer["undated"] == everything["total"]


def test_shifts_can_be_narrowed_down(shown: TestClient) -> None:
    every = lines(shown, "/api/shifts.jsonl?every=true")
    shifts = lines(shown, "/api/shifts.jsonl")
    assert 0 < len(shifts) < len(every)
    first = shifts[0]
    found = lines(shown, f"/api/shifts.jsonl?party={first['party']}&kind={first['kind']}")
    assert first in found
    assert {row["party"] for row in found} == {first["party"]}


def test_the_next_page_is_linked(shown: TestClient) -> None:
    answer = shown.get("/api/statements?limit=2&speech=false&country=XTH")
    following = answer.json()["next"]
    assert answer.headers["link"] == f'<{following}>; rel="next"'
    assert "speech=false" in following


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/api/statements?limt=1", "there are by, country"),
        ("/api/statements?limit=many", "a whole number"),
        ("/api/statements.jsonl?limit=many", "a whole number"),
        ("/api/statements?speech=perhaps", "true or false"),
        ("/api/statements?type=sung", "direct, indirect, mixed"),
        ("/api/positions?stance=sulks", "refuses"),
        ("/api/statements?since=soon", "2025-04-08"),
        ("/api/statements.jsonl?since=soon", "2025-04-08"),
        ("/api/acts?actor=Nowhereland", "give a name or a code"),
        ("/api/statements?order=password", "speaker"),
        ("/api/statements?cursor=abc", "begin without one"),
        ("/api/statements?cursor=%F0%9F%90%9F", "begin without one"),
        ("/api/statements?cursor=W10", "begin without one"),
        ("/api/matters?order=day", "there are party, words"),
        ("/api/outlets?country=x", "no such parameter"),
    ],
)
def test_what_cannot_be_asked_is_said(shown: TestClient, address: str, words: str) -> None:
    answer = shown.get(address)
    assert answer.status_code == 400
    assert answer.headers["content-type"].startswith("application/problem+json")
    assert words in answer.json()["detail"]
    assert answer.json()["advice"]


def test_a_cursor_is_of_one_list_and_order(shown: TestClient) -> None:
    cursor = shown.get("/api/statements?limit=1").json()["cursor"]
    for address in ("/api/acts", "/api/statements?order=day"):
        joint = "&" if "?" in address else "?"
        answer = shown.get(f"{address}{joint}cursor={cursor}")
        assert answer.status_code == 400
        assert "another list or another order" in answer.json()["detail"]


def test_formed_cursors_reach_no_sql(shown: TestClient) -> None:
    from verbale.web.api.cursor import cursor_of

    for place in ((1, 2), ("1 OR 1",), (None,), ("x",) * 7):
        answer = shown.get(f"/api/statements?cursor={cursor_of('statements', None, place)}")
        assert answer.status_code in (200, 400)
