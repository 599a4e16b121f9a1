"""What bytes look like: known file formats, binary data, and the kinds of content we read."""

from __future__ import annotations

import codecs
import re
from typing import Literal

Kind = Literal["text", "html", "pdf", "mail", "mhtml", "feed", "jsonl", "warc", "parquet"]

#: How much of a document is looked at.
HEAD = 65_536

#: First bytes of formats that are no report, with the name a person knows them by.
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"%!PS", "a PostScript document"),
    (b"\x1f\x8b\x08", "gzip data"),
    (b"BZh91AY&SY", "bzip2 data"),
    (b"\xfd7zXZ\x00", "xz data"),
    (b"\x28\xb5\x2f\xfd", "Zstandard data"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"OggS\x00", "an Ogg recording"),
    (b"ID3\x02", "an MP3 recording"),
    (b"ID3\x03", "an MP3 recording"),
    (b"ID3\x04", "an MP3 recording"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"PAR1", "a Parquet table"),
    (b"\x7fELF", "a program"),
    (b"WARC/1.", "a WARC archive"),
    (b"WARC/0.", "a WARC archive"),
)
_RIFF = {b"WEBP": "a WebP image", b"WAVE": "a WAV recording", b"AVI ": "an AVI video"}
_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)
#: Control characters that no text holds in number; tab, line ends, form feed and escape may occur.
_CONTROLS = bytes(sorted({*range(0x20), 0x7F} - {0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1B}))
_FEW_NULS, _NUL_SHARE, _CONTROL_SHARE = 8, 0.10, 0.05

_XML_ROOT = re.compile(rb"<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)", re.ASCII)
_COMMENT = re.compile(rb"<!--.*?(?:-->|\Z)", re.DOTALL)
_HEADER = re.compile(rb"[A-Za-z][A-Za-z-]*: ")
_MIME = re.compile(rb"^MIME-Version: ", re.IGNORECASE | re.MULTILINE)
_FEED_ROOTS = {b"rss", b"feed", b"rdf"}


def foreign_format(data: bytes) -> str | None:
    """What the start of ``data`` looks like if it is not text, for a person; else None.

    A few NULs, bad UTF-8 and wide encodings with a mark are text: the report stage decodes them.
    """
    head = data[:HEAD]
    for magic, name in _MAGIC:
        if head.startswith(magic):
            return name
    if head.startswith(b"RIFF") and head[8:12] in _RIFF:
        return _RIFF[head[8:12]]
    if head[4:8] == b"ftyp":
        return "a video or HEIF image"
    return "binary data" if _is_binary(head) else None


def is_wide(data: bytes) -> bool:
    """Whether ``data`` starts with the mark of UTF-16 or UTF-32."""
    return data.startswith(_WIDE_MARKS)


def _is_binary(head: bytes) -> bool:
    if not head or is_wide(head):
        return False
    if head.count(0) > max(_FEW_NULS, _NUL_SHARE * len(head)):
        return True
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return controls > _CONTROL_SHARE * len(head) and not _is_utf8(head)


def _is_utf8(head: bytes) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)  # the last character may be cut
    except UnicodeDecodeError:
        return False
    return True


def content_kind(data: bytes) -> Kind:
    """The kind of content that text without a telling name is."""
    if data.startswith(b"WARC/"):
        return "warc"
    if data.startswith(b"PAR1"):
        return "parquet"
    if data.startswith(b"%PDF-"):
        return "pdf"
    head = data[:HEAD].lstrip(codecs.BOM_UTF8).lstrip()
    if head.startswith(b"{"):
        return "jsonl"
    return markup_kind(head) or _mail_kind(head) or "text"


def _mail_kind(head: bytes) -> Kind | None:
    """``mail`` or ``mhtml`` if ``head`` begins with the headers of either."""
    top = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
    if not (_HEADER.match(top) and _MIME.search(top)):
        return None
    return "mhtml" if b"multipart/related" in top.lower() else "mail"


def markup_kind(data: bytes) -> Kind | None:
    """``feed`` or ``html`` if ``data`` starts as XML or HTML does, else None."""
    head = data[:HEAD].lstrip(codecs.BOM_UTF8).lstrip()
    name = _first_element(head)
    if not name:
        return None
    return xml_kind(head) if name in _FEED_ROOTS or head[:5].lower() == b"<?xml" else "html"


def xml_kind(data: bytes) -> Kind:
    """What something that is known to be XML holds: ``html`` if it is XHTML, else a feed."""
    return (
        "html"
        if _first_element(data[:HEAD].lstrip(codecs.BOM_UTF8).lstrip()) == b"html"
        else "feed"
    )


def _first_element(head: bytes) -> bytes:
    """The name of the first element, without its namespace; empty if ``head`` is no markup."""
    root = _XML_ROOT.search(_COMMENT.sub(b"", head)) if head.startswith(b"<") else None
    return root[1].lower() if root else b""
