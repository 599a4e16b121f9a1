"""What a server sent, as a body of some kind of content."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from verbale.errors import FetchFailed
from verbale.model import Given
from verbale.sources.looks import Kind, content_kind, markup_kind, xml_kind
from verbale.sources.reading import Body

if TYPE_CHECKING:
    from verbale.sources.network.fetch import Answer

_FEEDS = {"application/rss+xml", "application/atom+xml", "application/rdf+xml"}
_XML = {"application/xml", "text/xml"}
_HTML = {"text/html", "application/xhtml+xml"}
_PDF = {"application/pdf", "application/x-pdf"}
_MAIL = {"multipart/related", "message/rfc822"}
_TEXT = {"text/plain", "text/markdown", "text/x-markdown"}


def kind_of(answer: Answer, origin: str) -> Kind:
    """The kind of content by the declared type. Raises `FetchFailed` about ``origin`` for
    what we do not read.

    Feeds are often declared as HTML or text; they are known by their first element.
    Without a declared type the content tells.
    """
    declared = answer.media_type
    if declared in _FEEDS:
        return "feed"
    if declared in _XML:
        return xml_kind(answer.data)
    if declared in _HTML | _TEXT:
        named: Kind = "html" if declared in _HTML else "text"
        return "feed" if markup_kind(answer.data) == "feed" else named
    if declared in _PDF:
        return "pdf"
    if declared in _MAIL:
        return "mhtml"
    if not declared:
        return content_kind(answer.data)
    raise FetchFailed(origin, f"the server sent {declared}; we read HTML, text, PDF and feeds")


def body_of(answer: Answer, origin: str, beside: Given) -> Body:
    """The content of ``answer``, to be read from memory."""
    return Body(
        origin=origin,
        stream=io.BufferedReader(io.BytesIO(answer.data)),
        charset=answer.charset,
        beside=beside,
        address=answer.url,
    )
