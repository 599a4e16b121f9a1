"""The words of a document without its layout: enough to judge it by, a hundred times cheaper than
to read it."""

from __future__ import annotations

import re
from html import unescape

from verbale.model import RawDocument
from verbale.reports.decode import decode

#: A page is judged by this much of its text.
_MOST = 200_000
_SILENT = re.compile(
    r"<(script|style|noscript|template|svg|nav|header|footer|aside|form)\b.*?</\1\s*>|<!--.*?-->",
    re.DOTALL | re.IGNORECASE,
)
_HEAD = re.compile(r"<head\b.*?</head\s*>", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"<[a-zA-Z/!?][^<>]*>")


def plain_text(raw: RawDocument) -> str:
    """What a reader would see, more or less: no offsets are kept.

    Of a page what stands in its navigation, header and footer elements is left out.
    """
    if raw.media == "pdf":
        from verbale.reports.pdf import page_from_pdf

        return page_from_pdf(raw.data).text[:_MOST]
    text = decode(raw).text
    if raw.media != "html":
        return text[:_MOST]
    bare = _TAG.sub(" ", _SILENT.sub(" ", _HEAD.sub(" ", text)))
    return unescape(bare)[:_MOST]
