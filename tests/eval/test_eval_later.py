"""The gold written late: complete, apart from the halves, and quiet enough to say something."""

from __future__ import annotations

from eval import corpora
from eval.gates import GATED
from eval.predict import read_own
from eval.quiet import count
from eval.run import measure


def test_no_later_report_is_in_a_half() -> None:
    names = {gold.name for gold in corpora.later()}
    halves = corpora.read_split()
    assert len(names) == 16
    assert not names & {name for half in halves.values() for name in half}


def test_it_is_gated_and_counts_false_alarms() -> None:
    assert "own-later" in GATED
    assert "quiet.per20" in measure("own-later")


def test_much_of_it_is_quiet() -> None:
    gold = corpora.later()[0]
    found = count(read_own(gold).aligned, gold.zones)
    assert found.sentences >= 8
