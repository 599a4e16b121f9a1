"""No bytes whatever make the reader raise, and every place it names lies in the text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reports.cases import PAGES
from tests.reports.press import Press
from verbale.model import Given, RawDocument, Report, Span
from verbale.reports import day_mentions, read_report

PRESS = Press()
_MARKS = r"""MOSCOW|July 15|/TASS/.|(Reuters) -|By|Mira Toland|said|on Tuesday.|©|2025|Related|...|"
|”|Updated:|15/07/2025|<p>|</div>|<br>|<script>|&amp;|(|[+12 chars]|Comments|17:10|日本|﻿"""
_WORDS = st.sampled_from([*_MARKS.split("|"), "\n", "\n\n", "\r\n", "\x00", "\u2028"])
_PAGE_LIKE = st.lists(_WORDS, max_size=60).map(" ".join)
_BYTES = st.one_of(
    st.binary(max_size=400),
    _PAGE_LIKE.map(lambda text: text.encode("utf-8")),
    st.text(max_size=300).map(lambda text: text.encode("utf-8", errors="surrogatepass")),
    st.text(max_size=200).map(lambda text: text.encode("utf-16", errors="surrogatepass")),
    _PAGE_LIKE.map(lambda text: text.encode("cp1252", errors="replace")),
)


def check(report: Report) -> None:
    """Every span lies in the text; the body is ordered and apart; nothing is cut through."""
    size = len(report.text)
    spans: list[Span] = [*report.body, *(item.span for item in report.junk)]
    for part in (report.standfirst, report.headline and report.headline.span):
        spans += [part] if part else []
    for part in (report.dateline, report.published, report.updated):
        spans += [part.span] if part and part.span else []
    assert all(0 <= span.start <= span.end <= size for span in spans)
    ends = [edge for span in report.body for edge in span]
    assert ends == sorted(ends)
    assert all(report.body)
    if report.headline and report.headline.span:
        assert report.headline.span.of(report.text) == report.headline.text
    assert not any(item.span.overlaps(body) for item in report.junk for body in report.body)
    report.text.encode("utf-8")


@settings(max_examples=250, deadline=None)
@given(
    data=_BYTES,
    html=st.booleans(),
    title=st.none() | st.text(max_size=40),
    day=st.none() | st.text(max_size=20),
)
def test_any_bytes_make_a_report(
    data: bytes, html: bool, title: str | None, day: str | None
) -> None:
    given_ = Given(title=title, published=day, url=day)
    media = "html" if html else "text"
    raw = RawDocument(data=data, origin="x", media=media, given=given_)
    report = read_report(raw, PRESS)
    check(report)
    for span in report.body:
        for mention in day_mentions(report.text, span, report.published):
            assert span.covers(mention.span)


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_pages_cut_and_spoilt_anywhere(data: st.DataObject) -> None:
    page = data.draw(st.sampled_from(PAGES))
    whole = page.read_bytes()
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, len(whole)))
    spoilt = whole[start:end] + data.draw(st.binary(max_size=6)) + whole[end : end + 200]
    media = "html" if page.suffix == ".html" else "text"
    check(read_report(RawDocument(data=spoilt, origin="x", media=media), PRESS))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00" * 2000,
        b"a" * 1_000_000,
        b"Moscow said. " * 80_000,
        b"(" * 200_000,
        b"\n" * 200_000,
        ("x y " * 250_000).encode(),
        "\ud800\udfff".encode("utf-8", errors="surrogatepass"),
        b"\xff\xfeM\x00o\x00",
        b"By " + b"A" * 100_000,
        b"1" * 300_000,
        ("MOSCOW, " * 50_000).encode(),
        b"[+1 chars] " * 20_000,
    ],
    ids=lambda data: f"{data[:8]!r}x{len(data)}",
)
def test_large_and_odd_texts(data: bytes) -> None:
    check(read_report(RawDocument(data=data, origin="x"), PRESS))


@pytest.mark.parametrize(
    "html",
    [
        "",
        "<!-- -->",
        "<div>" * 20_000 + "deep" + "</div>" * 20_000,
        "<p>" + "word " * 200_000 + "</p>",
        "<html><script type='application/ld+json'>" + "[" * 100_000 + "</script><p>A word.</p>",
        "<table>" * 3_000 + "cell",
        "<p>one\x00two\x0bthree</p>",
        "<?xml version='1.0' encoding='utf-16'?><html><body>x</body></html>",
        "<time datetime='2025-99-99'>x</time>",
    ],
    ids=lambda html: f"{html[:12]}x{len(html)}",
)
def test_large_and_odd_pages(html: str) -> None:
    check(read_report(RawDocument(data=html.encode(), origin="x", media="html"), PRESS))
