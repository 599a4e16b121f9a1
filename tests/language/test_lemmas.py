"""Lemmas drawn from the tables of the lemmatizer are those of the lemmatizer itself."""

from __future__ import annotations

import pytest
import spacy
from spacy.lang.en.lemmatizer import EnglishLemmatizer
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from verbale.language.english import DEFAULT_MODEL
from verbale.language.lemmas import Lemmas

WORDS = [
    "Talks", "talk", "told", "better", "BEST", "leaves", "lefts", "ours", "U.S.", "X's", "s",
    "dies", "wolves", "hopped", "hoped", "lies", "agreed", "ministries", "e-mails", "data", "'s",
    "worse", "islanders", "ought", "-", "Nemorans", "being", "sung", "axes", "further",
]  # fmt: skip
FEATURES = [
    ("NOUN", "Number=Plur"), ("NOUN", "Number=Sing"), ("VERB", "Tense=Past|VerbForm=Fin"),
    ("VERB", "Tense=Pres|VerbForm=Fin"), ("VERB", "VerbForm=Inf"), ("AUX", "VerbForm=Fin"),
    ("VERB", "Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"), ("ADJ", "Degree=Cmp"),
    ("ADJ", "Degree=Pos"), ("ADV", ""), ("PROPN", "Number=Sing"), ("PRON", ""), ("PUNCT", ""),
    ("SPACE", ""), ("X", ""),
]  # fmt: skip


@pytest.fixture(scope="module")
def pipeline() -> Language:
    return spacy.load(DEFAULT_MODEL, exclude=["ner", "parser", "tagger", "tok2vec"])


@pytest.mark.parametrize(("pos", "morph"), FEATURES)
def test_the_same_as_the_component(pipeline: Language, pos: str, morph: str) -> None:
    lemmatizer = pipeline.get_pipe("lemmatizer")
    assert isinstance(lemmatizer, EnglishLemmatizer)
    assert [Lemmas(lemmatizer).of(word, pos, morph) for word in WORDS] == _of_spacy(
        pipeline.vocab, lemmatizer, pos, morph
    )


def _of_spacy(vocab: Vocab, lemmatizer: EnglishLemmatizer, pos: str, morph: str) -> list[str]:
    number = len(WORDS)
    document = Doc(vocab, words=WORDS, pos=[pos] * number, morphs=[morph] * number)
    return [token.lemma_ for token in lemmatizer(document)]
