"""What the clause coder adds to the rules, with a stub in its place that is told what to answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from tests.acts.reading import read
from verbale.acts import find
from verbale.coder.passage import TRAIT, Passage
from verbale.coder.reader import Answer

Sure = dict[str, tuple[float, str]]


class Stub:
    """Answers by the letters of a word; all else is half sure."""

    def __init__(self, sure: Sure) -> None:
        self._sure = sure
        self.passages: list[Passage] = []

    def read_each(self, passages: Sequence[Passage], least: float) -> list[list[Answer]]:
        self.passages.extend(passages)
        return [self._read(passage, least) for passage in passages]

    def _read(self, passage: Passage, least: float) -> list[Answer]:
        return [
            Answer(at, *self._sure.get(word.text, (0.5, "CONSULT")))
            for at, word in enumerate(passage)
            if word.asked and self._sure.get(word.text, (0.5, ""))[0] >= least
        ]


@pytest.fixture
def stubbed(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Stub]:
    def stub(**sure: tuple[float, str]) -> Stub:
        made = Stub(sure)
        monkeypatch.setattr(find, "clause_reader", lambda: made)
        return made

    return stub


def _acts(text: str) -> list[tuple[str, tuple[str, ...], tuple[str, ...], str]]:
    return [(act.type, act.actor, act.recipient, act.rule) for act in read(text).acts]


def test_a_verb_that_no_pattern_has(stubbed: Callable[..., Stub]) -> None:
    stubbed(hoodwinked=(0.9, "REJECT"))
    found = _acts("Kenya hoodwinked Somalia on Monday.")
    assert found == [("REJECT", ("KEN",), ("SOM",), "coder > hoodwink")]


def test_it_is_added_from_a_threshold_on(stubbed: Callable[..., Stub]) -> None:
    stubbed(hoodwinked=(0.6, "REJECT"))
    assert _acts("Kenya hoodwinked Somalia on Monday.") == []


def test_the_rules_stand_where_they_drew(stubbed: Callable[..., Stub]) -> None:
    stubbed(condemned=(0.99, "SUPPORT"))
    found = _acts("Kenya condemned Somalia on Monday.")
    assert found == [("ACCUSE", ("KEN",), ("SOM",), "condemn")]


def test_the_rules_stand_where_the_coder_doubts(stubbed: Callable[..., Stub]) -> None:
    stubbed(condemned=(0.01, "ACCUSE"))
    assert len(_acts("Kenya condemned Somalia on Monday.")) == 1


def test_nobody_known_acts(stubbed: Callable[..., Stub]) -> None:
    stubbed(hoodwinked=(0.9, "REJECT"))
    assert _acts("A cat hoodwinked a dog. Kenya and Somalia were not there.") == []


def test_questions_bring_no_act(stubbed: Callable[..., Stub]) -> None:
    stubbed(hoodwinked=(0.9, "REJECT"), hoodwink=(0.9, "REJECT"))
    assert _acts("Did Kenya hoodwink Somalia on Monday?") == []


def test_the_coder_is_not_told_which_state(stubbed: Callable[..., Stub]) -> None:
    one = stubbed()
    read("Kenya hoodwinked Somalia on Monday.")
    other = stubbed()
    read("Peru hoodwinked Chile on Monday.")
    assert one.passages == other.passages
    assert TRAIT["leading"] in one.passages[0][0].traits


def test_without_weights_the_rules_code_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(find, "clause_reader", lambda: None)
    assert _acts("Kenya condemned Somalia on Monday.") == [
        ("ACCUSE", ("KEN",), ("SOM",), "condemn")
    ]
