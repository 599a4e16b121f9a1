"""The interchange format: a report with all that was drawn from it, as one line of JSON.

It is the annotation as the record stores it, with the report's text lifted to the top, where the
offsets of every part can find it. A place is ``[start, end]``, in characters of ``text``.
"""

from __future__ import annotations

from typing import Any

import msgspec

from verbale.model import Act, Actor, Annotation, Position, Statement
from verbale.record.stored import storable, textless


class Interchange(msgspec.Struct, frozen=True, kw_only=True):
    """One line. ``report`` is a `Report` without ``text``."""

    id: str
    origin: str
    lineage: str
    version: str
    code: str
    text: str
    report: dict[str, Any]
    actors: tuple[Actor, ...]
    statements: tuple[Statement, ...]
    acts: tuple[Act, ...]
    positions: tuple[Position, ...]


def interchange(annotation: Annotation) -> Interchange:
    """The annotation in the form that is exchanged. Lone surrogates of its text are replaced."""
    clean = storable(annotation)
    report = msgspec.to_builtins(textless(clean.report))
    del report["text"]
    parts = {
        name: getattr(clean, name)
        for name in Interchange.__struct_fields__
        if name not in ("text", "report")
    }
    return Interchange(text=clean.report.text, report=report, **parts)


def encode(annotation: Annotation) -> bytes:
    """One line of JSON in UTF-8, with its newline."""
    return msgspec.json.encode(interchange(annotation)) + b"\n"
