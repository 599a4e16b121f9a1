from __future__ import annotations

import pytest

from verbale.errors import LexiconError
from verbale.lexicon.furniture import Phrase, compiled, finds, furniture, listed


@pytest.mark.parametrize("phrase", listed(), ids=lambda phrase: phrase.example)
def test_each_entry_finds_its_own_example(phrase: Phrase) -> None:
    assert finds(compiled([phrase]), phrase)


@pytest.mark.parametrize("phrase", listed(), ids=lambda phrase: phrase.example)
def test_every_kind_and_way_has_a_pattern(phrase: Phrase) -> None:
    assert finds(furniture(phrase.kind, phrase.how), phrase)


def test_what_stands_nowhere_is_told() -> None:
    with pytest.raises(LexiconError, match="no phrase"):
        furniture("posing", "start")


def test_a_sentence_of_a_story_is_no_furniture() -> None:
    sentence = "The ferry talks will go on next week, the minister told reporters in Orda."
    for phrase in listed():
        if phrase.how == "line":
            assert not furniture(phrase.kind, "line").fullmatch(sentence)
