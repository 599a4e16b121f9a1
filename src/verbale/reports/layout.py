"""Where on the page everything is: headline, stand-first, body, and the rest by kind."""

from __future__ import annotations

import msgspec

from verbale.model import Headline, Junk, JunkKind, Span, Spans
from verbale.reports.credits import Credit
from verbale.reports.dateline import Filed
from verbale.reports.headline import find_headline
from verbale.reports.members import body_spans, story_members
from verbale.reports.names import Outlets
from verbale.reports.opening import (
    caption_ahead,
    find_dateline,
    find_standfirst,
    reach_back,
    read_names,
)
from verbale.reports.page import Page
from verbale.reports.plan import Plan


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


def lay_out(page: Page, title: str | None, outlets: Outlets) -> Layout:
    """Find the parts of ``page``. ``title`` is what markup or user call the report, if they do."""
    plan = Plan(page, outlets)
    find_headline(plan, title)
    caption_ahead(plan)
    reach_back(plan)
    find_dateline(plan)
    if plan.headline is None:
        find_headline(plan, None)
    read_names(plan)
    find_standfirst(plan)
    members = story_members(plan)
    body = body_spans(plan, members)
    closing = tuple(span for span in plan.closing if _ends_body(span, body))
    junk = _junk(plan, body)
    return Layout(
        headline=plan.headline, headline_at=plan.headline_at, standfirst=plan.standfirst,
        filed=plan.filed, run=plan.run, body=body, kinds=tuple(plan.kinds), credits=plan.credits,
        junk=junk, closing=closing,
    )  # fmt: skip


def _ends_body(closing: Span, body: Spans) -> bool:
    """Whether a closing credit stands right behind a stretch of the body."""
    return any(0 <= closing.start - span.end <= 3 for span in body)


def _junk(plan: Plan, body: Spans) -> tuple[Junk, ...]:
    """Everything else on the page, by kind."""
    used = [*body, *([plan.standfirst] if plan.standfirst else [])]
    if plan.headline and plan.headline.span:
        used.append(plan.headline.span)
    junk = [Junk(span=span, kind="credit") for span in plan.closing]
    junk += [Junk(span=span, kind="related") for span in plan.run_on]
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
