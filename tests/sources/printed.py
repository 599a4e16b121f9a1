"""Small PDF documents, written by hand: lines of text at places."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Line(NamedTuple):
    """Words at a place of the page, in points from its lower left corner."""

    words: str
    left: float
    bottom: float
    size: float = 11


def pdf(pages: Sequence[Sequence[Line]]) -> bytes:
    """A document of A4 pages in Helvetica."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids ["
        f"{' '.join(f'{4 + 2 * at} 0 R' for at in range(len(pages)))}] >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for at, lines in enumerate(pages):
        drawn = b"".join(map(_drawn, lines))
        objects += [
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << /F 3 0 R >> >> >>" % (5 + 2 * at),
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn),
        ]
    return _file(objects)


def _drawn(line: Line) -> bytes:
    words = line.words.encode("cp1252")
    for sign in (b"\\", b"(", b")"):
        words = words.replace(sign, b"\\" + sign)
    return b"BT /F %g Tf %g %g Td (%s) Tj ET\n" % (line.size, line.left, line.bottom, words)


def _file(objects: Sequence[bytes]) -> bytes:
    data = b"%PDF-1.4\n"
    places = []
    for number, held in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, held)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    data += b"trailer\n<< /Size %d /Root 1 0 R >>\n" % (len(objects) + 1)
    return data + b"startxref\n%d\n%%%%EOF\n" % start


def set_out(paragraphs: Sequence[Sequence[str]], top: float = 740, left: float = 72) -> list[Line]:
    """Paragraphs, given as their lines, one below the other with a gap between."""
    lines: list[Line] = []
    at = top
    for paragraph in paragraphs:
        for words in paragraph:
            lines.append(Line(words, left, at))
            at -= 14
        at -= 8
    return lines


STATEMENT = (
    ("Ministry of Foreign Affairs of Ordania",),
    ("Statement on the ferry to Pellan",),
    ("4 March 2024",),
    (
        "The Ministry said on Monday that the ferry between Orda and Pellan would sail",
        "again before the summer, provided that the harbour dues were settled by both",
        "sides in the way that was agreed last year.",
    ),
    (
        "Foreign Minister Lena Brask said: “Nothing is settled until the dues are, and we",
        "are ready to talk about them in any harbour.”",
    ),
)
