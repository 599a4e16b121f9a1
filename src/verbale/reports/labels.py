"""What every block of a page is on its own: a kind of junk, or None for what may be the story."""

from __future__ import annotations

import re

import msgspec

from verbale.model import JunkKind, Span, Spans
from verbale.reports.clocks import is_clock
from verbale.reports.credits import (
    Credit,
    cleaned_authors,
    closing_credit,
    is_role_line,
    names_alone,
    read_credit,
)
from verbale.reports.dateline import read_dateline
from verbale.reports.daytext import WEEKDAY, find_days
from verbale.reports.documents import without_closing
from verbale.reports.junk import is_menu_entry, junk_kind
from verbale.reports.names import Outlets
from verbale.reports.page import Block, Page
from verbale.reports.slugs import read_slug

_DATE_WORDS = re.compile(
    rf"\b(?:(?:first |last |originally )?(?:published|publication|updated?|posted|modified"
    rf"|issued|released|edited|created|revised)|last|date|time|on|at|today|is|{WEEKDAY}"
    rf"|local time|am|pm|ago|hours?|minutes?|days?|weeks?|an?|\d+|read|min|utc|gmt"
    rf"|[a-z]{{2,4}}t|time)\b|[^\w]",
    re.IGNORECASE,
)
_AGO = re.compile(
    r"\b(?:an?|\d{1,3}|one|two|three|four|five|six|seven|several|a few)\s+(?:min(?:ute)?s?"
    r"|hours?|hrs?|days?|weeks?|months?|years?)\s+ago\b|\b(?:yesterday|just now)\b",
    re.IGNORECASE,
)
_LABEL_ONLY = re.compile(
    r"\W*(?:first |last )?(?:published|updated?|posted|modified|issued|publication date"
    r"|date)(?: (?:on|at))?\W*",
    re.IGNORECASE,
)
_ELLIPSIS = re.compile(r"(?:\.{3,}|…|\[…\]|\[\.\.\.\])\W*$")
_MORE = re.compile(r"\b(?:continue reading|read (?:more|on)|more)\W*$", re.IGNORECASE)
_ROW = re.compile(r"\s*[|•·]\s*")
#: Other stories' headlines run on behind the last sentence of a story.
_RUN_ON = re.compile(
    r"(?<=[.!?”\"’'])\s+(?=(?:more on (?:this|this story)|related(?: stories| articles| news)?"
    r"|also read|read (?:also|more|next)|see also|you may also like|also (?:live|in this issue))"
    r"\s*:\s+\S)",
    re.IGNORECASE,
)
#: What runs on is no longer than this, and so much shorter than the story before it.
_RUN_ON_MOST, _RUN_ON_SHARE = 400, 0.4
#: Twins begin with the same so many characters.
_START = 30
#: Datelines that name the page's agency stand among so many first blocks.
_TOP = 30
#: A teaser is among the first paragraphs; what is said again further down is the story's way.
_TEASERS = 4
#: Short lines only are read for credits and dates; longer ones are story or known by rule.
_SHORT = 320


class Labels(msgspec.Struct, frozen=True):
    """For each block its kind of junk (or None), and the credits that were read on the way.

    ``blocks`` are the page's, cut short where a credit closes a paragraph or other stories run on
    behind it; ``closing`` are these credits' places, ``run_on`` these stories'.
    """

    blocks: tuple[Block, ...]
    kinds: tuple[JunkKind | None, ...]
    credited: dict[int, Credit]
    closing: Spans
    run_on: Spans


def label(page: Page, outlets: Outlets) -> Labels:
    """Label every block of ``page`` by its own words, its markup and its twins on the page."""
    credited: dict[int, Credit] = {}
    closing: list[Span] = []
    run_on: list[Span] = []
    blocks: list[Block] = []
    kinds: list[JunkKind | None] = []
    own = _filing_agencies(page, outlets)
    for block in page.blocks:
        kind = _kind(block, outlets, credited)
        if kind is None and block.text.strip(" ().—–-").casefold() in own:
            kind = "credit"
        if kind is None:
            block = _without_run_on(page, block, run_on)
            block = _cut_short(page, block, outlets, own, closing)
        blocks.append(block)
        kinds.append(kind)
    _mark_names(blocks, kinds, credited, outlets)
    _mark_teasers(blocks, kinds)
    return Labels(tuple(blocks), tuple(kinds), credited, tuple(closing), tuple(run_on))


def _filing_agencies(page: Page, outlets: Outlets) -> frozenset[str]:
    """The agencies that datelines near the top name, in lower case."""
    found: set[str] = set()
    for block in page.blocks[:_TOP]:
        if block.words >= 8 and (filed := read_dateline(page.text, block.span, outlets)):
            found.update(name.casefold() for name in filed.agencies)
    return frozenset(found)


def _cut_short(
    page: Page, block: Block, outlets: Outlets, own: frozenset[str], closing: list[Span]
) -> Block:
    """The block without a credit that closes it on the same line."""
    if block.words < 8:
        return block
    credit = closing_credit(page.text, block.span, outlets, own)
    if credit is None:
        return block
    closing.append(credit)
    left = Span(block.span.start, credit.start).stripped(page.text)
    return msgspec.structs.replace(block, span=left, text=left.of(page.text))


def _without_run_on(page: Page, block: Block, run_on: list[Span]) -> Block:
    """The block without the headlines of other stories that follow its last sentence."""
    tail = block.text[-_RUN_ON_MOST:]
    found = _RUN_ON.search(tail) if ":" in tail and not page.html else None
    if found is None or len(tail) - found.end() > _RUN_ON_SHARE * len(block.text):
        return block
    cut = block.span.end - len(tail) + found.end()
    run_on.append(Span(cut, block.span.end))
    left = Span(block.span.start, cut).stripped(page.text)
    return msgspec.structs.replace(block, span=left, text=left.of(page.text))


def is_relative_only(text: str) -> bool:
    """Whether a line tells its day only by its distance from now ("6 days ago")."""
    if len(text) > 160 or not any(word in text for word in ("ago", "esterday", "ust now")):
        return False
    return _AGO.search(text) is not None


def _kind(block: Block, outlets: Outlets, credited: dict[int, Credit]) -> JunkKind | None:
    text = block.text
    if len(text) <= _SHORT and not (block.closed and block.words > 45):
        credit = None if block.heading else read_credit(text, outlets)
        if is_date_line(text):
            if credit is not None and credit.authors:
                credited[block.index] = credit
            return "date"
        if credit is None and not block.heading:
            credit = read_slug(text, outlets)
        if credit is not None and not _tells(block):
            credited[block.index] = credit
            return "byline" if credit.byline else "credit"
    kind = junk_kind(block) or _row_kind(text)
    if block.role == "post":
        return None if kind == "share" else kind  # embedded in what shares the page elsewhere
    if kind is None and block.hint is not None and not (block.vote or 0) > 0.5:
        return block.hint
    return kind


def _row_kind(text: str) -> JunkKind | None:
    """The kind of a row of a date and menu entries: ``Today is ... | e-Paper | Archive``."""
    if len(text) >= 160 or not ("|" in text or "•" in text or "·" in text):
        return None
    pieces = [piece for piece in _ROW.split(text) if piece]
    dates = [piece for piece in pieces if is_date_line(piece)]
    if len(pieces) < 2 or not dates:
        return None
    rest = [piece for piece in pieces if piece not in dates]
    return "date" if all(is_menu_entry(piece) for piece in rest) else None


def _tells(block: Block) -> bool:
    """Whether a line that names an agency is a sentence of the story about it."""
    return block.closed and block.words > 14 and not block.text.startswith(("(", "[", "—", "By "))


def is_date_line(text: str) -> bool:
    """Whether a short line is nothing but dates, clock times and their labels."""
    if len(text) > 160:
        return False
    if _LABEL_ONLY.fullmatch(text) or is_clock(text):
        return True
    days = find_days(text, Span(0, len(text)))
    if not days and not is_relative_only(text):
        return False
    rest = list(without_closing(text))
    for day in days:
        rest[day.span.start : day.span.end] = " " * (day.span.end - day.span.start)
    left = _DATE_WORDS.sub(" ", "".join(rest)).split()
    return len(left) <= 1


def _mark_names(
    blocks: list[Block], kinds: list[JunkKind | None], credited: dict[int, Credit], outlets: Outlets
) -> None:
    """A line that is a person's name, beside a date, a byline or the person's role."""
    for block in blocks:
        at = block.index
        if at == 0 and not is_role_line(blocks[1].text if len(blocks) > 1 else ""):
            continue  # a page's first line over a date is its own name
        if kinds[at] is not None or not 2 <= block.words <= 14 or not names_alone(block.text):
            continue
        near = [i for i in (at - 1, at + 1) if 0 <= i < len(kinds)]
        role = at + 1 < len(kinds) and is_role_line(blocks[at + 1].text)
        if role or any(kinds[i] in ("date", "byline") for i in near):
            kinds[at] = "byline"
            credited[at] = cleaned_authors(block.text, outlets)
            if role and kinds[at + 1] is None:
                kinds[at + 1] = "byline"


def _mark_teasers(blocks: list[Block], kinds: list[JunkKind | None]) -> None:
    """A block that a later one repeats in full, or repeats and goes on where it breaks off."""
    opening = [b.index for b in blocks if _tells_story(b) and kinds[b.index] is None][:_TEASERS]
    starts = {blocks[at].text[:_START].casefold(): at for at in reversed(opening)}
    for block in blocks:
        first = starts.get(block.text[:_START].casefold())
        if first is None or first >= block.index or kinds[block.index] is not None:
            continue
        if len(blocks[first].tokens) >= 8 and _repeats(blocks[first], block):
            kinds[first] = "teaser"


def _tells_story(block: Block) -> bool:
    return block.prose or (block.words > 8 and _MORE.search(block.text[-40:]) is not None)


def _repeats(block: Block, later: Block) -> bool:
    if not _tells_story(block):
        return False
    tokens = block.tokens
    more = _MORE.search(block.text[-40:])
    if more:
        tokens = tokens[: -len(more[0].split())]
    elif _ELLIPSIS.search(block.text[-12:]):
        tokens = tokens[:-1]
    elif tokens != later.tokens:
        return False
    return tokens == later.tokens[: len(tokens)]
