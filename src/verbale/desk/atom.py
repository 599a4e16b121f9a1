"""Atom feeds: items as a document, for what a watch tells and for what a record has that is new.

Pure: an item in, its entry out, byte for byte the same each time. What XML cannot hold, and what
acts on a reader instead of showing, is replaced.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple
from xml.etree import ElementTree as Xml

MEDIA = "application/atom+xml"
_ATOM = "http://www.w3.org/2005/Atom"
_NEVER = "1970-01-01T00:00:00Z"
_UNSEEN = re.compile(
    "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069"
    "\\ud800-\\udfff\\ufffe\\uffff]"
)


class Item(NamedTuple):
    """One entry of a feed. ``updated`` is when the record came to know it; ``kinds`` what it is
    filed under; ``author`` who tells it, None for us; ``url`` where it was published, ``page`` its
    path on the desk."""

    id: str
    kinds: tuple[str, ...]
    title: str
    words: str
    updated: str
    author: str | None = None
    url: str | None = None
    page: str | None = None


def render(
    found: Sequence[Item],
    *,
    title: str,
    id: str,  # noqa: A002 - Atom's word for it
    desk: str = "",
    own: str = "",
) -> bytes:
    """Items as an Atom document; ``desk`` is the address of a desk that shows their pages, ``own``
    that of the feed itself."""
    root = Xml.Element("feed", {"xmlns": _ATOM, "xml:lang": "en"})
    _put(root, "title", title)
    _put(root, "id", id)
    _put(root, "updated", max((item.updated for item in found), default=_NEVER))
    _put(_put(root, "author"), "name", "Verbale")
    _put(root, "generator", "Verbale")
    if own:
        _put(root, "link", rel="self", type=MEDIA, href=own)
    if desk:
        _put(root, "link", rel="alternate", type="text/html", href=f"{desk}/")
    for item in found:
        _entry(root, item, desk)
    Xml.indent(root, " ")
    body: bytes = Xml.tostring(root, encoding="utf-8", xml_declaration=True)
    return body + b"\n"


def _entry(root: Xml.Element, item: Item, desk: str) -> None:
    entry = _put(root, "entry")
    _put(entry, "title", item.title)
    _put(entry, "id", item.id)
    _put(entry, "updated", item.updated)
    if item.author:
        _put(_put(entry, "author"), "name", item.author)
    for kind in dict.fromkeys(item.kinds):
        _put(entry, "category", term=kind)
    shown = bool(desk and item.page)
    if shown:
        _put(entry, "link", rel="alternate", type="text/html", href=f"{desk}{item.page}")
    if item.url:
        _put(entry, "link", rel="via" if shown else "alternate", href=item.url)
    _put(entry, "content", item.words, type="text")


def _put(parent: Xml.Element, name: str, words: str = "", **attributes: str) -> Xml.Element:
    """An element below another."""
    safe = {key: _UNSEEN.sub("\ufffd", value) for key, value in attributes.items()}
    made = Xml.SubElement(parent, name, safe)
    if words:
        made.text = _UNSEEN.sub("\ufffd", words)
    return made
