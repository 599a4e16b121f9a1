"""From scores to named figures, ``corpus -> figure -> value``, which tables and gates read.

Shares run from 0 to 1. Names are ``GROUP.FIGURE``: ``all.content@.5``, ``form.denial.found``,
``speaker``, ``page.outlet`` ...
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial

import msgspec

from eval import attributes, quiet, reports
from eval.align import Aligned
from eval.predict import Outcome
from eval.statements import Counts, Score, score, score_speech, score_type, source_right
from verbale.model import StatementType

Figures = dict[str, float]
#: Last parts of the names that are counts; every other figure is a share, or per 20 sentences.
COUNTS = frozenset({"gold", "predicted", "loose", "sentences", "alarms"})
#: Figures that should be low.
LOWER_IS_BETTER = frozenset({"quiet.per20"})
_TYPES: tuple[StatementType, ...] = ("direct", "indirect", "mixed")


def is_count(name: str) -> bool:
    """Whether a figure is a count and so neither good nor bad."""
    return name.rsplit(".", 1)[-1] in COUNTS


class FormCount(msgspec.Struct, frozen=True):
    """How many golds of one form are due, found, and found with the right source."""

    due: int
    found: int
    source: int


def statement_figures(outcomes: Sequence[Outcome]) -> Figures:
    """Content, source and triple figures: all, acts of saying alone, and by quotation type."""
    aligned = [outcome.aligned for outcome in outcomes]
    figures = _of_score("all", _total(aligned, score))
    figures |= _of_score("speech", _total(aligned, score_speech))
    for kind in _TYPES:
        figures |= _of_score(kind, _total(aligned, partial(score_type, kind=kind)))
    return figures


def brief_figures(outcomes: Sequence[Outcome]) -> Figures:
    """What the shared read-me compares on PolNeAR: all, speech, and recall by type."""
    wanted = ("gold", "predicted", "content", "content@.5", "source-e2e")
    figures = statement_figures(outcomes)
    kept = {
        name: value
        for name, value in figures.items()
        if name.split(".", 1)[0] in ("all", "speech") and name.split(".", 1)[1] in wanted
    }
    return kept | {f"{k}.recall@.5": figures[f"{k}.recall@.5"] for k in _TYPES}


def form_figures(outcomes: Sequence[Outcome]) -> Figures:
    """By attribution form: the share found at content@.5, and with the right source too."""
    figures: Figures = {}
    for form, counted in sorted(by_form(outcomes).items()):
        figures[f"form.{form}.gold"] = counted.due
        figures[f"form.{form}.found"] = _share(counted.found, counted.due)
        figures[f"form.{form}.source"] = _share(counted.source, counted.due)
    return figures


def by_form(outcomes: Iterable[Outcome]) -> dict[str, FormCount]:
    """The counts behind `form_figures`; optional golds are due only when found."""
    due: Counter[str] = Counter()
    found: Counter[str] = Counter()
    source: Counter[str] = Counter()
    for outcome in outcomes:
        aligned = outcome.aligned
        hits = {pair.gold: pair for pair in aligned.found}
        for at, gold in enumerate(aligned.gold):
            form, pair = gold.form or "none", hits.get(at)
            due[form] += pair is not None or not gold.optional
            found[form] += pair is not None
            source[form] += pair is not None and source_right(aligned, pair)
    return {form: FormCount(due[form], found[form], source[form]) for form in due}


def attribute_figures(outcomes: Sequence[Outcome]) -> Figures:
    """F1 of every attribute over found pairs, where the gold gives it at all."""
    totals = dict.fromkeys(attributes.NAMES, Counts())
    for outcome in outcomes:
        for name, counts in attributes.count(outcome.aligned).items():
            totals[name] += counts
    return {f"with.{name}": counts.f1 for name, counts in totals.items() if counts.gold}


def quiet_figures(outcomes: Sequence[Outcome]) -> Figures:
    """False alarms; ``quiet.per20`` is the one figure that should be low."""
    total = sum((quiet.count(o.aligned, o.gold.zones) for o in outcomes), quiet.Quiet())
    return {
        "quiet.loose": total.loose,
        "quiet.sentences": total.sentences,
        "quiet.alarms": total.alarms,
        "quiet.per20": total.per_20,
    }


def page_figures(outcomes: Sequence[Outcome]) -> Figures:
    """F1 of every field of the page; ``page.exact-body`` is a share of the reports."""
    scored = [reports.score_report(o.gold.facts, o.report) for o in outcomes]
    total = sum(scored, reports.ReportScore({}))
    judged = {name for one in scored for name in one.fields}
    figures = {f"page.{n}": total.fields[n].f1 for n in reports.FIELDS if n in judged}
    figures["page.body"] = total.body.f1
    figures["page.exact-body"] = _share(total.exact_bodies, total.bodies)
    return figures


def _of_score(group: str, total: Score) -> Figures:
    half = total.content_half
    return {
        f"{group}.gold": half.gold,
        f"{group}.predicted": half.predicted,
        f"{group}.content": total.content.f1,
        f"{group}.content-exact": total.content_exact.f1,
        f"{group}.precision@.5": half.precision,
        f"{group}.recall@.5": half.recall,
        f"{group}.content@.5": half.f1,
        f"{group}.source-e2e": total.source_right.f1,
        f"{group}.triple": total.triple.f1,
        f"{group}.all-exact": total.all_exact.f1,
        f"{group}.source-exact": _share(total.source.equal, total.source.pairs),
        f"{group}.cue-exact": _share(total.cue.equal, total.cue.pairs),
    }


def _total(aligned: Iterable[Aligned], scorer: Callable[[Aligned], Score]) -> Score:
    return sum(map(scorer, aligned), Score())


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
