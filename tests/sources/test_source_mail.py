from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest

from verbale.errors import UnreadableSource
from verbale.model import RawDocument
from verbale.sources import survey

PAGE = "<html><body><h1>Ferry to sail</h1><p>It would sail “soon”, Brask said.</p></body></html>"
KEPT = """From: <Saved by a browser>\r
Snapshot-Content-Location: https://ordapost.example/2024/ferry\r
Subject: Ferry to sail\r
Date: Tue, 5 Mar 2024 09:00:00 -0000\r
MIME-Version: 1.0\r
Content-Type: multipart/related; type="text/html"; boundary="cut"\r
\r
--cut\r
Content-Type: image/png\r
Content-Transfer-Encoding: base64\r
Content-Location: https://ordapost.example/a.png\r
\r
iVBORw0KGgo=\r
--cut\r
Content-Type: text/html; charset="utf-8"\r
Content-Transfer-Encoding: quoted-printable\r
Content-Location: https://ordapost.example/2024/ferry\r
\r
<html><body><h1>Ferry to sail</h1><p>The ferry would sail, Brask said =E2=80=93=\r
 soon.</p></body></html>\r
--cut--\r
"""


def mail(html: str | None = PAGE) -> bytes:
    message = EmailMessage()
    message["From"] = "press@ordania.example"
    message["Subject"] = "Ferry to sail"
    message["Date"] = "Mon, 04 Mar 2024 10:30:00 +0200"
    message.set_content("The ferry would sail, Brask said.")
    if html:
        message.add_alternative(html, subtype="html")
    message.add_attachment(b"<html>attached</html>", maintype="text", subtype="html")
    return message.as_bytes()


def read(path: Path, data: bytes | str) -> object:
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    (source,) = survey([str(path)])
    (found,) = source.documents()
    return found


@pytest.mark.parametrize("name", ["kept.mhtml", "kept.mht", "kept"])
def test_the_page_of_a_kept_file(tmp_path: Path, name: str) -> None:
    found = read(tmp_path / name, KEPT)
    assert isinstance(found, RawDocument)
    assert (found.media, found.charset) == ("html", "utf-8")
    assert "said – soon" in found.data.decode()
    assert found.given.url == "https://ordapost.example/2024/ferry"
    assert found.given.published is None  # the day it was kept on


@pytest.mark.parametrize("name", ["note.eml", "note"])
def test_the_page_of_a_mail(tmp_path: Path, name: str) -> None:
    found = read(tmp_path / name, mail())
    assert isinstance(found, RawDocument)
    assert found.media == "html"
    assert "“soon”" in found.data.decode("utf-8")
    assert found.given.title == "Ferry to sail"
    assert found.given.published == "2024-03-04T10:30:00+02:00"
    assert found.given.url is None


def test_a_mail_without_a_page_is_its_text(tmp_path: Path) -> None:
    found = read(tmp_path / "note.eml", mail(html=None))
    assert isinstance(found, RawDocument)
    assert found.media == "text"
    assert b"attached" not in found.data


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ("", "is empty"),
        ("Just some words.\n", "is neither a mail nor a page"),
        ("MIME-Version: 1.0\nContent-Type: image/png\n\nx", "holds no page and no text"),
        ("MIME-Version: 1.0\nContent-Type: text/html\n\n \n", "holds an empty page"),
        ("MIME-Version: 1.0\nContent-Type: multipart/related\n\nx", "holds no page and no text"),
    ],
)
def test_what_holds_no_page_is_said(tmp_path: Path, data: str, reason: str) -> None:
    found = read(tmp_path / "note.eml", data)
    assert isinstance(found, UnreadableSource)
    assert reason in found.reason


def test_parts_in_parts_come_to_an_end(tmp_path: Path) -> None:
    data = "MIME-Version: 1.0\n" + "".join(
        f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(60)
    )
    assert isinstance(read(tmp_path / "deep.eml", data), UnreadableSource)
