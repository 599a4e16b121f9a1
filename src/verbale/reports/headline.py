"""Which line of a page is its headline: the one markup or user name, else the likeliest above."""

from __future__ import annotations

import re

from verbale.model import Headline, Span
from verbale.reports.brands import brand
from verbale.reports.documents import is_document_title
from verbale.reports.masthead import line_brand
from verbale.reports.page import Block, tokens_of
from verbale.reports.plan import Plan
from verbale.reports.wordlist import words

_TITLE_TAIL = re.compile(r"\s+(?:[|–—•·»]|-|::)\s+[^|–—•·»]{2,50}$")
_TITLE_SPLIT = re.compile(r"\s+(?:[|–—•·»]|-|::)\s+")
#: "Bulletin No. 41", "Issue of 1-15 June": the number of the paper, not a headline.
_NUMBERED = re.compile(
    r"(?:media |press |news )?(?:bulletin|issue|edition|vol(?:ume|\.)?|release|no\.)\s(?:of\b"
    r"|no\b|\W?\d)"
    r"|(?:media|press|news) release\b"
    r"|(?:ref(?:erence)?|document|doc|file|case|our ref)\b(?:\s?(?:no|number))?[.:]*\s*\S*\d\S*$"
    r"|(?:for )?immediate release\b|(?:embargo(?:ed)?|check against delivery)\b",
    re.IGNORECASE,
)
#: Before the headlines of other stories.
_LISTED = re.compile(
    r"\W*(?:trending|related|recommended|also read|read (?:also|more|next)|you may also like)"
    r"\b.{0,12}:",
    re.IGNORECASE,
)
#: Two sentences in one. Words are bounded, or one without end would take its square of time.
_SENTENCES = re.compile(r"(?:\S{1,60}\s{1,9}){5}\S{0,60}[.!?][”’\"]?\s{1,9}[A-ZÀ-Ž]")
#: Where a page tells no story, its headline is among so many first blocks.
_TOP = 6
_STOP = words(
    """
    a an and are as at be but by for from has have he her his in is it its not of on or over
    s says said she that the their they this to was were who will with would after amid new
    """
)


def find_headline(plan: Plan, title: str | None) -> None:
    """Settle ``plan.headline``; ``title`` is what markup or user call the report, if they do."""
    wanted = [t for t in (title, plan.page.facts.title) if t]
    for name in wanted:
        if _take_title(plan, name):
            return
    story = _opening_words(plan)
    best = _first_heading(plan) or max(
        _candidates(plan), key=lambda block: _score(plan, block, story), default=None
    )
    if title and _said_otherwise(title, best):
        plan.headline = Headline(text=title.strip())
    elif best is not None:
        _set_headline(plan, best, best.span)
    elif wanted:
        plan.headline = Headline(text=_without_brand(wanted[0]))


def _said_otherwise(title: str, best: Block | None) -> bool:
    """Whether a person, a feed or a mail's subject calls the report something that does not stand
    on it, and no line of it is plainly its headline: no heading, nothing with the same words."""
    if best is None:
        return False
    wanted = {word for word in tokens_of(title) if word not in _STOP}
    return best.heading == 0 and bool(wanted) and not wanted & set(best.tokens)


def _first_heading(plan: Plan) -> Block | None:
    """The page's one ``<h1>``, where it stands above the story and is no logo."""
    top = plan.blocks[: plan.run.start + 3]
    found = [b for b in top if b.heading == 1 and b.words >= 4 and plan.kinds[b.index] is None]
    return found[0] if len(found) == 1 else None


def _candidates(plan: Plan) -> list[Block]:
    above = plan.blocks[: plan.run.start or (0 if plan.run else _TOP)]
    titled = [b for b in plan.blocks[plan.run.start : plan.run.start + 4] if b.heading in (1, 2)]
    found = [block for block in [*above, *titled] if _may_be_headline(plan, block)]
    if not found:
        found = [block for block in above[:1] if _is_short_title(plan, block)]
    if not found and _opens_with_headline(plan):
        return [plan.blocks[plan.run.start]]
    kinds = tuple(plan.kinds)
    brands = {b.index for b in found if line_brand(b, plan.page, kinds, plan.outlets)}
    return [block for block in found if block.index not in brands] or found


def _take_title(plan: Plan, title: str) -> bool:
    """Find the words of ``title`` on the page, at or before the start of the body."""
    reach = plan.run.start + 2 if plan.run else len(plan.blocks)
    pieces = sorted(_TITLE_SPLIT.split(title.strip()), key=len, reverse=True)
    names = list(dict.fromkeys((title.strip(), _without_brand(title), pieces[0])))
    names = [name for name in names if brand(name, plan.outlets) is None] or names
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


def _set_headline(plan: Plan, block: Block, span: Span) -> None:
    plan.headline = Headline(text=span.of(plan.page.text), span=span)
    plan.headline_at = block.index
    plan.kinds[block.index] = None
    if block.index in plan.run:
        plan.run = range(block.index + 1, plan.run.stop)
    for other in plan.blocks:
        if other.index != block.index and other.tokens == block.tokens:
            plan.kinds[other.index] = plan.kinds[other.index] or "teaser"


def _may_be_headline(plan: Plan, block: Block) -> bool:
    kind = plan.kinds[block.index]
    if block.heading == 1 and kind in (None, "related"):
        return True
    if kind is not None and not (kind == "related" and block.words >= 6):
        return False
    if block.text[:1] in "•*·" or _LISTED.match(block.text) or _NUMBERED.match(block.text):
        return False
    if is_document_title(block.text):
        return True
    return 3 <= block.words <= 40 and len(block.text) < 260 and block.links < 0.9


def _is_short_title(plan: Plan, block: Block) -> bool:
    """Whether a page's first line is a headline of two words ("Talks resume")."""
    return plan.kinds[block.index] is None and block.words == 2 and not block.closed


def _opening_words(plan: Plan) -> frozenset[str]:
    """The words that the story opens with, without those that all stories have."""
    opening = [plan.blocks[at].tokens for at in plan.run[:4]]
    return frozenset(word for tokens in opening for word in tokens if word not in _STOP)


def _score(plan: Plan, block: Block, story: frozenset[str]) -> float:
    """Headlines share words with the story, come first, and are no sentence."""
    own = {word for word in block.tokens if word not in _STOP}
    shared = sum(1 for word in own if _stem_in(word, story)) / max(len(own), 1)
    score = min(shared, 0.5) * 2 + min(block.words, 7) / 7
    score += {1: 2.0, 2: 0.6}.get(block.heading, 0.0)
    score -= 0.8 if block.closed and block.text.endswith((".", ".”", '."', ":")) else 0.0
    score -= 0.04 * max(0, block.words - 18)
    score -= 0.8 if _SENTENCES.search(block.text) else 0.0
    twin = any(
        o.index != block.index and o.tokens == block.tokens for o in plan.blocks[: plan.run.stop]
    )
    score += 0.5 if twin else 0.0
    score += 1.0 if is_document_title(block.text) else 0.0
    before = [b for b in plan.blocks[: block.index] if _may_be_headline(plan, b) and b.words >= 5]
    return score - 0.4 * min(len(before), 4)


def _stem_in(word: str, story: frozenset[str]) -> bool:
    return word in story or (len(word) > 5 and any(other.startswith(word[:5]) for other in story))


def _opens_with_headline(plan: Plan) -> bool:
    """Whether the run's own first block is a headline: a question, or the text's only title."""
    if len(plan.run) < 2:
        return False
    first = plan.blocks[plan.run.start]
    if first.heading == 1:
        return True
    ends = first.text.rstrip("\"'”’ ")
    return first.words <= 20 and ends.endswith(("?", "!")) and first.text[:1] not in "\"“'‘"
