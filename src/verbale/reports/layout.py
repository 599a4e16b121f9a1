"""Where on the page everything is: headline, stand-first, body, and the rest by kind."""

from __future__ import annotations

import re

import msgspec

from verbale.model import Headline, Junk, JunkKind, Span, Spans
from verbale.reports.brands import press_like, state_body_like
from verbale.reports.credits import Credit, is_name
from verbale.reports.dateline import Filed, read_dateline
from verbale.reports.labels import is_clock, label
from verbale.reports.names import Outlets
from verbale.reports.page import Block, Page, tokens_of
from verbale.reports.stretch import story_stretch
from verbale.reports.wordlist import words

_TITLE_TAIL = re.compile(r"\s+(?:[|–—•·»]|-|::)\s+[^|–—•·»]{2,50}$")
_TITLE_SPLIT = re.compile(r"\s+(?:[|–—•·»]|-|::)\s+")
_STOP = words(
    """
    a an and are as at be but by for from has have he her his in is it its not of on or over
    s says said she that the their they this to was were who will with would after amid new
    """
)
_POSE = re.compile(
    r"\b(?:shakes? hands|poses?|looks? on|attends?|speaks? (?:during|at|to)|arrives?"
    r"|gestures?|pictured|seen)\b"
)
_BIO = re.compile(r",? (?:is|was|covers|has covered|writes|reports|teaches|works|served)\b")
#: How many blocks of a run may come before its dateline and still be stand-first or summary.
_LEAD_IN = 5


class Layout(msgspec.Struct, frozen=True, kw_only=True):
    """The parts of a page by block. ``head`` are the blocks before the body, ``run`` the body's."""

    headline: Headline | None
    headline_at: int | None
    standfirst: Span | None
    filed: Filed | None
    run: range
    body: Spans
    kinds: tuple[JunkKind | None, ...]
    credits: dict[int, Credit]
    junk: tuple[Junk, ...]
    closing: Spans


class _Plan:
    """A layout in the making: what is known so far of each block."""

    def __init__(self, page: Page, outlets: Outlets) -> None:
        self.page = page
        self.outlets = outlets
        labels = label(page, outlets)
        self.blocks = labels.blocks
        self.kinds = list(labels.kinds)
        self.credits = labels.credited
        self.closing = labels.closing
        stretch = story_stretch(labels.blocks, labels.kinds, labels.credited)
        self.run = stretch.run
        for at in stretch.listed:
            self.kinds[at] = "related"
        self.headline: Headline | None = None
        self.headline_at: int | None = None
        self.standfirst: Span | None = None
        self.filed: Filed | None = None


def lay_out(page: Page, title: str | None, outlets: Outlets) -> Layout:
    """Find the parts of ``page``. ``title`` is what markup or user call the report, if they do."""
    plan = _Plan(page, outlets)
    _find_headline(plan, title)
    _caption_ahead(plan)
    _reach_back(plan)
    _find_dateline(plan)
    if plan.headline is None:
        _find_headline(plan, None)
    _find_standfirst(plan)
    members = _members(plan)
    body = _body_spans(plan, members)
    closing = tuple(span for span in plan.closing if _ends_body(span, body))
    junk = _junk(plan, body)
    return Layout(
        headline=plan.headline, headline_at=plan.headline_at, standfirst=plan.standfirst,
        filed=plan.filed, run=plan.run, body=body, kinds=tuple(plan.kinds), credits=plan.credits,
        junk=junk, closing=closing,
    )  # fmt: skip


# Headline


def _find_headline(plan: _Plan, title: str | None) -> None:
    wanted = [t for t in (title, plan.page.facts.title) if t]
    for name in wanted:
        if _take_title(plan, name):
            return
    candidates = [block for block in plan.blocks[: plan.run.start] if _may_be_headline(plan, block)]
    if not candidates:
        candidates = [b for b in plan.blocks[: plan.run.start][:1] if _is_short_title(plan, b)]
    if not candidates and _opens_with_headline(plan):
        candidates = [plan.blocks[plan.run.start]]
    candidates = [b for b in candidates if not _brand_line(b)] or candidates
    best = max(candidates, key=lambda block: _headline_score(plan, block), default=None)
    if best is None:
        if wanted:
            plan.headline = Headline(text=_without_brand(wanted[0]))
        return
    _set_headline(plan, best, best.span)


def _take_title(plan: _Plan, title: str) -> bool:
    """Find the words of ``title`` on the page, at or before the start of the body."""
    reach = plan.run.start + 2 if plan.run else len(plan.blocks)
    pieces = sorted(_TITLE_SPLIT.split(title.strip()), key=len, reverse=True)
    names = list(dict.fromkeys((title.strip(), _without_brand(title), pieces[0])))
    for name in names:
        wanted = tokens_of(name)
        blocks = plan.blocks[:reach]
        hit = next((b for b in blocks if b.heading == 1 and b.tokens == wanted), None)
        hit = hit or next((b for b in blocks if b.tokens == wanted), None)
        if hit and wanted:
            _set_headline(plan, hit, hit.span)
            return True
    first = plan.blocks[0] if plan.blocks else None
    for name in names:
        if first and len(name) > 12 and first.text.startswith(name) and not first.prose:
            _set_headline(plan, first, Span(first.span.start, first.span.start + len(name)))
            return True
    return False


def _without_brand(title: str) -> str:
    """``Talks resume | The Harbour Courier`` without the outlet's name."""
    return _TITLE_TAIL.sub("", title.strip())


def _set_headline(plan: _Plan, block: Block, span: Span) -> None:
    plan.headline = Headline(text=span.of(plan.page.text), span=span)
    plan.headline_at = block.index
    plan.kinds[block.index] = None
    if block.index in plan.run:
        plan.run = range(block.index + 1, plan.run.stop)
    for other in plan.blocks:
        if other.index != block.index and other.tokens == block.tokens:
            plan.kinds[other.index] = plan.kinds[other.index] or "teaser"


def _may_be_headline(plan: _Plan, block: Block) -> bool:
    kind = plan.kinds[block.index]
    if block.heading == 1 and kind in (None, "related"):
        return True
    if kind is not None and not (kind == "related" and block.words >= 6):
        return False
    return 3 <= block.words <= 40 and len(block.text) < 260


def _is_short_title(plan: _Plan, block: Block) -> bool:
    """Whether a page's first line is a headline of two words ("Talks resume")."""
    return plan.kinds[block.index] is None and block.words == 2 and not block.closed


def _brand_line(block: Block) -> bool:
    return block.words <= 7 and (press_like(block.text) or state_body_like(block.text))


def _headline_score(plan: _Plan, block: Block) -> float:
    """Headlines share words with the story, come first, and are no sentence."""
    story = {
        word for at in list(plan.run)[:4] for word in plan.blocks[at].tokens if word not in _STOP
    }
    own = {word for word in block.tokens if word not in _STOP}
    shared = sum(1 for word in own if _stem_in(word, story)) / max(len(own), 1)
    score = min(shared, 0.7) * 2 + min(block.words, 7) / 7
    score += {1: 2.0, 2: 0.6}.get(block.heading, 0.0)
    score -= 0.8 if block.closed and block.text.endswith((".", ".”", '."', ":")) else 0.0
    score -= 0.04 * max(0, block.words - 18)
    twin = any(
        o.index != block.index and o.tokens == block.tokens for o in plan.blocks[: plan.run.stop]
    )
    score += 0.5 if twin else 0.0
    before = [b for b in plan.blocks[: block.index] if _may_be_headline(plan, b) and b.words >= 5]
    return score - 0.35 * min(len(before), 4)


def _stem_in(word: str, story: set[str]) -> bool:
    return word in story or (len(word) > 5 and any(other.startswith(word[:5]) for other in story))


def _opens_with_headline(plan: _Plan) -> bool:
    """Whether the run's own first block is a headline: a question, or the text's only title."""
    if len(plan.run) < 2:
        return False
    first = plan.blocks[plan.run.start]
    if first.heading == 1:
        return True
    ends = first.text.rstrip("\"'”’ ")
    return first.words <= 20 and ends.endswith(("?", "!")) and first.text[:1] not in "\"“'‘"


# The edges of the run


def _caption_ahead(plan: _Plan) -> None:
    """A short first paragraph with a photographer's credit under it is a caption."""
    if len(plan.run) < 3:
        return
    first = plan.run.start
    below = plan.blocks[first + 1]
    credited = plan.kinds[below.index] == "caption"
    signed = plan.kinds[below.index] is None and is_name(below.text) and not below.heading
    if plan.blocks[first].words <= (25 if credited else 14 if signed else 0):
        plan.kinds[first + 1] = "caption"
        plan.kinds[first] = "caption"
        plan.run = range(first + 2, plan.run.stop)


def _reach_back(plan: _Plan) -> None:
    """Take along what opens the story: a salutation, or a live entry's time and heading."""
    floor = -1 if plan.headline_at is None else plan.headline_at
    ahead = plan.run.start - 1
    if (
        plan.run
        and ahead > floor
        and plan.kinds[ahead] is None
        and plan.blocks[ahead].text.endswith(",")
    ):
        plan.run = range(ahead, plan.run.stop)
    for at in range(plan.run.start - 1, max(floor, plan.run.start - 4), -1):
        if plan.kinds[at] is not None:
            return
        if is_clock(plan.blocks[at].text):
            plan.run = range(at, plan.run.stop)
            return


# Dateline and stand-first


def _find_dateline(plan: _Plan) -> None:
    """The first dateline among the opening blocks of the run, or on a line of its own before it."""
    text = plan.page.text
    opening = [at for at in plan.run if plan.kinds[at] is None][:_LEAD_IN]
    for at in opening:
        filed = read_dateline(text, plan.blocks[at].span, plan.outlets)
        if filed is not None:
            plan.filed = filed
            alone = filed.span.end >= plan.blocks[at].span.end - 1
            if alone:
                plan.kinds[at] = "date"
            plan.run = range(at + alone, plan.run.stop)
            return
    floor = 0 if plan.headline_at is None else plan.headline_at + 1
    for at in range(plan.run.start - 1, floor - 1, -1):
        block = plan.blocks[at]
        if block.words > 8 or plan.kinds[at] not in (None, "date", "navigation", "outlet"):
            continue
        filed = read_dateline(text, block.span, plan.outlets)
        if filed is not None and filed.span.end >= block.span.end - 1 and filed.place:
            plan.filed = filed
            plan.kinds[at] = "date"
            return


def _find_standfirst(plan: _Plan) -> None:
    """A paragraph between headline and body: open-ended, or cut off from it by a byline."""
    _leave_lead_in(plan)
    floor = 0 if plan.headline_at is None else plan.headline_at + 1
    if plan.headline_at is None and plan.filed is None:
        return
    between = [
        block
        for block in plan.blocks[floor : plan.run.start]
        if plan.kinds[block.index] is None and block.words >= 6 and len(block.text) < 700
    ]
    if not between:
        return
    chosen = next((b for b in between if b.role == "standfirst"), between[0])
    plan.standfirst = chosen.span


def _leave_lead_in(plan: _Plan) -> None:
    """Where a byline or a date cuts the start of the run off from the rest, start behind it."""
    for at in list(plan.run)[1:_LEAD_IN]:
        if plan.kinds[at] in ("byline", "date") and plan.run.stop - at > 2:
            rest = [i for i in range(at + 1, plan.run.stop) if plan.blocks[i].prose]
            if len(rest) >= 2 and plan.filed is None:
                plan.run = range(rest[0], plan.run.stop)
                return


# Body


def _members(plan: _Plan) -> list[int]:
    """The blocks of the run that belong to the story."""
    inside = [at for at in plan.run if plan.kinds[at] is None]
    open_ended = sum(1 for at in inside if not plan.blocks[at].closed)
    sloppy = open_ended > 0.5 * max(len(inside), 1)
    members: list[int] = []
    for at in inside:
        kind = None if sloppy else _intruder(plan, at)
        if kind is None:
            members.append(at)
        else:
            plan.kinds[at] = kind
    authors = {name for credit in plan.credits.values() for name in credit.authors}
    while members and _is_bio(plan.blocks[members[-1]].text, authors):
        plan.kinds[members.pop()] = "byline"
    return members


def _is_bio(text: str, authors: set[str]) -> bool:
    """Whether a paragraph tells who the author is, as under a signed piece."""
    return any(
        text.startswith(name) and _BIO.match(text[len(name) :]) is not None for name in authors
    )


def _intruder(plan: _Plan, at: int) -> JunkKind | None:
    """The kind of a line inside the run that is no part of the story, by its place there."""
    block = plan.blocks[at]
    if block.vote is not None:
        linked = block.links > 0.9 and not block.closed and block.words > 3
        return "related" if linked else None if block.vote > 0.5 or block.prose else "other"
    if at == plan.run.start or is_clock(block.text):
        return None
    if _pulled(plan, block):
        return "other"
    if block.closed:
        return None
    if block.text.endswith((",", "—", "–", "-", ";", '"', "”")) or block.text[:1] in "•-*·–—":
        return None
    if _POSE.search(block.text):
        return "caption"
    before = plan.kinds[at - 1] if at else None
    if before == "related":
        return "related"
    if block.words <= 8 or block.heading:
        return None
    after = plan.blocks[at + 1].text if at + 1 < len(plan.blocks) else ""
    return None if after[:1].islower() else "related"


def _pulled(plan: _Plan, block: Block) -> bool:
    """Whether a line only repeats words of a paragraph near it, as pull quotes do."""
    if not 5 <= block.words <= 40:
        return False
    words = " ".join(block.tokens)
    near = range(max(plan.run.start, block.index - 8), min(plan.run.stop, block.index + 9))
    return any(
        plan.blocks[at].words > block.words and words in " ".join(plan.blocks[at].tokens)
        for at in near
        if at != block.index and plan.kinds[at] is None
    )


def _body_spans(plan: _Plan, members: list[int]) -> Spans:
    """The body as unbroken stretches; a credit at the end of a paragraph breaks one."""
    cuts = {plan.page.blocks[at].span.end for at in members} - {
        plan.blocks[at].span.end for at in members
    }
    spans: list[Span] = []
    last: int | None = None
    for at in members:
        span = plan.blocks[at].span
        if last is not None and last == at - 1 and spans:
            spans[-1] = Span(spans[-1].start, span.end)
        else:
            spans.append(span)
        last = None if plan.page.blocks[at].span.end in cuts else at
    return tuple(span for span in spans if span)


def _ends_body(closing: Span, body: Spans) -> bool:
    """Whether a closing credit stands right behind a stretch of the body."""
    return any(0 <= closing.start - span.end <= 3 for span in body)


def _junk(plan: _Plan, body: Spans) -> tuple[Junk, ...]:
    """Everything else on the page, by kind."""
    used = [*body, *([plan.standfirst] if plan.standfirst else [])]
    if plan.headline and plan.headline.span:
        used.append(plan.headline.span)
    junk = [Junk(span=span, kind="credit") for span in plan.closing]
    current: JunkKind = "other"
    for block in plan.blocks:
        kind = plan.kinds[block.index]
        current = kind if kind in ("related", "comments") else current
        if any(span.overlaps(block.span) for span in used):
            current = "other"
            continue
        if block.span:
            junk.append(Junk(span=block.span, kind=kind or current))
    return tuple(sorted(junk, key=lambda item: item.span))
