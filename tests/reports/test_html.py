"""The linearisation of HTML: what becomes text, and that each piece leads back to its node."""

from __future__ import annotations

from tests.reports.press import Press
from verbale.model import Given, RawDocument
from verbale.reports import read_report
from verbale.reports.html import linearise, parse

PAGE = """<html><head><title>T</title><style>p{}</style></head><body>
<script>var x = "no";</script>
<h1>Talks   <em>resume</em></h1><div>One <a href="/x">link</a> here<br>two&nbsp;lines</div>
<ul><li>first<li>second</ul><noscript>no</noscript><p>after</p> tail
</body></html>"""


def test_the_text_is_what_a_reader_sees() -> None:
    linear = linearise(parse(PAGE))
    assert linear.text.splitlines() == [
        "Talks resume", "One link here", "two\u00a0lines", "first", "second", "after", "tail",
    ]  # fmt: skip
    assert [block.text for block in linear.blocks] == linear.text.splitlines()
    assert linear.blocks[0].heading == 1
    assert 0.2 < linear.blocks[1].links < 0.5


def test_cards_that_pop_up_over_a_word_are_no_text() -> None:
    page = (
        '<p>A man threatened Rep. <span class="rollover-people"><a>Ilse Varga</a>'
        '<span class="rollover-people-block"><a>Ilse Varga</a><a>Senators call for more</a></span>'
        '</span> (D), the court said. A <span class="tooltip">toll</span> is due.</p>'
    )
    text = linearise(parse(page)).text.rstrip()
    assert text == "A man threatened Rep. Ilse Varga (D), the court said. A toll is due."


def test_every_block_and_piece_lies_where_it_says() -> None:
    linear = linearise(parse(PAGE))
    for block in linear.blocks:
        assert block.span.of(linear.text) == block.text
    for piece in linear.pieces:
        source = (piece.node.tail if piece.tail else piece.node.text) or ""
        assert " ".join(piece.span.of(linear.text).split()) == " ".join(source.split())
    covered = {at for piece in linear.pieces for at in range(*piece.span)}
    assert all(linear.text[at] == "\n" for at in set(range(len(linear.text))) - covered)


def test_markup_is_unescaped_but_text_is_the_pages_own() -> None:
    page = (
        '<meta property="og:title" content="Salt &amp;amp; iron"><h1>Salt &amp; iron</h1>'
        "<p>The ministry said that salt would be traded for iron.</p>"
    )
    report = read_report(RawDocument(data=page.encode(), origin="x", media="html"), Press())
    assert report.headline is not None
    assert report.headline.text == "Salt & iron"


def test_a_title_that_the_page_lacks_is_kept_without_a_place() -> None:
    page = b"<p>The ministry said that salt would be traded for iron, and then left.</p>"
    given = Given(title="Salt &amp; iron", basis="feed")
    report = read_report(RawDocument(data=page, origin="x", media="html", given=given), Press())
    assert report.headline is not None
    assert (report.headline.text, report.headline.span) == ("Salt & iron", None)


def test_the_canonical_address_is_kept_but_the_users_word_wins() -> None:
    page = b'<link rel="canonical" href="https://a.example/1"><p>The ministry said it would.</p>'
    raw = RawDocument(data=page, origin="x", media="html")
    assert read_report(raw, Press()).url == "https://a.example/1"
    told = RawDocument(data=page, origin="x", media="html", given=Given(url="https://b.example/2"))
    assert read_report(told, Press()).url == "https://b.example/2"
