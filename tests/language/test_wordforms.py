"""Remembered parts of speech and lemmas are those that the model's own components give."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language
from spacy.pipeline import AttributeRuler

from verbale.language import wordforms
from verbale.language.english import DEFAULT_MODEL
from verbale.language.wordforms import AsAnnotated, Remembered, WordForm, word_forms

TEXTS = [
    "Let's go: there is no deal, there's no date, and it ain't gonna come.",
    "The minister hoped that the better of the two drafts was being read; others had left.",
    "He left. His left hand held the lefts. They're leaving  it\n\nto us, y'all.",
    "She said that the islands' status isn't what's been put to the ministries.",
    "“We'd have had it,” he'd said, “had we met; it's 40.5% of U.S. ships.” \t",
    "Having met, the ministers will meet. The meeting was met with silence.",
    "",
    " \n ",
]


@pytest.fixture(scope="module")
def english() -> Language:
    return spacy.load(DEFAULT_MODEL, exclude=["ner"])


def read(pipeline: Language, texts: list[str]) -> list[list[WordForm]]:
    forms = word_forms(pipeline)
    return list(forms.read(list(pipeline.pipe(texts, disable=forms.stands_for))))


def as_annotated(pipeline: Language, texts: list[str]) -> list[list[WordForm]]:
    return list(AsAnnotated().read(list(pipeline.pipe(texts))))


def test_the_same_as_without_remembering(english: Language) -> None:
    assert isinstance(word_forms(english), Remembered)
    assert read(english, TEXTS) == as_annotated(english, TEXTS)


def test_what_is_known_is_the_same_the_second_time(english: Language) -> None:
    assert read(english, TEXTS * 2) == as_annotated(english, TEXTS) * 2


def test_forgets_when_it_knows_too_much(english: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wordforms, "_MOST", 10)
    assert read(english, TEXTS) == as_annotated(english, TEXTS)


def test_the_lemma_of_hoped_is_hope(english: Language) -> None:
    ((_, hoped, *_),) = read(english, ["They hoped."])
    assert hoped.lemma == "hope"


def test_other_pipelines_are_taken_as_they_are() -> None:
    blank = spacy.blank("en")
    assert isinstance(word_forms(blank), AsAnnotated)
    (words,) = word_forms(blank).read([blank("No tags.")])
    assert [form.text for form in words] == ["No", "tags", "."]


def test_us_in_capitals_is_the_state(english: Language) -> None:
    (words,) = read(english, ["The US wants the treaty; tell us why."])
    assert [word.pos for word in words if word.text.lower() == "us"] == ["PROPN", "PRON"]


def test_rules_that_cannot_be_read_leave_the_words_to_the_pipeline() -> None:
    odd = spacy.load(DEFAULT_MODEL, exclude=["ner"])
    ruler = odd.get_pipe("attribute_ruler")
    assert isinstance(ruler, AttributeRuler)
    ruler.add([[{"SHAPE": "Xxxxx"}]], {"POS": "PROPN"})
    assert isinstance(word_forms(odd), AsAnnotated)
