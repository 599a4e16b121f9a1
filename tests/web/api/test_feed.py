from __future__ import annotations

import feedparser
import microdata
import pytest
from litestar.testing import TestClient


def test_a_matter_has_a_feed(shown: TestClient) -> None:
    matters = shown.get("/api/matters").json()["items"]
    matter = max(matters, key=lambda row: row["statements"])["matter"]
    answer = shown.get(f"/api/feed.atom?matter={matter['id']}")
    assert answer.headers["content-type"].startswith("application/atom+xml")
    found = feedparser.parse(answer.content)
    assert not found.bozo
    assert matter["name"] in found.feed.title
    whole = feedparser.parse(shown.get("/api/feed.atom").content)
    assert 0 < len(found.entries) < len(whole.entries)
    for entry in found.entries[:3]:
        path = entry.link.removeprefix(str(shown.base_url).rstrip("/"))
        assert shown.get(path, follow_redirects=False).status_code == 303


def test_an_unchanged_feed_is_not_sent_again(shown: TestClient) -> None:
    tag = shown.get("/api/feed.atom").headers["etag"]
    assert shown.get("/api/feed.atom", headers={"if-none-match": tag}).status_code == 304


@pytest.mark.parametrize("query", ["matter=no+such+thing", "mater=x"])
def test_what_has_no_feed(shown: TestClient, query: str) -> None:
    assert shown.get(f"/api/feed.atom?{query}").status_code in (400, 404)


def test_the_page_of_a_matter_leads_to_its_feed(shown: TestClient) -> None:
    matter = shown.get("/api/matters").json()["items"][0]["matter"]["id"]
    assert f"/api/feed.atom?matter={matter}" in shown.get(f"/matters/{matter}").text


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_quoted_words_are_marked_for_programs(shown: TestClient) -> None:
    """As schema.org has it: what was said in these very words, by whom, in which report."""
    rows = {
        row["content_words"]: row
        for row in shown.get("/api/statements?type=direct&limit=200").json()["items"]
    }
    found = microdata.get_items(shown.get("/statements?type=direct&limit=200").content)
    marked = [item for item in found if "Quotation" in str(item.itemtype)]
    assert len(marked) == len(rows) > 3
    for item in marked:
        row = rows[item.text]
        if row["statement"]["speaker"]:
            assert item.spokenByCharacter == row["statement"]["speaker"]
        assert item.isPartOf.headline == row["headline"]
    one = next(row for row in rows.values() if row["statement"]["speaker"])
    (item,) = microdata.get_items(shown.get(f"/entries/{one['id']}").content)
    assert item.text == one["content_words"]
    assert item.isPartOf.publisher == one["outlet"]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_reported_words_are_no_quotation(shown: TestClient) -> None:
    assert not microdata.get_items(shown.get("/statements?type=indirect").content)
