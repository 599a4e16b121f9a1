"""The lemmas of spaCy's rule lemmatizer for English, drawn from its own tables.

The component searches lists of tens of thousands of words from end to end and asks documents for
what we know already. The rules here are its own, in the same order; a test compares the answers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from spacy.lang.en.lemmatizer import EnglishLemmatizer

_KINDS = ("adj", "adp", "adv", "aux", "cconj", "det", "intj", "noun", "num", "part", "pron")
_KINDS_TOO = ("propn", "punct", "sconj", "sym", "verb", "x")


class _Tables(NamedTuple):
    """For one part of speech: the words that there are, irregular forms, and endings to replace."""

    words: frozenset[str]
    irregular: Mapping[str, Sequence[str]]
    endings: Sequence[tuple[str, str]]


class Lemmas:
    """What the lemma of a word is, by its letters, part of speech and features."""

    def __init__(self, lemmatizer: EnglishLemmatizer) -> None:
        words, irregular, endings = (
            lemmatizer.lookups.get_table(name, {})
            for name in ("lemma_index", "lemma_exc", "lemma_rules")
        )
        self._tables = {
            kind: _Tables(
                frozenset(words.get(kind, ())), irregular.get(kind, {}), endings.get(kind, ())
            )
            for kind in (*_KINDS, *_KINDS_TOO)
            if words.get(kind) or irregular.get(kind) or endings.get(kind)
        }

    def of(self, text: str, pos: str, morph: str) -> str:
        """The lemma of ``text``; ``pos`` and ``morph`` are Universal ones."""
        kind = pos.lower()
        if kind in {"", "eol", "space"} or _is_base(kind, morph):
            return text.lower()
        tables = self._tables.get(kind)
        if tables is None:
            return text if kind == "propn" else text.lower()
        return _first(text, tables)


def _first(text: str, tables: _Tables) -> str:
    """The form that the lemmatizer puts first: an irregular one, a word that there is, any other
    that is no plain word, then one that an ending was only taken from."""
    lowered = text.lower()
    known: list[str] = []
    odd: list[str] = []
    unknown: list[str] = []
    for old, new in tables.endings:
        if lowered.endswith(old):
            form = lowered[: len(lowered) - len(old)] + new
            if form in tables.words:
                known.insert(0, form)
            elif form:
                (unknown if form.isalpha() else odd).append(form)
    forms = list(dict.fromkeys((*known, *odd)))
    for form in tables.irregular.get(lowered, ()):
        if form not in forms:
            forms.insert(0, form)
    return next(iter((*forms, *unknown, text)))


@lru_cache(maxsize=4096)
def _is_base(kind: str, morph: str) -> bool:
    """Whether a word of this kind with these features is its own lemma."""
    features = dict(part.split("=", 1) for part in morph.split("|") if "=" in part)
    verb_form, degree = features.get("VerbForm"), features.get("Degree")
    if kind == "noun" and features.get("Number") == "Sing":
        return True
    present = verb_form == "Fin" and features.get("Tense") == "Pres"
    if kind == "verb" and present and features.get("Number") is None:
        return True
    return verb_form in {"Inf", "None"} or degree == "Pos"
