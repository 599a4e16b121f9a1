"""Which language a report is in: only confident answers, and no model where English is plain."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from verbale.reports.wordlist import words

#: Languages that the later stages can read.
SERVED = frozenset({"en"})
UNKNOWN = "und"

_LATIN_WORD = re.compile(r"[A-Za-zÀ-ɏ]+")
_OTHER_SCRIPT = re.compile(r"[\u0370-\u1fff\u2e80-\ud7ff]")
_ENGLISH = words(
    """
    the of and to in that is was for on with as by at from it he she they has have had not
    be are its his her their said this which will would who but were an or been after about
    we our
    """
)
_SAMPLE = 3000
_SURE = 0.9


def language_of(body: str, declared: str | None = None) -> str:
    """The ISO 639-1 code of ``body``; ``und`` where nothing is sure.

    ``declared`` is what the page or the user says; it decides only where the words do not.
    """
    sample = body[:_SAMPLE]
    words = _LATIN_WORD.findall(sample.lower())
    if words:
        share = sum(1 for word in words if word in _ENGLISH) / len(words)
        foreign = len(_OTHER_SCRIPT.findall(sample))
        if share >= 0.2 and foreign * 4 < len(sample) and len(words) >= 5:
            return "en"
    if len(sample.strip()) >= 40:
        code, score = _identify(sample)
        if score >= _SURE:
            return code
    said = (declared or "").strip().lower()[:2]
    return said if len(said) == 2 and said.isalpha() else UNKNOWN


def _identify(sample: str) -> tuple[str, float]:
    code, score = _identifier().classify(sample)
    return str(code), float(score)


@lru_cache(maxsize=1)
def _identifier() -> Any:
    """The model, loaded on first need: most reports never ask for it."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
