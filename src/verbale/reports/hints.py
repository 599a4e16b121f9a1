"""What tags and class names say about the blocks inside them."""

from __future__ import annotations

import re
from typing import Any

from verbale.model import JunkKind

_BY_TAG: dict[str, JunkKind] = {
    "nav": "navigation", "footer": "legal", "figcaption": "caption", "aside": "related",
    "button": "share", "form": "subscription", "menu": "navigation",
}  # fmt: skip
_CLASSES: tuple[tuple[JunkKind, str], ...] = (
    ("comments", r"comments?|disqus|replies|respond|coral|comment-?list|livefyre|fb-comments"),
    (
        "related",
        r"related\w*|recirc\w*|recommend\w*|trending|popular|most-?(?:read|viewed|popular"
        r"|shared)|more-?(?:stories|news|from|on|articles)|read-?(?:more|next|also)"
        r"|also-?(?:read|like)|up-?next|latest-?(?:news|stories)|see-?also|sidebar|rail"
        r"|outbrain|taboola|teasers?|promo\w*|next-?(?:article|story)|prev-?next",
    ),
    ("share", r"share\w*|sharing|social\w*|addthis|sharedaddy|follow-?us|toolbar|tools"),
    (
        "subscription",
        r"newsletters?|subscri\w+|paywall|sign-?up|signup|register|membership|donat\w+"
        r"|piano|regwall|meter",
    ),
    (
        "advert",
        r"ads?|advert\w*|sponsor\w*|dfp|adsense|ad-?(?:slot|unit|container|wrapper)"
        r"|banner|commercial",
    ),
    (
        "caption",
        r"captions?|wp-caption-text|credits?|photo-?(?:credit|caption|info)"
        r"|image-?(?:credit|caption|source)|figcaption|media-?(?:caption|credit)"
        r"|copyright-?(?:image|photo)|gallery\w*|slideshow",
    ),
    ("byline", r"byline\w*|author\w*|contributors?|post-?author|writer|by-?author"),
    (
        "date",
        r"timestamp|datetime|dateline|pub-?date|publish(?:ed)?(?:-date|-time)?|post-?date"
        r"|entry-?date|article-?date|posted-on|date",
    ),
    (
        "navigation",
        r"breadcrumbs?|nav\w*|menu\w*|pagination|pager|tags?|tag-?(?:list|cloud)|topics?"
        r"|categor(?:y|ies)|skip-?link|masthead|site-?header|topbar|top-?bar",
    ),
    ("legal", r"footer\w*|copyright\w*|legal|disclaimer|cookie\w*|consent|gdpr"),
)
_BY_CLASS: tuple[tuple[JunkKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"(?:^|[\s_-])(?:{names})(?:$|[\s_-])", re.IGNORECASE))
    for kind, names in _CLASSES
)
_STANDFIRST = re.compile(
    r"(?:^|[\s_-])(?:standfirst|stand-first|dek|deck|sub-?(?:title|head(?:ing|line)?)|summary"
    r"|excerpt|intro|abstract|lede?|article-?(?:summary|description|subtitle|sub-?head\w*)"
    r"|perex|chapo)(?:$|[\s_-])",
    re.IGNORECASE,
)
#: What embeds a post.
_POST = re.compile(r"\btwitter-(?:tweet|video)\b")
_PULLED = re.compile(r"\bpull-?quote", re.IGNORECASE)
_BRAND = re.compile(
    r"(?:^|[\s_-])(?:logo|brand|site-?(?:name|title)|masthead)(?:$|[\s_-])", re.IGNORECASE
)


def hint_of(tag: str, node: Any) -> JunkKind | None:
    """The kind of junk that a container's tag, class or id speaks of."""
    if tag in _BY_TAG:
        return _BY_TAG[tag]
    if tag in ("html", "body", "main", "article"):
        return None
    names = _names(node)
    if not names:
        return None
    return next((kind for kind, pattern in _BY_CLASS if pattern.search(names)), None)


def role_of(tag: str, node: Any) -> str | None:
    """``standfirst``, ``brand``, ``post``, ``pull-quote`` or ``time`` where the markup says so."""
    if tag == "time":
        return "time"
    names = _names(node)
    if not names or tag in ("html", "body", "main", "article"):
        return None
    if _POST.search(names):
        return "post"
    if _PULLED.search(names):
        return "pull-quote"
    if _STANDFIRST.search(names):
        return "standfirst"
    return "brand" if _BRAND.search(names) else None


def _names(node: Any) -> str:
    names = f"{node.get('class') or ''} {node.get('id') or ''} {node.get('itemprop') or ''}".strip()
    return names[:200]
