"""The hard cases as a whole: forty-five pages written by somebody who had not seen the code.

One figure a test, over all of them, so that a rule that mends one page and breaks two is noticed.
The pages themselves are in ``tests/data/cases`` with what they are hard for.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from eval import figures
from eval.goldfile import gold_files, load
from eval.predict import Outcome, read_own

CASES = Path(__file__).parent / "data" / "cases"
FLOORS = {
    "all.content@.5": 0.87,
    "all.source-e2e": 0.86,
    "page.headline": 0.93,
    "page.body": 0.97,
    "page.published": 0.93,
    "page.outlet": 0.85,
}


@pytest.fixture(scope="module")
def outcomes() -> list[Outcome]:
    return [read_own(load(case)) for case in gold_files(CASES)]


@pytest.fixture(scope="module")
def measured(outcomes: list[Outcome]) -> dict[str, float]:
    return {
        **figures.statement_figures(outcomes),
        **figures.page_figures(outcomes),
    }


@pytest.mark.parametrize("figure", FLOORS)
def test_figure_stays_above_its_floor(figure: str, measured: dict[str, float]) -> None:
    assert measured[figure] >= FLOORS[figure]


def test_no_statement_comes_from_junk(outcomes: list[Outcome]) -> None:
    for outcome in outcomes:
        report = outcome.report
        zones = [*report.body]
        zones += [report.headline.span] if report.headline and report.headline.span else []
        zones += [report.standfirst] if report.standfirst else []
        for statement in outcome.aligned.predicted:
            for span in (*statement.content, *statement.source):
                assert any(zone.covers(span) for zone in zones), (outcome.gold.name, span)


def test_a_page_without_a_story_has_no_statements(outcomes: list[Outcome]) -> None:
    empty = [o for o in outcomes if not o.gold.facts.body and "body" in o.gold.facts.judged]
    assert empty
    for outcome in empty:
        assert not outcome.aligned.predicted, outcome.gold.name
