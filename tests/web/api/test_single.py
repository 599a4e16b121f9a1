from __future__ import annotations

from pathlib import Path

import pytest
from litestar.testing import TestClient

from tests.web.api.schema import answer_schema, fits
from verbale.record import Record
from verbale.web.api.single import SINGLES


@pytest.mark.parametrize("single", SINGLES, ids=lambda each: each.path)
def test_every_address_with_an_id(shown: TestClient, read_once: Path, single) -> None:
    name = single.example
    if "matters/" in single.path:
        with Record(read_once, read_only=True) as record:
            name = record.matters().rows[0].matter.id
    answer = shown.get(single.path.format(id=name))
    assert answer.status_code == 200, answer.text
    fits(answer.json(), answer_schema(single.path))
    missing = shown.get(single.path.format(id="s9999999"))
    assert missing.status_code == 404
    assert missing.headers["content-type"].startswith("application/problem+json")


def test_an_entry_of_another_kind_is_not_given(shown: TestClient) -> None:
    answer = shown.get("/api/acts/s1")
    assert answer.status_code == 404
    assert "another kind" in answer.json()["detail"]


def test_a_passage_can_be_cited(shown: TestClient) -> None:
    found = shown.get("/api/entries/s1/passage").json()
    text = shown.get(f"/api/reports/{found['report']}/annotation").json()["text"]
    for quote in found["quotes"]:
        assert text[quote["start"] : quote["end"]] == quote["exact"]
        around = quote["prefix"] + quote["exact"] + quote["suffix"]
        assert around in text
    assert shown.get(found["passage"], follow_redirects=False).status_code == 303


def test_search_finds_reports_best_first(shown: TestClient) -> None:
    whole = shown.get("/api/search?q=ban").json()
    assert whole["total"] == len(whole["items"]) > 1
    fits(whole, answer_schema("/api/search"))
    ids, address = [], "/api/search?q=ban&limit=1"
    while address:
        answer = shown.get(address).json()
        ids += [hit["report"]["id"] for hit in answer["items"]]
        address = answer["next"]
    assert ids == [hit["report"]["id"] for hit in whole["items"]]


@pytest.mark.parametrize("query", ["", "?q=", "?q=" + "x" * 500, "?q=a&cursor=W10"])
def test_search_says_what_it_needs(shown: TestClient, query: str) -> None:
    assert shown.get(f"/api/search{query}").status_code == 400


def test_the_brief_numbers_its_passages(shown: TestClient) -> None:
    found = shown.get("/api/brief?party=Thurnia").json()
    fits(found, answer_schema("/api/brief"))
    numbers = {note["number"] for note in found["passages"]}
    told, parts = set(), list(found["parts"])
    while parts:
        part = parts.pop()
        parts += part["parts"]
        told |= {number for sentence in part["sentences"] for number in sentence["notes"]}
    assert told
    assert told <= numbers


def test_the_index_leads_everywhere(shown: TestClient) -> None:
    found = shown.get("/api").json()
    fits(found, answer_schema("/api"))
    for address in (*found["lists"].values(), found["documents"], found["openapi"]):
        assert shown.get(address).status_code == 200
