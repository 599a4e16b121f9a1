"""Bytes to text: the one place where characters, and so all offsets, come into being."""

from __future__ import annotations

import codecs
import re

import msgspec

from verbale.model import RawDocument

#: Where an HTML page may declare its charset; browsers look no further than this either.
_HEAD = 4096
#: How much of a long file the detector sees. It is statistical; more only costs time.
_SAMPLE = 65_536

_META = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_XML = re.compile(rb"""<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{2,40})""", re.IGNORECASE)
_SURROGATE = re.compile("[\ud800-\udfff]")
_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: Codecs that Python calls encodings but that are no charset of a page; the escapes among them
#: can even produce lone surrogates.
_NOT_CHARSETS = ("unicode_escape", "raw_unicode_escape", "punycode", "idna", "undefined", "utf_7")
#: What the web means when it says these (WHATWG): a superset that has the curly quotes.
_WEB_NAMES = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030"}
#: Bytes that no charset but Windows-1252 uses for quotes, dashes and the like in English text.
_TYPOGRAPHIC = frozenset(
    b"\x80\x82\x84\x85\x8b\x91\x92\x93\x94\x95\x96\x97\x99\x9b\xa0\xa3\xa9\xb0"
)


class Decoded(msgspec.Struct, frozen=True):
    """``text`` is the whole file, BOM and line ends kept; ``broken`` says U+FFFD stands in it."""

    text: str
    charset: str
    broken: bool = False


def decode(raw: RawDocument) -> Decoded:
    """The text of ``raw``, for any bytes whatever.

    Strict UTF-8 first, then a byte-order mark, the declared charset (``raw.charset``, or the page's
    own ``<meta>``), then what charset-normalizer finds; at last UTF-8 with replacements, marked.
    """
    data = raw.data
    declared = _declared(raw)
    if not (declared and b"\x1b" in data and declared.lower().startswith("iso-2022")):
        text = _strict(data, "utf-8")
        if text is not None:
            return Decoded(text, "utf-8")
    for name in (_by_mark(data), declared):
        text = _strict(data, name) if name else None
        if name and text is not None:
            return Decoded(text, name)
    replaced = data.decode("utf-8", errors="replace")
    if not _nearly_utf8(data, replaced):
        for name in _guesses(data):
            text = _strict(data, name)
            if text is not None:
                return Decoded(text, name)
    return Decoded(replaced, "utf-8", broken=True)


def _declared(raw: RawDocument) -> str | None:
    if raw.charset:
        return raw.charset
    if raw.media != "html":
        return None
    head = raw.data[:_HEAD]
    found = _META.search(head) or _XML.search(head)
    return found[1].decode("ascii", errors="ignore") if found else None


def _by_mark(data: bytes) -> str | None:
    return next((name for mark, name in _BOMS if data.startswith(mark)), None)


def _strict(data: bytes, name: str) -> str | None:
    """``data`` in the charset ``name``, or None when it is not (or ``name`` is no charset)."""
    try:
        known = codecs.lookup(name).name
        if known in _NOT_CHARSETS or known.replace("-", "_") in _NOT_CHARSETS:
            return None
        text = data.decode(_WEB_NAMES.get(known, known))
    except (LookupError, ValueError, AssertionError):
        return None
    return None if _SURROGATE.search(text) else text


def _nearly_utf8(data: bytes, replaced: str) -> bool:
    """Whether the bytes were UTF-8 with a little damage, rather than another charset."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start and error.end >= len(data) and max(data[: error.start]) > 0x7F:
            return True  # cut off in mid-character
    bad = replaced.count("�")
    good = sum(1 for char in replaced if char > "\x7f") - bad
    return good >= 4 * bad


def _guesses(data: bytes) -> list[str]:
    high = [byte for byte in data[:_SAMPLE] if byte > 0x7F]
    if high and all(byte in _TYPOGRAPHIC for byte in high):
        return ["cp1252"]
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    return [best.encoding] if best else []
