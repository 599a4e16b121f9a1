"""Addresses, asked from a server on this machine."""

from __future__ import annotations

import functools
import gzip

import pytest

from verbale import __version__
from verbale.errors import FetchFailed, FetchRefused, SourceTooLarge
from verbale.sources import SourceOptions, Unchanged, survey
from verbale.sources.network.fetch import Fetcher
from verbale.sources.network.pace import Pace

PAGE = "<html><body><p>The ferry talks ended.</p></body></html>"
FEED = """<rss version="2.0"><channel><title>Tarn Post</title>
<item><title>One</title><link>{0}/1</link><description>Short one.</description></item>
<item><title>Two</title><link>{0}/2</link><description>Short two.</description></item>
</channel></rss>"""


@pytest.fixture
def fetch(read):
    return functools.partial(read, allow_private=True, delay=0, timeout=30)


class Kept(dict):
    """Validators in memory."""

    def put(self, url, etag, last_modified):
        self[url] = (etag, last_modified)


def test_a_page(site, fetch):
    url = site.put("/a", PAGE, "text/html; charset=windows-1251")
    document = fetch(url).document
    assert document.data == PAGE.encode()
    assert (document.origin, document.media, document.charset) == (url, "html", "cp1251")
    assert (document.given.url, document.given.basis) == (url, "http")
    assert site.paths == ["/robots.txt", "/a"]
    headers = site.asked[-1][1]
    assert headers["User-Agent"].startswith(f"Verbale/{__version__} ")
    assert headers["Host"] == f"127.0.0.1:{site.port}"
    assert headers["Accept-Encoding"] == "gzip, deflate"


def test_the_host_is_named_though_its_number_is_called(site, fetch):
    site.put("/a", PAGE)
    document = fetch(f"http://localhost:{site.port}/a").document
    assert site.asked[-1][1]["Host"] == f"localhost:{site.port}"
    assert document.given.url == f"http://localhost:{site.port}/a"


@pytest.mark.parametrize(
    ("kind", "body", "media"),
    [
        ("text/plain", "Talks < war.", "text"),
        ("application/xhtml+xml", PAGE, "html"),
        ("text/xml", f"<?xml version='1.0'?>{PAGE}", "html"),
        ("text/html", f"<?xml version='1.0'?>{PAGE}", "html"),
        ("", PAGE, "html"),
        ("", "Talks ended.", "text"),
    ],
)
def test_the_declared_type_decides(kind, body, media, site, fetch):
    assert fetch(site.put("/a", body, kind)).document.media == media


@pytest.mark.parametrize("kind", ["application/rss+xml", "text/xml", "text/html", "text/plain", ""])
def test_feeds_under_any_type(kind, site, fetch):
    url = site.put("/f", FEED.format("https://tarnpost.example"), kind)
    first, second = fetch(url).documents
    assert (first.origin, second.origin) == (f"{url}#1", f"{url}#2")
    assert first.given.url == "https://tarnpost.example/1"
    assert first.given.basis == "feed"
    assert site.paths == ["/robots.txt", "/f"]


@pytest.mark.parametrize(
    "kind", ["application/msword", "image/png", "application/json", "video/mp4"]
)
def test_other_types_are_refused(kind, site, fetch):
    error = fetch(site.put("/a", "x", kind)).error
    assert isinstance(error, FetchFailed)
    assert error.reason == f"the server sent {kind}; we read HTML, text, PDF and feeds"


@pytest.mark.parametrize("status", [401, 404, 410, 429, 500, 503])
def test_refusals_of_the_server(status, site, fetch):
    site.pages["/a"] = (status, {}, b"sorry")
    error = fetch(site.url("/a")).error
    assert isinstance(error, FetchFailed)
    assert error.reason.startswith(f"the server answers {status} ")


def test_an_empty_answer(site, fetch):
    assert fetch(site.put("/a", "")).error.reason == "is empty"


def test_a_dead_address(site, fetch):
    site.put("/a", PAGE)
    everything = fetch("http://127.0.0.1:9/", "http://no-such-host.invalid/", site.url("/a"))
    assert [type(error) for error in everything.errors] == [FetchFailed, FetchFailed]
    assert "the connection failed" in everything.errors[0].reason
    assert everything.errors[1].reason == "there is no host named no-such-host.invalid"
    assert len(everything.documents) == 1


@pytest.mark.parametrize(
    "url", ["http://", "http://[::1", "http://a b/", "http://\x01/", "http:///a"]
)
def test_what_is_no_address(url, fetch):
    error = fetch(url).error
    assert isinstance(error, FetchFailed | FetchRefused)
    assert "\n" not in str(error)


def test_passwords_are_neither_sent_nor_shown(site, fetch):
    url = site.put("/a", PAGE).replace("http://", "http://ilse:s3cret@")
    error = fetch(url).error
    assert isinstance(error, FetchRefused)
    assert "s3cret" not in str(error)
    assert site.asked == []


# -- robots.txt ---------------------------------------------------------------------------------


def test_robots_are_obeyed_and_asked_once(site, fetch):
    site.put("/robots.txt", "User-agent: verbale\nDisallow: /no\nDisallow: /*.pdf$", "text/plain")
    urls = [site.put(path, PAGE) for path in ("/a", "/no/b", "/c.pdf", "/c.pdf?x")]
    everything = fetch(*urls)
    assert [document.origin for document in everything.documents] == [urls[0], urls[3]]
    assert {type(error) for error in everything.errors} == {FetchRefused}
    assert everything.errors[0].reason == "robots.txt asks not to fetch it"
    assert site.paths == ["/robots.txt", "/a", "/c.pdf?x"]


@pytest.mark.parametrize("status", [500, 503, 429])
def test_a_site_whose_robots_fail_is_left_alone(status, site, fetch):
    site.pages["/robots.txt"] = (status, {}, b"")
    error = fetch(site.put("/a", PAGE)).error
    assert isinstance(error, FetchRefused)
    assert f"the server answers {status}" in error.reason


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_a_site_without_robots_may_be_read(status, site, fetch):
    site.pages["/robots.txt"] = (status, {}, b"User-agent: *\nDisallow: /")
    assert fetch(site.put("/a", PAGE)).document


def test_robots_count_after_redirects_too(site, fetch):
    site.put("/robots.txt", "User-agent: *\nDisallow: /hidden", "text/plain")
    site.put("/hidden", PAGE)
    error = fetch(site.redirect("/a", "/hidden")).error
    assert isinstance(error, FetchRefused)
    assert "/hidden" not in site.paths


def test_only_the_start_of_a_long_robots_file_is_heeded(site, fetch):
    body = b"User-agent: *\nDisallow: /a\n" + b"#" * 1_000_000
    site.put("/robots.txt", body, "text/plain")
    assert isinstance(fetch(site.put("/a", PAGE)).error, FetchRefused)


# -- redirects, limits, times -------------------------------------------------------------------


def test_redirects_lead_to_the_address_that_counts(site, fetch):
    site.put("/end", PAGE)
    document = fetch(site.redirect("/a", "/end#part")).document
    assert document.origin == site.url("/a")
    assert document.given.url == document.lineage == site.url("/end")


def test_circles_end(site, fetch):
    error = fetch(site.redirect("/a", "/a"), max_redirects=3).error
    assert error.reason == "it redirects more than 3 times"
    assert site.paths.count("/a") == 4


@pytest.mark.parametrize(
    "to", ["ftp://127.0.0.1/", "file:///etc/passwd", "http://u:p@127.0.0.1/", "http://[/"]
)
def test_redirects_to_elsewhere_are_not_followed(to, site, fetch):
    assert isinstance(fetch(site.redirect("/a", to)).error, FetchRefused | FetchFailed)


def test_too_large_by_declaration_and_by_fact(site, fetch):
    declared = site.put("/a", "x" * 5000)
    site.pages["/b"] = (200, {"Content-Type": "text/html", "Content-Length": ""}, b"x" * 5000)
    packed = site.put("/c", gzip.compress(b"x" * 900_000), Content_Encoding="gzip")
    everything = fetch(declared, site.url("/b"), packed, max_bytes=2000)
    assert [type(error) for error in everything.errors] == [SourceTooLarge] * 3
    assert "over the limit" in everything.errors[0].reason
    assert "runs to more" in everything.errors[1].reason


def test_packed_answers(site, fetch):
    assert (
        fetch(site.put("/a", gzip.compress(PAGE.encode()), Content_Encoding="gzip")).document.data
        == PAGE.encode()
    )
    damaged = site.put("/b", b"no gzip", Content_Encoding="gzip")
    foreign = site.put("/c", b"?", Content_Encoding="br")
    twice = site.put("/d", b"?", Content_Encoding="gzip, gzip")
    reasons = [error.reason for error in fetch(damaged, foreign, twice).errors]
    assert reasons == [
        "its packed answer is damaged",
        "the server packed its answer as br, unasked",
        "the server packed its answer as gzip, gzip, unasked",
    ]


def test_silence_times_out(site, fetch):
    site.pages["/a"] = (200, {"Content-Type": "text/html", "Content-Length": "10"}, b"x")
    error = fetch(site.url("/a"), timeout=0.2).error
    assert isinstance(error, FetchFailed)


def test_a_slow_answer_ends_at_the_deadline(site, fetch, monkeypatch):
    ticks = iter(range(0, 10_000, 100))
    monkeypatch.setattr("verbale.sources.network.fetch.time.monotonic", lambda: next(ticks))
    assert "to arrive" in fetch(site.put("/a", PAGE), deadline=50).error.reason


def test_pauses_between_requests_to_a_host(site):
    slept = []
    pace = Pace(clock=lambda: 0.0, sleep=slept.append)
    for delay in (1.0, 7.0, 900.0):
        pace.wait("a.example", delay)
    pace.wait("b.example", 5.0)
    assert slept == [7.0, 30.0]
    slept.clear()
    site.put("/robots.txt", "User-agent: *\nCrawl-delay: 7", "text/plain")
    fetcher = Fetcher(SourceOptions(allow_private=True), pace)
    for path in ("/a", "/b", "/c"):
        fetcher.fetch(site.put(path, PAGE))
    assert slept == [7.0, 7.0]


# -- validators, following, manifest --------------------------------------------------------------


def test_an_unchanged_page_is_not_sent_again(site, fetch):
    url = site.put("/a", PAGE, ETag='"v1"', Last_Modified="Tue, 08 Apr 2025 10:30:00 GMT")
    kept = Kept()
    assert fetch(url, validators=kept).document
    assert kept == {url: ('"v1"', "Tue, 08 Apr 2025 10:30:00 GMT")}
    assert fetch(url, validators=kept).readings == [
        Unchanged(origin=url, reason="the server says it has not changed")
    ]
    assert site.asked[-1][1]["If-Modified-Since"] == "Tue, 08 Apr 2025 10:30:00 GMT"
    site.put("/a", PAGE + "!", ETag='"v2"')
    assert fetch(url, validators=kept).document
    assert kept[url] == ('"v2"', None)


def test_validators_are_kept_only_once_the_document_is_done_with(site, fetch):
    url = site.put("/a", PAGE, ETag='"v1"')
    kept = Kept()
    options = SourceOptions(allow_private=True, delay=0, validators=kept)
    documents = survey([url], options)[0].documents()
    next(documents)
    assert kept == {}
    assert list(documents) == []
    assert url in kept


def test_links_of_a_feed_are_followed_only_if_asked(site, fetch):
    url = site.put("/f", FEED.format(site.url("")), "application/rss+xml")
    site.put("/1", PAGE)
    assert [document.origin for document in fetch(url).documents] == [f"{url}#1", f"{url}#2"]
    everything = fetch(url, follow=True)
    page, entry = everything.documents
    assert (page.origin, page.data) == (site.url("/1"), PAGE.encode())
    assert (page.given.outlet, page.given.title, page.given.basis) == ("Tarn Post", "One", "feed")
    assert entry.origin == f"{url}#2"  # its page is gone: what the feed says is kept
    assert everything.error.reason == "the server answers 404 Not Found"


def test_a_manifest_may_name_addresses(site, fetch, here):
    url = site.put("/a", PAGE)
    (here / "m.csv").write_text(f"path,outlet,published\n{url},Tarn Post,2025-04\n")
    given = fetch(url, manifest=here / "m.csv").document.given
    assert (given.outlet, given.url, given.basis) == ("Tarn Post", url, "manifest")
