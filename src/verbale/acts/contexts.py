"""The PLOVER contexts of a passage, from the words that stand in it."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import resources

import msgspec

from verbale.errors import LexiconError


def contexts_of(text: str) -> tuple[str, ...]:
    """The contexts whose words stand in ``text``, in the order of the lexicon file."""
    lowered = text.lower()
    return tuple(name for name, pattern in _patterns() if pattern.search(lowered))


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    name = "data/contexts.toml"
    raw = resources.files("verbale.lexicon").joinpath(name).read_bytes()
    try:
        words = msgspec.toml.decode(raw, type=dict[str, tuple[str, ...]])
    except (msgspec.ValidationError, msgspec.DecodeError) as error:
        raise LexiconError(name, str(error)) from error
    return tuple((context, _any_of(forms)) for context, forms in words.items())


def _any_of(forms: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(forms, key=len, reverse=True)
    stems = "|".join(_with_plural(form) for form in longest_first)
    return re.compile(rf"\b(?:{stems})\b")


def _with_plural(form: str) -> str:
    if form.endswith("y") and form[-2:-1] not in "aeiou":
        return re.escape(form[:-1]) + "(?:y|ies)"
    return re.escape(form) + "(?:e?s)?"
