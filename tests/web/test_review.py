from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from litestar.testing import TestClient

from tests.web.conftest import HOME, PORT
from tests.web.forms import fields, secret, send
from verbale.record import Record
from verbale.web.app import create_app
from verbale.web.guard import Access

DECIDE, UNDO = "/review/decide", "/review/undo"


def first(sample: Path, kind: Any) -> str:
    with Record(sample, read_only=True) as record:
        return record.doubts(kind)[0].entry


def form(client: TestClient, kind: str, **changes: str) -> dict[str, str]:
    return {**fields(client.get(f"/review?kind={kind}").text, DECIDE), **changes}


def test_the_queue_shows_the_passage_and_why(client: TestClient, sample: Path) -> None:
    text = client.get("/review?kind=score").text
    assert "of the time on development gold" in text
    assert 'class="content"' in text
    assert first(sample, "score") in text


def test_accepting_goes_on_and_can_be_undone(client: TestClient, sample: Path) -> None:
    entry = first(sample, "score")
    answer = send(client, DECIDE, form(client, "score", verdict="accept", author="Ada Öst"))
    assert answer.status_code == 303
    assert first(sample, "score") != entry
    with Record(sample, read_only=True) as record:
        made = record.corrections.of(entry)
        assert {row.correction.author for row in made} == {"Ada Öst"}
    after = client.get(answer.headers["location"]).text
    assert f"{entry}</a>: accepted" in after
    assert 'name="author" value="Ada Öst"' in after
    back = send(client, UNDO, fields(after, UNDO))
    assert first(sample, "score") == entry
    assert f"{entry}</a>: as it was" in client.get(back.headers["location"]).text


def test_correcting_takes_what_stands_in_the_boxes(client: TestClient, sample: Path) -> None:
    entry = first(sample, "score")
    values = form(
        client,
        "score",
        verdict="correct",
        speaker="Mira Olt",
        country="Thurnia",
        polarity="denies",
        reason="named above",
    )
    assert send(client, DECIDE, values).status_code == 303
    with Record(sample, read_only=True) as record:
        said = record.find(entry).statement  # type: ignore[union-attr]
        assert (said.speaker, said.country, said.polarity) == ("Mira Olt", "XTH", "denies")
        assert {row.correction.reason for row in record.corrections.of(entry)} == {"named above"}


def test_rejecting(client: TestClient, sample: Path) -> None:
    entry = first(sample, "score")
    answer = send(client, DECIDE, form(client, "score", verdict="reject"))
    with Record(sample, read_only=True) as record:
        assert record.statements().total == len({row.id for row in record.statements()})
        assert entry not in {row.id for row in record.statements()}
    assert f"{entry}</a>: rejected" in client.get(answer.headers["location"]).text


def test_what_cannot_be_is_said_and_nothing_is_lost(client: TestClient, sample: Path) -> None:
    values = form(client, "score", verdict="correct", country="Nowhereland", speaker="Mira Olt")
    answer = send(client, DECIDE, values)
    assert answer.status_code == 400
    assert "Nowhereland" in answer.text
    assert 'value="Mira Olt"' in answer.text
    with Record(sample, read_only=True) as record:
        assert record.corrections.rows() == ()


@pytest.mark.parametrize(
    "changes",
    [{"verdict": "burn"}, {"kind": "all"}, {"entry": "a1"}, {"entry": "s999999"},
     {"entry": "../x"}, {"speaker": "x" * 3000}],
)  # fmt: skip
def test_nonsense_changes_nothing(
    client: TestClient, sample: Path, changes: dict[str, str]
) -> None:
    values = {**form(client, "score", verdict="accept"), **changes}
    assert send(client, DECIDE, values).status_code in (400, 404)
    with Record(sample, read_only=True) as record:
        assert record.corrections.rows() == ()


CHANGING = (DECIDE, UNDO, "/views/keep", "/views/drop")
READING = "/read/start"  # see test_reading


@pytest.mark.parametrize("path", CHANGING)
def test_every_change_needs_the_secret_of_a_page(client: TestClient, path: str) -> None:
    for given in ({}, {"_token": ""}, {"_token": "guessed"}, {"_token": "é"}):
        assert send(client, path, given).status_code == 403


@pytest.mark.parametrize("path", CHANGING)
@pytest.mark.parametrize(
    "headers",
    [{}, {"origin": "null"}, {"origin": "http://evil.example"}, {"origin": "http://127.0.0.1:9"},
     {"origin": HOME, "sec-fetch-site": "cross-site", "sec-fetch-mode": "cors"}],
)  # fmt: skip
def test_every_change_comes_from_a_page_of_the_desk(
    client: TestClient, path: str, headers: dict[str, str]
) -> None:
    values = {"_token": secret(client, "/review?kind=score")}
    assert client.post(path, data=values, headers=headers).status_code == 403


def test_no_way_to_change_was_forgotten_here(client: TestClient) -> None:
    from verbale.web.routes import HANDLERS

    posted = {path for route in HANDLERS if "POST" in route.http_methods for path in route.paths}
    assert posted == {*CHANGING, READING}


def test_a_form_that_is_too_large_is_not_read(client: TestClient) -> None:
    assert send(client, DECIDE, {"reason": "x" * 100_000}).status_code == 413


def test_a_desk_that_only_shows_takes_nothing(sample: Path) -> None:
    app = create_app(sample, Access(port=PORT, read_only=True))
    with TestClient(app, base_url=HOME) as client:
        text = client.get("/review?kind=score").text
        assert "to look only" in text
        assert "_token" not in text
        for path in CHANGING:
            assert send(client, path, {}).status_code == 405
