"""Where the story begins: captions, datelines, stand-firsts and bylines at the head of the run."""

from __future__ import annotations

import re

from verbale.model import Span
from verbale.reports.clocks import is_clock, opens_with_clock
from verbale.reports.credits import NAME, Credit, cleaned_authors, is_name, names_alone
from verbale.reports.dateline import read_dateline
from verbale.reports.page import Block
from verbale.reports.plan import Plan

#: Leads tell; captions show.
_TOLD = re.compile(r"\b(?:said|says|told|announced|agreed|have|has|had|will|was|were|on \w+day)\b")
_BULLET = re.compile(r"\s*[•*·▪►–—-]\s*")
_SUMMARY = re.compile(
    r"(?:summary|abstract|in brief|key points|the gist|at a glance)\s*[.:—–-]", re.IGNORECASE
)
_SIGNED = re.compile(rf"(?<=[.!?”’\"]) (?:By )?(?P<name>{NAME})(?: reports?)?\.?$")
#: How many blocks of a run may come before its dateline and still be stand-first or summary.
_LEAD_IN = 5
#: What a dateline on a line of its own may have been taken for.
_FILED_KINDS = (None, "date", "navigation", "outlet", "byline", "caption")
#: A dateline that stands alone has so many words at most.
_FILED_WORDS = 8
#: Releases have place and day among their first lines, over the title.
_RELEASE = 5
#: And how many words they may have together.
_LEAD_WORDS = 90


def caption_ahead(plan: Plan) -> None:
    """A short first paragraph that describes a picture, with its credit below, is a caption."""
    if len(plan.run) < 3:
        return
    first = plan.run.start
    block, below = plan.blocks[first], plan.blocks[first + 1]
    credited = plan.kinds[below.index] == "caption" and below.words <= 8
    signed = plan.kinds[below.index] is None and is_name(below.text) and not below.heading
    if (credited or signed) and block.words <= 14 and not _TOLD.search(block.text):
        plan.kinds[first + 1] = "caption"
        plan.kinds[first] = "caption"
        plan.run = range(first + 2, plan.run.stop)


def reach_back(plan: Plan) -> None:
    """Take along what opens the story: a salutation, or a live page's first heading."""
    ahead = plan.run.start - 1
    if not plan.run or ahead <= _floor(plan) - 1 or plan.kinds[ahead] is not None:
        return
    block = plan.blocks[ahead]
    below = ahead > 0 and plan.kinds[ahead - 1] in ("byline", "date")
    if below and block.prose and block.hint is None and not is_clock(plan.blocks[ahead - 1].text):
        plan.run = range(ahead, plan.run.stop)
        return
    headed = ahead > 0 and plan.kinds[ahead - 1] == "date" and is_clock(plan.blocks[ahead - 1].text)
    if headed or block.text.endswith(","):
        plan.run = range(ahead, plan.run.stop)


def read_names(plan: Plan) -> None:
    """A name right between headline and story, without "By": ``Claudine Tshibanda, Lubumbashi``."""
    for at in range(_floor(plan), plan.run.start):
        block = plan.blocks[at]
        if (
            plan.kinds[at] is not None
            or block.words > 12
            or block.closed
            or plan.headline_at is None
        ):
            continue
        people = [part for part in block.text.split(", ")[:1] if names_alone(part)]
        if names_alone(block.text) or (people and len(block.text.split(", ")) == 2):
            credit = cleaned_authors(block.text if not people else people[0], plan.outlets)
            if credit.authors:
                plan.kinds[at] = "byline"
                plan.credits[at] = credit


def _floor(plan: Plan) -> int:
    """The first block below the headline."""
    return 0 if plan.headline_at is None else plan.headline_at + 1


def find_dateline(plan: Plan) -> None:
    """The first dateline among the opening blocks of the run, or on a line of its own before it."""
    text = plan.page.text
    opening = [at for at in plan.run if plan.kinds[at] is None][:_LEAD_IN]
    for at in opening:
        filed = read_dateline(text, plan.blocks[at].span, plan.outlets)
        if filed is not None:
            if sum(plan.blocks[i].words for i in opening if i < at) > _LEAD_WORDS:
                return  # datelines in mid-story head its parts
            plan.filed = filed
            alone = filed.span.end >= plan.blocks[at].span.end - 1
            if alone:
                plan.kinds[at] = "date"
            plan.run = range(at + alone, plan.run.stop)
            return
    floor = _floor(plan)
    if _opens_above(plan, floor):
        return
    for at in range(plan.run.start - 1, floor - 1, -1):
        block = plan.blocks[at]
        if block.words > _FILED_WORDS or plan.kinds[at] not in _FILED_KINDS:
            continue
        filed = read_dateline(text, block.span, plan.outlets)
        if filed is not None and filed.span.end >= block.span.end - 1 and filed.place:
            plan.filed = filed
            plan.kinds[at] = "date"
            return
    for at in range(min(floor - 1, _RELEASE)):
        block = plan.blocks[at]
        filed = read_dateline(text, block.span, plan.outlets) if block.words <= 6 else None
        if filed and filed.place and filed.date and filed.span.end >= block.span.end - 1:
            plan.filed = filed  # "Bamako, 9 May 2024" over the title of a release
            plan.kinds[at] = "date"
            return


def _opens_above(plan: Plan, floor: int) -> bool:
    """Take along a paragraph with a dateline right above the run, though no full stop ends it
    ("... in good faith. (Corrects spelling)", a paragraph cut short)."""
    at = plan.run.start - 1
    if at < floor or plan.kinds[at] is not None or plan.blocks[at].words <= _FILED_WORDS:
        return False
    filed = read_dateline(plan.page.text, plan.blocks[at].span, plan.outlets)
    if filed is None:
        return False
    plan.filed = filed
    plan.run = range(at, plan.run.stop)
    return True


def find_standfirst(plan: Plan) -> None:
    """A paragraph between headline and body: open-ended, or cut off from it by a byline."""
    _leave_summary(plan)
    _leave_lead_in(plan)
    if plan.headline_at is None and plan.filed is None:
        return
    between = [
        block
        for block in plan.blocks[_floor(plan) : plan.run.start]
        if plan.kinds[block.index] is None and block.words >= 6 and len(block.text) < 700
    ]
    if between:
        chosen = next((b for b in between if b.role == "standfirst"), between[0])
        plan.standfirst = _without_signature(plan, chosen)


def _without_signature(plan: Plan, block: Block) -> Span:
    """The stand-first without its bullet and without "..., Nermine Tarabi reports" at its end."""
    text, start = block.text, block.span.start
    lead = _BULLET.match(text)
    start += lead.end() if lead else 0
    signed = _SIGNED.search(text)
    if signed is None:
        return Span(start, block.span.end)
    plan.credits[block.index] = Credit(authors=(signed["name"],), byline=True)
    return Span(start, block.span.start + signed.start()).stripped(plan.page.text)


def _leave_summary(plan: Plan) -> None:
    """A first paragraph that calls itself a summary is the stand-first."""
    if len(plan.run) > 2 and _SUMMARY.match(plan.blocks[plan.run.start].text):
        plan.run = range(plan.run.start + 1, plan.run.stop)


def _leave_lead_in(plan: Plan) -> None:
    """Where a byline or a date cuts the start of the run off from the rest, start behind it."""
    if plan.run and opens_with_clock(plan.blocks[plan.run.start].text):
        return  # dates part the days of a live page
    for at in list(plan.run)[1:_LEAD_IN]:
        clock = is_clock(plan.blocks[at].text)
        if plan.kinds[at] in ("byline", "date") and not clock and plan.run.stop - at > 2:
            rest = [i for i in range(at + 1, plan.run.stop) if plan.blocks[i].prose]
            if len(rest) >= 2 and plan.filed is None:
                plan.run = range(rest[0], plan.run.stop)
                reach_back(plan)
                return
