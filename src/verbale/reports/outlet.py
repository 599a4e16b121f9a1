"""Whose page it is: brand lines, titles, copyright lines, the user's word, the address.

An agency that is credited on another outlet's page is not its outlet. Only where nothing else
shows a brand, and nothing says that the copy was taken over, is an agency's copy its own page.
"""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import urlsplit

import msgspec

from verbale.model import DateHow, Given
from verbale.reports.brands import brand, tidy
from verbale.reports.layout import Layout
from verbale.reports.masthead import line_brand, top_line
from verbale.reports.names import Outlets, agency_named
from verbale.reports.page import Block, Page, tokens_of

_RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright|ⓒ|all rights reserved)\s*(?:©|\(c\))?\s*(?:by\s+)?(?:(?:19"
    r"|20)\d\d(?:\s?[-–—]\s?(?:(?:19|20)\d\d"
    r"|present))?,?\s*)?(?:by\s+)?(?P<name>[A-Z][^.,|©;•·\n]{2,50}?)(?:\s*(?:19"
    r"|20)\d\d(?:\s?[-–—]\s?(?:19|20)\d\d)?)?\s*(?:[.,|©;•·\n]|\ball rights|$)",
    re.IGNORECASE,
)
_COMPANY = re.compile(
    r"[,\s]+(?:ltd|llc|inc|limited|plc|gmbh|co|corp|corporation|company|pvt|s\.?a\.?|group"
    r"|holdings?|media group|publications?|publishing(?: house)?|newspapers?|media|a/s|ag"
    r"|b\.?v\.?|all rights.*)\.?$",
    re.IGNORECASE,
)
_TITLE_SPLIT = re.compile(r"\s+(?:[|–—•·»]|-|::)\s+")
#: Without any of these a text may come from anywhere.
_FURNITURE = frozenset(("navigation", "legal", "share", "subscription", "related", "comments"))
_FOOTERS = frozenset(("legal", "subscription", "share", "credit", "disclaimer"))
#: ``Harbour Pilot 2013-2024 • Registered in Bar``: only outlets give the years they have been.
_YEARS = re.compile(
    r"(?P<name>[A-ZÀ-Þ][\w’'&.-]*(?: (?:of |the |de )?[A-ZÀ-Þ][\w’'&.-]*){0,4}),? (?:19|20)\d\d"
    r"\s?[-–—]\s?(?:(?:19|20)\d\d|present)\b"
)
_NAMED = re.compile(r"[A-ZÀ-Þ][\w’'&-]+(?: [A-ZÀ-Þ][\w’'&-]+){1,3}")
_FOLLOW = re.compile(
    r"(?:subscribe to|sign up (?:for|to)|follow|join|support|download|about|welcome to"
    r"|more from|read more (?:on|at|from)|first (?:appeared|published) (?:on|in|by)|(?:first "
    r"|originally )?published (?:by|in|on)"
    r"|contact)\s+(?P<name>(?:The\s)?[A-Z][\w’'&.-]*(?:\s(?:of\s)?[A-Z][\w’'&.-]*){0,4})"
)
_TAKEN_OVER = re.compile(
    r"auto[- ]?(?:published|generated)|agency feed|syndicated|with inputs|this (?:story"
    r"|article|post|report)\b.{0,60}\b(?:from|by) (?:an? |the )?\w* ?(?:agency|feed|wire)",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"(?P<name>(?:The )?[A-Z][\w’'&.-]*(?: (?:of |and |& )?[A-Z][\w’'&.-]*){0,4})(?:'s?"
    r"|’s?)? (?:holds|is not|does not|takes|bears|assumes|accepts|has not|staff|(?:web)?site"
    r"|portal|app)\b"
)


class Owner(msgspec.Struct, frozen=True):
    """The outlet's name and how it is known."""

    name: str
    how: DateHow


def find_outlet(
    page: Page,
    layout: Layout,
    given: Given,
    url: str | None,
    agencies: tuple[str, ...],
    outlets: Outlets,
) -> Owner | None:
    """The outlet whose page this is, or None where the page does not say."""
    shown = _shown(page, layout, agencies, outlets)
    if shown:
        return Owner(shown, "stated")
    if given.outlet:
        entry = outlets.outlet(given.outlet)
        return Owner(entry.credit if entry else unescape(given.outlet), "metadata")
    host = (urlsplit_host(url)) if url else None
    entry = outlets.outlet_for_domain(host) if host else None
    if entry is not None:
        return Owner(entry.credit, "inferred")
    own = _own_copy(page, layout, agencies, outlets)
    return Owner(own, "inferred") if own else None


def urlsplit_host(url: str) -> str | None:
    """The host name of an address, None where it has none."""
    try:
        return urlsplit(url).hostname
    except ValueError:
        return None


def _shown(page: Page, layout: Layout, agencies: tuple[str, ...], outlets: Outlets) -> str | None:
    """The brand that the page itself shows: markup, title, masthead, byline, footer."""
    facts = page.facts
    for name in (facts.outlet, facts.brand, _in_title(page, layout, outlets)):
        if name and not name.startswith("http"):
            entry = outlets.outlet(name)
            return entry.credit if entry else tidy(name)
    return (
        _masthead(page, layout, outlets)
        or _in_byline(layout)
        or _in_footer(page, layout, agencies, outlets)
    )


def _in_title(page: Page, layout: Layout, outlets: Outlets) -> str | None:
    """The piece of ``<title>`` that is not the headline, if it looks like an outlet."""
    headline = tokens_of(layout.headline.text) if layout.headline else ()
    for title in (page.facts.window, page.facts.title):
        pieces = [piece for piece in _TITLE_SPLIT.split((title or "").strip()) if piece]
        ends = [pieces[-1], pieces[0]] if len(pieces) > 1 else []
        for piece in ends:
            if name := brand(piece, outlets):
                return name
        for piece in ends:
            words = tokens_of(piece)
            if (
                0 < len(words) <= 4
                and words != headline
                and piece[0].isupper()
                and _again(piece, page)
            ):
                return piece
    return None


def _again(name: str, page: Page) -> bool:
    """Whether a line of the page outside its prose holds the same name."""
    folded = name.casefold()
    return any(
        folded in block.text.casefold()
        for block in page.blocks
        if not block.prose or block.text.casefold().startswith(folded)
    )


def _masthead(page: Page, layout: Layout, outlets: Outlets) -> str | None:
    """A short line above the headline (or near the byline) that is an outlet's name."""
    top = layout.headline_at if layout.headline_at is not None else layout.run.start
    for block in page.blocks[:top]:
        credit = layout.credits.get(block.index)
        if credit is not None:
            if credit.outlets:
                return credit.outlets[0]
            if block.index == 0 and credit.agencies and not credit.byline:
                return credit.agencies[0]
        elif name := line_brand(block, page, layout.kinds, outlets):
            return name
    for block in page.blocks[top + 1 : layout.run.start]:
        kind = layout.kinds[block.index]
        if block.words > 7 or kind == "caption" or block.index in layout.credits:
            continue
        if kind is None and (name := brand(block.text, outlets)):
            return name
    return top_line(page, layout.kinds, layout.headline_at)


def _in_byline(layout: Layout) -> str | None:
    """An outlet in a byline or slug above the story, or in a source line just below it."""
    for at, credit in sorted(layout.credits.items()):
        if credit.outlets and at < layout.run.stop + 4:
            return credit.outlets[0]
    return None


def _in_footer(
    page: Page, layout: Layout, agencies: tuple[str, ...], outlets: Outlets
) -> str | None:
    """The name in "© 2025 The Harbour Courier", or one that readers are asked to follow."""
    outside = [
        block
        for block in page.blocks
        if layout.kinds[block.index] in _FOOTERS and len(block.text) <= 400
    ]
    for block in reversed(outside):
        found = _RIGHTS.search(unescape(block.text))
        name = brand(_COMPANY.sub("", found["name"].strip()), outlets) if found else None
        if name and name not in agencies and agency_named(name, outlets) is None:
            return name
    for block in outside:
        found = _FOLLOW.search(block.text[:200])
        if found and (name := brand(found["name"], outlets)):
            return name
    for block in outside:
        found = (
            _BEHIND.search(block.text)
            if layout.kinds[block.index] in ("disclaimer", "legal")
            else None
        )
        name = found["name"] if found else ""
        entry = outlets.outlet(name) if name else None
        name = entry.credit if entry else name
        if (entry is not None or name.startswith("The ")) and name not in agencies:
            return name
    return _in_last_lines(page, layout, outside, outlets)


def _in_last_lines(
    page: Page, layout: Layout, footers: list[Block], outlets: Outlets
) -> str | None:
    """A name beside years at the foot of a page, though it is not built like an outlet's."""
    for block in page.blocks[layout.run.stop :][-4:] if layout.run else ():
        found = _YEARS.match(unescape(block.text)) if block.words <= 20 else None
        if found and not _is_agency(found["name"], outlets):
            return tidy(found["name"])
    for block in reversed(footers):
        found = _RIGHTS.search(unescape(block.text))
        name = found["name"] if found else ""
        own = _NAMED.fullmatch(name) and not _COMPANY.search(name)
        if own and not _is_agency(name, outlets):
            return tidy(name)
    return None


def _is_agency(name: str, outlets: Outlets) -> bool:
    """Whether a name is an agency's or holds one: ``Thomson Reuters``."""
    whole = name.removeprefix("The ").strip()
    return any(agency_named(part, outlets) for part in (whole, *whole.split()))


def _own_copy(
    page: Page, layout: Layout, agencies: tuple[str, ...], outlets: Outlets
) -> str | None:
    """The agency of the dateline, where it is the only source and no page around it takes over."""
    filed = layout.filed
    if filed is None or not filed.agencies or filed.span.start < 0:
        return None
    if set(agencies) != set(filed.agencies) or len(filed.agencies) > 1:
        return None
    for at, credit in layout.credits.items():
        bare = bool(credit.agencies) and not credit.authors
        if credit.outlets or (bare and at < layout.run.start):
            return None
    tail = page.blocks[layout.run.stop :]
    if any(_TAKEN_OVER.search(block.text[:400]) for block in tail):
        return None
    entry = outlets.outlet(filed.agencies[0])
    furnished = any(kind in _FURNITURE for kind in layout.kinds)
    return entry.credit if entry else filed.agencies[0] if furnished else None
