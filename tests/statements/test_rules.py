"""Every rule wins somewhere: in a case of these tests or in an example of the cue list."""

from __future__ import annotations

from functools import wraps
from typing import Any

import pytest

from tests.statements.case import Case
from tests.statements.marked import bare
from tests.statements.reading import read, report_of
from tests.statements.test_chains import CHAINS
from tests.statements.test_forms import FORMS
from tests.statements.test_quoted_clauses import CASES as QUOTED
from tests.statements.test_setting import SETTINGS
from tests.statements.test_unheld import CASES as UNHELD
from verbale.lexicon.cues import cue_book
from verbale.statements import find, rules

LISTS = ("VERB_RULES", "NOUN_RULES", "ADJECTIVE_RULES", "PHRASE_RULES")
ALL_RULES = [rule.__name__ for name in LISTS for rule in getattr(rules, name)]


@pytest.fixture(scope="module")
def winners() -> set[str]:
    """The names of the rules that answer on the cases and the examples."""
    won: set[str] = set()

    def watched(rule: Any) -> Any:
        @wraps(rule)
        def run(*asked: Any) -> Any:
            answer = rule(*asked)
            if answer:
                won.add(rule.__name__)
            return answer

        return run

    cases: list[Case] = [*FORMS, *SETTINGS, *CHAINS, *UNHELD, *QUOTED]
    with pytest.MonkeyPatch.context() as patch:
        for name in LISTS:
            patch.setattr(find, name, tuple(watched(rule) for rule in getattr(rules, name)))
        for text in [
            *(bare(one.marked) for one in cases),
            *(c.example for c in cue_book().entries),
        ]:
            read(report_of(text))
    return won


@pytest.mark.parametrize("rule", ALL_RULES)
def test_rule_wins_somewhere(rule: str, winners: set[str]) -> None:
    assert rule in winners


def test_no_rule_stands_twice() -> None:
    assert len(ALL_RULES) == len(set(ALL_RULES))
