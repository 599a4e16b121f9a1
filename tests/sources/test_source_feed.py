"""Feeds: entries as reports, and feeds that are broken or none."""

from __future__ import annotations

import pytest

from verbale.errors import UnreadableSource

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
     xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Tarn Post &amp; Mail</title><language>en-GB</language><link>https://tarnpost.example/</link>
<item><title>Ferry &lt;b&gt;talks&lt;/b&gt; end &amp;amp; resume</title>
 <link>https://tarnpost.example/1</link>
 <pubDate>Tue, 08 Apr 2025 10:30:00 +0900</pubDate><dc:creator>Ilse Marrin</dc:creator>
 <description>Short.</description>
 <content:encoded><![CDATA[<p onclick="x()">Long &amp; full.</p><script>alert(1)</script>
 <a href="/rel">more</a>]]></content:encoded></item>
<item><title>Only a title</title><guid isPermaLink="false">n-2</guid><pubDate>soon</pubDate></item>
<item><link>javascript:alert(1)</link><description>&lt;p&gt;No title.&lt;/p&gt;</description>
 <source url="https://wire.example/rss">Meridian Wire</source></item>
<item><pubDate>Tue, 08 Apr 2025 10:30:00 GMT</pubDate></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Tarn Post</title>
<entry><title type="text">A &lt; B</title><id>tag:tarnpost.example,2025:1</id>
 <link href="https://tarnpost.example/1"/><updated>2025-04-08T10:30:00Z</updated>
 <author><name>Ilse Marrin</name></author><author><name>P. Orlo</name></author>
 <content type="text">Plain &lt;words&gt; here.</content></entry>
<entry><title>X</title><link href="https://tarnpost.example/2"/>
 <published>2025-04-09T01:00:00+02:00</published><updated>2025-04-10T01:00:00Z</updated>
 <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Marked <b>up</b>.</p></div>
 </content></entry></feed>"""


def feed(here, text, name="f.xml"):
    (here / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return name


def test_rss(here, read):
    everything = read(feed(here, RSS))
    first, second, third = everything.documents
    assert first.origin == "f.xml#1"
    assert first.media == "html"
    assert first.charset == "utf-8"
    assert b'<p onclick="x()">Long &amp; full.</p><script>alert(1)</script>' in first.data
    assert b'href="/rel"' in first.data
    assert first.lineage == "https://tarnpost.example/1"
    assert first.given.outlet == "Tarn Post & Mail"
    assert first.given.title == "Ferry talks end & resume"
    assert first.given.published == "2025-04-08T10:30:00+09:00"
    assert first.given.authors == ("Ilse Marrin",)
    assert first.given.language == "en-GB"
    assert first.given.basis == "feed"
    assert (second.data, second.media, second.lineage) == (b"Only a title", "text", "f.xml#n-2")
    assert second.given.published is None
    assert third.data == b"<p>No title.</p>"
    assert third.given.url is None
    assert third.given.outlet == "Meridian Wire"
    assert str(everything.error) == "f.xml#4: is an entry with neither text nor title"


def test_atom(here, read):
    first, second = read(feed(here, ATOM, "f.atom")).documents
    assert (first.data, first.media) == (b"Plain <words> here.", "text")
    assert first.given.title == "A < B"
    assert first.given.published == "2025-04-08T10:30:00+00:00"
    assert first.given.authors == ("Ilse Marrin", "P. Orlo")
    assert b"<p>Marked <b>up</b>.</p>" in second.data
    assert second.media == "html"
    assert second.given.published == "2025-04-09T01:00:00+02:00"


def test_encodings(here, read):
    text = RSS.replace("Tarn Post", "Почта Тарна").replace('"utf-8"', '"windows-1251"', 1)
    first = read(feed(here, text.encode("cp1251"))).documents[0]
    assert first.given.outlet == "Почта Тарна & Mail"


def test_a_broken_feed_gives_what_it_has_and_says_so(here, read):
    everything = read(feed(here, RSS[: RSS.index("<item><link>javascript")] + "<item><tit"))
    assert everything.documents[0].given.url == "https://tarnpost.example/1"
    assert everything.errors[-1].subject == "f.xml"
    assert everything.errors[-1].reason.startswith("is a broken feed (line ")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("<?xml version='1.0'?><rss version='2.0'><channel/></rss>", "is a feed without entries"),
        ("<?xml version='1.0'?><urlset><url/></urlset>", "is XML, but no RSS or Atom feed"),
        ("<urlset><url", "is XML, but no RSS or Atom feed"),
        ("not markup", "is XML, but no RSS or Atom feed"),
    ],
)
def test_no_feed(text, reason, here, read):
    error = read(feed(here, text)).error
    assert isinstance(error, UnreadableSource)
    assert error.reason == reason


def test_xhtml_in_an_xml_file_is_a_page(here, read):
    page = "<?xml version='1.0'?><!DOCTYPE html><html><body><p>Talks.</p></body></html>"
    document = read(feed(here, page)).document
    assert (document.media, document.origin) == ("html", "f.xml")


def test_a_feed_reaches_for_nothing(here, read, monkeypatch):
    """Neither entities nor a document type make the parser open files or connections."""
    (here / "secret").write_text("SECRET")
    monkeypatch.setattr("socket.socket.connect", None)
    text = RSS.replace(
        '<rss version="2.0"',
        f'<!DOCTYPE rss SYSTEM "http://127.0.0.1/x.dtd" [<!ENTITY s SYSTEM "file://{here}/secret">]>'
        '<rss version="2.0"',
        1,
    ).replace("Short.", "&s;")
    assert b"SECRET" not in b"".join(document.data for document in read(feed(here, text)).documents)


def test_entity_bombs_do_not_go_off(here, read):
    bomb = '<!DOCTYPE rss [<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    text = RSS.replace("<rss ", f"{bomb}]><rss ", 1).replace("Short.", "&i;")
    assert sum(len(document.data) for document in read(feed(here, text)).documents) < 100_000
