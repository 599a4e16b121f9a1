"""On which day something was said, as far as the text and its own dates settle it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from verbale.language import Word
from verbale.model import Dated, Report, SaidHow, Span, without
from verbale.reports import base_day, day_mentions
from verbale.statements.grammar import span_of
from verbale.statements.scene import Draft
from verbale.statements.venue import inside_content

_MODIFIERS = frozenset(
    {"prep", "npadvmod", "advmod", "aux", "auxpass", "nsubj", "dobj", "dative", "tmod", "agent"}
)
_WEEK = timedelta(days=7)
_RECENT = timedelta(days=90)
Day = tuple[str | None, SaidHow | None]


def said_on(report: Report, draft: Draft) -> Day:
    """A day named in the reporting clause, else the one day that its sentence tells of outside
    what is said: "walked off the plane on Tuesday, and their government denied that"."""
    own = list(_days(report, draft, _clause(draft)))
    if own:
        return own[0]
    joined = set(_days(report, draft, _rest(draft)))
    return joined.pop() if len(joined) == 1 else (None, None)


def _days(report: Report, draft: Draft, words: list[Word]) -> Iterable[tuple[str, SaidHow]]:
    words = [w for w in words if w.quote is None and w.end > w.start]
    if not words:
        return
    base = base_day(report)
    holes = [*draft.content, *(Span(w.start, w.end) for w in draft.scene.placeholders)]
    for stretch in without(span_of(words), holes):
        for mention in day_mentions(report.text, stretch, base):
            if len(mention.date) != len("2025-01-31"):
                continue  # a week or a month settles no day
            day = _not_later(_with_year(mention.date, base), base)
            if day is None:
                continue
            stated = mention.how == "stated" and day == mention.date
            yield day, "stated" if stated else "inferred"


def _not_later(day: str, base: Dated | None) -> str | None:
    """Nothing was said after the report: a weekday ahead of it means the one before."""
    if base is None or not base.full or day.startswith("XXXX") or day <= base.date:
        return day
    ahead = date.fromisoformat(day) - date.fromisoformat(base.date)
    if ahead >= _WEEK:
        return None
    return (date.fromisoformat(day) - _WEEK).isoformat()


def _with_year(day: str, base: Dated | None) -> str:
    """A day without a year, shortly before the report's own, is of that year or the one before."""
    if not day.startswith("XXXX") or base is None or not base.full:
        return day
    today = date.fromisoformat(base.date)
    for year in (today.year, today.year - 1):
        try:
            candidate = date.fromisoformat(f"{year}{day[4:]}")
        except ValueError:
            continue
        if timedelta(0) <= today - candidate <= _RECENT:
            return candidate.isoformat()
    return day


def _clause(draft: Draft) -> list[Word]:
    """The reporting clause: cue, source and their modifiers, without complement clauses."""
    words = [draft.head]
    if draft.actor is not None:
        words.extend(draft.actor.subtree())
    for child in draft.head.children:
        if child.dep in _MODIFIERS:
            words.extend(child.subtree())
    return [w for w in words if not inside_content(draft, w)]


def _rest(draft: Draft) -> list[Word]:
    """The main clause that the reporting clause is joined to."""
    verb = draft.head
    if verb.dep != "conj" or verb.head.pos not in {"VERB", "AUX"}:
        return []
    below = {w.i for w in verb.subtree()}
    return [w for w in verb.head.subtree() if w.i not in below and not inside_content(draft, w)]
