"""The line over a page that says whose it is: ``Manila Bulwark | NATION``.

Names that are known, or that are built like an outlet's, are easy. Any other capitalised words
over a page are its brand only if the page shows it: section names beside or below them, or the
same words again in a footer, in ``<title>``, or after "told".
"""

from __future__ import annotations

import re
from html import unescape

from verbale.model import JunkKind, Span
from verbale.reports.brands import brand, press_like, state_body_like, tidy
from verbale.reports.cities import is_city
from verbale.reports.daytext import find_days
from verbale.reports.names import Outlets
from verbale.reports.page import Block, Page, tokens_of
from verbale.reports.sections import is_section_list

_PIECES = re.compile(r"\s*[|»›•·]\s*|\s+(?:[-–—]{1,2}|/)\s+|\s{2,}|,\s")
_ACRONYM = re.compile(r"(?P<short>[A-Z]{2,8})\s(?:[-–—]+\s)?(?P<long>[A-Z][\w’'&. -]{6,48})")
_EDITION = re.compile(
    r"\b(?:edition|service|desk|issue|bulletin|release|vol(?:ume)?|digest"
    r"|in (?:English|French|Spanish))\b|^\(?(?:English|French|Spanish|International|Online)\)?$",
    re.IGNORECASE,
)
_CAPITALISED = re.compile(
    r"(?:[A-ZÀ-Þ0-9][\w’'&.-]*|&|of|the|and|de|la|le|du)(?:\s(?:[A-ZÀ-Þ0-9][\w’'&.-]*|&|of"
    r"|the|and|de|del|della|di|da|do|dos|la|las|los|le|les|du|des|der|die|das|el|al|y|und|van|von"
    r")){0,5}"
)
_TOPIC = re.compile(
    r"\b(?:exclusive|breaking|analysis|interview|live|release|briefing|update|subscribers?|premium"
    r"|special|report|explainer|editorial|comment|war|talks|crisis|conflict|dispute|election"
    r"|summit|statement|transcript|readout|communiqu[eé]|press|news|draft|confidential)\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\s*\([^)]*\)$")
#: Mastheads stand among the first blocks of a page.
_TOP = 6


def line_brand(
    block: Block, page: Page, kinds: tuple[JunkKind | None, ...], outlets: Outlets
) -> str | None:
    """The outlet named by a line near the top of a page, or None."""
    text = unescape(block.text).strip()
    if len(text) > 120 or block.words > 14:
        return None
    if block.index < _TOP and (whole := _ASIDE.sub("", text)) != text:
        if state_body_like(whole):
            return tidy(whole).removeprefix("The ")
        if name := brand(whole, outlets):
            return name  # "Steppe Telegraph (Astana)"
    own = _with_acronym(text) if block.index < _TOP else None
    if own:
        return own
    pieces = [piece.strip() for piece in _PIECES.split(text) if piece.strip()]
    rest = [piece for piece in pieces[1:] if not _beside_brand(piece)]
    for piece in pieces[:3] if len(rest) <= 2 else ():
        if name := brand(piece, outlets):
            return name
    if block.index >= _TOP or kinds[block.index] not in (None, "outlet", "navigation"):
        return None
    if state_body_like(text):
        return tidy(text).removeprefix("The ")
    first = pieces[0] if pieces else ""
    aside = _ASIDE.search(first)
    if aside and (_EDITION.search(aside[0].strip()) or is_city(aside[0].strip(" ()"))):
        first = first[: aside.start()]
        pieces = [first, aside[0].strip(), *pieces[1:]]
    if (
        block.index <= 1
        and not rest
        and _shown_as_brand(first, len(pieces) > 1, block, page, kinds)
    ):
        return tidy(first)
    return None


def top_line(page: Page, kinds: tuple[JunkKind | None, ...], headline_at: int | None) -> str | None:
    """A first line that menus or dates part from the headline: a name, and no kicker."""
    if headline_at is None or headline_at < 2 or kinds[0] is not None:
        return None
    text = page.blocks[0].text.strip()
    parted = all(kinds[at] is not None for at in range(1, headline_at))
    fits = 4 <= len(text) <= 50 and " " in text and _CAPITALISED.fullmatch(text) is not None
    return tidy(text) if parted and fits and not names_topic(text) else None


def _beside_brand(piece: str) -> bool:
    """Whether a piece is what stands beside a brand: sections, an edition, a date, a place."""
    if is_section_list(piece) or _EDITION.search(piece) or find_days(piece, Span(0, len(piece))):
        return True
    return is_city(piece) or not any(char.isalpha() for char in piece)


def names_topic(line: str) -> bool:
    """Whether a line over a headline is a kicker ("Exclusive", "Water dispute") by its words."""
    return _TOPIC.search(line) is not None


def _with_acronym(text: str) -> str | None:
    """``PNA - Pearl News Agency`` and the like, whole: the page's own reading of its initials."""
    found = _ACRONYM.fullmatch(text.split(",")[0])
    if found is None or (text.isupper() and "-" not in text and "–" not in text):
        return None
    initials = "".join(word[0] for word in found["long"].split() if word[0].isupper())
    if initials.startswith(found["short"][: len(initials)]) and len(initials) >= 2:
        return found[0]
    return found["short"] if press_like(found["long"]) else None


def _shown_as_brand(
    name: str, beside: bool, block: Block, page: Page, kinds: tuple[JunkKind | None, ...]
) -> bool:
    if not 4 <= len(name) <= 50 or is_section_list(name) or _CAPITALISED.fullmatch(name) is None:
        return False
    if " " not in name and not recurs(name, page, block.index):
        return beside and block.index == 0 and _EDITION.search(block.text[len(name) :]) is not None
    if beside:
        return True
    after = page.blocks[block.index + 1 : block.index + 2]
    if any(kinds[b.index] == "navigation" or _EDITION.search(b.text[:40]) for b in after):
        return True
    return recurs(name, page, block.index) or (block.index == 0 and _foreign(name, page))


def _foreign(name: str, page: Page) -> bool:
    """Whether no word of a first line is a word of the story: a name then, and not its topic."""
    own = {word for word in tokens_of(name) if len(word) > 3}
    if not own or names_topic(name):
        return False
    return not any(own & set(block.tokens) for block in page.blocks[1:] if block.prose)


def recurs(name: str, page: Page, index: int) -> bool:
    """Whether the page calls itself ``name`` elsewhere: in its title, a footer, or after "told"."""
    folded = name.casefold().removeprefix("the ")
    if page.facts.window and folded in page.facts.window.casefold():
        return True
    told = re.compile(
        rf"\b(?:told|tells|telling|seen by|spoke to|speaking to|interview with|learned by"
        rf"|received) (?:the )?{re.escape(folded)}\b"
        rf"|\b{re.escape(folded)} (?:has learned|has learnt|understands|was told|has seen)\b"
    )
    for block in page.blocks:
        if block.index == index or folded not in block.text.casefold():
            continue
        if told.search(block.text.casefold()):
            return True
        if not block.prose and block.index > index + 3 and block.words <= 14:
            return True
    last = page.blocks[-4:]
    return any(
        folded in block.text.casefold()[: len(folded) + 5] for block in last if block.index > 8
    )
