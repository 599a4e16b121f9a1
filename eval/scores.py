"""``python -m eval.scores``: how often each rule is right on development gold.

Counted over own dev and the hard cases. A conclusion is right when what was said is found and its
source is right; one that leans on optional gold counts for nothing. A rule's score is its share of
right ones drawn towards the mean of all rules as if `WEIGHT` more had been judged and come out
like the mean: (right + WEIGHT x mean) / (judged + WEIGHT).

``--write`` puts the statements' scores into the data that ships. Scores of other kinds in that file
are kept as they are.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import get_args

from rich.console import Console
from rich.table import Table

import verbale.lexicon.scores
from eval import corpora
from eval.goldfile import gold_files, load
from eval.predict import Outcome, read_own
from eval.statements import source_right
from verbale.lexicon.scores import Kind, RuleScore, scores
from verbale.model import Statement

CASES = Path(__file__).parents[1] / "tests/data/cases"
SHIPPED = Path(verbale.lexicon.scores.__file__).parent / "data/scores.toml"
#: How many judged conclusions the mean of all rules is worth.
WEIGHT = 5
_HEAD = """\
# How often each rule was right on development gold. Written by `python -m eval.scores --write`,
# which says how a score is made; read by verbale/lexicon/scores.py.
"""


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m eval.scores", description=__doc__)
    parser.add_argument("--write", action="store_true", help="into the data that ships")
    options = parser.parse_args(arguments)
    found = measure()
    Console().print(table(found))
    if options.write:
        kinds = {kind: scores(kind) for kind in get_args(Kind)} | {"statement": found}
        SHIPPED.write_text(as_toml(kinds), encoding="utf-8")
        print(SHIPPED)


def measure() -> dict[str, RuleScore]:
    """The score of every rule that made a statement on own dev or a hard case, by name."""
    golds = [*corpora.own("dev"), *map(load, gold_files(CASES))]
    return scored(read_own(gold) for gold in golds)


def scored(outcomes: Iterable[Outcome]) -> dict[str, RuleScore]:
    """The scores of the rules that made statements in ``outcomes``."""
    right: Counter[str] = Counter()
    judged: Counter[str] = Counter()
    for outcome in outcomes:
        _tally(outcome, right, judged)
    mean = right.total() / max(judged.total(), 1)
    return {
        rule: RuleScore(right[rule], n, round((right[rule] + WEIGHT * mean) / (n + WEIGHT), 3))
        for rule, n in sorted(judged.items())
    }


def _tally(outcome: Outcome, right: Counter[str], judged: Counter[str]) -> None:
    aligned = outcome.aligned
    good = {pair.predicted for pair in aligned.found if source_right(aligned, pair)}
    for at, guess in enumerate(aligned.predicted):
        lean = aligned.leans[at]
        near = aligned.gold[lean] if lean is not None else None
        if not isinstance(guess, Statement) or (near and (near.optional or near.uncertain)):
            continue
        judged[guess.rule] += 1
        right[guess.rule] += at in good


def table(found: Mapping[str, RuleScore]) -> Table:
    """One row a rule, the surest first."""
    shown = Table("rule", "right", "of", "score", header_style="bold")
    for column in shown.columns[1:]:
        column.justify = "right"
    for rule, one in sorted(found.items(), key=lambda item: -item[1].score):
        shown.add_row(rule, str(one.right), str(one.judged), f"{one.score:.3f}")
    return shown


def as_toml(kinds: Mapping[str, Mapping[str, RuleScore]]) -> str:
    """The file that ships: one table a kind, one line a rule."""
    lines = [_HEAD.rstrip()]
    for kind, rules in kinds.items():
        if rules:
            lines += ["", f"[{kind}]"]
        for rule, one in sorted(rules.items()):
            lines.append(
                f"{rule} = {{ right = {one.right}, judged = {one.judged}, score = {one.score} }}"
            )
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
