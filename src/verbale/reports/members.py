"""Which blocks of the run are the story, and which were set among them."""

from __future__ import annotations

import re

from verbale.model import JunkKind, Span, Spans
from verbale.reports.clocks import is_clock
from verbale.reports.page import Block
from verbale.reports.plan import Plan

_POSE = re.compile(
    r"\b(?:shakes? hands|poses?|looks? on|attends?|speaks? (?:during|at|to)|arrives?"
    r"|gestures?|pictured|seen)\b"
)
_COLOPHON = re.compile(
    r"\b(?:our|us|we|you|your)\b.{0,80}\b(?:readers?|subscribers?|newsletters?|channel|app|page"
    r"|site|website|coverage|journalism|newsroom|story|stories|editors?|inbox|archive)\b"
    r"|\b(?:readers?|subscribers?) (?:may|can|are|who|of)\b|\b(?:hyperlink|reproduced?|republish\w*"
    r"|reprint\w*|permission|copyright)\b|\bthis (?:article|story|report|text|translation|version"
    r"|page|dispatch|bulletin|newsletter|website|summary|item)\b|\be-?mail(?:ed)?\b.{0,40}@"
    r"|\b(?:is|are) (?:now )?on (?:viber|telegram|whatsapp|x|facebook|bluesky|signal)\b"
    r"|\b(?:tomorrow|next (?:week|month|issue)|also) in (?:this |our |the )?[\w ]{2,30}:"
    r"|\bis (?:published|printed) (?:in|by|every|twice|weekly|daily)\b"
    r"|\bprint edition\b|\bfurther reading\b|\bmore (?:at|on|from)\b.{0,30}$",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[“\"]([^“”\"]+)[”\"]")
_FEWEST = 4  # words
_BIO = re.compile(r",? (?:is|was|covers|has covered|writes|reports|teaches|works|served)\b")


def story_members(plan: Plan) -> list[int]:
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
    while len(members) > 2 and _is_colophon(plan, members[-1]):
        plan.kinds[members.pop()] = "disclaimer"
    authors = {name for credit in plan.credits.values() for name in credit.authors}
    while members and _is_bio(plan.blocks[members[-1]].text, authors):
        plan.kinds[members.pop()] = "byline"
    return members


def _is_colophon(plan: Plan, at: int) -> bool:
    """Whether a short last paragraph is about the outlet and its readers, not about the story."""
    block = plan.blocks[at]
    if block.words > 40 or block.text[:1] in "\"“'‘«„" or not _COLOPHON.search(block.text):
        return False
    told = {name for i in plan.run if i != at for name in plan.blocks[i].names}
    return len(block.names & told) < 2


def _is_bio(text: str, authors: set[str]) -> bool:
    """Whether a paragraph tells who the author is, as under a signed piece."""
    return any(
        text.startswith(name) and _BIO.match(text[len(name) :]) is not None for name in authors
    )


def _intruder(plan: Plan, at: int) -> JunkKind | None:
    """The kind of a line inside the run that is no part of the story, by its place there."""
    block = plan.blocks[at]
    if block.role == "pull-quote" and _repeats(plan, block):
        return "other"
    if block.vote is not None:
        if block.links > 0.9 and not block.closed and block.words > 3:
            return "related"
        told = (block.closed and block.words > 1 and block.links < 0.5) or block.role == "post"
        return None if block.vote > 0.5 or block.prose or block.heading or told else "other"
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
    if not 8 < block.words <= 25 or block.heading:
        return None
    after = plan.blocks[at + 1].text if at + 1 < len(plan.blocks) else ""
    return None if after[:1].islower() else "related"


def _repeats(plan: Plan, block: Block) -> bool:
    """Whether the quotation of a pull quote, or all of it, stands elsewhere in the story."""
    quoted = _QUOTED.search(block.text)
    words = (quoted[1] if quoted else block.text).strip(' ,.“”"')
    others = (plan.blocks[at] for at in plan.run if at != block.index and plan.kinds[at] is None)
    return len(words.split()) >= _FEWEST and any(words in other.text for other in others)


def _pulled(plan: Plan, block: Block) -> bool:
    """Whether a line only repeats words of a paragraph near it, as pull quotes do."""
    if not 5 <= block.words <= 25:
        return False
    words = block.joined
    near = range(max(plan.run.start, block.index - 8), min(plan.run.stop, block.index + 9))
    return any(
        plan.blocks[at].words > block.words and words in plan.blocks[at].joined
        for at in near
        if at != block.index and plan.kinds[at] is None
    )


def body_spans(plan: Plan, members: list[int]) -> Spans:
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
