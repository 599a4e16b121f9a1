"""Bytes to text: which charset wins, and that nothing is lost on the way."""

from __future__ import annotations

import pytest

from tests.reports.press import Press
from verbale.model import RawDocument
from verbale.reports import decode, read_report


def _raw(data: bytes, **more: str) -> RawDocument:
    return RawDocument(data=data, origin="x", **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("data", "more", "text", "broken"),
    [
        (b"plain", {}, "plain", False),
        ("Zürich – “talks”".encode(), {}, "Zürich – “talks”", False),
        ("\ufeffWith a mark\r\nkept".encode(), {}, "\ufeffWith a mark\r\nkept", False),
        ("Talks “resume”, envoy says".encode("cp1252"), {}, "Talks “resume”, envoy says", False),
        ("Müller".encode("latin-1"), {"charset": "iso-8859-1"}, "Müller", False),
        ("Переговоры".encode("koi8-r"), {"charset": "koi8-r"}, "Переговоры", False),
        ("\ufeffwide".encode("utf-16-le"), {}, "\ufeffwide", False),
        ("日本".encode("iso2022_jp"), {"charset": "iso-2022-jp"}, "日本", False),
        ("“good” and ".encode() + b"\xff" + " “more”".encode(), {}, "“good” and � “more”", True),
        ("café – cut".encode()[:-8] + b"\xe2\x80", {}, "café�", True),
        (b"x", {"charset": "no-such-charset"}, "x", False),
        (b"\\ud800", {"charset": "unicode_escape"}, "\\ud800", False),
    ],
)
def test_decoding(data: bytes, more: dict[str, str], text: str, broken: bool) -> None:
    decoded = decode(_raw(data, **more))
    assert (decoded.text, decoded.broken) == (text, broken)


def test_a_page_may_declare_its_charset_itself() -> None:
    page = '<html><head><meta charset="windows-1251"></head><p>Переговоры начались.</p>'
    assert "Переговоры" in decode(_raw(page.encode("cp1251"), media="html")).text
    # a plain text that speaks of a charset declares none
    assert decode(_raw(page.encode("utf-8"))).charset == "utf-8"


def test_broken_bytes_are_flagged_and_the_rest_is_read() -> None:
    data = (
        "Talks resume\n\nThe ministry said “yes” ".encode()
        + b"\xff"
        + " on “Tuesday” again.".encode()
    )
    report = read_report(_raw(data), Press())
    assert "broken-encoding" in report.flags
    assert report.headline is not None
    assert report.headline.text == "Talks resume"


def test_line_ends_and_mark_stay_in_the_text() -> None:
    data = "\ufeffTalks resume\r\n\r\nThe ministry said that talks would resume.\r\n".encode()
    report = read_report(_raw(data), Press())
    assert report.text == data.decode()
    assert [span.of(report.text) for span in report.body] == [
        "The ministry said that talks would resume."
    ]
    assert report.headline is not None
    assert report.headline.text == "Talks resume"
