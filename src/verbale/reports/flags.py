"""Marks on a report: how it was made, and what is missing from it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verbale.model import ReportFlag
from verbale.reports.dates import Timing
from verbale.reports.layout import Layout
from verbale.reports.page import Page

_AUTO = re.compile(
    r"auto[- ]?(?:published|generated|matically (?:published|generated|translated))"
    r"|automatically (?:published|generated|created)|published (?:from|via) (?:a |an "
    r"|the )?(?:syndicated|agency|wire|automated)\b.{0,20}feed|(?:syndicated|agency"
    r"|wire) feed|machine[- ](?:published|generated)|generated from (?:a "
    r"|an )?\w+ ?(?:\w+ )?feed",
    re.IGNORECASE,
)
#: Minutes. Systems stamp a page again while it is being published.
_A_WHILE = 10
_AUTO_WORDS = ("auto", "feed", "machine", "generated")
_WALL_WORDS = (
    "read",
    "subscri",
    "already",
    "premium",
    "access this",
    "unlock",
    "sign in",
    "log in",
)
_UNREVIEWED = re.compile(
    r"not (?:been )?(?:reviewed|edited|verified|modified|checked|proofread)"
    r"|without (?:any )?(?:editing|modifications?|changes|review)"
    r"|has not been\b.{0,30}\b(?:edited|reviewed)|unedited|no (?:editor|editing)",
    re.IGNORECASE,
)
_CUT = re.compile(
    r"(?:\.{3,}|…|\[\s?(?:\.{3}|…)\s?\]|\[\s?\+?\s?\d+ (?:chars|more)\s?\]|\b(?:read"
    r"|see) (?:more|full (?:story|article))\W*|continue reading\W*)\s*$",
    re.IGNORECASE,
)
_CHARS = re.compile(r"\[\s?\+\s?\d+ chars?\s?\]")
_WALL = re.compile(
    r"(?:this is a preview|to read the (?:remaining|rest)|to (?:continue|keep) reading"
    r"|subscribe (?:now )?to (?:read|continue|unlock|access)"
    r"|this (?:article|content|story) is (?:for|reserved for|exclusive to"
    r"|available (?:only )?to|only available to) (?:\w+ )?(?:subscribers|members)"
    r"|already (?:have an account|a (?:subscriber|member))|you(?:'ve| have) (?:reached|read"
    r"|used) (?:your|all|the)\b.{0,40}(?:article|limit)|subscribers? only|premium (?:content"
    r"|article)|unlock (?:this|the full) (?:article|story)|access this article"
    r"|register to (?:read|continue)|(?:log|sign) in to (?:continue|read))",
    re.IGNORECASE,
)
_REST = re.compile(
    r"(?:to|and) (?:keep|continue) reading|continue reading|read the (?:rest|remaining|full)"
    r"|remaining \d+ words|unlock (?:this|the full)|this is a preview|(?:article|story) continues"
)
_CORRECTION = re.compile(
    r"^\W*(?:correction\b|corrected\b|corrects?\b|clarification\b|clarifies\b"
    r"|an earlier version|this (?:story|article|report|headline) (?:has been"
    r"|was) (?:corrected|amended|updated to (?:correct|clarify|fix))|\(?corrects\b"
    r"|editor'?s note: (?:an earlier|this (?:story|article) (?:has been|was) (?:corrected"
    r"|amended)))"
    r"|\bthis (?:story|article|report|item) (?:has been|was|is) (?:corrected|amended)\b"
    r"|\bre-?filed? to correct\b|\(corrects\b|\(corrected\b",
    re.IGNORECASE | re.MULTILINE,
)
_REFILED = re.compile(
    r"\(?\b(?:re-?files?|re-?filed|re-?filing|re-?sends?|resent|repeats?)\b(?: (?:to|with"
    r"|story|item|without|for|earlier)\b|[):-])|^\W*(?:refile|repeat|rpt|resend)\b",
    re.IGNORECASE | re.MULTILINE,
)
_UPDATE = re.compile(
    r"^\W*(?-i:UPDATE|Update) ?\d{1,2}\s?[-–:]|^\W*(?:\d+(?:st|nd|rd|th) (?:lead|ld|update)"
    r"|wraps?:|wrapup \d)|\((?:adds|updates|recasts|updates with)\b",
    re.IGNORECASE | re.MULTILINE,
)
_NOTED = re.compile(r"\W*(?:correction|clarification)\s*[:—–]", re.IGNORECASE)
#: A flag, words without which its pattern cannot match, and the pattern.
_NOTICES: tuple[tuple[ReportFlag, tuple[str, ...], re.Pattern[str]], ...] = (
    ("correction", ("correct", "clarif", "amended", "earlier version", "updated to"), _CORRECTION),
    ("refiled", ("refil", "re-fil", "resen", "re-sen", "repeat", "rpt"), _REFILED),
    ("updated", ("update ", "(adds", "(updates", "(recasts", " lead", " ld", "wrap"), _UPDATE),
)
_LIVE = re.compile(
    r"\blive[ :-]?(?:blog|updates?|reporting|coverage)\b|^\W*live\s*[:|]|as it happened",
    re.IGNORECASE,
)
_OPINION = re.compile(
    r"^\W*(?:opinion|editorial|op-?ed|commentary|comment|column|viewpoint|analysis \| opinion"
    r"|letters?|guest (?:essay|column)|views?|perspectives?)\b\s*(?:[:|>/–—-]|$)|\b(?:views"
    r"|opinions) expressed\b",
    re.IGNORECASE,
)
_STAMP = re.compile(r"^\W*\d{1,2}[:.]\d\d(?:\s?[ap]m)?(?:\s?[A-Z]{2,4})?\b", re.IGNORECASE)


def page_flags(page: Page, layout: Layout, timing: Timing) -> tuple[ReportFlag, ...]:
    """The flags that page and layout give cause for; those of the bytes are added elsewhere."""
    found = list(_found(page, layout))
    if _later(timing):
        found.append("updated")
    return tuple(dict.fromkeys(found))


def _later(timing: Timing) -> bool:
    """Whether the page says that it was changed a while after it was published."""
    first, last = timing.published, timing.updated
    if last is None:
        return False
    if first is not None and not first.full and first.date == last.date:
        return False
    if first is None or first.basis == "updated" or not first.full:
        return True
    if first.date != last.date:
        return True
    if last.time and not first.time and first.span == last.span:
        return True  # "10 November 2025 – last updated 4:05 PM"
    if not (first.time and last.time) or first.zone != last.zone:
        return False
    return _minutes(last.time) - _minutes(first.time) >= _A_WHILE


def _minutes(clock: str) -> int:
    hours, minutes = clock.split(":")[:2]
    return int(hours) * 60 + int(minutes)


def _found(page: Page, layout: Layout) -> Iterator[ReportFlag]:
    around = [
        b for b in page.blocks if layout.kinds[b.index] is not None or b.index not in layout.run
    ]
    headline = layout.headline.text if layout.headline else ""
    lines = [block.text[:700] for block in around]
    notices = "\n".join(
        [headline, *(line for line in lines if len(line) < 300), *_openings(page, layout)]
    )
    folded = "\n".join(lines).casefold()
    if any(word in folded for word in _AUTO_WORDS) and _AUTO.search(folded):
        yield "auto-published"
    if ("edit" in folded or "review" in folded or "modif" in folded) and _UNREVIEWED.search(folded):
        yield "not-reviewed"
    if _truncated(page, layout):
        yield "truncated"
    walled = any(word in folded for word in _WALL_WORDS) and _WALL.search(folded) is not None
    if page.facts.paywalled or (walled and not _ended(layout)):
        yield "paywalled"
        if _REST.search(folded):
            yield "truncated"
    told = notices.casefold()
    for flag, words, pattern in _NOTICES:
        if any(word in told for word in words) and pattern.search(notices):
            yield flag
    if _live(page, layout, headline):
        yield "live-blog"
    if _opinion(page, layout, headline):
        yield "opinion"


def _ended(layout: Layout) -> bool:
    """Whether the story is whole: credits for those who reported it stand behind it."""
    ends = range(layout.run.start, layout.run.stop + 3)
    return any(credit.authors and at in ends for at, credit in layout.credits.items())


def _openings(page: Page, layout: Layout) -> list[str]:
    """The paragraphs of the body where notices stand: first, last, and those that say so."""
    ends = [span.of(page.text) for span in layout.body]
    told = [page.blocks[at].text[:300] for at in layout.run if layout.kinds[at] is None]
    noted = [text for text in told if _NOTED.match(text)]
    return [ends[0][:300], ends[-1][-300:].rsplit("\n", 1)[-1], *noted] if ends else []


def _truncated(page: Page, layout: Layout) -> bool:
    if not layout.body:
        return False
    tail = layout.body[-1].of(page.text)[-60:]
    if _CUT.search(tail):
        return True
    after = page.text[layout.body[-1].end : layout.body[-1].end + 40]
    return _CHARS.search(after) is not None or (
        re.match(
            r"\W*(?:read|see) (?:more|full story)\b\W*(?:\n|$)|\W*continue reading\b",
            after,
            re.IGNORECASE,
        )
        is not None
        and not tail.rstrip().endswith((".", '"', "”", ")"))
    )


def _live(page: Page, layout: Layout, headline: str) -> bool:
    if "LiveBlogPosting" in page.facts.types or _LIVE.search(headline):
        return True
    near = page.blocks[max(0, layout.run.start - 3) : layout.run.stop]
    return sum(1 for block in near if _STAMP.match(block.text) and len(block.text) < 60) >= 3


def _in_menu(at: int, layout: Layout) -> bool:
    """Whether a line stands among others of a menu, and is no kicker of its own."""
    around = layout.kinds[max(0, at - 2) : at + 3]
    return layout.kinds[at] == "navigation" and around.count("navigation") >= 3


def _opinion(page: Page, layout: Layout, headline: str) -> bool:
    if any("Opinion" in kind for kind in page.facts.types):
        return True
    before = page.blocks[: layout.run.start][-12:]
    kickers = [
        b.text
        for b in before
        if b.words <= 4 and b.index != layout.headline_at and not _in_menu(b.index, layout)
    ]
    if _OPINION.search(headline) or any(
        _OPINION.search(text) for text in kickers if "|" not in text
    ):
        return True
    after = page.blocks[layout.run.stop :][:12] if layout.run else ()
    return any(
        re.search(r"\b(?:views|opinions) expressed\b", block.text, re.IGNORECASE) is not None
        for block in after
    )
