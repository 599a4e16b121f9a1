"""Verbale keeps the record of what states say and do, from the news reports that say so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verbale.version import __version__

__all__ = ["Annotation", "RawDocument", "Record", "__version__", "annotate"]

if TYPE_CHECKING:
    from verbale.model import Annotation, RawDocument
    from verbale.pipeline import annotate
    from verbale.record import Record

_HOMES = {
    "annotate": "verbale.pipeline",
    "Record": "verbale.record",
    "Annotation": "verbale.model",
    "RawDocument": "verbale.model",
}


def __getattr__(name: str) -> object:
    """Import a public name on first use, so that ``import verbale`` costs next to nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module 'verbale' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
