"""Part of speech and lemma of a parsed document's words, remembered from word to word.

spaCy's English pipelines end with an attribute ruler (from tag to part of speech) and a rule
lemmatizer, which take two fifths of the time. Nearly all of their rules look at one word alone:
at its letters, its tag and its relation. So what they answer for such a triple is remembered, and
the few rules that look at two words ("let's", "there is") are tried only where one stands that can
open such a pair. The answers are those of the components, word for word, but for one kind of lemma
and one state that they get wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple, Protocol

from spacy.lang.en.lemmatizer import EnglishLemmatizer
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc
from spacy.vocab import Vocab

from verbale.language.lemmas import Lemmas
from verbale.language.wordrules import Tagged, WordRules, readable

_RULER, _LEMMATIZER = "attribute_ruler", "lemmatizer"
_MOST = 200_000
# One vowel, one consonant: a verb that doubles the consonant before -ed and -ing (hop, hopped).
_DOUBLES = re.compile(r"[^aeiou]*[aeiou][^aeiouswxy]")

#: In capitals the state, whatever the tagger says: "The US wants", never "us".
_STATE = "US"

#: Letters, tag and relation as the pipeline numbers them, and the rules over two words that fit.
Key = tuple[int, ...]


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

    def read(self, documents: Sequence[Doc]) -> Iterator[list[WordForm]]:
        """The form of each word of each of ``documents``, in order."""


def word_forms(pipeline: Language) -> WordForms:
    """The fastest reader that gives what ``pipeline`` as a whole gives."""
    if pipeline.pipe_names[-2:] == [_RULER, _LEMMATIZER]:
        ruler, lemmatizer = pipeline.get_pipe(_RULER), pipeline.get_pipe(_LEMMATIZER)
        if (
            type(ruler) is AttributeRuler
            and type(lemmatizer) is EnglishLemmatizer
            and lemmatizer.mode == "rule"
            and not lemmatizer.overwrite
            and readable(ruler.patterns)
        ):
            return Remembered(pipeline.vocab, WordRules(ruler.patterns), Lemmas(lemmatizer))
    return AsAnnotated()


class AsAnnotated:
    """Takes what stands in the document."""

    stands_for: Sequence[str] = ()

    def read(self, documents: Sequence[Doc]) -> Iterator[list[WordForm]]:
        """The form of each word of each of ``documents``, in order."""
        for document in documents:
            yield [
                _form(WordForm(word.text, word.lemma_, word.pos_, word.tag_, word.dep_))
                for word in document
            ]


class Remembered:
    """Asks the rules and the lemmatizer once for each triple of letters, tag and relation."""

    stands_for: Sequence[str] = (_RULER, _LEMMATIZER)

    def __init__(self, vocab: Vocab, rules: WordRules, lemmas: Lemmas) -> None:
        self._vocab = vocab
        self._rules = rules
        self._lemmas = lemmas
        self._known: dict[Key, WordForm] = {}
        self._openers: set[Key] = set()  # few, so they are never forgotten

    def read(self, documents: Sequence[Doc]) -> Iterator[list[WordForm]]:
        """The form of each word of each of ``documents``, in order."""
        keyed = [list(map(tuple, d.to_array(["ORTH", "TAG", "DEP"]).tolist())) for d in documents]
        self._knowing(chain.from_iterable(keyed))
        paired = [keys if self._openers.isdisjoint(keys) else self._paired(keys) for keys in keyed]
        known = self._knowing(chain.from_iterable(paired))
        for keys in paired:
            yield [known[key] for key in keys]

    def _knowing(self, keys: Iterable[Key]) -> dict[Key, WordForm]:
        """What is remembered, with an answer for each of ``keys``."""
        if len(self._known) > _MOST:
            self._known = {}
        known = self._known
        new = [key for key in dict.fromkeys(keys) if key not in known]
        if new:
            tagged = [self._tagged(key) for key in new]
            self._openers.update(
                key for key, word in zip(new, tagged, strict=True) if self._rules.opens(word)
            )
            known.update(
                (key, self._asked(key, word)) for key, word in zip(new, tagged, strict=True)
            )
        return known

    def _paired(self, keys: list[Key]) -> list[Key]:
        """``keys`` with the rules over two words that fit there."""
        paired = list(keys)
        for at, key in enumerate(keys[:-1]):
            if key in self._openers:
                for number, index in self._rules.pairs(*map(self._tagged, keys[at : at + 2])):
                    paired[at + index] += (number,)
        return paired

    def _tagged(self, key: Key) -> Tagged:
        text, tag, dep = map(self._vocab.strings.__getitem__, key[:3])
        return Tagged(text, text.lower(), tag, dep, text.isspace())

    def _asked(self, key: Key, word: Tagged) -> WordForm:
        """The form of ``word`` by the rules and, where these name no lemma, the lemmatizer."""
        said = self._rules.of(word, key[3:])
        pos = said.get("POS", "")
        lemma = said.get("LEMMA") or self._lemmas.of(word.text, pos, said.get("MORPH", ""))
        return _form(
            WordForm(word.text, lemma, pos, said.get("TAG", word.tag), said.get("DEP", word.dep))
        )


def _form(form: WordForm) -> WordForm:
    """``form``, the state and the kind of lemma put right that the model gets wrong."""
    if form.text == _STATE and form.pos == "PRON":
        return WordForm(_STATE, _STATE, "PROPN", "NNP", form.dep)
    if form.pos == "VERB" and _DOUBLES.fullmatch(form.lemma):
        lowered, lemma = form.text.lower(), form.lemma
        if lowered in {lemma + "es", lemma + "ed", lemma + "ing"}:
            # the model takes "hoped" for a form of "hop", which would be "hopped"
            return form._replace(lemma=lemma + "e")
    return form
