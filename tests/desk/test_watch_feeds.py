"""Watching feeds of every behaviour, on a site of our own: politely, and none in another's way."""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler

import pytest

from tests.desk.site import Site
from tests.desk.watching import AYES, LOCAL, NAYS, Watch
from verbale.sources import SourceOptions
from verbale.sources.network import addresses


def test_unchanged_feeds_are_asked_with_their_validators(site: Site, desk: Watch) -> None:
    desk.desk(site.feed("/f", NAYS, ETag='"one"', Last_Modified="Tue, 08 Apr 2025 00:00:00 GMT"))
    desk.round()
    made = desk.round()
    assert made.summary is not None
    assert (made.summary.unchanged, made.troubles) == (1, ())
    headers = site.asked[-1][1]
    assert headers["If-None-Match"] == '"one"'
    assert headers["If-Modified-Since"].startswith("Tue, 08 Apr")


def test_one_bad_feed_does_not_stop_the_others(site: Site, desk: Watch) -> None:
    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "application/rss+xml")
        handler.end_headers()
        with contextlib.suppress(OSError):
            for _ in range(40):
                handler.wfile.write(b"<rss>" + b" " * 70_000)
                handler.wfile.flush()

    site.pages["/huge"] = drip
    bad = [
        site.fails("/busy", 500),
        site.put("/broken", "<rss><channel><title>Tarn", "application/rss+xml"),
        site.put("/page", "<html><body><p>", "application/pdf"),
        site.url("/huge"),
        site.url("/none"),
        "http://127.0.0.1:9/feed",
    ]
    desk.desk(*bad, site.feed("/f", NAYS))
    made = desk.round()
    assert {trouble.name for trouble in made.troubles} == set(bad)
    assert made.found == {"positions": 1}
    assert all(trouble.until == "2025-06-20T08:15:00Z" for trouble in made.troubles)


def test_a_slow_drip_is_given_up(site: Site, desk: Watch) -> None:
    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "application/rss+xml")
        handler.end_headers()
        with contextlib.suppress(OSError):
            while True:
                handler.wfile.write(b"<")
                handler.wfile.flush()

    site.pages["/slow"] = drip
    import msgspec

    desk.desk(site.url("/slow"), site.feed("/f", NAYS))
    made = desk.round(msgspec.structs.replace(LOCAL, deadline=1, max_bytes=10**9))
    (trouble,) = made.troubles
    assert "to arrive" in trouble.reason
    assert made.found == {"positions": 1}


def test_a_failing_feed_is_left_alone_for_longer_each_time(site: Site, desk: Watch) -> None:
    desk.desk(site.fails("/f", 500))
    waits = []
    for _ in range(4):
        (trouble,) = desk.round().troubles
        then = datetime.fromisoformat(trouble.until or "")
        waits.append((then - desk.clock.time).total_seconds() / 60)
        desk.clock.pass_by(minutes=1)
        assert [each.name for each in desk.round().resting] == [site.url("/f")]
        desk.clock.time = then
    assert waits == [15, 30, 60, 120]
    assert site.times("/f") == 4
    site.feed("/f", NAYS)
    assert desk.round().troubles == ()
    site.fails("/f", 500)
    (trouble,) = desk.round().troubles
    assert (datetime.fromisoformat(trouble.until or "") - desk.clock.time).seconds == 15 * 60


@pytest.mark.parametrize("asked", ["7200", "date"])
def test_a_server_that_asks_for_patience_gets_it(asked: str, site: Site, desk: Watch) -> None:
    from email.utils import format_datetime

    then = format_datetime(datetime.now(UTC) + timedelta(hours=2), usegmt=True)
    desk.desk(site.fails("/f", 429, Retry_After=then if asked == "date" else asked))
    (trouble,) = desk.round().troubles
    wait = datetime.fromisoformat(trouble.until or "") - desk.clock.time
    assert timedelta(minutes=119) < wait <= timedelta(hours=2)


def test_private_addresses_are_refused(site: Site, desk: Watch) -> None:
    desk.desk(site.feed("/f", NAYS))
    (trouble,) = desk.round(SourceOptions(delay=0)).troubles
    assert "not a public address" in trouble.reason
    assert site.asked == []


def test_a_feed_that_leads_to_a_private_address_is_refused(
    site: Site, desk: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    """This machine counts as public here, so that the feed is asked; where it leads does not."""
    public = addresses.is_public
    monkeypatch.setattr(addresses, "is_public", lambda a: a == "127.0.0.1" or public(a))
    site.put("/robots.txt", "", "text/plain")
    site.pages["/away"] = (302, {"Location": "http://10.0.0.7/feed"}, b"")
    desk.desk(site.url("/away"), site.feed("/f", NAYS))
    (trouble,) = desk.round(SourceOptions(delay=0, timeout=30)).troubles
    assert trouble.name == site.url("/away")
    assert "10.0.0.7" in trouble.reason
    assert "not a public address" in trouble.reason
    assert desk.told.kinds == ["positions"]


def test_robots_are_obeyed(site: Site, desk: Watch) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /f", "text/plain")
    desk.desk(site.feed("/f", NAYS))
    (trouble,) = desk.round().troubles
    assert "robots.txt" in trouble.reason
    assert site.times("/f") == 0


def test_pages_behind_a_feed_are_fetched_once(site: Site, desk: Watch) -> None:
    pages = [f"/f/{len(text)}" for _, text in (NAYS, AYES)]
    for page, (title, text) in zip(pages, (NAYS, AYES), strict=True):
        site.put(page, f"<html><body><h1>{title}</h1><p>{text}</p></body></html>")
    desk.desk(site.feed("/f", NAYS), more="pages = true")
    desk.round()
    site.feed("/f", NAYS, AYES)
    desk.round()
    assert [site.times(page) for page in pages] == [1, 1]
    assert desk.told.kinds == ["positions", "shifts"]
