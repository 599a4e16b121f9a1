"""The texts that are annotated: the sample reports and our own gold, with the lexicon they need."""

from __future__ import annotations

from pathlib import Path

import verbale
from eval.goldfile import STATEMENTS
from verbale.lexicon import Lexicon
from verbale.model import RawDocument

SAMPLES = Path(verbale.__file__).parent / "samples"


def lexicon() -> Lexicon:
    """The built-in lexicon with the states of the sample reports."""
    return Lexicon.load([SAMPLES / "lexicon.toml"])


def documents() -> tuple[RawDocument, ...]:
    """Text dumps of both collections, in order of name, as they lie on disk."""
    files = [*sorted(SAMPLES.glob("*/*.txt")), *sorted(STATEMENTS.glob("*.txt"))]
    return tuple(
        RawDocument(data=file.read_bytes(), origin=file.name, media="text") for file in files
    )
