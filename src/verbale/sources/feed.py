"""RSS and Atom feeds: each entry a report, its HTML taken as data."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Iterator
from typing import Any

import feedparser

from verbale.errors import SourceError, UnreadableSource
from verbale.model import Given, Media, RawDocument
from verbale.sources.given import language_code, one_line, over, refuse_singular, web_address, whole
from verbale.sources.page import text_bytes
from verbale.sources.published import normal_date
from verbale.sources.reading import Body, Reading

_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_PLAIN = "text/plain"

Entry = Any  # feedparser's dictionaries, which have no types


def read_feed(body: Body, limit: int) -> Iterator[Reading]:
    """A document for each entry of the feed. Raises `SourceError` if it is none.

    A feed that is not well-formed yields what could be made of it, then an error that says so.
    The entries' HTML is neither cleaned nor completed here: documents are kept as they came.
    """
    refuse_singular(body.beside, body.origin)
    feed = _parsed(text_bytes(body, limit), body)
    for number, entry in enumerate(feed.entries, start=1):
        yield _report(entry, number, feed.feed, body)
    flaw = _flaw(feed)
    if flaw:
        count = len(feed.entries)
        raise UnreadableSource(
            body.origin, f"is a broken feed ({flaw}); {count} of its entries could be read"
        )
    if not feed.entries:
        raise UnreadableSource(body.origin, "is a feed without entries" if feed.version else _OTHER)


_OTHER = "is XML, but no RSS or Atom feed"


def _parsed(data: bytes, body: Body) -> Any:
    """The parsed feed. From bytes in memory, since feedparser opens strings as files and URLs."""
    headers = {"content-location": body.address or ""}
    if body.charset:
        headers["content-type"] = f"application/xml; charset={body.charset}"
    else:
        headers["content-type"] = "application/xml"
    try:
        return feedparser.parse(
            io.BytesIO(data),
            response_headers=headers,
            resolve_relative_uris=False,
            sanitize_html=False,
        )
    except Exception as error:  # whatever feedparser's handlers stumble on
        reason = f"is a feed too broken to parse ({type(error).__name__})"
        raise UnreadableSource(body.origin, reason) from error


def _flaw(feed: Any) -> str | None:
    """What makes the feed ill-formed; a wrongly declared encoding that was put right is no flaw."""
    error = feed.get("bozo_exception")
    if not feed.bozo or isinstance(error, feedparser.CharacterEncodingOverride):
        return None
    if not feed.version and not feed.entries:
        return None
    line = error.getLineNumber() if hasattr(error, "getLineNumber") else None
    message = error.getMessage() if hasattr(error, "getMessage") else str(error)
    return one_line(f"line {line}: {message}" if line else message) or type(error).__name__


def _report(entry: Entry, number: int, feed: Entry, body: Body) -> RawDocument | SourceError:
    origin = f"{body.origin}#{number}"
    given = _given(entry, feed, body.origin)
    text, media = _content(entry)
    if not text.strip():
        text, media = given.title or "", "text"
    if not text:
        return UnreadableSource(origin, "is an entry with neither text nor title")
    return RawDocument(
        data=whole(text).encode("utf-8"),
        origin=origin,
        media=media,
        charset="utf-8",
        given=over(body.beside, given),
    )


def _content(entry: Entry) -> tuple[str, Media]:
    """The fullest text of an entry: its content, else its summary."""
    details = [*entry.get("content", ()), entry.get("summary_detail") or {}]
    for detail in details:
        text, kind = detail.get("value") or "", detail.get("type") or ""
        if isinstance(text, str) and text.strip() and ("text" in kind or "html" in kind):
            return text, "text" if kind == _PLAIN else "html"
    return "", "text"


def _given(entry: Entry, feed: Entry, origin: str) -> Given:
    """What the feed says of an entry. What it says wrongly (a bad date) is left out."""
    url = web_address(_string(entry, "link"))
    name = _string(entry, "id")
    return Given(
        url=url,
        outlet=_title(entry.get("source") or {}) or _title(feed),
        published=_published(entry),
        title=_title(entry),
        authors=_authors(entry),
        language=language_code(_string(feed, "language")),
        key=f"{origin}#{name}" if name and not url else None,
        basis="feed",
    )


def _string(values: Entry, key: str) -> str:
    """A value as one line of text, empty where there is none."""
    value = values.get(key)
    return one_line(value) if isinstance(value, str) else ""


def _title(values: Entry) -> str | None:
    """The title without markup, which RSS allows and does not announce."""
    title = _string(values, "title")
    if (values.get("title_detail") or {}).get("type") != _PLAIN or "&" in title:
        title = one_line(html.unescape(_TAG.sub("", title)))
    return title or None


def _published(entry: Entry) -> str | None:
    # "updated" only in an entry without "published": feedparser warns on a look-up past it.
    for key in ("published", "updated", "created"):
        if key in entry:
            return normal_date(entry[key])
    return None


def _authors(entry: Entry) -> tuple[str, ...]:
    names = [_string(author, "name") for author in entry.get("authors", ())]
    return tuple(dict.fromkeys(name for name in names if name))
