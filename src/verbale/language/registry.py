"""Which language is served by which backend."""

from __future__ import annotations

from functools import lru_cache

from verbale.language.backend import Backend
from verbale.language.english import DEFAULT_MODEL, English

SERVED = frozenset({"en"})


@lru_cache(maxsize=4)
def backend_for(language: str, model: str | None = None) -> Backend | None:
    """The backend for a language code, or None when the language is not served."""
    if language not in SERVED:
        return None
    return English(model or DEFAULT_MODEL)
