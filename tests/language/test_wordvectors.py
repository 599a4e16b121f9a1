"""Remembered vectors of words are those of the network's own layers, bit for bit."""

from __future__ import annotations

import numpy as np
import pytest
import spacy
from spacy.language import Language

from verbale.language import wordvectors
from verbale.language.english import DEFAULT_MODEL
from verbale.language.wordvectors import remember_words

TEXTS = [
    "The minister said the talks would go on. The talks went on.",
    "",
    "Talks, talks and more talks; the minister's office said so.",
]


def vectors(pipeline: Language) -> list[np.ndarray]:
    documents = [pipeline.make_doc(text) for text in TEXTS]
    return list(pipeline.get_pipe("tok2vec").predict(documents))


@pytest.mark.parametrize("most", [40_000, 3])
def test_the_same_as_without_remembering(most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wordvectors, "_MOST", most)
    plain, remembering = (spacy.load(DEFAULT_MODEL, exclude=["ner"]) for _ in range(2))
    remember_words(remembering)
    for _ in range(2):
        for own, kept in zip(vectors(plain), vectors(remembering), strict=True):
            assert np.array_equal(own, kept)


def test_other_pipelines_are_left_as_they_are() -> None:
    blank = spacy.blank("en")
    remember_words(blank)
    assert blank.pipe_names == []
