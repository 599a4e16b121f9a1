"""Part of speech and lemma of a parsed document's words, remembered from word to word.

spaCy's English pipelines end with an attribute ruler (from tag to part of speech) and a rule
lemmatizer, which take two fifths of the time. Nearly all of their rules look at one word alone:
at its letters, its tag and its relation. So what they answer for such a triple is remembered, and
the few rules that look at two words ("let's", "there is") decide only whether a document is given
to the components themselves. The answers are those of the components, word for word, but for one
kind of lemma and one state that they get wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple, Protocol

from spacy.lang.en.lemmatizer import EnglishLemmatizer
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc, Token
from spacy.vocab import Vocab

_RULER, _LEMMATIZER = "attribute_ruler", "lemmatizer"
#: What a rule may ask of a word for its answer to depend on letters, tag and relation alone.
_OWN = {"ORTH", "TEXT", "LOWER", "TAG", "DEP", "IS_SPACE", "IS_PUNCT", "IS_ALPHA", "IS_DIGIT"}
_MOST = 200_000
# One vowel, one consonant: a verb that doubles the consonant before -ed and -ing (hop, hopped).
_DOUBLES = re.compile(r"[^aeiou]*[aeiou][^aeiouswxy]")

#: In capitals the state, whatever the tagger says: "The US wants", never "us".
_STATE = "US"

Key = tuple[int, int, int]
Rule = dict[str, Any]


class WordForm(NamedTuple):
    """What is said of a word apart from its place."""

    text: str
    lemma: str
    pos: str
    tag: str
    dep: str


class WordForms(Protocol):
    """Reads the words of parsed documents. Components in ``stands_for`` need not have run."""

    stands_for: Sequence[str]

    def read(self, document: Doc) -> list[WordForm]:
        """The form of each word of ``document``, in order."""


def word_forms(pipeline: Language) -> WordForms:
    """The fastest reader that gives what ``pipeline`` as a whole gives."""
    if pipeline.pipe_names[-2:] == [_RULER, _LEMMATIZER]:
        ruler, lemmatizer = pipeline.get_pipe(_RULER), pipeline.get_pipe(_LEMMATIZER)
        if type(ruler) is AttributeRuler and type(lemmatizer) is EnglishLemmatizer:
            return Remembered(pipeline.vocab, ruler, lemmatizer)
    return AsAnnotated()


class AsAnnotated:
    """Takes what stands in the document."""

    stands_for: Sequence[str] = ()

    def read(self, document: Doc) -> list[WordForm]:
        """The form of each word of ``document``, in order."""
        return [_form(token) for token in document]


class Remembered:
    """Asks the ruler and the lemmatizer once for each triple of letters, tag and relation."""

    stands_for: Sequence[str] = (_RULER, _LEMMATIZER)

    def __init__(self, vocab: Vocab, ruler: AttributeRuler, lemmatizer: EnglishLemmatizer) -> None:
        self._vocab = vocab
        self._ruler = ruler
        self._lemmatizer = lemmatizer
        rules: list[Rule] = list(ruler.patterns)
        self._alone = AttributeRuler(vocab)
        self._alone.add_patterns([rule for rule in rules if _about_one_word(rule)])
        self._contexts = Matcher(vocab, validate=False)
        for number, rule in enumerate(rules):
            if not _about_one_word(rule):
                self._contexts.add(str(number), rule["patterns"])
        self._known: dict[Key, WordForm] = {}

    def read(self, document: Doc) -> list[WordForm]:
        """The form of each word of ``document``, in order."""
        if len(self._contexts) and self._contexts(document, allow_missing=True):
            return [_form(token) for token in self._lemmatizer(self._ruler(document))]
        keys: list[Key] = list(map(tuple, document.to_array(["ORTH", "TAG", "DEP"]).tolist()))
        known = self._knowing(keys)
        return [known[key] for key in keys]

    def _knowing(self, keys: Iterable[Key]) -> dict[Key, WordForm]:
        """What is remembered, with an answer for each of ``keys``."""
        if len(self._known) > _MOST:
            self._known = {}
        known = self._known
        new = [key for key in dict.fromkeys(keys) if key not in known]
        if not new:
            return known
        words = Doc(self._vocab, words=[self._vocab.strings[orth] for orth, _, _ in new])
        for token, (_, tag, dep) in zip(words, new, strict=True):
            token.tag, token.dep = tag, dep
        answered = self._lemmatizer(self._alone(words))
        known.update(zip(new, map(_form, answered), strict=True))
        return known


def _about_one_word(rule: Rule) -> bool:
    return all(len(pattern) == 1 and set(pattern[0]) <= _OWN for pattern in rule["patterns"])


def _form(token: Token) -> WordForm:
    if token.orth_ == _STATE and token.pos_ == "PRON":
        return WordForm(_STATE, _STATE, "PROPN", "NNP", token.dep_)
    return WordForm(token.text, _lemma(token), token.pos_, token.tag_, token.dep_)


def _lemma(token: Token) -> str:
    """The model takes "hoped" for a form of "hop", which would be "hopped"."""
    lemma = token.lemma_
    short = token.pos_ == "VERB" and _DOUBLES.fullmatch(lemma)
    if short and token.lower_ in {lemma + "es", lemma + "ed", lemma + "ing"}:
        return lemma + "e"
    return lemma
