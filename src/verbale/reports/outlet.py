"""Whose page it is: brand lines, titles, copyright lines, the user's word, the address.

An agency that is credited on another outlet's page is not its outlet. Only where nothing else
shows a brand, and nothing says that the copy was taken over, is an agency's copy its own page.
"""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import urlsplit

import msgspec

from verbale.model import DateHow, Given, Span
from verbale.reports.layout import Layout
from verbale.reports.names import OutletEntry, Outlets
from verbale.reports.page import Block, Page

_PRESS = re.compile(
    r"\b(?:post|times|news|herald|courier|gazette|tribune|journal|chronicle|observer|guardian|telegraph|monitor|mirror|mail|express|standard|independent|star|sun|globe|daily|weekly|today|press|agency|wire|radio|tv|television|broadcasting|network|online|review|dispatch|bulletin|examiner|inquirer|ledger|record|register|sentinel|argus|advertiser|echo|voice|nation|citizen|mercury|argosy|beacon|bugle|clarion|dawn|digest|eagle|enquirer|free press|leader|messenger|patriot|pioneer|reporter|republic|spectator|statesman|witness|world service|magazine|report|insider|watch|affairs|quarterly|newspaper|paper|intelligencer|despatch|gazeta|zeitung|tageblatt|kurier|pravda|izvestia|shimbun|ilbo|diario|jornal|monde|corriere)\b|\.(?:com|org|net|info|news|[a-z]{2})$",
    re.IGNORECASE,
)
_BRAND = re.compile(r"(?:[A-Z0-9][\w’'&.-]*|&|of|the|and|de|la|le|der|die|das|el|il)(?:\s(?:[A-Z0-9][\w’'&.-]*|&|of|the|and|de|la|le|der|die|das|el|il)){0,5}")
_RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright|ⓒ)\s*(?:©|\(c\))?\s*(?:by\s+)?(?:(?:19|20)\d\d(?:\s?[-–—]\s?(?:(?:19|20)\d\d|present))?,?\s*)?(?:by\s+)?(?P<name>[A-Z][^.,|©;\n]{2,50}?)(?:\s*(?:19|20)\d\d(?:\s?[-–—]\s?(?:19|20)\d\d)?)?\s*(?:[.,|©;\n]|\ball rights|$)",
    re.IGNORECASE,
)
_COMPANY = re.compile(
    r"[,\s]+(?:ltd|llc|inc|limited|plc|gmbh|co|corp|corporation|company|pvt|s\.?a\.?|group|holdings?|media group|publications?|publishing(?: house)?|newspapers?|media|a/s|ag|b\.?v\.?|all rights.*)\.?$",
    re.IGNORECASE,
)
_TITLE_BRAND = re.compile(r"\s(?:[|–—•·»]|-|::)\s+(?P<name>[^|–—•·»]{2,50})$")
_FOLLOW = re.compile(
    r"(?:subscribe to|sign up (?:for|to)|follow|join|support|download|about|welcome to|more from|read more (?:on|at|from)|first (?:appeared|published) (?:on|in|by)|(?:first |originally )?published (?:by|in|on)|contact)\s+(?P<name>(?:The\s)?[A-Z][\w’'&.-]*(?:\s(?:of\s)?[A-Z][\w’'&.-]*){0,4})"
)
_TAKEN_OVER = re.compile(
    r"auto[- ]?(?:published|generated)|agency feed|syndicated|with inputs|this (?:story|article|post|report)\b.{0,60}\b(?:from|by) (?:an? |the )?\w* ?(?:agency|feed|wire)",
    re.IGNORECASE,
)
_NOT_BRANDS = frozenset(
    "all news|latest news|breaking news|world news|top news|news|today|home|the world|press release|live news|news today|read more|more news|file photo|front page|top stories|e-paper|sign in|log in|all rights reserved|the latest|news agency|this week|united nations".split("|")
)


class Owner(msgspec.Struct, frozen=True):
    """The outlet's name and how it is known."""

    name: str
    how: DateHow


def find_outlet(page: Page, layout: Layout, given: Given, url: str | None, agencies: tuple[str, ...], outlets: Outlets) -> Owner | None:
    """The outlet whose page this is, or None where the page does not say."""
    shown = _shown(page, layout, outlets)
    if shown:
        return Owner(shown, "stated")
    if given.outlet:
        entry = outlets.outlet(given.outlet)
        return Owner(entry.name if entry else unescape(given.outlet), "metadata")
    host = (urlsplit_host(url)) if url else None
    entry = outlets.outlet_for_domain(host) if host else None
    if entry is not None:
        return Owner(entry.name, "inferred")
    own = _own_copy(page, layout, agencies, outlets)
    return Owner(own, "inferred") if own else None


def urlsplit_host(url: str) -> str | None:
    """The host name of an address, None where it has none."""
    try:
        return urlsplit(url).hostname
    except ValueError:
        return None


def _shown(page: Page, layout: Layout, outlets: Outlets) -> str | None:
    """The brand that the page itself shows: markup, title, masthead, byline, footer."""
    facts = page.facts
    for name in (facts.outlet, _in_title(facts.title, layout, outlets)):
        if name and not name.startswith("http"):
            entry = outlets.outlet(name)
            return entry.name if entry else name
    return (
        _masthead(page, layout, outlets)
        or _in_byline(layout)
        or _in_footer(page, layout, outlets)
    )


def _in_title(title: str | None, layout: Layout, outlets: Outlets) -> str | None:
    found = _TITLE_BRAND.search(title or "")
    if found is None:
        return None
    name = found["name"].strip()
    known = outlets.outlet(name) is not None
    return name if known or (_PRESS.search(name) and _BRAND.fullmatch(name)) else None


def _masthead(page: Page, layout: Layout, outlets: Outlets) -> str | None:
    """A short line above the headline (or near the byline) that is an outlet's name."""
    top = layout.headline_at if layout.headline_at is not None else layout.run.start
    above = [b for b in page.blocks[:top] if b.words <= 7]
    beside = [b for b in page.blocks[top + 1 : layout.run.start] if b.words <= 7]
    for block in above:
        if name := _brand_line(block, layout, outlets, sure=block.index <= 3):
            return name
    for block in beside:
        if layout.kinds[block.index] == "caption":
            continue
        entry = outlets.outlet(block.text)
        if entry is not None and entry.kind != "agency":
            return entry.name
        if entry is None and _named_like_press(block) and layout.kinds[block.index] is None:
            return block.text.strip()
    return None


def _brand_line(block: Block, layout: Layout, outlets: Outlets, *, sure: bool) -> str | None:
    for part in [block.text, *re.split(r"\s*[|»>›•·]\s*", block.text)[:3]]:
        name = part.strip(" .,:;-–—")
        entry = outlets.outlet(name) if name else None
        if entry is not None:
            return entry.name
    if layout.kinds[block.index] not in (None, "outlet"):
        return None
    return block.text.strip() if sure and _named_like_press(block) else None


def _named_like_press(block: Block) -> bool:
    text = block.text.strip()
    if text.casefold() in _NOT_BRANDS or text.endswith((".", ":", "?", "!")) and not _PRESS.search(text):
        return False
    return 1 <= block.words <= 6 and _PRESS.search(text) is not None and _BRAND.fullmatch(text) is not None


def _in_byline(layout: Layout) -> str | None:
    for at, credit in sorted(layout.credits.items()):
        if credit.byline and credit.outlets and at < max(layout.run.start, 1):
            return credit.outlets[0]
    return None


def _in_footer(page: Page, layout: Layout, outlets: Outlets) -> str | None:
    """The name in "© 2025 The Harbour Courier", or one asked to be followed, if it looks like one."""
    outside = [b for b in page.blocks if layout.kinds[b.index] in ("legal", "subscription", "share", "credit", "disclaimer")]
    for block in reversed(outside):
        if layout.kinds[block.index] == "caption" or len(block.text) > 400:
            continue
        found = _RIGHTS.search(block.text)
        name = _COMPANY.sub("", found["name"].strip()) if found else None
        if name and (entry := _brand(name, outlets)):
            return entry
    for block in outside:
        found = _FOLLOW.search(block.text[:200])
        if found and (entry := _brand(found["name"], outlets)):
            return entry
    return None


def _brand(name: str, outlets: Outlets) -> str | None:
    entry: OutletEntry | None = outlets.outlet(name)
    if entry is not None:
        return entry.name
    if name.casefold() in _NOT_BRANDS or not _BRAND.fullmatch(name):
        return None
    return name if _PRESS.search(name) else None


def _own_copy(page: Page, layout: Layout, agencies: tuple[str, ...], outlets: Outlets) -> str | None:
    """The agency of the dateline, where it is the only source and no page around it takes over."""
    filed = layout.filed
    if filed is None or not filed.agencies or filed.span.start < 0:
        return None
    if set(agencies) != set(filed.agencies) or len(filed.agencies) > 1:
        return None
    for at, credit in layout.credits.items():
        if credit.outlets or (credit.agencies and at < layout.run.start):
            return None
    around = Span(layout.run.stop, len(page.blocks))
    tail = page.blocks[around.start : around.end]
    if any(_TAKEN_OVER.search(block.text[:400]) for block in tail):
        return None
    entry = outlets.outlet(filed.agencies[0])
    return entry.name if entry else filed.agencies[0]
