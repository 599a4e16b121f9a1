from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urldefrag

import pytest
from litestar.testing import TestClient

from tests.record.factory import annotate
from tests.web.conftest import HOME, PORT
from tests.web.links import Page
from verbale.errors import NotARecord
from verbale.exports.csv import restored
from verbale.record import Record, StatementFilter
from verbale.web.app import create_app
from verbale.web.guard import Access

TABLES = ("statements", "positions", "acts", "actors", "reports")
PAGES = (
    "/",
    "/search?q=talks",
    "/search",
    "/outlets",
    "/brief",
    "/review",
    *(f"/{noun}" for noun in TABLES),
)


@pytest.fixture(scope="module")
def client(read_once: Path) -> Iterator[TestClient]:
    """One desk for all tests that only look."""
    with TestClient(create_app(read_once, Access(port=PORT)), base_url=HOME) as opened:
        yield opened


@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_shown(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert "<h1>" in answer.text


def test_every_link_leads_somewhere_on_this_machine(client: TestClient) -> None:
    """Follows every link from the first page; queries that only narrow down are followed once."""
    todo, seen, shapes = ["/"], set[str](), set[tuple[str, ...]]()
    while todo:
        path, place = urldefrag(todo.pop())
        answer = client.get(path, follow_redirects=False)
        assert answer.status_code in (200, 303), path
        assert "Traceback" not in answer.text
        links = [answer.headers["location"]] if answer.status_code == 303 else []
        if answer.headers.get("content-type", "").startswith("text/html"):
            page = Page(answer.text)
            links = page.links
            assert not place or place in page.ids or place == "main", (path, place)
        for link in links:
            bare = urldefrag(link)[0]
            if not link.startswith("/"):
                assert link.startswith("#") or "example" in link, link
                continue
            names = tuple(sorted(part.split("=")[0] for part in bare.partition("?")[2].split("&")))
            shape = (bare.partition("?")[0], *names)
            if bare not in seen and ("?" not in bare or shape not in shapes):
                seen.add(bare)
                shapes.add(shape)
                todo.append(link)
    assert len(seen) > 100


def test_a_passage_link_opens_the_very_words(client: TestClient, sample: Path) -> None:
    with Record(sample, read_only=True) as record:
        row = record.statements().rows[0]
    answer = client.get(f"/entries/{row.id}/passage", follow_redirects=False)
    path, place = urldefrag(answer.headers["location"])
    text = client.get(path).text
    assert f'id="{place}"' in text
    span = row.statement.content
    assert place == f"s={span[0].start}-{span[-1].end}"


def test_a_passage_is_found_again_by_its_words(client: TestClient, sample: Path) -> None:
    with Record(sample, read_only=True) as record:
        row = record.statements().rows[0]
    words = " ".join(row.content_words.split())[:30]
    moved = client.get(f"/reports/{row.report}", params={"s": "3-40", "q": words}).text
    assert 'id="s=3-40"' in moved
    gone = client.get(f"/reports/{row.report}", params={"s": "3-40", "q": "words of no report"})
    assert 'id="s=3-40"' not in gone.text
    assert "not in this version" in gone.text


def test_filters_narrow_down_and_stay_in_the_address(client: TestClient) -> None:
    everything = client.get("/statements.jsonl").text.splitlines()
    some = client.get("/statements.jsonl?country=Thurnia").text.splitlines()
    assert 0 < len(some) < len(everything)
    assert {json.loads(line)["country"] for line in some} == {"XTH"}
    page = client.get("/statements?country=Thurnia&limit=2").text
    assert f"of {len(some)} statements" in page
    assert "country=XTH" in page
    assert "offset=2" in page


@pytest.mark.parametrize("noun", TABLES)
def test_files_hold_exactly_what_is_shown(client: TestClient, noun: str) -> None:
    lines = client.get(f"/{noun}.jsonl").text.splitlines()
    table = list(csv.DictReader(io.StringIO(client.get(f"/{noun}.csv").text)))
    assert len(lines) == len(table) > 0
    key = "name" if noun == "actors" else "id"
    assert [json.loads(line)[key] for line in lines] == [restored(row[key]) for row in table]


@pytest.mark.parametrize("order", ["day", "-day", "speaker", "-outlet", "read"])
def test_files_are_in_the_order_shown(sample: Path, order: str) -> None:
    wanted = StatementFilter(order=order, country="XTH")
    with Record(sample, read_only=True) as record:
        numbers = record.order(wanted)
        shown = [row.id for row in record.statements(wanted)]
        assert [row.id for row in record.these(wanted, numbers)] == shown
        assert [row.id for row in record.these(wanted, [numbers[1], 10**9])] == shown[1:2]


def test_what_is_shown_of_actors_is_divided_as_it_is_counted(client: TestClient) -> None:
    """By those of one name, and not by how many reports name them."""
    rows = client.get("/actors.jsonl").text.splitlines()
    states = Counter(json.loads(line)["country"] for line in rows)
    page = client.get("/actors").text
    assert f'Thurnia</a> <span class="soft">{states["XTH"]}</span>' in page


def test_a_large_record_is_put_in_order_by_day_or_narrowed_down(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Record, "is_large", True)
    assert "order=speaker" in client.get("/statements").text
    monkeypatch.setattr("verbale.web.table._SORTED", 20)
    assert "order=speaker" not in client.get("/statements").text
    refused = client.get("/statements?order=speaker")
    assert refused.status_code == 400
    assert "narrow them down" in refused.text
    assert client.get("/statements?order=-day").status_code == 200
    assert client.get("/statements?order=speaker&text=trawler").status_code == 200


def test_newest_first_leaves_undated_last(client: TestClient) -> None:
    lines = client.get("/acts.jsonl?order=-day").text.splitlines()
    days = [json.loads(line)["date"] for line in lines]
    dated = [day for day in days if day and not day.startswith("X")]
    assert dated == sorted(dated, reverse=True)
    assert days[: len(dated)] == dated


def test_words_that_were_found_are_lit(client: TestClient) -> None:
    assert "<mark>" in client.get("/statements?text=ban").text
    assert "<mark>" in client.get("/search?q=ban").text


@pytest.mark.parametrize(
    ("path", "status"),
    [("/statements?since=never", 400), ("/statements?country=Nowhereland", 400),
     ("/statements?order=password", 400), ("/statements?limit=many", 400),
     ("/statements?type=x", 400),
     ("/matters/m00000000", 404), ("/entries/s999999", 404), ("/reports/r999999", 404),
     ("/nothing", 404), ("/static/secret", 404)],
)  # fmt: skip
def test_what_cannot_be_shown_is_said(client: TestClient, path: str, status: int) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert "Traceback" not in answer.text


def test_what_is_asked_wrongly_stays_in_the_form(client: TestClient) -> None:
    answer = client.get("/statements?since=31.12.2025&by=Undall&type=direct")
    assert answer.status_code == 400
    assert "did you mean 2025-12-31?" in answer.text
    assert 'value="31.12.2025" placeholder="2025-04" maxlength="400" aria-invalid' in answer.text
    assert 'name="by" value="Undall"' in answer.text
    assert 'name="type" value="direct"' in answer.text
    reversed_days = client.get("/acts?since=2025-06&until=2025-01")
    assert (reversed_days.status_code, "no day is in both" in reversed_days.text) == (400, True)


def test_a_brief_asked_wrongly_keeps_its_form(client: TestClient) -> None:
    for query, told in (("since=13.5.2024", "2024-05-13"), ("party=Averro", "Averra (XAV)")):
        answer = client.get(f"/brief?about=treaty&{query}")
        assert answer.status_code == 400
        assert f"did you mean {told}" in answer.text
        assert 'name="about" value="treaty"' in answer.text
        assert "Every sentence was checked" not in answer.text


def test_a_speaker_mistyped_is_told_with_near_names(client: TestClient) -> None:
    assert '<a href="/statements?by=Piers+Undall">' in client.get("/statements?by=Undal").text
    assert '<a href="/actors?name=Piers+Undall">' in client.get("/actors?name=Undal").text
    assert "did you mean" not in client.get("/statements?by=Undall&until=1990").text


def test_a_record_that_grows_shows_it_on_the_next_page(sample: Path) -> None:
    with TestClient(create_app(sample, Access(port=PORT)), base_url=HOME) as client:
        assert "Orda Courier" not in client.get("/outlets").text
        with Record(sample) as record:
            record.add(*annotate())
        assert "Orda Courier" in client.get("/outlets").text


def test_a_missing_record_is_said_before_anything_is_served(tmp_path: Path) -> None:
    with pytest.raises(NotARecord):
        create_app(tmp_path / "none.vrb")


def test_source_text_never_becomes_a_page(attacked: TestClient) -> None:
    tried = ("/search?q=%3Cscript%3Ealert(8)%3C/script%3E", "/statements?by=%22%3E%3Cscript%3E")
    own = ("/reports/r1", "/entries/s1", "/entries/s2", "/entries/p1", "/search?q=end")
    paths = [*PAGES, *own, *tried]
    for path in paths:
        answer = attacked.get(path)
        assert answer.status_code == 200, path
        for tag, attributes in Page(answer.text).tags:
            assert tag not in ("img", "b2", "iframe", "object", "style"), path
            assert not any(name.startswith("on") or name == "style" for name in attributes), path
            if tag == "script":
                assert attributes["src"] in ("/static/htmx.min.js", "/static/desk.js"), path
    assert "&lt;script&gt;" in attacked.get("/reports/r1").text


def test_formulas_are_neutralised(attacked: TestClient) -> None:
    table = list(csv.DictReader(io.StringIO(attacked.get("/statements.csv").text)))
    words = [row["content_words"] for row in table]
    assert any(word.startswith("'=HYPERLINK") for word in words)


def test_original_bytes_are_kept_and_never_shown(attacked: TestClient) -> None:
    answer = attacked.get("/reports/r1/original")
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith("attachment")
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_headings_sort_their_column_and_turn_it_round(client: TestClient) -> None:
    """By links alone; whoever cannot see the arrow is told."""
    usual = client.get("/statements").text
    assert 'aria-sort="ascending"><a class="sort" href="/statements?order=-day">' in usual
    turned = client.get("/statements?order=-speaker&type=direct").text
    again = '<th scope="col" aria-sort="descending"><a class="sort" href="/statements?'
    assert f'{again}order=speaker&amp;type=direct">By' in turned
    assert turned.count("aria-sort=") == 1
    for noun in ("positions", "acts", "reports"):
        links = [link for link in Page(client.get(f"/{noun}").text).links if "order=" in link]
        assert {client.get(link).status_code for link in links} == {200}
