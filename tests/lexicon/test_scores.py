"""The scores that ship name rules that exist and lie where shares lie."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import verbale.statements
from verbale.lexicon.scores import score_of, scores

PACKAGE = Path(verbale.statements.__file__).parent


def _strings() -> Iterator[str]:
    for file in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


def test_every_scored_rule_is_written_somewhere() -> None:
    assert set(scores("statement")) <= set(_strings())


@pytest.mark.parametrize("rule", scores("statement"))
def test_a_score_lies_between_the_share_and_the_mean(rule: str) -> None:
    measured = scores("statement")
    mean = sum(one.right for one in measured.values()) / sum(m.judged for m in measured.values())
    share = measured[rule].right / measured[rule].judged
    low, high = sorted([share, mean])
    assert low - 0.001 <= measured[rule].score <= high + 0.001


def test_an_unmeasured_rule_has_no_score() -> None:
    assert score_of("statement", "no such rule") is None
