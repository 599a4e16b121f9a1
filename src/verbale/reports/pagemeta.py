"""What a page's markup says of it: JSON-LD, OpenGraph, ``<meta>``, ``<time>``, canonical link."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator
from html import unescape
from typing import Any

from verbale.reports.page import Facts

_ARTICLE = re.compile(r"Article|Posting|Report$|NewsItem|Review", re.IGNORECASE)
#: Larger scripts are data of applications, not descriptions of an article.
_MAX_JSON = 400_000
_MAX_NODES = 4000

_PUBLISHED = (
    "article:published_time", "og:published_time", "og:article:published_time", "datepublished",
    "pubdate", "publishdate", "publish-date", "publish_date", "publication_date",
    "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.created", "dc.date",
    "dcterms.date", "date", "article.published", "cxenseparse:recs:publishtime", "citation_date",
    "originalpublicationdate", "ptime",
)  # fmt: skip
_UPDATED = (
    "article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified",
    "dcterms.modified", "article.updated", "modified_date", "utime",
)  # fmt: skip
_TITLE = ("og:title", "twitter:title", "parsely-title", "dc.title", "headline")
_OUTLET = (
    "og:site_name", "application-name", "publisher", "dc.publisher", "article:publisher_name",
    "apple-mobile-web-app-title", "cre",
)  # fmt: skip
_AUTHOR = (
    "author", "article:author", "parsely-author", "dc.creator", "sailthru.author", "byl",
    "citation_author",
)  # fmt: skip
_DESCRIPTION = ("og:description", "description", "twitter:description")
_LOGO = re.compile(r"(?:^|[\s_-])(?:logo|brand|site-?(?:name|title)|masthead)(?:$|[\s_-])", re.I)
_NOT_LOGO = frozenset(("home", "homepage", "front page", "news", "menu", "skip to content", "back"))
_EMPTY_NAME = re.compile(r"https?://|^@|^\d+$|^admin$", re.IGNORECASE)
_NOT_NAME = re.compile(r"^(?:by|author:?)\s+", re.IGNORECASE)


def facts_of(root: Any) -> Facts:
    """Everything the markup under ``root`` says, strings unescaped and trimmed."""
    metas = _metas(root)
    articles = list(_articles(root))
    article = articles[0] if articles else {}
    return Facts(
        title=_text(article.get("headline")) or _first(metas, _TITLE) or _title(root),
        window=_title(root),
        description=_first(metas, _DESCRIPTION) or _text(article.get("description")),
        outlet=_names(article.get("publisher"))[:1][0]
        if _names(article.get("publisher"))
        else _first(metas, _OUTLET),
        brand=_brand(root),
        authors=_authors(article, metas),
        published=_dated(article, "datePublished", metas, _PUBLISHED) or _time(root),
        updated=_dated(article, "dateModified", metas, _UPDATED),
        url=_url(root, metas, article),
        language=_language(root, article),
        types=tuple(kind for item in articles for kind in _types(item)),
        paywalled=str(article.get("isAccessibleForFree")).lower() in ("false", "no")
        or _first(metas, ("article:content_tier",)) in ("locked", "metered"),
    )


def _brand(root: Any) -> str | None:
    """What the page's logo says in words: an element of that class, or the link to the root."""
    for node in root.iter("a", "span", "div", "b", "p", "h1", "h2", "strong"):
        names = f"{node.get('class') or ''} {node.get('id') or ''}"
        if not (node.get("href") == "/" or _LOGO.search(names)):
            continue
        words = _clean("".join(node.itertext()))[:60]
        if 2 < len(words) <= 40 and words[0].isupper() and words.casefold() not in _NOT_LOGO:
            return words
    return None


def _metas(root: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in root.iter("meta"):
        key = (node.get("property") or node.get("name") or node.get("itemprop") or "").lower()
        value = (node.get("content") or "").strip()
        if key and value and key not in found:
            found[key] = value[:2000]
    return found


def _first(metas: dict[str, str], keys: tuple[str, ...]) -> str | None:
    return next((_clean(metas[key]) for key in keys if key in metas), None)


def _clean(words: str) -> str:
    """Unescaped (twice: feeds and templates escape what is escaped already) and on one line."""
    return " ".join(unescape(unescape(words)).split())


def _text(value: object) -> str | None:
    return _clean(value) if isinstance(value, str) and value.strip() else None


def _articles(root: Any) -> Iterator[dict[str, Any]]:
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower() or not script.text:
            continue
        if len(script.text) > _MAX_JSON:
            continue
        try:
            data = json.loads(script.text, strict=False)
        except (ValueError, RecursionError):
            continue
        yield from (item for item in _objects(data) if any(map(_ARTICLE.search, _types(item))))


def _objects(data: object) -> Iterator[dict[str, Any]]:
    """Every object in a JSON document, outer ones first, without recursion."""
    queue: deque[object] = deque([data])
    for _ in range(_MAX_NODES):
        if not queue:
            return
        item = queue.popleft()
        if isinstance(item, dict):
            yield item
            queue.extend(value for value in item.values() if isinstance(value, (dict, list)))
        elif isinstance(item, list):
            queue.extend(value for value in item if isinstance(value, (dict, list)))


def _types(item: dict[str, Any]) -> tuple[str, ...]:
    kinds = item.get("@type")
    listed = kinds if isinstance(kinds, list) else [kinds]
    return tuple(kind for kind in listed if isinstance(kind, str))


def _names(value: object) -> list[str]:
    """The names in an author or publisher value: a string, an object, or a list of these."""
    names: list[str] = []
    for item in value if isinstance(value, list) else [value]:
        name = item.get("name") if isinstance(item, dict) else item
        for part in name if isinstance(name, list) else [name]:
            words = _text(part)
            if words and not _EMPTY_NAME.search(words):
                names.append(_NOT_NAME.sub("", words))
    return names


def _authors(article: dict[str, Any], metas: dict[str, str]) -> tuple[str, ...]:
    people = article.get("author")
    listed = people if isinstance(people, list) else [people]
    persons = [
        item for item in listed if not (isinstance(item, dict) and "Organization" in _types(item))
    ]
    names = _names(persons)
    if not names:
        words = _first(metas, _AUTHOR)
        names = [words] if words and not _EMPTY_NAME.search(words) else []
    split = [
        part.strip()
        for name in names
        for part in re.split(r",\s|\s+and\s+|;|\s\|\s", _NOT_NAME.sub("", name))
    ]
    return tuple(dict.fromkeys(part for part in split if 1 < len(part.split()) < 6))


def _dated(
    article: dict[str, Any], key: str, metas: dict[str, str], keys: tuple[str, ...]
) -> tuple[str, str] | None:
    words = _text(article.get(key))
    if words and re.search(r"\d{4}", words):
        return (words, "json-ld")
    found = next(
        (metas[key] for key in keys if re.search(r"(?:19|20)\d\d", metas.get(key, ""))), None
    )
    return (found, "meta") if found else None


def _time(root: Any) -> tuple[str, str] | None:
    """A ``<time datetime>`` that is marked as the publication's, or the page's only one."""
    times = [
        node for node in root.iter("time") if re.search(r"\d{4}-\d\d", node.get("datetime") or "")
    ]
    marked = [node for node in times if _marked(node)]
    chosen = (
        marked[0]
        if marked
        else times[0]
        if len({node.get("datetime") for node in times}) == 1
        else None
    )
    return (chosen.get("datetime"), "time") if chosen is not None else None


def _marked(node: Any) -> bool:
    """Whether a ``<time>`` is marked as that of publication."""
    names = f"{node.get('itemprop') or ''} {node.get('class') or ''}".lower()
    return "publish" in names or node.get("pubdate") is not None


def _url(root: Any, metas: dict[str, str], article: dict[str, Any]) -> str | None:
    links = (
        node.get("href") for node in root.iter("link") if "canonical" in (node.get("rel") or "")
    )
    candidates = [*links, metas.get("og:url"), article.get("url"), article.get("mainEntityOfPage")]
    for address in candidates:
        if isinstance(address, str) and address.startswith(("http://", "https://")):
            return address.strip()
    return None


def _language(root: Any, article: dict[str, Any]) -> str | None:
    return (
        root.get("lang")
        or root.get("{http://www.w3.org/XML/1998/namespace}lang")
        or _text(article.get("inLanguage"))
    )


def _title(root: Any) -> str | None:
    node = next(root.iter("title"), None)
    return _text("".join(node.itertext())) if node is not None else None
