"""How a rule's score is made from what was right."""

from __future__ import annotations

import msgspec

from eval.align import align
from eval.predict import Outcome
from eval.records import GoldReport, GoldStatement
from eval.scores import WEIGHT, as_toml, scored
from verbale.lexicon.scores import RuleScore
from verbale.model import Report, Span, Statement

TEXT = "Aras said the gate was shut. Varga said the boats were late. Rain fell on the quay."


def _place(words: str) -> tuple[Span, ...]:
    at = TEXT.index(words)
    return (Span(at, at + len(words)),)


def _guess(number: int, rule: str, source: str, content: str) -> Statement:
    return Statement(id=number, source=_place(source), content=_place(content), rule=rule)


def _outcome(*guesses: Statement) -> Outcome:
    gold = tuple(
        GoldStatement(number=n, source=_place(source), content=_place(content))
        for n, (source, content) in enumerate(
            [("Aras", "the gate was shut"), ("Varga", "the boats were late")], 1
        )
    )
    report = GoldReport(name="x", text=TEXT, statements=gold, zones=(Span(0, len(TEXT)),))
    return Outcome(report, Report(text=TEXT), align(TEXT, gold, guesses))


def test_content_and_source_must_both_be_right() -> None:
    found = scored(
        [
            _outcome(
                _guess(1, "good", "Aras", "the gate was shut"),
                _guess(2, "poor", "Rain", "the boats were late"),
                _guess(3, "poor", "Rain", "on the quay"),
            )
        ]
    )
    mean = 1 / 3
    assert (found["good"].right, found["good"].judged) == (1, 1)
    assert (found["poor"].right, found["poor"].judged) == (0, 2)
    assert found["good"].score == round((1 + WEIGHT * mean) / (1 + WEIGHT), 3)
    assert found["poor"].score == round(WEIGHT * mean / (2 + WEIGHT), 3)


def test_the_file_can_be_read_back() -> None:
    one = RuleScore(3, 4, 0.8)
    written = as_toml({"statement": {"a-rule": one}, "act": {}})
    assert msgspec.toml.decode(written, type=dict[str, dict[str, RuleScore]]) == {
        "statement": {"a-rule": one}
    }
